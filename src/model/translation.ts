import type { Entry } from './catalogue.ts';
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

function valueAt(data: unknown, path: string): unknown {
  let value: unknown = data;
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

const asText = (value: unknown, lang: LanguageTag): Text | undefined =>
  typeof value === 'string' && value.trim() !== '' ? { value, lang } : undefined;

/** Chooses the translation for a reader of `lang`; a variant falls back to its base language before the source (`de-simple` → `de`). */
export function textsIn(entry: Entry<unknown>, lang: LanguageTag): LocalisedTexts {
  const source = entry.language;
  const translation = lang === source ? undefined : entry.translations.get(lang);
  const text = (path: string): Text | undefined => {
    const original = asText(valueAt(entry.data, path), source);
    // A translation cannot add what the source does not say.
    if (!original) return undefined;
    return (translation && asText(valueAt(translation.data, path), lang)) ?? original;
  };
  return {
    status: statusOf(),
    text,
    list(path) {
      const items = valueAt(entry.data, path);
      return Array.isArray(items) ? items.flatMap((_, index) => text(`${path}.${index}`) ?? []) : [];
    },
    body:
      translation && translation.body.trim() !== ''
        ? { value: translation.body, lang }
        : { value: entry.body, lang: source },
  };

  function statusOf(): TranslationStatus {
    if (lang === source) return 'source';
    if (!translation) return 'missing';
    if (translation.outdated) return 'outdated';
    return translation.state.by === 'machine' && !translation.state.reviewed_on ? 'machine' : 'translated';
  }
}
