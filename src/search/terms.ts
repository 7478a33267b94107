import { ByteReader } from './bytes.ts';
import { isNear } from './edit-distance.ts';
import type { SearchFiles } from './files.ts';
import { fields, fileFor, hashAt, lastWhere, type Ranges } from './manifest.ts';
import { decodeShard, type Term } from './shard.ts';

/** Sorts above every term that begins with what stands before it. */
const beyond = '\uffff';

/** Looks terms up in the files of an index, loading no more of them than the question needs. Answers are sorted. */
export class Terms {
  readonly #files: SearchFiles;

  constructor(files: SearchFiles) {
    this.#files = files;
  }

  async exact(term: string): Promise<Term | undefined> {
    const shard = await this.#shard(fileFor(this.#files.manifest.terms.starts, term));
    const candidate = shard[lastWhere(shard.length, (index) => (shard[index]?.term ?? '') <= term)];
    return candidate?.term === term ? candidate : undefined;
  }

  /** All terms with this beginning; of the files that hold them, at most the first `most`. */
  async prefix(start: string, most = Infinity): Promise<Term[]> {
    const { starts } = this.#files.manifest.terms;
    const first = fileFor(starts, start);
    const last = Math.min(fileFor(starts, start + beyond), first + most - 1);
    const shards = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, index) => this.#shard(first + index)),
    );
    return shards.flat().filter(({ term }) => term.startsWith(start));
  }

  /** All terms with this ending. */
  async suffix(end: string): Promise<Term[]> {
    return this.exactly(await this.#spellingsEnding(end));
  }

  /** All terms that `test` accepts; `start` narrows it to those with this beginning. */
  async matching(test: (term: string) => boolean, start = ''): Promise<Term[]> {
    return this.exactly((await this.#spellingsStarting(start)).filter(test));
  }

  /** All terms at most `distance` edits away, as lunr counts them. */
  async near(word: string, distance: number): Promise<Term[]> {
    const near = (candidate: string): boolean => isNear(word, candidate, distance);
    if (distance > 1 || word.length < 3) return this.matching(near);
    // One edit leaves the front or the back half as it is; so only terms that share one of them come into question.
    const front = Math.ceil((word.length - 1) / 2);
    const back = word.slice(word.length - Math.floor((word.length - 1) / 2));
    const [starting, ending] = await Promise.all([
      this.#spellingsStarting(word.slice(0, front)),
      this.#spellingsEnding(back),
    ]);
    return this.exactly([...new Set([...starting, ...ending].filter(near))]);
  }

  /** The terms with just these spellings, those that do not exist left out. */
  async exactly(spellings: readonly string[]): Promise<Term[]> {
    const found = await Promise.all([...spellings].sort(byUnits).map((term) => this.exact(term)));
    return found.filter((term) => term !== undefined);
  }

  async #spellingsStarting(start: string): Promise<string[]> {
    const { dictionary } = this.#files.manifest;
    if (!dictionary) return (await this.prefix(start)).map(({ term }) => term);
    return this.#range('dictionary', dictionary, start);
  }

  async #spellingsEnding(end: string): Promise<string[]> {
    const { endings } = this.#files.manifest;
    if (!endings) return (await this.prefix('')).map(({ term }) => term).filter((term) => term.endsWith(end));
    // Half a character at the cut: the files know whole ones only.
    const whole = end.replace(/^[\udc00-\udfff]/, '');
    return (await this.#range('endings', endings, reversed(whole))).map(reversed).filter((term) => term.endsWith(end));
  }

  async #range(kind: string, { starts, files }: Ranges, start: string): Promise<string[]> {
    const first = fileFor(starts, start);
    const last = fileFor(starts, start + beyond);
    const lists = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, index) =>
        this.#files.load(`${kind}${first + index}`, hashAt(files, first + index), (bytes) =>
          new ByteReader(bytes).frontCoded(),
        ),
      ),
    );
    return lists.flat().filter((term) => term.startsWith(start));
  }

  #shard(number: number): Promise<Term[]> {
    const { files } = this.#files.manifest.terms;
    return this.#files.load(`terms${number}`, hashAt(files, number), (bytes) => decodeShard(bytes, fields.length));
  }
}

/** By UTF-16 units, never in halves: a surrogate pair keeps its order, or the file could not be written as UTF-8. */
export const reversed = (term: string): string => [...term].reverse().join('');

export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
