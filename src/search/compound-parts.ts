import { decompound } from './decompound.ts';
import { memoised } from './memoised.ts';
import type { Stemmer } from './stem.ts';
import { stopWordsFor } from './stop-words.ts';
import { byUnits } from './terms.ts';

/** Words so frequent in compounds that they count even where a catalogue never writes them alone; folded. */
const common =
  'amt arzt arbeit ausbildung beratung betreuung deutsch eltern familie frau fruhstuck geld gruppe haus hilfe jugend kind kita kurs kultur lernen miete migration mutter nachhilfe recht schule schulden senioren spiel sport sprache treff verein wohnen wohnung';
const shortestOwn = 4;
const noParts = new Set(stopWordsFor(['de']));

export interface CompoundParts {
  /** The stems of the parts by which a German word is also found; empty where it is no compound. */
  of(word: string): readonly string[];
  /** What a query needs to split its own words: the words that were parts so far, and the stems of those of `more` that have no parts; sorted. */
  used(more?: Iterable<string>): readonly string[];
}

export const isGerman = (lang: string): boolean => lang === 'de' || lang.startsWith('de-');

/** Whether a word is one of `known`, as it is or in another form: but never by a stem that is no word itself. */
export const isKnownPart = (word: string, known: ReadonlySet<string>, stem: Stemmer): boolean =>
  known.has(word) || known.has(stem(word));

/** Learns from all German words of the catalogue which may be parts of longer ones. */
export function compoundPartsIn(germanWords: ReadonlySet<string>, stem: Stemmer): CompoundParts {
  const known = new Set(common.split(' '));
  const mayBePart = (word: string): boolean =>
    word.length >= shortestOwn && /^[a-z]+$/.test(word) && !noParts.has(word);
  for (const word of germanWords) if (mayBePart(word)) known.add(word);
  const beginnings = new Beginnings(known);
  const used = new Set<string>();
  const split = memoised((word: string): readonly string[] => {
    const parts = decompound(word, (part) => beginnings.mayBegin(part) && isKnownPart(part, known, stem));
    for (const part of parts) used.add(part);
    return [...new Set(parts.map(stem))];
  });
  return {
    of: split,
    used: (more = []) => {
      const whole = [...more].filter((word) => mayBePart(word) && split(word).length === 0).map(stem);
      return [...new Set([...used, ...whole])].sort(byUnits);
    },
  };
}

const letters = 26;
const beginning = 4;

/**
 * The first four letters of words of a to z, one bit each. A German stem is a beginning of its word, so what begins like
 * no known word is neither known nor has a known stem: that spares most words the search for parts.
 */
class Beginnings {
  readonly #bits = new Uint8Array(letters ** beginning);

  constructor(words: Iterable<string>) {
    for (const word of words) this.#add(word);
  }

  #add(word: string): void {
    if (word.length >= beginning) this.#bits[codeOf(word)] = 1;
    else for (let letter = 0; letter < letters; letter++) this.#add(word + String.fromCharCode(97 + letter));
  }

  /** False only where no word begins so. */
  mayBegin(word: string): boolean {
    return word.length < beginning || this.#bits[codeOf(word)] === 1;
  }
}

function codeOf(word: string): number {
  let code = 0;
  for (let index = 0; index < beginning; index++) code = code * letters + word.charCodeAt(index) - 97;
  return code;
}
