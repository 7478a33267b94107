import type { ComponentChildren } from 'preact';
import { renderPieces } from '../views/render-markup.ts';

/** The file of a page: only what is its own is turned to bytes, the rest has been before. */
export const pageBytes = (page: ComponentChildren): Uint8Array =>
  Buffer.concat(
    renderPieces(page, '<!doctype html>').map((piece) =>
      typeof piece === 'string' ? Buffer.from(piece) : piece.bytes,
    ),
  );
