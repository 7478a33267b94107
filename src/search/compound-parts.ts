import { decompound } from './decompound.ts';
import type { Stemmer } from './stem.ts';
import { byUnits } from './terms.ts';

/** Parts so frequent in compounds that they count even where a catalogue never writes them alone; folded stems. */
const common =
  'amt arzt arbeit ausbildung beratung berat betreuung deutsch eltern familie famili frau fruhstuck geld grupp haus hilf jugend kind kita kurs kultur lern miet migration mutter mutt nachhilf recht schul schuld senior spiel sport sprach treff verein wohn wohnung';
const shortestOwn = 4;

export interface CompoundParts {
  /** The stems of the parts by which a German word is also found; empty where it is no compound. */
  of(word: string): readonly string[];
  /** The stems that words were split into so far, sorted: what a query needs to split its own words. */
  used(): readonly string[];
}

export const isGerman = (lang: string): boolean => lang === 'de' || lang.startsWith('de-');

/** Learns from all German words of the catalogue which may be parts of longer ones. */
export function compoundPartsIn(germanWords: ReadonlySet<string>, stem: Stemmer): CompoundParts {
  const known = new Set(common.split(' '));
  for (const word of germanWords) if (word.length >= shortestOwn && /^[a-z]+$/.test(word)) known.add(stem(word));
  const used = new Set<string>();
  const splits = new Map<string, readonly string[]>();
  return {
    of(word) {
      let found = splits.get(word);
      if (!found) {
        const parts = decompound(word, (part) => known.has(part) || known.has(stem(part)));
        found = [...new Set(parts.map(stem))];
        for (const part of found) used.add(part);
        splits.set(word, found);
      }
      return found;
    },
    used: () => [...used].sort(byUnits),
  };
}
