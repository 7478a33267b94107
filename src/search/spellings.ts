import { ByteReader } from './bytes.ts';
import { isNear } from './edit-distance.ts';
import { filesWith } from './manifest.ts';
import type { Term } from './shard.ts';
import { readSorted } from './sorted-strings.ts';
import type { Terms } from './terms.ts';

/** So many letters at the beginning, or else so many at the end; 0 where these do not help. */
export interface Kept {
  readonly start: number;
  readonly end: number;
}

/** One edit leaves the front or the back half as it is, so only terms that share one of them come into question. */
const keptBy = (word: string, distance: number): Kept | undefined =>
  distance === 1 && word.length > 2 ? { start: frontHalf(word), end: Math.floor((word.length - 1) / 2) } : undefined;

export const frontHalf = (word: string): number => Math.ceil((word.length - 1) / 2);

/** Looks terms up by more than their beginning, in the lists of all terms. Answers are sorted. */
export class Spellings {
  readonly #terms: Terms;

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** All terms with this ending. */
  async suffix(end: string): Promise<Term[]> {
    return this.#terms.exactly(await this.#ending(end));
  }

  /** All terms that `test` accepts; `start` narrows it to those with this beginning. */
  async matching(test: (term: string) => boolean, start = ''): Promise<Term[]> {
    return this.#terms.exactly((await this.startingWith(start)).filter(test));
  }

  /** All spellings at most `distance` edits away, as lunr counts them; with `kept` only those where that is as in `word`. */
  async near(word: string, distance: number, kept = keptBy(word, distance)): Promise<string[]> {
    const isClose = (candidate: string): boolean => isNear(word, candidate, distance);
    if (!kept) return (await this.startingWith('')).filter(isClose);
    const { start, end } = kept;
    const lists = await Promise.all([
      start > 0 ? this.startingWith(word.slice(0, start)) : [],
      end > 0 ? this.#ending(word.slice(-end)) : [],
    ]);
    return [...new Set(lists.flat().filter(isClose))];
  }

  /** The spellings of all terms with this beginning. */
  async startingWith(start: string): Promise<string[]> {
    if (this.#terms.files.manifest.dictionary === undefined)
      return (await this.#terms.prefix(start)).map(({ term }) => term);
    return this.#listed('dictionary', start);
  }

  async #ending(end: string): Promise<string[]> {
    if (this.#terms.files.manifest.endings === undefined) {
      return (await this.#terms.prefix('')).map(({ term }) => term).filter((term) => term.endsWith(end));
    }
    // Half a character at the cut: the files know whole ones only.
    const whole = end.replace(/^[\udc00-\udfff]/, '');
    return (await this.#listed('endings', reversed(whole))).map(reversed).filter((term) => term.endsWith(end));
  }

  async #listed(kind: 'dictionary' | 'endings', start: string): Promise<string[]> {
    const { files } = this.#terms;
    const lists = filesWith(readSorted(files.manifest[kind] ?? ''), start).map((file) =>
      files.load(kind, file, (bytes) => new ByteReader(bytes).frontCoded()),
    );
    return (await Promise.all(lists)).flat().filter((term) => term.startsWith(start));
  }
}

/** By UTF-16 units, never in halves: a surrogate pair keeps its order, or the file could not be written as UTF-8. */
export const reversed = (term: string): string => [...term].reverse().join('');
