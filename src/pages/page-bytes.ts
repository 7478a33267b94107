import type { ComponentChildren } from 'preact';
import type { MadeMarkup } from '../views/made-markup.ts';
import { renderPieces } from '../views/render-markup.ts';
import type { Content } from './output.ts';

type FilesOf = (content: Content) => readonly string[];

/** What parts of many pages load: all pages of a build have the same root, from which that is said. */
const filesOfParts = new WeakMap<MadeMarkup, readonly string[]>();

/** The file of a page: only what is its own is turned to bytes and looked through, the rest has been before. */
export class PageBytes {
  readonly #pieces: readonly (string | MadeMarkup)[];

  constructor(page: ComponentChildren) {
    this.#pieces = renderPieces(page, '<!doctype html>');
  }

  /** Written at once into memory of its own, which can go to another thread: bytes of each piece would be as much again. */
  join(): Buffer {
    let size = 0;
    for (const piece of this.#pieces) size += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.bytes.length;
    const joined = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') at += joined.write(piece, at);
      else {
        joined.set(piece.bytes, at);
        at += piece.bytes.length;
      }
    }
    return joined;
  }

  /** What it loads. No address stands in two pieces. */
  files(filesOf: FilesOf): readonly string[] {
    return [...new Set(this.#pieces.flatMap((piece) => (typeof piece === 'string' ? filesOf(piece) : ofPart(piece))))];

    function ofPart(part: MadeMarkup): readonly string[] {
      let files = filesOfParts.get(part);
      if (!files)
        filesOfParts.set(
          part,
          (files = filesOf(Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.length))),
        );
      return files;
    }
  }
}
