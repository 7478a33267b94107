import type { Translate } from '../../i18n/translator.ts';
import type { Messages } from '../../check/messages/messages.ts';
import type { DiagnosticCode } from '../../model/diagnostic-codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** The short message of a code in every language; those that are left out are of the kind “not possible”. */
const kinds = {
  'missing-field': 'error.missing',
  'missing-one-of': 'error.missing',
  'too-few': 'error.missing',
  'body-empty': 'error.missing',
  'paid-without-amount': 'error.missing',
  'wrong-type': 'error.number',
  'out-of-range': 'error.number',
  'bad-date': 'error.date',
  'review-in-future': 'error.date',
  'bad-time': 'error.time',
  'bad-phone': 'error.phone',
  'bad-email': 'error.email',
  'bad-link': 'error.link',
  'time-order': 'error.order',
  'period-order': 'error.order',
  'age-order': 'error.order',
  'german-level-order': 'error.order',
  'two-weeks-needs-start': 'error.start',
  'consent-missing': 'error.consent',
  'consent-incomplete': 'error.consent',
  'consent-expired': 'error.consent',
  'consent-not-yet': 'error.consent',
  'consent-scope': 'error.consent',
  'protected-leak': 'error.confidential',
  'private-contact-suspected': 'error.private',
  'raw-html': 'error.text',
  'unsafe-link': 'error.text',
  'remote-image': 'error.text',
  'image-missing': 'error.text',
} as const satisfies Partial<Record<DiagnosticCode, string>>;

/** Codes whose long message speaks of the file: how it is written, or what its fields are called. */
const aboutTheFile: ReadonlySet<string> = new Set([
  'missing-field',
  'missing-one-of',
  'too-few',
  'body-empty',
  'wrong-type',
  'wrong-value',
  'bad-pattern',
  'bad-phone',
  'bad-link',
  'two-weeks-needs-start',
  'paused-without-status',
  'review-due',
  'review-overdue',
  'consent-incomplete',
  'unknown-field',
]);

/** What is wrong, in the words of the form. `words`: the messages of the check, where the page's language has them. */
export function describeProblem(problem: Diagnostic, label: string, t: Translate, words?: Messages): string {
  const { code, args } = problem;
  if (words && !aboutTheFile.has(code)) {
    const { message } = words[code as DiagnosticCode] as { message: (args: object) => string };
    return message({ ...args, ...('field' in args ? { field: label } : {}) }).replaceAll('`', '');
  }
  const limit = Number(args['limit']);
  if (code === 'too-long') return t('error.too-long', { limit });
  if (code === 'too-short') return Number(args['length']) === 0 ? t('error.missing') : t('error.too-short', { limit });
  if (code === 'too-many') return t('error.too-many', { limit });
  if (code === 'wrong-type' && args['actual'] === 'null') return t('error.missing');
  return t(kinds[code as keyof typeof kinds] ?? 'error.value');
}
