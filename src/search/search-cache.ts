import { isDeepStrictEqual } from 'node:util';
import type { LanguageTag } from '../model/diagnostic.ts';
import { contentHash } from './content-hash.ts';
import { LastingSearch, type LastingLanguage, type ReadPart } from './lasting-search.ts';
import { Lexicon } from './lexicon.ts';
import { NameMeanings } from './name-meanings.ts';
import type { Concept, SearchDocument, SearchInput } from './search-document.ts';

/** Where little is kept, only texts of so many letters, such as names: they are met most often, and others take most of the memory. */
const short = 200;

/** What is kept from one build to the next; what the last build did not need is forgotten. */
class Kept<Value> {
  #now = new Map<string, Value>();
  #before: ReadonlyMap<string, Value> = new Map();

  startRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
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
 * `npm start`, for the price of the memory; and where it is `lasting` those of one process after the other. It never
 * changes what comes out, only how long it takes; everything in it is known by its content.
 */
export class SearchCache {
  readonly remembers: boolean;
  readonly lasting: LastingSearch | undefined;
  readonly lexicon: Lexicon;
  readonly #documents = new Kept<KeptDocument>();
  readonly #indexes = new Kept<KeptIndex>();
  readonly #packed = new Kept<Uint8Array>();
  #concepts: readonly Concept[] = [];
  #hashOfConcepts: string | undefined;
  #meanings: { readonly concepts: readonly Concept[]; readonly meanings: NameMeanings } | undefined;
  /** Whose files are being made. */
  #language: LastingLanguage | undefined;
  #isUnfinished = false;

  constructor({ remembers = false, lasting }: { readonly remembers?: boolean; readonly lasting?: LastingSearch } = {}) {
    this.remembers = remembers;
    this.lasting = lasting;
    this.lexicon = lasting?.lexicon ?? new Lexicon(remembers ? { remembers } : { longestKept: short });
  }

  /**
   * A cache that knows what one in an earlier process has left, which must have been of the same code. Without that, or
   * with anything else, it knows nothing.
   */
  static lasting(read: ReadPart): SearchCache {
    return new SearchCache({ lasting: new LastingSearch(read) });
  }

  /** To be called before each build of the whole catalogue but the first that anything is known of. */
  startRound(): void {
    this.lexicon.startRound();
    for (const kept of [this.#documents, this.#indexes, this.#packed]) kept.startRound();
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

  /** The concepts of the last build where they are the same. */
  concepts(made: readonly Concept[]): readonly Concept[] {
    if (isDeepStrictEqual(this.#concepts, made)) return this.#concepts;
    this.#hashOfConcepts = undefined;
    return (this.#concepts = made);
  }

  hashOfConcepts(): string {
    return (this.#hashOfConcepts ??= contentHash(JSON.stringify(this.#concepts)));
  }

  /** What the names of concepts say: the languages of a site share them. */
  meaningsOf(concepts: readonly Concept[]): NameMeanings {
    if (this.#meanings?.concepts === concepts) return this.#meanings.meanings;
    const make = (): NameMeanings => NameMeanings.read(concepts, this.lexicon);
    const meanings =
      this.lasting && concepts === this.#concepts ? this.lasting.meaningsOf(this.hashOfConcepts(), make) : make();
    this.#meanings = { concepts, meanings };
    return meanings;
  }

  /** The files of the last build where it was given the very same documents and concepts; `variant` is anything else they depend on. */
  index(input: SearchInput, variant: string, make: () => Map<string, Uint8Array>): Map<string, Uint8Array> {
    if (this.lasting && input.hash !== undefined) {
      this.#language = this.lasting.language(input.language);
      try {
        return this.#language.files(`${input.hash} ${variant}`, make);
      } finally {
        this.#language = undefined;
      }
    }
    if (!this.remembers) return make();
    const name = `${input.language}/${variant}`;
    const kept = this.#indexes.get(name);
    if (kept && isSameInput(kept.input, input)) return kept.files;
    return this.#indexes.set(name, { input, files: make() }).files;
  }

  packed(content: Uint8Array, pack: (content: Uint8Array) => Uint8Array): Uint8Array {
    if (this.#language) return this.#language.packed(content, pack);
    if (!this.remembers) return pack(content);
    const key = contentHash(content);
    return this.#packed.get(key) ?? this.#packed.set(key, pack(content));
  }
}

/** By identity: a document that says the same is the same object, or its index is made again. */
function isSameInput(a: SearchInput, b: SearchInput): boolean {
  return (
    a.concepts === b.concepts &&
    a.documents.length === b.documents.length &&
    a.documents.every((document, index) => document === b.documents[index])
  );
}
