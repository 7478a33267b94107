import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { isRealDate } from '../model/calendar.ts';

/** `HH:MM`, 00:00 to 23:59. */
export const isTime = (text: string): boolean => /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text);

/** What somebody who wrote `9:00`, `9.30 Uhr` or `9 Uhr` meant; empty when it is no time at all. */
export function suggestTime(text: string): string {
  const match = /^\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:uhr|h|am|pm)?\s*$/i.exec(text);
  if (!match) return '';
  const afternoon = /pm/i.test(text) && Number(match[1]) < 12 ? 12 : 0;
  const time = `${String(Number(match[1]) + afternoon).padStart(2, '0')}:${match[2] ?? '00'}`;
  return isTime(time) ? time : '';
}

const phones = new Map<string, string | undefined>();

/** A phone number as it is printed everywhere, `+49 221 4710123`; undefined where it cannot be dialled. */
export function normalisePhone(text: string, country: string): string | undefined {
  const key = `${country} ${text}`;
  if (!phones.has(key)) {
    // Without country code or area code, a number would be guessed into some other town.
    const parsed = /^(\+|\(?0)[0-9 ()/.\-–]*$/.test(text)
      ? parsePhoneNumberFromString(text, country as CountryCode)
      : undefined;
    phones.set(key, parsed?.isValid() && !parsed.ext ? parsed.formatInternational() : undefined);
  }
  return phones.get(key);
}

export const isEmail = (text: string): boolean =>
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(text) &&
  !/^\.|\.\.|\.@/.test(text);

/** A web address that can be opened without surprise: http or https, no user name, a host with a dot. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\<>"]+$/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname.includes('.');
}

/** `www.example.org` → `https://www.example.org`; empty when that would be no address either. */
export function suggestWebAddress(text: string): string {
  if (/^[/\\]/.test(text)) return '';
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:]*:\d/.test(text)) return '';
  const suggestion = `https://${text.trim()}`;
  return isWebAddress(suggestion) ? suggestion : '';
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const germanNames = new Intl.DisplayNames(['de'], { type: 'language', fallback: 'none' });

/** Spoken by many newcomers, but without a name in the language data of Node. */
const furtherLanguages = new Set(['aii', 'apc', 'pbt', 'dgo', 'sgn', 'gsg', 'mnk']);

/** A tag in the letter case that BCP 47 recommends: `zh-Hans-CN`. */
const canonicalCase = (tag: string): string =>
  tag
    .split('-')
    .map((part, index) => {
      if (index === 0) return part.toLowerCase();
      if (part.length === 2) return part.toUpperCase();
      return part.length === 4 && /^[a-z]/i.test(part)
        ? part[0]!.toUpperCase() + part.slice(1).toLowerCase()
        : part.toLowerCase();
    })
    .join('-');

function knownLanguage(tag: string): boolean {
  const [language = ''] = tag.split('-');
  if (!/^[a-z]{2,3}$/i.test(language)) return false;
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    return false;
  }
  return furtherLanguages.has(language.toLowerCase()) || englishNames.of(language) !== undefined;
}

/** A three-letter tag for which BCP 47 has one of two letters (`deu` → `de`). */
function shorterTag(tag: string): string | undefined {
  const [canonical] = Intl.getCanonicalLocales(tag);
  return canonical && canonical.split('-').length === tag.split('-').length && canonical.length < tag.length
    ? canonical
    : undefined;
}

/** `kmr` and `prs` are kept although `ku` and `fa-AF` exist: they say more exactly what is spoken. */
const keptTags = new Set(['kmr', 'prs', 'rmy', 'diq']);

export function isLanguageTag(tag: string): boolean {
  if (!knownLanguage(tag) || tag !== canonicalCase(tag)) return false;
  return keptTags.has(tag) || shorterTag(tag) === undefined;
}

let languagesByName: Map<string, string> | undefined;

/** Every language that has a two-letter code, and some more, by its German, English and own name. */
function findLanguageByName(name: string): string | undefined {
  if (!languagesByName) {
    languagesByName = new Map();
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const codes = [
      ...letters.flatMap((a) => letters.map((b) => a + b)),
      'ckb',
      'kmr',
      'prs',
      'rom',
      'zza',
      'ary',
      'snk',
      'dyu',
      'tig',
    ];
    for (const code of codes) {
      if (englishNames.of(code) === undefined || Intl.getCanonicalLocales(code)[0] !== code) continue;
      const ownNames = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' });
      for (const names of [ownNames, englishNames, germanNames]) {
        const known = names.of(code);
        if (known !== undefined) languagesByName.set(known.toLowerCase(), code);
      }
    }
    for (const [known, code] of [
      ['farsi', 'fa'],
      ['dari', 'prs'],
      ['kurmandschi', 'ku'],
      ['kurmanji', 'ku'],
      ['sorani', 'ckb'],
      ['romanes', 'rom'],
    ] as const) {
      languagesByName.set(known, code);
    }
  }
  return languagesByName.get(name.trim().toLowerCase());
}

/** The tag that somebody meant with `DE`, `deu`, `Deutsch` or `german`; empty when nothing fits. */
export function suggestLanguageTag(text: string): string {
  const byName = findLanguageByName(text);
  if (byName !== undefined) return byName;
  const tidy = canonicalCase(text.trim().replaceAll('_', '-'));
  if (isLanguageTag(tidy)) return tidy;
  return knownLanguage(tidy) ? (shorterTag(tidy) ?? '') : '';
}

export const isDate = isRealDate;

/** The formats that the schemas name; `country` is where phone numbers without country code are dialled from. */
export const formatsOf = (country: string): Readonly<Record<string, (text: string) => boolean>> => ({
  date: isDate,
  'time-of-day': isTime,
  phone: (text) => normalisePhone(text, country) !== undefined,
  email: isEmail,
  'web-address': isWebAddress,
  'language-tag': isLanguageTag,
});
