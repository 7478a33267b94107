import { tokenize } from './tokenize.ts';

/** A part of a text in UTF-16 units, the end not included: as `String.slice` takes it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** From this length on a term may also stand inside a word: `kurs` in Sprachkurs, `مدرس` in المدرسة. */
const inside = 4;

/**
 * The words of a text that a query found, whole, in order. `terms` are the ones an answer names, in folded spelling,
 * so that `arzte` marks Ärzte.
 */
export function highlight(text: string, terms: readonly string[]): TextRange[] {
  return tokenize(text)
    .filter(({ word }) =>
      terms.some(
        (term) =>
          word === term || (term.length > 2 && word.startsWith(term)) || (term.length >= inside && word.includes(term)),
      ),
    )
    .map(({ start, end }) => ({ start, end }));
}
