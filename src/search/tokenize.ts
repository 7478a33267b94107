import { fold } from './fold.ts';

/** A word of a text: where it stands (UTF-16 units) and its folded spelling. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const run =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:\u00ad|\u200c|\u200d|\u2060|['’ʼ‘`´])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/**
 * The same for texts in Latin letters, which are most: a phone takes long to prepare the expression for all scripts,
 * longer than to answer the query.
 */
const latinRun =
  /[0-9A-Za-zªµº²³¹¼-¾À-ÖØ-öø-\u024f]+(?:(?:\u00ad|\u200c|\u200d|\u2060|['’‘`´])[0-9A-Za-zªµº²³¹¼-¾À-ÖØ-öø-\u024f]+)*/g;
const isLatin = /^[\0-\u024f\u2000-\u206f€]*$/;
const apostrophe = /['’ʼ‘`´]/;
const cyrillic = /\p{Script=Cyrillic}/u;

/**
 * The words of a text. An apostrophe belongs to a Cyrillic word (`пам’ять`) and separates any other
 * (`Köln’de`, `l’école`): decided by script, so that it holds for a query whose language nobody knows.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const latin = isLatin.test(text);
  for (const match of text.matchAll(latin ? latinRun : run)) {
    const [whole] = match;
    if (!apostrophe.test(whole) || (!latin && cyrillic.test(whole))) {
      addToken(tokens, match.index, whole);
      continue;
    }
    let start = match.index;
    for (const piece of whole.split(apostrophe)) {
      addToken(tokens, start, piece);
      start += piece.length + 1;
    }
  }
  return tokens;
}

function addToken(tokens: Token[], start: number, raw: string): void {
  const word = fold(raw);
  if (word !== '') tokens.push({ start, end: start + raw.length, word });
}

/**
 * The words of a text as they are compared: without single letters, and with the parts of a hyphenated word
 * also in one (`E-Mail` → `mail`, `email`).
 */
export function words(text: string): string[] {
  const tokens = tokenize(text);
  const found: string[] = [];
  let joined = '';
  let parts = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.word.length > 1) found.push(token.word);
    joined += token.word;
    parts += 1;
    const next = tokens[index + 1];
    if (next && /^[-‐‑]$/.test(text.slice(token.end, next.start))) continue;
    if (parts > 1) found.push(joined);
    joined = '';
    parts = 0;
  }
  return found;
}

/** `and`, `so`, `with`, `for`, `like`: Arabic writes them as the first letter of the next word. */
const proclitic = /^[وفبلك](?=[ء-ي]{3})/;

/** An Arabic word without what may be joined in front; undefined where nothing may. Only a guess: many words begin so. */
export function withoutProclitic(word: string): string | undefined {
  return proclitic.test(word) ? word.slice(1) : undefined;
}

/**
 * A Persian query with beginnings and endings joined to the words that they belong to, as the texts have them: many type
 * a space there (`پناهنده گی`, `کتاب ها`, `می خواهم`).
 */
export const withPersianEndings = (text: string): string =>
  // Without the look ahead, a slow phone makes ready three expressions that know all letters of the world.
  hasArabicLetters.test(text)
    ? text
        .replace(/ه[ \u200c]+(گی)(?!\p{L})/gu, '$1')
        .replace(/(\p{L})[ \u200c]+(ها|های|هایم|هایی)(?!\p{L})/gu, '$1$2')
        .replace(/(^|[^\p{L}])(ن?می)[ \u200c]+/gu, '$1$2')
    : text;
const hasArabicLetters = /[\u0600-\u06ff]/;
