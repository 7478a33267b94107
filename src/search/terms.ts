import { ByteReader } from './bytes.ts';
import { isNear } from './edit-distance.ts';
import type { SearchFiles } from './files.ts';
import { leadMark, readLeads } from './lead-list.ts';
import { fields, fileFor, lastWhere } from './manifest.ts';
import { decodeShard, type Term } from './shard.ts';
import { readSorted } from './sorted-strings.ts';

/** Sorts above every term that begins with what stands before it. */
const beyond = '\uffff';

/** Looks terms up in the files of an index, loading no more of them than the question needs. Answers are sorted. */
export class Terms {
  readonly #files: SearchFiles;
  readonly #starts: Readonly<Record<'terms' | 'dictionary' | 'endings', readonly string[]>>;
  /** The terms that have a file of their own. */
  readonly #common: readonly string[];
  readonly #leads: ReadonlyMap<string, readonly number[]>;

  constructor(files: SearchFiles) {
    const { terms, common = '', dictionary = '', endings = '', leads = '' } = files.manifest;
    this.#files = files;
    this.#starts = { terms: readSorted(terms), dictionary: readSorted(dictionary), endings: readSorted(endings) };
    this.#common = readSorted(common);
    this.#leads = readLeads(leads);
  }

  async exact(term: string): Promise<Term | undefined> {
    // Who looks a name up will want the offers behind it: asking now saves waiting for one request after the other.
    for (const file of this.#leads.get(leadMark(term)) ?? []) this.#shard(file).catch(() => {});
    const common = fileFor(this.#common, term);
    const shard = await this.#shard(
      this.#common[common] === term ? this.#starts.terms.length + common : fileFor(this.#starts.terms, term),
    );
    const candidate = shard[lastWhere(shard.length, (index) => (shard[index]?.term ?? '') <= term)];
    return candidate?.term === term ? candidate : undefined;
  }

  /** All terms with this beginning; of the files that hold them, at most the first `most`. */
  async prefix(start: string, most = Infinity): Promise<Term[]> {
    const { terms } = this.#starts;
    const files = [
      ...this.#filesWith('terms', start).map((file) => ({ file, from: terms[file] ?? '' })),
      ...this.#common.flatMap((term, index) =>
        term.startsWith(start) ? [{ file: terms.length + index, from: term }] : [],
      ),
    ].sort((a, b) => byUnits(a.from, b.from));
    const shards = await Promise.all(files.slice(0, most).map(({ file }) => this.#shard(file)));
    return shards
      .flat()
      .filter(({ term }) => term.startsWith(start))
      .sort((a, b) => byUnits(a.term, b.term));
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
    return this.exactly(await this.spellingsNear(word, distance));
  }

  /** The spellings of `near`; with `sameStart` only those whose first half is as in `word`, which takes half the files. */
  async spellingsNear(word: string, distance: number, sameStart = false): Promise<string[]> {
    const isClose = (candidate: string): boolean => isNear(word, candidate, distance);
    // One edit leaves the front or the back half as it is; so only terms that share one of them come into question.
    const halves = distance === 1 && word.length > 2;
    if (!halves && !sameStart) return (await this.#spellingsStarting('')).filter(isClose);
    const front = word.slice(0, Math.ceil((word.length - 1) / 2));
    const back = word.slice(word.length - Math.floor((word.length - 1) / 2));
    const lists = await Promise.all([this.#spellingsStarting(front), sameStart ? [] : this.#spellingsEnding(back)]);
    return [...new Set(lists.flat().filter(isClose))];
  }

  /** The terms with just these spellings, those that do not exist left out. */
  async exactly(spellings: readonly string[]): Promise<Term[]> {
    const found = await Promise.all([...spellings].sort(byUnits).map((term) => this.exact(term)));
    return found.filter((term) => term !== undefined);
  }

  async #spellingsStarting(start: string): Promise<string[]> {
    if (this.#files.manifest.dictionary === undefined) return (await this.prefix(start)).map(({ term }) => term);
    return this.#spellings('dictionary', start);
  }

  async #spellingsEnding(end: string): Promise<string[]> {
    if (this.#files.manifest.endings === undefined) {
      return (await this.prefix('')).map(({ term }) => term).filter((term) => term.endsWith(end));
    }
    // Half a character at the cut: the files know whole ones only.
    const whole = end.replace(/^[\udc00-\udfff]/, '');
    return (await this.#spellings('endings', reversed(whole))).map(reversed).filter((term) => term.endsWith(end));
  }

  async #spellings(kind: 'dictionary' | 'endings', start: string): Promise<string[]> {
    const lists = this.#filesWith(kind, start).map((file) =>
      this.#files.load(kind, file, (bytes) => new ByteReader(bytes).frontCoded()),
    );
    return (await Promise.all(lists)).flat().filter((term) => term.startsWith(start));
  }

  /** Numbers of all files with terms that have this beginning. */
  #filesWith(kind: 'terms' | 'dictionary' | 'endings', start: string): number[] {
    const first = fileFor(this.#starts[kind], start);
    const last = fileFor(this.#starts[kind], start + beyond);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  #shard(number: number): Promise<Term[]> {
    return this.#files.load('terms', number, (bytes) => decodeShard(bytes, fields.length));
  }
}

/** By UTF-16 units, never in halves: a surrogate pair keeps its order, or the file could not be written as UTF-8. */
export const reversed = (term: string): string => [...term].reverse().join('');

export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
