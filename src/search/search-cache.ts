import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { LanguageTag } from '../model/diagnostic.ts';
import { Lexicon } from './lexicon.ts';
import type { Concept, SearchDocument, SearchInput } from './search-document.ts';

/** What is kept from one build to the next; what the last build did not need is forgotten. */
class Kept<Value> {
  #now: Map<string, Value>;
  #before: ReadonlyMap<string, Value> = new Map();

  /** `last`: of the last round. */
  constructor(last?: ReadonlyMap<string, Value>) {
    this.#now = new Map(last);
  }

  /** What was asked for since the round began. */
  get round(): ReadonlyMap<string, Value> {
    return this.#now;
  }

  startRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** What may be asked for. */
  get all(): ReadonlyMap<string, Value> {
    return new Map([...this.#before, ...this.#now]);
  }

  get(key: string): Value | undefined {
    const value = this.#now.get(key) ?? this.#before.get(key);
    if (value !== undefined) this.#now.set(key, value);
    return value;
  }

  set(key: string, value: Value): Value {
    this.#now.set(key, value);
    return value;
  }
}

/** Of a document of the last process only that is known. */
interface KnownDocument {
  readonly key: string;
  /** Of the document. */
  readonly hash: string;
}
interface KnownIndex {
  /** Of all that it was made from. */
  readonly hash: string;
  readonly files: Map<string, Uint8Array>;
}
interface Known {
  readonly documents: ReadonlyMap<string, KnownDocument>;
  readonly indexes: ReadonlyMap<string, KnownIndex>;
  /** Packed files by the hash of their content. */
  readonly packed: ReadonlyMap<string, Uint8Array>;
}

interface KeptDocument {
  readonly key: string;
  readonly document: SearchDocument;
}
interface KeptIndex {
  readonly input: SearchInput;
  readonly files: Map<string, Uint8Array>;
}

/**
 * Lets builds of the search share work: the languages of a site always; where it `remembers` also the builds of one
 * `npm start`, for the price of the memory; and where it `lasts` those of one process after the other, which know the
 * hashes of documents and the files of languages. It never changes what comes out, only how long it takes; everything in
 * it is known by its content.
 */
export class SearchCache {
  readonly remembers: boolean;
  readonly lasts: boolean;
  readonly lexicon: Lexicon;
  readonly #documents = new Kept<KeptDocument>();
  readonly #indexes = new Kept<KeptIndex>();
  readonly #packed: Kept<Uint8Array>;
  readonly #knownDocuments: Kept<KnownDocument>;
  readonly #knownIndexes: Kept<KnownIndex>;
  #concepts: readonly Concept[] = [];
  #hashOfConcepts: string | undefined;
  #isUnfinished = false;

  constructor({ remembers = false, last }: { readonly remembers?: boolean; readonly last?: Known } = {}) {
    this.remembers = remembers;
    this.lasts = last !== undefined;
    this.lexicon = new Lexicon({ remembers });
    this.#packed = new Kept(last?.packed);
    this.#knownDocuments = new Kept(last?.documents);
    this.#knownIndexes = new Kept(last?.indexes);
  }

  /**
   * A cache that knows what one in an earlier process has packed, which must have been of the same code. Without that, or
   * with anything else, it knows nothing.
   */
  static unpack(bytes: Uint8Array | undefined): SearchCache {
    return new SearchCache({ last: (bytes && unpackKnown(bytes)) ?? nothing });
  }

  /** For another process: what this round has needed. Undefined where the cache does not last. */
  pack(): Buffer | undefined {
    return this.lasts
      ? packKnown({
          documents: this.#knownDocuments.round,
          indexes: this.#knownIndexes.round,
          packed: this.#packed.all,
        })
      : undefined;
  }

  /** To be called before each build of the whole catalogue but the first that anything is known of. */
  startRound(): void {
    this.lexicon.startRound();
    const all = [this.#documents, this.#indexes, this.#packed, this.#knownDocuments, this.#knownIndexes];
    for (const kept of all) kept.startRound();
  }

  /** Begins a build of the whole catalogue, or goes on with one that was broken off: it has not yet asked for all that it needs. */
  beginRound(): void {
    if (!this.#isUnfinished) this.startRound();
    this.#isUnfinished = true;
  }

  /** All languages have been built. */
  endRound(): void {
    this.#isUnfinished = false;
  }

  /** The document of the last build where `key`, the hash of all it is made from, or else what was made is the same. */
  document(lang: LanguageTag, id: string, key: string, make: () => SearchDocument): SearchDocument {
    if (!this.remembers) return make();
    const name = `${lang}/${id}`;
    const kept = this.#documents.get(name);
    if (kept?.key === key) return kept.document;
    const made = make();
    const document = kept && isDeepStrictEqual(kept.document, made) ? kept.document : made;
    return this.#documents.set(name, { key, document }).document;
  }

  /** The hash of a document; it is made only where `key`, the hash of all it is made from, is not that of the last build. */
  documentHash(lang: LanguageTag, id: string, key: string, make: () => SearchDocument): string {
    const name = `${lang}/${id}`;
    const known = this.#knownDocuments.get(name);
    if (known?.key === key) return known.hash;
    return this.#knownDocuments.set(name, { key, hash: contentHash(JSON.stringify(make())) }).hash;
  }

  /** The concepts of the last build where they are the same. */
  concepts(made: readonly Concept[]): readonly Concept[] {
    if (isDeepStrictEqual(this.#concepts, made)) return this.#concepts;
    this.#hashOfConcepts = undefined;
    return (this.#concepts = made);
  }

  hashOfConcepts(): string {
    return (this.#hashOfConcepts ??= contentHash(JSON.stringify(this.#concepts)));
  }

  /** The files of the last build where it was given the very same documents and concepts; `variant` is anything else they depend on. */
  index(input: SearchInput, variant: string, make: () => Map<string, Uint8Array>): Map<string, Uint8Array> {
    const name = `${input.language}/${variant}`;
    if (this.lasts && input.hash !== undefined) {
      const known = this.#knownIndexes.get(name);
      if (known?.hash === input.hash) return known.files;
      return this.#knownIndexes.set(name, { hash: input.hash, files: make() }).files;
    }
    if (!this.remembers) return make();
    const kept = this.#indexes.get(name);
    if (kept && isSameInput(kept.input, input)) return kept.files;
    return this.#indexes.set(name, { input, files: make() }).files;
  }

  packed(content: Uint8Array, pack: (content: Uint8Array) => Uint8Array): Uint8Array {
    if (!this.remembers && !this.lasts) return pack(content);
    const key = contentHash(content);
    return this.#packed.get(key) ?? this.#packed.set(key, pack(content));
  }
}

/** How `Known` is written: the files of an index one after the other, which is read much faster than each by itself. */
interface Packed {
  readonly format: typeof packedFormat;
  readonly documents: Known['documents'];
  readonly indexes: readonly {
    readonly name: string;
    readonly hash: string;
    readonly paths: readonly string[];
    /** Of what the files are packed; empty where that is not known. */
    readonly contents: readonly string[];
    readonly ends: Uint32Array;
    readonly bytes: Uint8Array;
  }[];
}
const nothing: Known = { documents: new Map(), indexes: new Map(), packed: new Map() };
const packedFormat = 'search 2';
const digestLength = 20;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

function packKnown({ documents, indexes, packed: byContent }: Known): Buffer {
  const contentOf = new Map(Array.from(byContent, ([key, bytes]) => [bytes, key]));
  const packed: Packed = {
    format: packedFormat,
    documents,
    indexes: Array.from(indexes, ([name, { hash, files }]) => {
      let end = 0;
      const ends = Uint32Array.from(files.values(), ({ length }) => (end += length));
      const contents = Array.from(files.values(), (bytes) => contentOf.get(bytes) ?? '');
      return { name, hash, paths: [...files.keys()], contents, ends, bytes: Buffer.concat([...files.values()]) };
    }),
  };
  const bytes = serialize(packed);
  return Buffer.concat([digestOf(bytes), bytes]);
}

function unpackKnown(bytes: Uint8Array): Known | undefined {
  try {
    const content = bytes.subarray(digestLength);
    if (!digestOf(content).equals(bytes.subarray(0, digestLength))) return undefined;
    const { format, documents, indexes } = deserialize(content) as Packed;
    if (format !== packedFormat) return undefined;
    const read = new Map(indexes.map((index) => [index.name, filesIn(index)]));
    const packed = new Map<string, Uint8Array>();
    for (const { name, paths, contents } of indexes) {
      for (const [index, path] of paths.entries())
        if (contents[index] !== '') packed.set(contents[index]!, read.get(name)!.files.get(path)!);
    }
    return { documents, indexes: read, packed };
  } catch {
    return undefined;
  }
}

function filesIn({ hash, paths, ends, bytes }: Packed['indexes'][number]): KnownIndex {
  const contents = paths.map((_, index) => bytes.subarray(ends[index - 1] ?? 0, ends[index]));
  return { hash, files: new Map(paths.map((path, index) => [path, contents[index]!])) };
}

/** By identity: a document that says the same is the same object, or its index is made again. */
function isSameInput(a: SearchInput, b: SearchInput): boolean {
  return (
    a.concepts === b.concepts &&
    a.documents.length === b.documents.length &&
    a.documents.every((document, index) => document === b.documents[index])
  );
}

export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64');
