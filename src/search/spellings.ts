import { ByteReader } from './bytes.ts';
import { isNear } from './edit-distance.ts';
import { filesWith } from './manifest.ts';
import type { Term } from './shard.ts';
import { readSorted } from './sorted-strings.ts';
import type { Terms } from './terms.ts';

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
    return this.#terms.exactly((await this.#starting(start)).filter(test));
  }

  /** All spellings at most `distance` edits away, as lunr counts them; with `sameStart` only those whose first half is as in `word`, which takes half the files. */
  async near(word: string, distance: number, sameStart = false): Promise<string[]> {
    const isClose = (candidate: string): boolean => isNear(word, candidate, distance);
    // One edit leaves the front or the back half as it is; so only terms that share one of them come into question.
    const halves = distance === 1 && word.length > 2;
    if (!halves && !sameStart) return (await this.#starting('')).filter(isClose);
    const front = word.slice(0, Math.ceil((word.length - 1) / 2));
    const back = word.slice(word.length - Math.floor((word.length - 1) / 2));
    const lists = await Promise.all([this.#starting(front), sameStart ? [] : this.#ending(back)]);
    return [...new Set(lists.flat().filter(isClose))];
  }

  async #starting(start: string): Promise<string[]> {
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
