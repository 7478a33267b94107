import { languages } from '../i18n/languages.ts';

/** Something in a text that must stand in every translation as it is written. */
export interface FixedPart {
  readonly kind: 'link' | 'email' | 'phone' | 'time';
  /** The address, number or clock time itself, without the words around it. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const link =
  /\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*\))+)>?(?:\s+"[^"\n]*")?\s*\)|\bhttps?:\/\/[^\s<>()[\]"']*[^\s<>()[\]"'.,;:!?]/gi;
const email = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,63}/gu;
/** With country or area code, or one of the short numbers that everybody must be able to dial. */
const phone =
  /(?<![\p{L}\d.,:/+-])(?:(?:\+\d{1,14}|00[1-9]\d{1,13}|\(0\d{1,5}\) ?\d{1,12}|0[1-9]\d{1,14}|0800\d{5,12})(?:(?: ?[/–-] ?| |\.(?=\d))(?:\(\d{1,6}\) ?)?\d{1,12}){0,6}|11[025](?![\s.,]*(?:€|Euro|EUR|%|Jahr|Stunde|Minute|Personen|Meter|Plätze))|116[ \u00a0]?\d{3})(?![\p{L}\d]|[.,:]\d)/gu;
/** Only the digits: “Uhr” is for the translator. */
const time =
  /(?<![\d.,:+/-])(?:[01]?\d|2[0-4])(?:(?::[0-5]\d)(?![\d:])|(?:\.[0-5]\d)?(?=\s?(?:Uhr\b|(?:[–-]|bis(?: um)?)\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?Uhr\b)))/gu;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** All fixed parts of a Markdown or plain text, in order and without overlap. */
export function findFixedParts(text: string): FixedPart[] {
  if (!/[@\d]|\]\(|:\/\//.test(text)) return [];
  const found: FixedPart[] = [];
  const taken = new Uint8Array(text.length);
  const add = (kind: FixedPart['kind'], value: string, start: number): void => {
    const end = start + value.length;
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ kind, value, start, end });
  };
  for (const match of text.matchAll(link)) {
    const value = match[1] ?? match[0];
    add('link', value, match.index + match[0].indexOf(value));
  }
  for (const match of text.matchAll(email)) add('email', match[0], match.index);
  for (const match of text.matchAll(phone)) {
    const isShort = digitsOf(match[0]).length <= 6;
    if (isShort ? match[0].startsWith('11') : digitsOf(match[0]).length >= 7) add('phone', match[0], match.index);
  }
  for (const match of text.matchAll(time)) add('time', match[0], match.index);
  return found.sort((a, b) => a.start - b.start);
}

const tags = languages.map(({ tag }) => tag).join('|');
const ownLanguage = new RegExp(`^/(?:${tags})(?=/|$)`);

/** What must be the same in both languages: a link to a page of the site may lead to its translation, a number may be grouped anew. */
function sameIn({ kind, value }: FixedPart): string {
  if (kind === 'link') {
    const target = /^tel:/i.test(value) ? `tel:${digitsOf(value)}` : value.replace(/^mailto:/i, 'mailto:');
    return target.replace(ownLanguage, '');
  }
  return kind === 'phone' ? digitsOf(value) : kind === 'email' ? value.toLowerCase() : value;
}

/** Digits of every script that the interface languages are written in, as 0–9. */
const westernDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const asKey = (part: FixedPart): string => `${part.kind} ${sameIn(part)}`;

/** Times as every language may write them: `9.30`, `09:30` and `9h30` are `9:30`; the hour alone stands for its o'clock. */
function numbersIn(text: string): ReadonlySet<string> {
  const numbers = Array.from(text.matchAll(/(\d+)(?:[.:h](\d+))?/g), ([, first = '', second]) => {
    const hour = first.replace(/^0(?=\d)/, '');
    return [first, hour, ...(second === undefined ? [] : [`${hour}:${second}`, second])];
  });
  return new Set(numbers.flat());
}

/** The parts of `source` that `translation` does not have. */
export function lostParts(source: string, translation: string): FixedPart[] {
  const parts = findFixedParts(source);
  if (parts.length === 0) return [];
  const western = westernDigits(translation);
  const others = new Set(findFixedParts(western).map(asKey));
  const numbers = numbersIn(western);
  return parts.filter((part) => {
    if (others.has(asKey(part))) return false;
    // A short number or a time may stand beside other words or signs in another language.
    if (part.kind === 'phone') return !numbers.has(digitsOf(part.value));
    return part.kind !== 'time' || !numbers.has(part.value.replace('.', ':').replace(/^0(?=\d)/, ''));
  });
}
