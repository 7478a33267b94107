import type { LanguageTag } from '../model/diagnostic.ts';
import type { StemRules } from './stem.ts';

/** Raised when a reader of the old version could misread the new files. */
export const formatVersion = 1;

/** lunr's fields, in the order in which files number them. */
export const fields = ['title', 'summary', 'keywords', 'body', 'parts'] as const;
export type FieldName = (typeof fields)[number];

/** Sorted strings cut into files; `starts[n]` is the shortest string above everything in file n − 1 (`''` for the first). */
export interface Ranges {
  readonly starts: readonly string[];
  /** The hashes of the files, `hashLength` characters each, one after another. */
  readonly files: string;
}

/** `search/<lang>/manifest.json`, the one file with a fixed name. How it is read: docs/en/search.md. */
export interface Manifest {
  readonly format: number;
  readonly language: LanguageTag;
  readonly documents: number;
  /** Posting shards (`terms<n>-<hash>`). */
  readonly terms: Ranges;
  /** All terms without postings (`dictionary<n>-<hash>`); absent where there is only one posting shard. */
  readonly dictionary?: Ranges;
  /** All terms spelt backwards (`endings<n>-<hash>`); absent where `dictionary` is. */
  readonly endings?: Ranges;
  readonly cards: { readonly perFile: number; readonly files: string };
  /** Which `facets<n>-<hash>` file holds a facet. */
  readonly facets: { readonly fileOf: Readonly<Record<string, number>>; readonly files: string };
  /** Hashes of `ids-…` (all ids in document order), `ranks-…` (a byte a document), `compounds-…` (parts of German words). */
  readonly ids: string;
  readonly ranks: string;
  readonly compounds: string;
  /** Of the page's language first, then of those that visitors mix in. */
  readonly stemmers: readonly StemRules[];
  readonly stopWords: readonly string[];
}

export const hashLength = 6;

export const manifestName = (lang: LanguageTag): string => `search/${lang}/manifest.json`;

/** Path from the root of the site; the hash makes the file immutable. `kind` carries the number where there are several. */
export const fileName = (lang: LanguageTag, kind: string, hash: string): string => `search/${lang}/${kind}-${hash}.bin`;

export const hashAt = (files: string, index: number): string =>
  files.slice(index * hashLength, (index + 1) * hashLength);

/** Number of the file in which `term` is, if it is anywhere. */
export const fileFor = (starts: readonly string[], term: string): number =>
  lastWhere(starts.length, (index) => (starts[index] ?? '') <= term);

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
