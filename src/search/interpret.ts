import { withoutUmlautDigraphs } from './fold.ts';
import { conceptTerm } from './manifest.ts';
import type { SearchHelp } from './search-help.ts';
import { frequencyOf, type Term } from './shard.ts';
import type { Stemmer } from './stem.ts';
import type { Terms } from './terms.ts';
import { withoutProclitic } from './tokenize.ts';

/**
 * How a term of the index came to answer a word of the query, from close to far. `part`: a part of a German compound;
 * `typo`: some letters off; `beginning`: no more than the first letters agree.
 */
export type MatchKind = 'exact' | 'form' | 'prefix' | 'part' | 'typo' | 'beginning';

export interface Reading {
  readonly term: Term;
  readonly kind: MatchKind;
  /** 1 for the word itself, less for what is further from it. */
  readonly boost: number;
}

/** A word of the query and all that it may stand for in the index. */
export interface InterpretedWord {
  readonly word: string;
  readonly readings: readonly Reading[];
}

export interface Interpreter {
  readonly terms: Terms;
  readonly stemmers: {
    /** Of the page's language and German, in which the texts are. */
    readonly ofTexts: readonly Stemmer[];
    /** Of further languages in which concepts have names. */
    readonly ofNames: readonly Stemmer[];
  };
  /** The stems into which the catalogue's own compounds fall; loaded when a word could be one. */
  readonly compoundParts: () => Promise<ReadonlySet<string>>;
  /** What most queries do without; loaded when a word is none that the index has, or could be a compound. */
  readonly loadHelp: () => Promise<SearchHelp>;
}

const boosts = {
  exact: 1,
  form: 0.9,
  prefix: 0.5,
  part: 0.35,
} as const;
/** Fewer letters begin too many words. */
export const shortestPrefix = 3;
const shortestCompound = 8;
/** A concept is taken as meant from here on, and from half of what the surest one has: each costs a file. */
export const likely = 0.2;
/** No more concepts than this are looked up for a word, the surest first. */
const mostConcepts = 8;
/** A word found in so many offers needs no look-up of longer words and of its parts. */
const enough = 30;
/** More files than this are not loaded for the words that begin alike. */
const prefixFiles = 2;
/** Of the terms that begin alike, the shortest: with each letter typed the rest come into reach. */
const prefixTerms = 40;

/**
 * Looks a word up: as it is and in its other forms; where that is not enough, as a beginning (always for the word being
 * typed, `last`) and as a compound. Only a word that is none of these is taken for a mistyped one, first by one edit,
 * then by two; in the end for one that merely begins like others.
 */
export async function interpret(
  word: string,
  last: boolean,
  { terms, stemmers, compoundParts, loadHelp }: Interpreter,
): Promise<InterpretedWord> {
  const readings = new Map<string, Reading>();
  const add = (found: readonly Term[], kind: MatchKind, boostOf: number | ((term: Term) => number)): void => {
    for (const term of found) {
      if (readings.has(term.term)) continue;
      readings.set(term.term, { term, kind, boost: typeof boostOf === 'number' ? boostOf : boostOf(term) });
    }
  };
  const answer = (): InterpretedWord => ({ word, readings: [...readings.values()] });

  const [whole, forms] = await Promise.all([terms.exactly([word]), terms.exactly(formsOf(word, stemmers.ofTexts))]);
  add(whole, 'exact', boosts.exact);
  add(forms, 'form', boosts.form);
  // The word may still be in a language that no text is in, only names of concepts.
  if (readings.size === 0) add(await terms.exactly(formsOf(word, stemmers.ofNames)), 'form', boosts.form);
  if (readings.size === 0) {
    const bare = withoutProclitic(word);
    if (bare !== undefined) add(await inAllForms([bare]), 'form', boosts.form);
  }
  // Who ranks will need the offers of the concepts named; asking now saves waiting for one request after the other.
  terms.exactly([...conceptsNamed([...readings.values()]).keys()].map(conceptTerm)).catch(() => {});
  if (Math.max(0, ...[...readings.values()].map(({ term }) => frequencyOf(term))) >= enough) return answer();

  const isKnown = readings.size > 0;
  // Asked for beside the files, not after them.
  if (!isKnown) loadHelp().catch(() => {});
  const finding = partsOf(word);
  // Whoever awaits it hears of what went wrong.
  finding.catch(() => {});
  if (last || !isKnown)
    add(await beginningsOf(word), 'prefix', ({ term }) => (boosts.prefix * word.length) / term.length);
  if (readings.size > 0) {
    add(await finding, 'part', boosts.part);
    return answer();
  }

  // What it may be mistyped for is looked up beside its parts, not after them.
  const { guess } = await loadHelp();
  const [parts, guesses] = await Promise.all([
    finding,
    guess(word, {
      terms,
      hasParts: async () => (await finding).length > 0,
      isPart: async () => (isCompoundLike(word) ? partTest(await compoundParts(), stemmers.ofTexts) : undefined),
      formsOf: (spelling) => formsOf(spelling, stemmers.ofTexts),
      formsOfNames: (spelling) => formsOf(spelling, [...stemmers.ofTexts, ...stemmers.ofNames]),
      beginningsOf,
    }),
  ]);
  add(parts, 'part', boosts.part);
  for (const reading of guesses) add([reading.term], reading.kind, reading.boost);
  return answer();

  async function beginningsOf(start: string): Promise<Term[]> {
    if (start.length < shortestPrefix) return [];
    const found = await terms.prefix(start, prefixFiles);
    return found.sort((a, b) => a.term.length - b.term.length).slice(0, prefixTerms);
  }

  async function partsOf(compound: string): Promise<Term[]> {
    if (!isCompoundLike(compound)) return [];
    const [{ decompound }, known] = await Promise.all([loadHelp(), compoundParts()]);
    return inAllForms(decompound(compound, partTest(known, stemmers.ofTexts)));
  }

  function inAllForms(list: readonly string[]): Promise<Term[]> {
    return terms.exactly([...new Set(list.flatMap((part) => [part, ...formsOf(part, stemmers.ofTexts)]))]);
  }
}

const partTest =
  (known: ReadonlySet<string>, stemmers: readonly Stemmer[]) =>
  (part: string): boolean =>
    known.has(part) || stemmers.some((stem) => known.has(stem(part)));

const isCompoundLike = (word: string): boolean => word.length >= shortestCompound && /^[a-z]+$/.test(word);

/** Other spellings under which the same word may stand in the index, without the word itself. */
function formsOf(word: string, stemmers: readonly Stemmer[]): string[] {
  const short = withoutUmlautDigraphs(word);
  const spellings = short === undefined ? [word] : [word, short];
  const forms = new Set([...spellings, ...spellings.flatMap((spelling) => stemmers.map((stem) => stem(spelling)))]);
  forms.delete(word);
  return [...forms];
}

/** Of the concepts that readings of a word may name, those worth a look-up by this word alone. */
export function conceptsNamed(readings: readonly Reading[]): Map<string, number> {
  const named = meaningsOf(readings);
  const surest = Math.max(0, ...named.values());
  const likeliest = [...named].filter(([, share]) => share >= likely && share >= surest / 2);
  return new Map(likeliest.sort(([, a], [, b]) => b - a).slice(0, mostConcepts));
}

/**
 * The concepts that readings of a word may name, and how surely. Parts of a compound name one only where the word as
 * a whole does not: Arbeitslosengeld is about money, not about finding work.
 */
export function meaningsOf(readings: readonly Reading[]): Map<string, number> {
  const whole = readings.filter(({ kind }) => kind !== 'part');
  const named = new Map<string, number>();
  for (const { term, boost } of whole.some((reading) => reading.term.meanings.length > 0) ? whole : readings) {
    for (const { concept, weight } of term.meanings)
      named.set(concept, Math.max(named.get(concept) ?? 0, boost * weight));
  }
  return named;
}
