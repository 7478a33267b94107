import { findLanguage } from './languages.ts';
import type { MessageLocale } from './message.ts';

/** Numbers, dates, lists and names as one language writes them; pure, for build and browser. */
export interface Formats extends MessageLocale {
  /** `2026-11-22` → "22 November 2026"; never shifts by time zone. */
  readonly date: (iso: string, style?: 'long' | 'weekday' | 'short') => string;
  /** `18:00` → "18:00"; the 24-hour clock of German door signs in every language. */
  readonly time: (hhmm: string) => string;
  /** 12.5 → "12,50 €". */
  readonly euro: (amount: number) => string;
  readonly list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string;
  /** Name of a language in this language, or in itself where `Intl` has none. */
  readonly languageName: (tag: string) => string;
  /** A text as it stands at the beginning of a line. */
  readonly capitalised: (text: string) => string;
  /** `monday` → "Monday". */
  readonly weekday: (day: string) => string;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Locales that browsers often lack: CLDR's rule for ti is one = 0..1, for ku one = 1. */
function pluralRules(tag: string, locale: string): MessageLocale['plural'] {
  if (Intl.PluralRules.supportedLocalesOf(locale).length === 0) {
    return (n, ordinal) => (!ordinal && (n === 1 || (tag === 'ti' && n === 0)) ? 'one' : 'other');
  }
  const cardinal = new Intl.PluralRules(locale);
  const ordinals = late(() => new Intl.PluralRules(locale, { type: 'ordinal' }));
  return (n, ordinal) => (ordinal ? ordinals() : cardinal).select(n);
}

const made = new Map<string, Formats>();

/** Formats are costly to make and hold no state, so each language has one. */
export function formatsFor(tag: string): Formats {
  let formats = made.get(tag);
  if (!formats) made.set(tag, (formats = makeFormats(tag)));
  return formats;
}

function makeFormats(tag: string): Formats {
  const locale = findLanguage(tag)?.locale ?? tag;
  const numbers = late(() => new Intl.NumberFormat(locale));
  const euros = { style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol' } as const;
  const whole = late(() => new Intl.NumberFormat(locale, { ...euros, maximumFractionDigits: 0 }));
  const cents = late(() => new Intl.NumberFormat(locale, euros));
  const dates = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
    const format = late(() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
    return remembered((iso) => format().format(new Date(`${iso}T12:00:00Z`)));
  };
  const dateStyles = {
    long: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    short: dates({ weekday: 'short', day: 'numeric', month: 'numeric' }),
  };
  const weekday = dates({ weekday: 'long' });
  const list = (type: Intl.ListFormatType): ((items: string) => string) => {
    const format = late(() => new Intl.ListFormat(locale, { type }));
    return remembered((items) => format().format(items === '' ? [] : items.split('\0')));
  };
  const lists = { conjunction: list('conjunction'), disjunction: list('disjunction') };
  const names = late(() => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }));
  const plural = late(() => pluralRules(tag, locale));
  return {
    plural: (n, ordinal) => plural()(n, ordinal),
    number: (n) => numbers().format(n),
    date: (iso, style = 'long') => dateStyles[style](iso),
    time: (hhmm) => hhmm,
    euro: remembered((amount: number) => (Number.isInteger(amount) ? whole : cents)().format(amount)),
    // What stands alone needs no comma: most lists of an offer have one item.
    list: (items, type = 'conjunction') => (items.length === 1 ? items[0]! : lists[type](items.join('\0'))),
    languageName: remembered((code) => names().of(code) ?? nativeName(code) ?? code),
    capitalised: remembered((text) => {
      const [first = ''] = text;
      return first.toLocaleUpperCase(locale) + text.slice(first.length);
    }),
    // 2024-01-01 was a Monday.
    weekday: remembered((day) => weekday(`2024-01-0${1 + Math.max(0, weekdays.indexOf(day))}`)),
  };
}

/** Made when it is first needed: all formats together hold up a cheap phone for a tenth of a second, and a page needs few. */
function late<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

/** Asking `Intl` for a name costs more than rendering it, and a catalogue has few different ones. */
function remembered<Key extends string | number = string>(find: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = find(key)));
    return value;
  };
}

function nativeName(code: string): string | undefined {
  return findLanguage(code)?.name ?? new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
}
