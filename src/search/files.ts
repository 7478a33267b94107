import type { LanguageTag } from '../model/diagnostic.ts';
import { fileName, formatVersion, manifestName, type FileKind, type Manifest } from './manifest.ts';

/** Fetches a file of the site by its path from the site's root, e.g. `search/ar/manifest.json`. */
export type FetchShard = (name: string) => Promise<ArrayBuffer | Uint8Array | string | Response>;

/** A file of the search could not be loaded or read: the interface asks the visitor to try again. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
  /** Path from the site's root. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`The search file ${file} could not be loaded.`, { cause });
    this.file = file;
  }
}

/** A whole two-edit look-up fits; more is memory that a phone may not have. */
const mostKept = 200;

/** Loads each file once and keeps what was read from it; what failed is asked for again next time, never kept as empty. */
export class SearchFiles {
  readonly manifest: Manifest;
  readonly #fetch: FetchShard;
  readonly #loaded = new Map<string, Promise<unknown>>();
  #frame: Uint8Array<ArrayBuffer> | undefined;

  constructor(manifest: Manifest, fetchShard: FetchShard) {
    this.manifest = manifest;
    this.#fetch = fetchShard;
  }

  static async open(lang: LanguageTag, fetchShard: FetchShard): Promise<SearchFiles> {
    const name = manifestName(lang);
    const manifest = (await read(name, fetchShard, readJson)) as Manifest;
    if (manifest.format !== formatVersion)
      throw new SearchLoadError(name, new Error(`Format ${manifest.format} instead of ${formatVersion}.`));
    return new SearchFiles(manifest, fetchShard);
  }

  /** `decode` must always be the same for the same file. */
  load<T>(kind: FileKind, number: number, decode: (bytes: Uint8Array) => T): Promise<T> {
    return this.named(
      fileName(this.manifest, kind, number),
      decode,
      kind === 'cards' ? (this.#frame ??= new TextEncoder().encode(this.manifest.cards.frame)) : undefined,
    );
  }

  /** A packed file that something else than the manifest names. */
  named<T>(name: string, decode: (bytes: Uint8Array) => T, frame = new Uint8Array()): Promise<T> {
    return this.#once(name, async (bytes) => decode(await unpack(bytes, frame)));
  }

  /** A file of JSON with a fixed name; `fits` says whether it belongs to this index: one of another build does not. */
  json<T>(name: string, fits: (content: T) => boolean): Promise<T> {
    return this.#once(name, (bytes) => {
      const content = readJson(bytes) as T;
      if (!fits(content)) throw new Error('Of another build.');
      return content;
    });
  }

  #once<T>(name: string, decode: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>): Promise<T> {
    let loading = this.#loaded.get(name) as Promise<T> | undefined;
    if (!loading) {
      loading = read(name, this.#fetch, decode);
      loading.catch(() => this.#loaded.delete(name));
    }
    this.#keep(name, loading);
    return loading;
  }

  /** As the file used last; the one not used for longest goes when there are too many. */
  #keep(name: string, loaded: Promise<unknown>): void {
    this.#loaded.delete(name);
    this.#loaded.set(name, loaded);
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size > mostKept && oldest !== undefined) this.#loaded.delete(oldest);
  }
}

export const readJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** Tries twice: on a phone the first request often dies in a dead spot. */
async function read<T>(
  name: string,
  fetchShard: FetchShard,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  let cause: unknown;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await decode(await bytesOf(await fetchShard(name)));
    } catch (error) {
      cause = error;
    }
  }
  throw new SearchLoadError(name, cause);
}

async function bytesOf(answer: ArrayBuffer | Uint8Array | string | Response): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof answer === 'string') return new TextEncoder().encode(answer);
  if (answer instanceof Uint8Array) return new Uint8Array(answer);
  if (answer instanceof ArrayBuffer) return new Uint8Array(answer);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * The files are packed by us, because many servers pack only what they know to be text. What one was packed against goes
 * in front of it, as a block that is not packed, and is taken off again.
 */
async function unpack(packed: Uint8Array<ArrayBuffer>, frame: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const sent: Promise<unknown>[] = [];
  if (frame.length > 0) {
    const size = [frame.length & 255, frame.length >> 8];
    sent.push(writer.write(Uint8Array.of(0, ...size, ...size.map((byte) => byte ^ 255), ...frame)));
  }
  sent.push(writer.write(packed), writer.close());
  const [unpacked] = await Promise.all([readAll(readable), ...sent]);
  return unpacked.subarray(frame.length);
}

/** By a reader, because an answer around the stream takes twice the time. */
async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
  }
  const [first] = pieces;
  // Most files come out in one piece.
  if (first && pieces.length === 1) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
