import type { LanguageTag } from './diagnostic.ts';
import type { Labels } from './schema.generated.ts';

/** A label in the language that is wanted, else in the nearest language that has one. */
export const labelIn = (labels: Labels, lang: LanguageTag, source: LanguageTag): string =>
  labels[lang] ?? labels[lang.split('-')[0] ?? lang] ?? labels[source] ?? labels.en ?? Object.values(labels)[0] ?? '';
