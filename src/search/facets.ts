import { ByteReader, ByteWriter } from './bytes.ts';
import type { SearchFiles } from './files.ts';

/** A set of documents, one bit each. */
export type DocumentSet = Uint32Array;

/** What the visitor has chosen: values of one key widen, keys narrow. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Of each value of a facet, how many documents a visitor would see. */
export type FacetCounts = Record<string, Record<string, number>>;

/** The documents of each value, by key. */
export type FacetColumns = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export function encodeFacets(columns: FacetColumns): Uint8Array {
  const out = new ByteWriter();
  for (const [key, values] of columns) {
    out.text(key);
    out.number(values.size);
    for (const [value, documents] of values) {
      out.text(value);
      out.number(documents.length);
      out.rising(documents);
    }
  }
  return out.take();
}

type Facets = ReadonlyMap<string, ReadonlyMap<string, DocumentSet>>;

export function decodeFacets(bytes: Uint8Array, documentCount: number): Facets {
  const input = new ByteReader(bytes);
  const facets = new Map<string, Map<string, DocumentSet>>();
  while (!input.done) {
    const key = input.text();
    const values = new Map<string, DocumentSet>();
    for (let count = input.number(); count > 0; count--) {
      const value = input.text();
      values.set(value, documentSet(documentCount, input.rising(input.number())));
    }
    facets.set(key, values);
  }
  return facets;
}

/** Filtering and counting; the columns of a facet are loaded when it is first needed. */
export class FacetIndex {
  readonly #files: SearchFiles;

  constructor(files: SearchFiles) {
    this.#files = files;
  }

  get keys(): string[] {
    return Object.keys(this.#files.manifest.facets);
  }

  /** The documents with any of these values; a value or key that no document has matches none. */
  async withAny(key: string, values: readonly string[]): Promise<DocumentSet> {
    const known = await this.#values(key);
    const set = new Uint32Array(Math.ceil(this.#files.manifest.documents / 32));
    for (const value of values) known.get(value)?.forEach((bits, word) => (set[word] = (set[word] ?? 0) | bits));
    return set;
  }

  /** The documents that pass each key of the filter, by key; keys without a chosen value are left out. */
  async chosen(filters: Filters): Promise<Map<string, DocumentSet>> {
    const keys = Object.keys(filters).filter((key) => (filters[key] ?? []).length > 0);
    return new Map(
      await Promise.all(keys.map(async (key) => [key, await this.withAny(key, filters[key] ?? [])] as const)),
    );
  }

  /**
   * How many of `found` each value of `keys` would leave: what is chosen in other facets holds, what is chosen in the
   * same one does not, as its values widen each other.
   */
  async counts(
    keys: readonly string[],
    found: DocumentSet,
    chosen: ReadonlyMap<string, DocumentSet>,
  ): Promise<FacetCounts> {
    const counts: FacetCounts = {};
    for (const key of keys) {
      const base = intersection(
        found,
        [...chosen].filter(([other]) => other !== key).map(([, set]) => set),
      );
      const values = await this.#values(key);
      counts[key] = Object.fromEntries([...values].map(([value, set]) => [value, sizeOfIntersection(base, set)]));
    }
    return counts;
  }

  async #values(key: string): Promise<ReadonlyMap<string, DocumentSet>> {
    const { documents, facets } = this.#files.manifest;
    const file = Object.hasOwn(facets, key) ? facets[key] : undefined;
    if (file === undefined) return new Map();
    const loaded = await this.#files.load('facets', file, (bytes) => decodeFacets(bytes, documents));
    return loaded.get(key) ?? new Map();
  }
}

export function documentSet(documentCount: number, documents: Iterable<number>): DocumentSet {
  const set = new Uint32Array(Math.ceil(documentCount / 32));
  for (const document of documents) set[document >> 5] = (set[document >> 5] ?? 0) | (1 << (document & 31));
  return set;
}

export const has = (set: DocumentSet, document: number): boolean =>
  (((set[document >> 5] ?? 0) >>> (document & 31)) & 1) === 1;

export function intersection(set: DocumentSet, others: readonly DocumentSet[]): DocumentSet {
  return set.map((bits, word) => others.reduce((left, other) => left & (other[word] ?? 0), bits));
}

function sizeOfIntersection(a: DocumentSet, b: DocumentSet): number {
  let size = 0;
  for (let word = 0; word < a.length; word++) size += bitCount((a[word] ?? 0) & (b[word] ?? 0));
  return size;
}

function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
