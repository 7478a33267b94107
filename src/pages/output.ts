import { hash } from 'node:crypto';
import { PageBytes } from './page-bytes.ts';
import { note, openScope, type Readable, readable, recordsReads, Scope } from '../model/reads.ts';

/** What is to be known of a file beside its bytes. */
export interface Measured {
  readonly bytes: number;
  /** First 16 hex digits of its SHA-256. */
  readonly hash: string;
  /** Paths of the files that it loads, from the site's root. */
  readonly files: readonly string[];
}

/** So many characters of a file that is made in pieces are put together. */
const chunk = 100_000;

/** Pieces of a file in greater ones. */
function* chunksOf(pieces: Iterable<string | Uint8Array>): Generator<Buffer, void> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      if (text.length < chunk) continue;
    }
    if (text !== '') yield Buffer.from(text);
    text = '';
    if (typeof piece !== 'string') yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
  if (text !== '') yield Buffer.from(text);
}

/** What a file holds, as far as it is looked through. */
export type Content = string | Buffer;

/**
 * One file of the site that is still to be made. A class, not an object literal: Eleventy wraps plain objects
 * in pagination in proxies, which costs more than rendering.
 */
export class Output {
  /** Path below the output folder: `de/angebote/sprachcafe/index.html`. */
  readonly path: string;
  #make: () => string | Uint8Array | PageBytes;
  readonly #filesOf: ((content: Content) => readonly string[]) | undefined;
  #pieces: (() => Iterable<string | Uint8Array>) | undefined;
  #measured: Measured | undefined;
  #hasBytes = false;
  #asRead: Readable | undefined;
  /** Where it was listed: what was read there may stand in its `make`. */
  readonly listedIn = openScope();
  /** What was read when it was rendered last. */
  rendering: Scope | undefined;
  /** What else it is made from, written out. */
  readonly given: string;

  /** `filesOf` names what the file loads; only files that have it are measured while they are rendered. */
  constructor(
    path: string,
    make: () => string | Uint8Array | PageBytes,
    filesOf?: (content: Content) => readonly string[],
    given = '',
  ) {
    this.path = path;
    this.#make = make;
    this.#filesOf = filesOf;
    this.given = given;
  }

  /** A long file that is made piece by piece. */
  static inPieces(path: string, pieces: () => Iterable<string | Uint8Array>, given?: string): Output {
    const output = new Output(path, () => Buffer.concat([...chunksOf(pieces())]), undefined, given);
    output.#pieces = pieces;
    return output;
  }

  /** A file whose bytes are there already: it has changed when they have. */
  static ofBytes(path: string, bytes: Uint8Array | string, filesOf?: (content: Content) => readonly string[]): Output {
    const known = hashOf(bytes);
    const output = new Output(path, () => bytes, filesOf, known);
    output.#hasBytes = true;
    // Without looking at them again.
    if (!filesOf) output.#measured = { bytes: Buffer.byteLength(bytes), hash: known, files: noFiles };
    return output;
  }

  /** The file's bytes: a Buffer lives outside the JavaScript heap, where a rendered string would stay a rope of pieces. */
  render(): Buffer {
    this.rendering = new Scope();
    const made = this.rendering.run(this.#make);
    const filesOf = this.#filesOf;
    if (made instanceof PageBytes) {
      const bytes = made.join();
      if (filesOf) this.#measured ??= measure(bytes, made.files(filesOf));
      return bytes;
    }
    const bytes =
      typeof made === 'string' ? Buffer.from(made) : Buffer.from(made.buffer, made.byteOffset, made.byteLength);
    if (filesOf) this.#measured ??= measure(bytes, filesOf(typeof made === 'string' ? made : bytes));
    return bytes;
  }

  /** Hands over the file's bytes one after the other: a long one need not be in memory as a whole. */
  renderTo(write: (bytes: Buffer) => void): void {
    const pieces = this.#pieces;
    if (!pieces) {
      write(this.render());
      return;
    }
    this.rendering = new Scope();
    this.rendering.run(() => {
      for (const bytes of chunksOf(pieces())) write(bytes);
    });
  }

  /** A file that others have made. */
  static ofOthers(path: string, measured: Measured | undefined): Output {
    const output = new Output(path, gone);
    output.keep(measured);
    return output;
  }

  /** Says that somebody looks at the file. */
  noteRead(): void {
    if (recordsReads()) note((this.#asRead ??= readable(`>${this.path}`)));
  }

  /** Renders only what has not been rendered yet. */
  measure(): Measured {
    this.noteRead();
    if (this.#measured) return this.#measured;
    const bytes = this.render();
    // Rendering has measured it where it names other files.
    return (this.#measured ??= measure(bytes, []));
  }

  /** Made of bytes that were there when it was listed: nothing that was read can change them. */
  get hasBytes(): boolean {
    return this.#hasBytes;
  }

  /** What `measure` gave, where it has been asked. */
  get measured(): Measured | undefined {
    return this.#measured;
  }

  /** Keeps only what was measured of a file that has been written, where that was: nobody will ask for its bytes again. */
  letGo(): void {
    this.rendering = undefined;
    if (!this.#measured) return;
    this.#make = gone;
    this.#pieces &&= gone;
  }

  /** Takes over what is known of the file from the last build; it must be the same. */
  keep(measured: Measured | undefined): void {
    this.#measured ??= measured && { ...measured, files: shared(measured.files) };
  }
}

const noFiles: readonly string[] = [];

const lists = new Map<string, readonly string[]>();

/** Thousands of pages load the same files: one list for all of them. */
function shared(files: readonly string[]): readonly string[] {
  const key = files.join('\n');
  let known = lists.get(key);
  if (!known) lists.set(key, (known = files.map(own)));
  return known;
}

const gone = (): never => {
  throw new Error('A file is made that was left to others or let go');
};

/** Not cut out of a longer one, which it would hold. */
const hashOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'buffer').toString('hex', 0, 8);

const measure = (bytes: Buffer, files: readonly string[]): Measured => ({
  bytes: bytes.length,
  hash: hashOf(bytes),
  files: shared(files),
});

const names = new Map<string, string>();

/** A name of its own: one cut out of a page would hold the whole page in memory. */
function own(name: string): string {
  let known = names.get(name);
  if (known === undefined) names.set((known = Buffer.from(name).toString()), known);
  return known;
}
