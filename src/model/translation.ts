import type { Entry, Translation } from './catalogue.ts';
import type { LanguageTag } from './diagnostic.ts';

/** A text and the language it is really in, which is not always the page's. */
export interface Text {
  readonly value: string;
  readonly lang: LanguageTag;
}

/** source: the page is in the entry's own language · missing: there is no translation, the source is shown. */
export type TranslationStatus = 'source' | 'translated' | 'machine' | 'outdated' | 'missing';

/** The texts of an entry for a reader of one language, field by field: a gap shows the source text. */
export interface LocalisedTexts {
  readonly status: TranslationStatus;
  /** The text at a path like `title`, `cost.note` or `schedule.0.note`; undefined where the source has none. */
  text(path: string): Text | undefined;
  /** All texts of a list field, e.g. `required_documents`. */
  list(path: string): readonly Text[];
  /** Markdown. */
  readonly body: Text;
}

/** Path by path: the fields of all entries have few different ones. */
const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let known = steps.get(path);
  if (!known) steps.set(path, (known = path.split('.')));
  return known;
}

function valueAt(data: unknown, path: string): unknown {
  let value: unknown = data;
  for (const step of stepsOf(path)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

const asText = (value: unknown, lang: LanguageTag): Text | undefined =>
  typeof value === 'string' && value.trim() !== '' ? { value, lang } : undefined;

/** Chooses the translation for a reader of `lang`; a variant falls back to its base language before the source (`de-simple` → `de`). */
export const textsIn = (entry: Entry<unknown>, lang: LanguageTag): LocalisedTexts => new TextsOfEntry(entry, lang);

/** A class, because each page asks for the texts of dozens of entries: functions of their own would cost more than the texts. */
class TextsOfEntry implements LocalisedTexts {
  readonly #entry: Entry<unknown>;
  readonly #lang: LanguageTag;
  readonly #source: LanguageTag;
  readonly #translation: Translation | undefined;

  constructor(entry: Entry<unknown>, lang: LanguageTag) {
    this.#entry = entry;
    this.#lang = lang;
    this.#source = entry.language;
    this.#translation = lang === this.#source ? undefined : entry.translations.get(lang);
  }

  text(path: string): Text | undefined {
    const original = asText(valueAt(this.#entry.data, path), this.#source);
    // A translation cannot add what the source does not say.
    if (!original) return undefined;
    return (this.#translation && asText(valueAt(this.#translation.data, path), this.#lang)) ?? original;
  }

  list(path: string): readonly Text[] {
    const items = valueAt(this.#entry.data, path);
    return Array.isArray(items) ? items.flatMap((_, index) => this.text(`${path}.${index}`) ?? []) : [];
  }

  get body(): Text {
    return this.#translation && this.#translation.body.trim() !== ''
      ? { value: this.#translation.body, lang: this.#lang }
      : { value: this.#entry.body, lang: this.#source };
  }

  get status(): TranslationStatus {
    const translation = this.#translation;
    if (this.#lang === this.#source) return 'source';
    if (!translation) return 'missing';
    if (translation.outdated) return 'outdated';
    return translation.state.by === 'machine' && !translation.state.reviewed_on ? 'machine' : 'translated';
  }
}
