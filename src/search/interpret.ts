import { decompound } from './decompound.ts';
import { withoutUmlautDigraphs } from './fold.ts';
import type { Term } from './shard.ts';
import type { Stemmer } from './stem.ts';
import type { Terms } from './terms.ts';

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
  readonly stemmers: readonly Stemmer[];
  /** The stems into which the catalogue's own compounds fall; loaded when a word could be one. */
  compoundParts(): Promise<ReadonlySet<string>>;
}

const boosts = { exact: 1, form: 0.8, prefix: 0.5, part: 0.45, oneEdit: 0.6, twoEdits: 0.35, beginning: 0.2 } as const;
const shortestPrefix = 3;
const shortestTypo = 4;
const shortestTwoEdits = 7;
const shortestCompound = 8;
/** More files than this are not loaded for the words that begin alike. */
const prefixFiles = 3;
/** Of the terms that begin alike, the shortest: with each letter typed the rest come into reach. */
const prefixTerms = 40;

/**
 * Looks a word up: as it is and in its other forms, then as a beginning (always for the word being typed, `last`), then
 * as a compound; only a word that is none of these is taken for a mistyped one, first by one edit, then by two.
 */
export async function interpret(
  word: string,
  last: boolean,
  { terms, stemmers, compoundParts }: Interpreter,
): Promise<InterpretedWord> {
  const readings = new Map<string, Reading>();
  const add = (found: readonly Term[], kind: MatchKind, boostOf: number | ((term: Term) => number)): void => {
    for (const term of found) {
      if (readings.has(term.term)) continue;
      readings.set(term.term, { term, kind, boost: typeof boostOf === 'number' ? boostOf : boostOf(term) });
    }
  };
  const answer = (): InterpretedWord => ({ word, readings: [...readings.values()] });

  const [whole, forms, parts, begun] = await Promise.all([
    terms.exactly([word]),
    terms.exactly(formsOf(word, stemmers)),
    partsOf(word),
    last ? beginningsOf(word) : [],
  ]);
  add(whole, 'exact', boosts.exact);
  add(forms, 'form', boosts.form);
  const isKnown = readings.size > 0;
  add(
    isKnown || last ? begun : await beginningsOf(word),
    'prefix',
    ({ term }) => (boosts.prefix * word.length) / term.length,
  );
  add(parts, 'part', boosts.part);
  if (readings.size > 0 && (isKnown || parts.length === 0)) return answer();

  if (word.length >= shortestTypo) add(await terms.near(word, 1), 'typo', boosts.oneEdit);
  if (readings.size > 0) return answer();
  if (word.length >= shortestTwoEdits) add(await terms.near(word, 2), 'typo', boosts.twoEdits);
  for (
    let length = word.length - 1;
    readings.size === 0 && length >= Math.max(shortestPrefix, word.length / 2);
    length--
  ) {
    add(await beginningsOf(word.slice(0, length)), 'beginning', boosts.beginning);
  }
  return answer();

  async function beginningsOf(start: string): Promise<Term[]> {
    if (start.length < shortestPrefix) return [];
    const found = await terms.prefix(start, prefixFiles);
    return found.sort((a, b) => a.term.length - b.term.length).slice(0, prefixTerms);
  }

  async function partsOf(compound: string): Promise<Term[]> {
    if (compound.length < shortestCompound || !/^[a-z]+$/.test(compound)) return [];
    const known = await compoundParts();
    const found = decompound(compound, (part) => known.has(part) || stemmers.some((stem) => known.has(stem(part))));
    return terms.exactly(found.flatMap((part) => [part, ...formsOf(part, stemmers)]));
  }
}

/** Other spellings under which the same word may stand in the index, without the word itself. */
function formsOf(word: string, stemmers: readonly Stemmer[]): string[] {
  const short = withoutUmlautDigraphs(word);
  const spellings = short === undefined ? [word] : [word, short];
  const forms = new Set([...spellings, ...spellings.flatMap((spelling) => stemmers.map((stem) => stem(spelling)))]);
  forms.delete(word);
  return [...forms];
}
