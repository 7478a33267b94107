/** What the interface must know of each language it can be built in. */
export interface Language {
  /** BCP 47. `de-simple` carries the registered variant for simplified language. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Tag handed to `Intl`; Western digits and the Gregorian calendar everywhere, because both are what readers meet on German doors and letters. */
  readonly locale: string;
  /** Scripts for which a web font is delivered; all others are set in the device's own fonts. */
  readonly font?: 'arabic' | 'ethiopic';
}

/** All interface languages, in the order in which a reader is offered them. */
export const languages = [
  { tag: 'de', name: 'Deutsch', dir: 'ltr', locale: 'de-DE' },
  { tag: 'de-simple', name: 'Einfaches Deutsch', dir: 'ltr', locale: 'de-DE' },
  { tag: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { tag: 'ar', name: 'العربية', dir: 'rtl', locale: 'ar-u-nu-latn-ca-gregory', font: 'arabic' },
  { tag: 'uk', name: 'Українська', dir: 'ltr', locale: 'uk-UA' },
  { tag: 'tr', name: 'Türkçe', dir: 'ltr', locale: 'tr-TR' },
  { tag: 'fa', name: 'فارسی', dir: 'rtl', locale: 'fa-u-nu-latn-ca-gregory', font: 'arabic' },
  { tag: 'ru', name: 'Русский', dir: 'ltr', locale: 'ru-RU' },
  { tag: 'fr', name: 'Français', dir: 'ltr', locale: 'fr-FR' },
  { tag: 'es', name: 'Español', dir: 'ltr', locale: 'es-ES' },
  { tag: 'pl', name: 'Polski', dir: 'ltr', locale: 'pl-PL' },
  { tag: 'ro', name: 'Română', dir: 'ltr', locale: 'ro-RO' },
  { tag: 'bg', name: 'Български', dir: 'ltr', locale: 'bg-BG' },
  { tag: 'sq', name: 'Shqip', dir: 'ltr', locale: 'sq-AL' },
  { tag: 'ku', name: 'Kurdî', dir: 'ltr', locale: 'ku' },
  { tag: 'ti', name: 'ትግርኛ', dir: 'ltr', locale: 'ti-ER', font: 'ethiopic' },
] as const satisfies readonly Language[];

export type InterfaceLanguage = (typeof languages)[number]['tag'];

const byTag = new Map<string, Language>(languages.map((language) => [language.tag, language]));

/** The interface language of that tag; undefined for any other BCP 47 tag. */
export const findLanguage = (tag: string): Language | undefined => byTag.get(tag);
