import { deserialize, serialize } from 'node:v8';
import type { Catalogue, Entry, Translation } from '../model/catalogue.ts';
import type { TranslationState } from '../model/schema.generated.ts';
import { comesBackFromJson } from './comes-back-from-json.ts';
import type { Document } from './read-document.ts';

/** In bytes; a document lies within one of them. */
const pieceSize = 4 * 2 ** 20;
/** So many bytes are read and kept at a time: more would outlive the young generation, and everything is read for one page or file and then for the next. */
const mostRead = 200_000;

/** Where something lies: the number of its first byte, counted through all pieces. */
interface Place {
  readonly at: number;
  readonly length: number;
}

interface Parts {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The fields without what is said of the translation itself. */
  texts?: Readonly<Record<string, unknown>>;
}

/**
 * Fields and bodies of documents as bytes, read again whenever somebody asks: the translations of a large catalogue take a
 * quarter of the memory that objects need, and all threads share it. Whoever goes through them language by language finds
 * what was read last still there.
 */
export class PackedTexts {
  readonly #pieces: Buffer[];
  /** Of the last piece. */
  #end = pieceSize;
  #read = new Map<number, Parts>();
  #bytesRead = 0;

  /** `pieces`: those of another thread. */
  constructor(pieces: readonly SharedArrayBuffer[] = []) {
    this.#pieces = pieces.map((piece) => Buffer.from(piece));
  }

  /** For another thread. */
  get pieces(): readonly SharedArrayBuffer[] {
    return this.#pieces.map(({ buffer }) => buffer as unknown as SharedArrayBuffer);
  }

  /** The same document as bytes; itself where bytes cannot say all that it is. */
  pack(document: Document): Document {
    if (!comesBackFromJson(document.data)) return document;
    const written = JSON.stringify([document.data, document.body]);
    const length = Buffer.byteLength(written);
    if (length > pieceSize) return document;
    if (this.#end + length > pieceSize) {
      this.#pieces.push(Buffer.from(new SharedArrayBuffer(pieceSize)));
      this.#end = 0;
    }
    const at = (this.#pieces.length - 1) * pieceSize + this.#end;
    this.#pieces.at(-1)!.write(written, this.#end);
    this.#end += length;
    return new PackedDocument(this, document.file, { at, length });
  }

  read({ at, length }: Place): Parts {
    let parts = this.#read.get(at);
    if (!parts) {
      const start = at % pieceSize;
      const written = this.#pieces[Math.floor(at / pieceSize)]!.toString('utf8', start, start + length);
      const [data, body] = JSON.parse(written) as [Parts['data'], string];
      parts = { data, body };
      if (this.#bytesRead > mostRead) {
        this.#read = new Map();
        this.#bytesRead = 0;
      }
      this.#read.set(at, parts);
      this.#bytesRead += length;
    }
    return parts;
  }
}

export class PackedDocument implements Document {
  readonly file: string;
  readonly #texts: PackedTexts;
  readonly #place: Place;

  constructor(texts: PackedTexts, file: string, place: Place) {
    this.#texts = texts;
    this.file = file;
    this.#place = place;
  }

  get data(): Document['data'] {
    return this.#texts.read(this.#place).data;
  }

  get body(): string {
    return this.#texts.read(this.#place).body;
  }

  asTranslation(state: TranslationState, outdated: boolean): Translation {
    return new PackedTranslation(this.#texts, { ...this.#place, state, outdated });
  }
}

/** What a structured clone leaves of a translation: where it lies. */
type Moved = Place & Pick<Translation, 'state' | 'outdated'>;

class PackedTranslation implements Translation {
  readonly #texts: PackedTexts;
  readonly at: number;
  readonly length: number;
  readonly state: TranslationState;
  readonly outdated: boolean;

  constructor(texts: PackedTexts, { at, length, state, outdated }: Moved) {
    this.#texts = texts;
    this.at = at;
    this.length = length;
    this.state = state;
    this.outdated = outdated;
  }

  get data(): Translation['data'] {
    const parts = this.#texts.read(this);
    if (!parts.texts) {
      const { translation: _translation, ...texts } = parts.data;
      parts.texts = texts;
    }
    return parts.texts;
  }

  get body(): string {
    return this.#texts.read(this).body;
  }

  toJSON(): Translation {
    const { data, body, state, outdated } = this;
    return { data, body, state, outdated };
  }
}

const isMoved = (translation: Translation | Moved): translation is Moved => !('body' in translation);

/**
 * The same catalogue in as little memory as it can be in: as it comes from parsing, each short text holds the file that it
 * was cut from, and each word stands there once for every entry that has it.
 */
export function compacted(catalogue: Catalogue, texts: PackedTexts): Catalogue {
  const copy = deserialize(serialize(catalogue)) as Catalogue;
  unpackMoved(copy, texts);
  return copy;
}

/** Longer texts are seldom the same. */
const word = 40;

/** One string for all that are the same, in everything that can be reached. */
function shareWords(value: unknown, known: Map<string, string>): unknown {
  if (typeof value === 'string') {
    if (value.length > word) return value;
    const same = known.get(value);
    if (same === undefined) known.set(value, value);
    return same ?? value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) {
    const map = value as Map<unknown, unknown>;
    const entries = [...map];
    map.clear();
    for (const [key, item] of entries) map.set(shareWords(key, known), shareWords(item, known));
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = shareWords(item, known);
  } else {
    const object = value as Record<string, unknown>;
    for (const key of Object.keys(object)) object[key] = shareWords(object[key], known);
  }
  return value;
}

/** A catalogue that came from another thread knows its translations again. */
export function unpackMoved(catalogue: Catalogue, texts: PackedTexts): void {
  shareWords(catalogue, new Map());
  for (const entries of Object.values(catalogue) as unknown[]) {
    if (!(entries instanceof Map)) continue;
    for (const entry of entries.values() as Iterable<Partial<Entry<unknown>>>) {
      if (!(entry?.translations instanceof Map)) continue;
      const translations = entry.translations as Map<string, Translation | Moved>;
      for (const [tag, one] of translations) if (isMoved(one)) translations.set(tag, new PackedTranslation(texts, one));
    }
  }
}
