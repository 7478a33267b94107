import type { SearchFiles } from './files.ts';
import { leadsOf } from './lead-list.ts';
import { fileFor, filesWith, lastWhere } from './manifest.ts';
import { decodeShard, type Term } from './shard.ts';
import { readSorted } from './sorted-strings.ts';

/** Looks terms up in the files of an index, loading no more of them than the question needs. Answers are sorted. */
export class Terms {
  readonly files: SearchFiles;
  readonly #starts: readonly string[];
  /** The terms that have a file of their own. */
  readonly #common: readonly string[];

  constructor(files: SearchFiles) {
    const { terms, common = '' } = files.manifest;
    this.files = files;
    this.#starts = readSorted(terms);
    this.#common = readSorted(common);
  }

  async exact(term: string): Promise<Term | undefined> {
    const common = fileFor(this.#common, term);
    const loading = this.#shard(
      this.#common[common] === term ? this.#starts.length + common : fileFor(this.#starts, term),
    );
    // Who looks a name up will want the offers behind it: asking now saves waiting for one request after the other.
    for (const file of leadsOf(term, this.files.manifest.leads ?? '')) this.#shard(file).catch(() => {});
    const shard = await loading;
    const candidate = shard[lastWhere(shard.length, (index) => (shard[index]?.term ?? '') <= term)];
    return candidate?.term === term ? candidate : undefined;
  }

  /** All terms with this beginning; of the files that hold them, at most the first `most`. */
  async prefix(start: string, most = Infinity): Promise<Term[]> {
    const files = [
      ...filesWith(this.#starts, start).map((file) => ({ file, from: this.#starts[file] ?? '' })),
      ...this.#common.flatMap((term, index) =>
        term.startsWith(start) ? [{ file: this.#starts.length + index, from: term }] : [],
      ),
    ].sort((a, b) => byUnits(a.from, b.from));
    const shards = await Promise.all(files.slice(0, most).map(({ file }) => this.#shard(file)));
    return shards
      .flat()
      .filter(({ term }) => term.startsWith(start))
      .sort((a, b) => byUnits(a.term, b.term));
  }

  /** The terms with just these spellings, those that do not exist left out. */
  async exactly(spellings: readonly string[]): Promise<Term[]> {
    const found = await Promise.all([...spellings].sort(byUnits).map((term) => this.exact(term)));
    return found.filter((term) => term !== undefined);
  }

  #shard(number: number): Promise<Term[]> {
    return this.files.load('terms', number, (bytes) => decodeShard(bytes, this.files.manifest));
  }
}

export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
