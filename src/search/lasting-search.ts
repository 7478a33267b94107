import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { LanguageTag } from '../model/diagnostic.ts';
import { contentHash } from './content-hash.ts';
import { Lexicon, type PackedLexicon } from './lexicon.ts';
import { asFields, type SourceTexts } from './mentions.ts';
import { NameMeanings, type PackedMeanings } from './name-meanings.ts';
import { headOf, type DocumentHead, type ReadDocuments } from './read-documents.ts';
import type { SearchDocument } from './search-document.ts';
import { WordColumns, type PackedColumns } from './word-columns.ts';

/** Gives a part as the last process has left it; undefined where there is none. */
export type ReadPart = (name: string) => Uint8Array | undefined;
/** Parts that differ from what there was, by name; undefined where one is not needed any more. */
export type ChangedParts = ReadonlyMap<string, Buffer | undefined>;

/** Texts without line breaks, one a line. */
type Lines = string;
const lines = (written: Lines): string[] => (written === '' ? [] : written.split('\n'));

/** What all languages share. Nothing but long rows, which are read ten times as fast as an object for each document. */
interface MainPart {
  /** Of the numbers that words have. */
  readonly lexiconId: string;
  /** How many words there were when these numbers were begun. */
  readonly begun: number;
  readonly lexicon: PackedLexicon;
  readonly meanings?: { readonly hash: string; readonly packed: PackedMeanings };
  readonly sources?: { readonly ids: Lines; readonly keys: Lines; readonly columns: PackedColumns };
  readonly languages: readonly {
    readonly language: LanguageTag;
    readonly from: string;
    readonly ids: Lines;
    readonly keys: Lines;
    readonly hashes: Lines;
  }[];
}
const mainPart = 'main';

/** The files of a language; needed where they are still right. */
interface FilesPart {
  /** Of all that they were made from. */
  readonly hash: string;
  readonly paths: Lines;
  /** Of what the files are packed; empty where that is not known. */
  readonly contents: Lines;
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

/** The documents of a language; needed where one of them has changed. */
interface DocumentsPart {
  readonly lexiconId: string;
  readonly ids: Lines;
  readonly hashes: Lines;
  /** As JSON. */
  readonly titles: Lines;
  readonly cards: Lines;
  readonly ranks: Uint8Array;
  readonly columns: PackedColumns;
}
const documentsPart = (language: LanguageTag): string => `${language}-documents`;

/** A lexicon that has grown to more than this, many of whose words stand nowhere any more, is begun anew. */
const mostWords = (begun: number): number => 2 * begun + 10_000;

/** What is asked for of a document: what is known of it without making it, and how to make it. */
export interface WantedDocument {
  readonly head: Omit<DocumentHead, 'title' | 'card' | 'rank'>;
  /** Of the document. */
  readonly hash: string;
  readonly make: () => SearchDocument;
}

/** What one process knows of the search by the last one, and leaves for the next: part by part, as far as it is needed. */
export class LastingSearch {
  readonly lexicon: Lexicon;
  readonly #read: ReadPart;
  readonly #before: MainPart | undefined;
  readonly #lexiconId: string;
  readonly #begun: number | undefined;
  readonly #languages = new Map<LanguageTag, LastingLanguage>();
  #meanings: { readonly hash: string; readonly meanings: NameMeanings } | undefined;
  #sources:
    { readonly ids: readonly string[]; readonly keys: readonly string[]; readonly columns: WordColumns } | undefined;

  constructor(read: ReadPart) {
    this.#read = read;
    this.#before = unpackPart(read(mainPart)) as MainPart | undefined;
    const { lexicon, begun = 0, lexiconId } = this.#before ?? {};
    const packed = lexicon && lexicon.sorted.length <= mostWords(begun) ? lexicon : undefined;
    this.lexicon = new Lexicon(packed ? { packed } : {});
    this.#lexiconId = packed ? lexiconId! : randomUUID();
    this.#begun = packed && begun;
  }

  /** `from`: what else documents are made from that their keys do not say. */
  language(language: LanguageTag, from = ''): LastingLanguage {
    let known = this.#languages.get(language);
    if (!known) {
      const before = this.#before?.languages.find((one) => one.language === language && one.from === from);
      const ids = lines(before?.ids ?? '');
      const [keys, hashes] = [lines(before?.keys ?? ''), lines(before?.hashes ?? '')];
      const documents = new Map(ids.map((id, index) => [id, { key: keys[index]!, hash: hashes[index]! }]));
      known = new LastingLanguage(language, from, documents, this.#read, this.#lexiconId, this.lexicon);
      this.#languages.set(language, known);
    }
    return known;
  }

  /** What the names of concepts say, known by their hash. */
  meaningsOf(hash: string, make: () => NameMeanings): NameMeanings {
    if (this.#meanings?.hash === hash) return this.#meanings.meanings;
    const before = this.#begun === undefined ? undefined : this.#before?.meanings;
    const meanings = before?.hash === hash ? new NameMeanings(before.packed) : make();
    this.#meanings = { hash, meanings };
    return meanings;
  }

  /** The words of what offers say in their own language; `key`: the hash of all that an offer is. */
  wordsOfSources(
    offers: readonly { readonly id: string; readonly key: string; readonly texts: () => SourceTexts }[],
  ): WordColumns {
    const before = this.#begun === undefined ? undefined : this.#before?.sources;
    const columns = new WordColumns();
    const known = before && new WordColumns(before.columns);
    const keys = lines(before?.keys ?? '');
    const numbers = new Map(lines(before?.ids ?? '').map((id, number) => [id, number]));
    for (const { id, key, texts } of offers) {
      const number = numbers.get(id);
      if (known && number !== undefined && keys[number] === key) columns.take(known, number);
      else columns.add(asFields(texts()), undefined, this.lexicon);
    }
    this.#sources = { ids: offers.map(({ id }) => id), keys: offers.map(({ key }) => key), columns };
    return columns;
  }

  pack(): ChangedParts {
    const parts = new Map<string, Buffer | undefined>();
    for (const [language, lasting] of this.#languages) {
      const { files, documents } = lasting.pack();
      if (files) parts.set(language, packPart(files));
      if (documents) parts.set(documentsPart(language), packPart(documents));
    }
    const isSame = parts.size === 0 && [...this.#languages.values()].every((language) => language.isSame);
    const gone = (this.#before?.languages ?? []).filter(({ language }) => !this.#languages.has(language));
    for (const { language } of gone) parts.set(language, undefined).set(documentsPart(language), undefined);
    if (isSame && gone.length === 0 && this.#before) return parts;
    const main: MainPart = {
      lexiconId: this.#lexiconId,
      begun: this.#begun ?? this.lexicon.size,
      lexicon: this.lexicon.pack(),
      ...(this.#meanings
        ? { meanings: { hash: this.#meanings.hash, packed: this.#meanings.meanings.pack() } }
        : this.#begun !== undefined && this.#before?.meanings
          ? { meanings: this.#before.meanings }
          : {}),
      ...(this.#sources && {
        sources: {
          ids: this.#sources.ids.join('\n'),
          keys: this.#sources.keys.join('\n'),
          columns: this.#sources.columns.pack(),
        },
      }),
      languages: Array.from(this.#languages.values(), (language) => language.packHashes()),
    };
    // First: the others name words by its numbers.
    return new Map([[mainPart, packPart(main)], ...parts]);
  }
}

interface KnownDocument {
  readonly key: string;
  readonly hash: string;
}

/** Files, and the hash of all that they were made from. */
interface Made {
  readonly hash: string;
  readonly files: Map<string, Uint8Array>;
}

interface Indexed {
  readonly read: ReadDocuments;
  readonly hashes: readonly string[];
}

/** The same of one language. */
export class LastingLanguage {
  readonly #language: LanguageTag;
  readonly #from: string;
  readonly #before: ReadonlyMap<string, KnownDocument>;
  readonly #now = new Map<string, KnownDocument>();
  readonly #readPart: ReadPart;
  readonly #lexiconId: string;
  readonly #lexicon: Lexicon;
  #isSame = true;
  #filesBefore: (Made & { readonly contents: readonly string[] }) | undefined;
  #packed: ReadonlyMap<string, Uint8Array> | undefined;
  /** By its bytes, what a file was packed from. */
  readonly #contents = new Map<Uint8Array, string>();
  #made: Made | undefined;
  #documents: Indexed | undefined;

  constructor(
    language: LanguageTag,
    from: string,
    before: ReadonlyMap<string, KnownDocument>,
    readPart: ReadPart,
    lexiconId: string,
    lexicon: Lexicon,
  ) {
    this.#language = language;
    this.#from = from;
    this.#before = before;
    this.#readPart = readPart;
    this.#lexiconId = lexiconId;
    this.#lexicon = lexicon;
  }

  /** Whether nothing differs from what the last process has left. */
  get isSame(): boolean {
    return this.#isSame && this.#now.size === this.#before.size;
  }

  /** The hash of a document; it is made only where `key`, the hash of all it is made from, is not that of the last process. */
  documentHash(id: string, key: string, make: () => SearchDocument): string {
    let known = this.#before.get(id);
    if (known?.key !== key) {
      known = { key, hash: contentHash(JSON.stringify(make())) };
      this.#isSame = false;
    }
    this.#now.set(id, known);
    return known.hash;
  }

  /** Documents of which only those are made that the last process did not know. */
  read(wanted: readonly WantedDocument[]): ReadDocuments {
    const part = unpackPart(this.#readPart(documentsPart(this.#language))) as DocumentsPart | undefined;
    const before = part?.lexiconId === this.#lexiconId ? part : undefined;
    const known = before && new WordColumns(before.columns);
    const [ids, hashes] = [lines(before?.ids ?? ''), lines(before?.hashes ?? '')];
    const [titles, cards] = [lines(before?.titles ?? ''), before?.cards.split('\n') ?? []];
    const numbers = new Map(ids.map((id, number) => [id, number]));
    const columns = new WordColumns();
    const heads = wanted.map(({ head, hash, make }): DocumentHead => {
      const number = numbers.get(head.id);
      if (!before || !known || number === undefined || hashes[number] !== hash) {
        const document = make();
        columns.add(document, this.#language, this.#lexicon);
        return headOf(document);
      }
      columns.take(known, number);
      const title = JSON.parse(titles[number]!) as string;
      return { ...head, title, card: cards[number]!, rank: before.ranks[number]! };
    });
    const read = { heads, columns };
    this.#documents = { read, hashes: wanted.map(({ hash }) => hash) };
    return read;
  }

  /** The files of the last process where they were made from the same. */
  files(hash: string, make: () => Map<string, Uint8Array>): Map<string, Uint8Array> {
    const before = this.#readFiles();
    if (before?.hash === hash) return before.files;
    const files = make();
    this.#made = { hash, files };
    return files;
  }

  /** What the last process has made of the same content, or else `pack`. */
  packed(content: Uint8Array, pack: (content: Uint8Array) => Uint8Array): Uint8Array {
    if (!this.#packed) {
      const { files, contents = [] } = this.#readFiles() ?? {};
      this.#packed = new Map(Array.from(files?.values() ?? [], (bytes, index) => [contents[index]!, bytes]));
    }
    const hash = contentHash(content);
    const bytes = this.#packed.get(hash) ?? pack(content);
    this.#contents.set(bytes, hash);
    return bytes;
  }

  #readFiles() {
    if (!this.#filesBefore) {
      const part = unpackPart(this.#readPart(this.#language)) as FilesPart | undefined;
      if (!part) return undefined;
      const { hash, paths, contents, ends, bytes } = part;
      const files = new Map(
        lines(paths).map((path, index) => [path, bytes.subarray(ends[index - 1] ?? 0, ends[index])]),
      );
      this.#filesBefore = { hash, files, contents: contents.split('\n') };
    }
    return this.#filesBefore;
  }

  packHashes(): MainPart['languages'][number] {
    const known = [...this.#now.values()];
    return {
      language: this.#language,
      from: this.#from,
      ids: [...this.#now.keys()].join('\n'),
      keys: known.map(({ key }) => key).join('\n'),
      hashes: known.map(({ hash }) => hash).join('\n'),
    };
  }

  /** What differs from what there was. */
  pack(): { readonly files?: FilesPart; readonly documents?: DocumentsPart } {
    return {
      ...(this.#made && { files: this.#packFiles(this.#made) }),
      ...(this.#documents && { documents: this.#packDocuments(this.#documents) }),
    };
  }

  #packFiles({ hash, files }: Made): FilesPart {
    let end = 0;
    return {
      hash,
      paths: [...files.keys()].join('\n'),
      contents: Array.from(files.values(), (bytes) => this.#contents.get(bytes) ?? '').join('\n'),
      ends: Uint32Array.from(files.values(), ({ length }) => (end += length)),
      bytes: Buffer.concat([...files.values()]),
    };
  }

  #packDocuments({ read: { heads, columns }, hashes }: Indexed): DocumentsPart {
    return {
      lexiconId: this.#lexiconId,
      ids: heads.map(({ id }) => id).join('\n'),
      hashes: hashes.join('\n'),
      titles: heads.map(({ title }) => JSON.stringify(title)).join('\n'),
      cards: heads.map(({ card }) => card).join('\n'),
      ranks: Uint8Array.from(heads, ({ rank }) => rank),
      columns: columns.pack(),
    };
  }
}

const packedFormat = 'search 4';

/** Its checksum first. */
function packPart(part: MainPart | FilesPart | DocumentsPart): Buffer {
  const bytes = serialize([packedFormat, part]);
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(crc32(bytes));
  return Buffer.concat([head, bytes]);
}

const headLength = 4;

function unpackPart(bytes: Uint8Array | undefined): unknown {
  if (!bytes || bytes.length < headLength) return undefined;
  try {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const content = all.subarray(headLength);
    if (crc32(content) !== all.readUInt32LE()) return undefined;
    const [format, part] = deserialize(content) as [string, unknown];
    return format === packedFormat ? part : undefined;
  } catch {
    return undefined;
  }
}
