import type { LanguageTag } from '../model/diagnostic.ts';
import type { LeadList } from './lead-list.ts';
import type { SortedStrings } from './sorted-strings.ts';
import type { StemRules } from './stem.ts';

/** Raised when a reader of the old version could misread the new files. */
export const formatVersion = 4;

/** lunr's fields, in the order in which files number them. */
export const fields = ['title', 'summary', 'topics', 'keywords', 'body', 'parts'] as const;
export type FieldName = (typeof fields)[number];

/** What a concept is called among the terms; no word of a text contains `#`. */
export const conceptTerm = (id: string): string => `#${id}`;

/** Sorted strings cut into files: the shortest strings that are above everything in the file before, `''` for the first. */
export type Starts = SortedStrings;

/** `search/<lang>/manifest.json`, the one file with a fixed name. How it is read: docs/en/search.md. */
export interface Manifest {
  readonly format: number;
  readonly language: LanguageTag;
  readonly documents: number;
  /** By field: how many terms it has in all documents together. */
  readonly lengths: readonly number[];
  /** Posting shards, without the terms in `common`. */
  readonly terms: Starts;
  /** Terms with long postings: each has a shard of its own, numbered after those of `terms`. Absent where there is only one posting shard. */
  readonly common?: SortedStrings;
  /** All terms without postings; absent where there is only one posting shard. */
  readonly dictionary?: Starts;
  /** All terms spelt backwards; absent where `dictionary` is. */
  readonly endings?: Starts;
  /**
   * The likeliest words that name concepts, with the terms files where the offers of those concepts are: loaded together
   * with the word, not after it. Absent where there is only one posting shard.
   */
  readonly leads?: LeadList;
  /** A digit an offer: how much it is preferred where scores are close. Here, because it changes from day to day. */
  readonly ranks: string;
  /** In which file the values of a facet are. */
  readonly facets: Readonly<Record<string, number>>;
  /** `frame` stands in front of what every file of cards unpacks to, so that none has to say it again. */
  readonly cards: { readonly perFile: number; readonly frame: string };
  /** By kind `hashLength` letters for each block of its files, one after the other: one for each file would be half of all that a reader loads first. */
  readonly hashes: Readonly<Record<FileKind, string>>;
  /** How many files have a hash in common; 1 where it does not say. */
  readonly filesPerHash: Readonly<Partial<Record<FileKind, number>>>;
  /** Of the languages of texts, and of others in which visitors ask. */
  readonly stemmers: { readonly ofTexts: readonly StemRules[]; readonly ofNames: readonly StemRules[] };
}

/** compounds: parts of German words · ids: of all offers, in document order · smalltalk: stop words, for queries of several words. */
export type FileKind = 'terms' | 'dictionary' | 'endings' | 'cards' | 'facets' | 'ids' | 'compounds' | 'smalltalk';

export const hashLength = 6;

export const manifestName = (lang: LanguageTag): string => `search/${lang}/manifest.json`;

/** Path from the root of the site; the hash makes the file immutable. */
export function fileName(
  { language, hashes, filesPerHash }: Pick<Manifest, 'language' | 'hashes' | 'filesPerHash'>,
  kind: FileKind,
  number: number,
): string {
  const at = hashLength * Math.floor(number / (filesPerHash[kind] ?? 1));
  return `search/${language}/${kind}-${hashes[kind].slice(at, at + hashLength)}-${number}.bin`;
}

/** Number of the file in which `term` is, if it is anywhere. */
export const fileFor = (starts: readonly string[], term: string): number =>
  lastWhere(starts.length, (index) => (starts[index] ?? '') <= term);

/** Sorts above every term that begins with what stands before it. */
const beyond = '\uffff';

/** Numbers of all files with terms that have this beginning. */
export function filesWith(starts: readonly string[], start: string): number[] {
  const first = fileFor(starts, start);
  return Array.from({ length: fileFor(starts, start + beyond) - first + 1 }, (_, index) => first + index);
}

/** The last of `count` places where `holds` is true; it must be true up to some place and false from there on. 0 where it never is. */
export function lastWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
