import { decompound } from './decompound.ts';
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
  /** The words that were parts so far, sorted: what a query needs to split its own words. */
  used(): readonly string[];
}

export const isGerman = (lang: string): boolean => lang === 'de' || lang.startsWith('de-');

/** Whether a word is one of `known`, as it is or in another form: but never by a stem that is no word itself. */
export const isKnownPart = (word: string, known: ReadonlySet<string>, stem: Stemmer): boolean =>
  known.has(word) || known.has(stem(word));

/** Learns from all German words of the catalogue which may be parts of longer ones. */
export function compoundPartsIn(germanWords: ReadonlySet<string>, stem: Stemmer): CompoundParts {
  const known = new Set(common.split(' '));
  for (const word of germanWords)
    if (word.length >= shortestOwn && /^[a-z]+$/.test(word) && !noParts.has(word)) known.add(word);
  const used = new Set<string>();
  const splits = new Map<string, readonly string[]>();
  return {
    of(word) {
      let found = splits.get(word);
      if (!found) {
        const parts = decompound(word, (part) => isKnownPart(part, known, stem));
        for (const part of parts) used.add(part);
        found = [...new Set(parts.map(stem))];
        splits.set(word, found);
      }
      return found;
    },
    used: () => [...used].sort(byUnits),
  };
}
