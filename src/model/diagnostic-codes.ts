import type { Diagnostic, FieldPath, IsoDate, LanguageTag, Position, Severity } from './diagnostic.ts';

/** A field as people read it: `contacts[0].phone`. */
type Field = string;
/** Empty when nothing known is similar. */
type Suggestion = string;

/** Every code with the facts that its message needs. The prose is in `check/messages`. */
export interface DiagnosticArgs {
  // Files
  'site-missing': Record<string, never>;
  'unreadable-file': { reason: string };
  'file-too-large': { size: number; limit: number };
  'not-utf8': Record<string, never>;
  'nul-byte': Record<string, never>;
  'symlink-outside': Record<string, never>;
  'bad-file-name': { name: string; suggestion: Suggestion };
  'unexpected-file': { name: string; suggestion: Suggestion };
  'unknown-language-file': { language: string; suggestion: Suggestion };
  'duplicate-id': { id: string; other: string };

  // YAML and front matter
  'front-matter-missing': Record<string, never>;
  'front-matter-unclosed': Record<string, never>;
  'front-matter-language': { language: string };
  'front-matter-shape': { actual: string };
  'yaml-syntax': { reason: YamlReason };
  'yaml-tab': Record<string, never>;
  'yaml-alias': Record<string, never>;
  'yaml-tag': { tag: string };
  'null-character': Record<string, never>;
  'yaml-too-deep': { limit: number };
  'duplicate-key': { key: string };

  // Schema
  'missing-field': { field: Field };
  'missing-one-of': { field: Field; fields: string };
  'unknown-field': { field: Field; suggestion: Suggestion };
  'wrong-type': { field: Field; expected: string; actual: string; value: string };
  'wrong-value': { field: Field; value: string; allowed: string; suggestion: Suggestion };
  'too-long': { field: Field; limit: number; length: number };
  'too-short': { field: Field; limit: number; length: number };
  'too-many': { field: Field; limit: number; count: number };
  'too-few': { field: Field; limit: number; count: number };
  'out-of-range': { field: Field; value: number; bound: 'min' | 'max'; limit: number };
  'repeated-value': { field: Field; value: string };
  'bad-pattern': { field: Field; value: string; pattern: string };
  'bad-date': { field: Field; value: string };
  'bad-time': { field: Field; value: string; suggestion: Suggestion };
  'bad-language': { field: Field; value: string; suggestion: Suggestion };
  'bad-phone': { field: Field; value: string; country: string };
  'bad-email': { field: Field; value: string };
  'bad-link': { field: Field; value: string; suggestion: Suggestion };

  // Fields that contradict each other
  'time-order': { field: Field; from: string; to: string };
  'period-order': { field: Field; from: IsoDate; until: IsoDate };
  'age-order': { min: number; max: number };
  'german-level-order': { min: string; target: string };
  'two-weeks-needs-start': { field: Field };
  'paid-without-amount': Record<string, never>;
  'paused-without-status': { status: string };
  'pause-over': { until: IsoDate };
  'volunteering-without-type': { type: string };
  'same-dimension': { field: Field; dimension: string };

  // The network's own work
  'date-order': { field: Field; date: IsoDate; other: IsoDate };
  'date-in-future': { field: Field; date: IsoDate };
  'event-status': { status: 'held' | 'planned'; date: IsoDate };
  'agenda-order': { time: string; before: string };
  'step-order': { when: string; before: string };
  'step-offer-gone': { id: string; status: 'draft' | 'ended' };
  'step-without-offer': { step: string };
  'edition-order': { from: IsoDate; previous: string; since: IsoDate };
  'field-outside-edition': { id: string; edition: string; fields: string };
  'continues-edition': { field: Field; id: string; edition: string; expected: string };
  'measure-late': { until: IsoDate };
  'target-before-start': { by: IsoDate; start: IsoDate };
  /** `shown` names some of the places, `more` is how many others there are. */
  'target-unmet': { label: string; unmet: number; of: number; shown: string; more: number };
  'snapshot-name': { name: string; date: IsoDate };

  // References
  'unknown-reference': { field: Field; id: string; collection: string; suggestion: Suggestion };
  'wrong-place-kind': { field: Field; id: string; kind: string; allowed: string };
  'place-without-town': { field: Field; id: string };
  'part-of-loop': { chain: string };
  'reference-loop': { field: Field; chain: string };
  'duplicate-ags': { ags: string; other: string };
  'duplicate-term': { id: string };

  // People
  'consent-missing': { field: Field; person: string };
  'consent-incomplete': { field: Field; missing: string };
  'consent-expired': { field: Field; until: IsoDate };
  'consent-not-yet': { field: Field; from: IsoDate };
  'consent-scope': { field: Field; scope: string };
  'protected-leak': { place: string };
  'private-contact-suspected': { value: string };

  // Map
  'not-geojson': Record<string, never>;
  'outline-missing': Record<string, never>;
  'outline-elsewhere': { place: string };

  // Freshness
  'review-due': { since: IsoDate };
  'review-overdue': { since: IsoDate };
  'review-in-future': { field: Field; date: IsoDate };

  // Translations
  'translation-outdated': { hash: string };
  'translation-orphan': { source: string };
  'translation-extra-field': { field: Field };
  'translation-unused-field': { field: Field };
  'translation-lost-token': { field: Field; value: string };
  'translation-of-source-language': { language: LanguageTag; source: string };

  // Text
  'body-empty': Record<string, never>;
  'unsafe-link': { link: string };
  'raw-html': { html: string };
  'remote-image': { src: string };
  'image-missing': { src: string };
  'document-missing': { name: string };

  // Site, vocabularies, interface texts
  'site-source-language': { language: LanguageTag };
  'label-missing': { field: Field; language: LanguageTag };
  'vocabulary-label-missing': { id: string; languages: string };
  'explanation-missing': { id: string; languages: string };
  'unknown-text-key': { key: string; suggestion: Suggestion };
  'content-version': { version: number; expected: number };

  // Other towns
  'source-left-out': {
    source: string;
    reason: 'missing' | 'changed' | 'not-json' | 'not-catalogue' | 'newer' | 'too-large';
  };
  'source-entry-refused': { source: string; count: number; entry: string; reason: string };
  'source-term-unmapped': { source: string; vocabulary: string; id: string; count: number };
  'source-area-unknown': { source: string; id: string; count: number };
  'broken-text': { key: string; reason: 'syntax' | 'values'; values: string };
}

export type YamlReason =
  | 'colon-in-text'
  | 'colon-without-space'
  | 'quote-missing'
  | 'bracket-missing'
  | 'bad-start'
  | 'bad-indent'
  | 'bad-escape'
  | 'text-after-quote'
  | 'other';

export type DiagnosticCode = keyof DiagnosticArgs;

/** An error keeps the last good site online; a warning is published all the same. */
const warnings: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'outline-missing',
  'unexpected-file',
  'paid-without-amount',
  'paused-without-status',
  'pause-over',
  'volunteering-without-type',
  'date-in-future',
  'event-status',
  'agenda-order',
  'step-order',
  'step-offer-gone',
  'step-without-offer',
  'measure-late',
  'consent-expired',
  'consent-not-yet',
  'consent-scope',
  'private-contact-suspected',
  'review-due',
  'review-overdue',
  'translation-outdated',
  'translation-unused-field',
  'translation-lost-token',
  'body-empty',
  'vocabulary-label-missing',
  'explanation-missing',
  'target-unmet',
  'source-left-out',
  'source-entry-refused',
  'source-term-unmapped',
  'source-area-unknown',
  'unknown-text-key',
]);

export const severityOf = (code: DiagnosticCode): Severity => (warnings.has(code) ? 'warning' : 'error');

/** Where a diagnostic points: a field (looked up only when printed) or a position that is already known. */
export interface Where {
  readonly at?: FieldPath | Position;
  readonly onKey?: boolean;
}

export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  file: string,
  args: DiagnosticArgs[Code],
  where: Where = {},
): Diagnostic<Code> {
  return { code, severity: severityOf(code), file, args, ...where };
}

/** `['contacts', 0, 'phone']` → `contacts[0].phone` */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}
