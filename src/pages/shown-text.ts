import type { LanguageTag } from '../model/diagnostic.ts';
import type { Labels } from '../model/schema.generated.ts';
import type { Text } from '../model/translation.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';

/** A text as a page shows it: its language is named only where it is not the page's. */
export const shownText = ({ value, lang }: Text, page: PageContext): ShownText =>
  lang === page.lang ? { value } : { value, lang };

/** The same for a text that may be missing. */
export const optionalText = (text: Text | undefined, page: PageContext): ShownText | undefined =>
  text && shownText(text, page);

/** A label in the page's language, else in the nearest language that has one: a variant's own language, the source, English. */
export function labelText(labels: Labels, page: PageContext, source: LanguageTag): ShownText {
  const nearest = [page.lang, page.lang.split('-')[0] ?? '', source, 'en', ...Object.keys(labels)];
  const lang = nearest.find((tag) => labels[tag]?.trim()) ?? page.lang;
  return shownText({ value: labels[lang] ?? '', lang }, page);
}

/** For lists and sentences made of plain strings: invisible marks keep a foreign text from disturbing its neighbours. */
export const isolated = ({ value, lang }: ShownText): string => (lang === undefined ? value : `\u2068${value}\u2069`);

/** Name of a language, also of those that `Intl` does not know. */
export const languageName = (code: LanguageTag, page: PageContext): string =>
  code === 'gsg' ? page.t('language.gsg') : page.formats.languageName(code);

/** The same at the beginning of a line: many languages write their names with a small letter. */
export const languageTitle = (code: LanguageTag, page: PageContext): string =>
  page.formats.capitalised(languageName(code, page));

/** The `tel:` address of a phone number as written. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/\(0\)|[^\d+]/g, '')}`;
