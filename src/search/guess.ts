import type { IsPart } from './decompound.ts';
import type { MatchKind, Reading } from './interpret.ts';
import type { Term } from './shard.ts';
import { frontHalf, Spellings, type Kept } from './spellings.ts';
import type { Terms } from './terms.ts';
import { heardInArabic, transliterations } from './transliterate.ts';

export interface LookUp {
  readonly terms: Terms;
  /** The word is a compound of known parts. */
  readonly hasParts: () => Promise<boolean>;
  /** Gives undefined where the word cannot be a compound. */
  readonly isPart: () => Promise<IsPart | undefined>;
  /** Other spellings under which a word may stand in the index. */
  readonly formsOf: (word: string) => string[];
  /** The same, and those of all languages in which concepts have names. */
  readonly formsOfNames: (word: string) => string[];
  readonly beginningsOf: (start: string) => Promise<Term[]>;
}

const boosts = { oneEdit: 0.6, otherScript: 0.5, half: 0.25, twoEdits: 0.35, beginning: 0.2 } as const;
const shortestTypo = 4;
/** In shorter words a typo leaves the first half as it is: what else is near is mostly another word. */
const shortestFarTypo = 6;
const shortestTwoEdits = 8;
const shortestHalf = 4;
const shortestBeginning = 3;
/** Of the terms that a word may be mistyped for, the likeliest: each may cost a file. */
const typoTerms = 3;

/**
 * What an unknown word may stand for: one it is mistyped for, by one edit or two; a word written in another script than
 * its own; the half of a compound; words that begin alike.
 */
export async function guess(
  word: string,
  { terms, hasParts, isPart, formsOf, formsOfNames, beginningsOf }: LookUp,
): Promise<Reading[]> {
  const spellings = new Spellings(terms);
  const as = (found: readonly Term[], kind: MatchKind, boost: number): Reading[] =>
    found.map((term) => ({ term, kind, boost }));
  let readings = as(await typosOf(word, 1), 'typo', boosts.oneEdit);
  if (readings.length > 0 || (await hasParts())) return readings;
  readings = as(await inOtherScript(), 'form', boosts.otherScript);
  if (readings.length === 0) readings = as(await halfOf(word), 'part', boosts.half);
  if (readings.length === 0) readings = as(await typosOf(word, 2), 'typo', boosts.twoEdits);
  for (
    let length = word.length - 1;
    readings.length === 0 && length >= Math.max(shortestBeginning, word.length / 2);
    length--
  ) {
    readings = as(await beginningsOf(word.slice(0, length)), 'beginning', boosts.beginning);
  }
  return readings;

  /** Most mistakes are made after the first letters; only where that finds nothing, it is looked further. */
  async function typosOf(typed: string, edits: 1 | 2, forms = formsOf): Promise<Term[]> {
    if (typed.length < (edits === 1 ? shortestTypo : shortestTwoEdits)) return [];
    const written = [typed, ...forms(typed)];
    const front = (spelling: string): Kept => ({ start: frontHalf(spelling), end: 0 });
    const further = edits === 1 ? () => undefined : outside;
    for (const kept of typed.length < shortestFarTypo ? [front] : [front, further]) {
      const lists = await Promise.all(written.map((spelling) => spellings.near(spelling, edits, kept(spelling))));
      const near = [...new Set(lists.flat())].sort((a, b) => likeness(typed, b) - likeness(typed, a));
      if (near.length > 0) return terms.exactly(near.slice(0, typoTerms));
    }
    return [];
  }

  /** By ear, so that some letters may be others. */
  async function inOtherScript(): Promise<Term[]> {
    const inArabic = heardInArabic(word);
    if (inArabic) {
      const lists = await Promise.all(inArabic.starts.map((start) => spellings.startingWith(start)));
      // The shortest has the fewest letters that were not written.
      const near = lists
        .flat()
        .filter(inArabic.isHeard)
        .sort((a, b) => a.length - b.length);
      return terms.exactly(near.slice(0, typoTerms));
    }
    const heard = transliterations(word);
    const found = await terms.exactly([...new Set(heard.flatMap((other) => [other, ...formsOfNames(other)]))]);
    for (const edits of [1, 2] as const)
      if (found.length === 0) for (const other of heard) found.push(...(await typosOf(other, edits, formsOfNames)));
    return found;
  }

  /** An unknown half does not hide the known one: the longest that the compound ends with, else begins with. */
  async function halfOf(compound: string): Promise<Term[]> {
    const isKnownPart = await isPart();
    if (!isKnownPart) return [];
    const inAllForms = (part: string): Promise<Term[]> => terms.exactly([part, ...formsOf(part)]);
    for (let cut = shortestHalf; cut <= compound.length - shortestHalf; cut++)
      if (isKnownPart(compound.slice(cut))) return inAllForms(compound.slice(cut));
    for (let cut = compound.length - shortestHalf; cut >= shortestHalf; cut--)
      if (isKnownPart(compound.slice(0, cut))) return inAllForms(compound.slice(0, cut));
    return [];
  }
}

/**
 * Of two mistakes one may be in the first letter and one in the last third, but hardly ever is: people know how a word
 * begins. To find these, too, all terms would have to be loaded, which are more than all else.
 */
const outside = (word: string): Kept => ({ start: 1, end: Math.ceil(word.length / 3) });

/** How likely one was meant by the other, of words as many edits away: only swapped letters, then a long common beginning. */
function likeness(a: string, b: string): number {
  const letters = (word: string): string => [...word].sort().join('');
  return letters(a) === letters(b) ? a.length : sharedStart(a, b);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
