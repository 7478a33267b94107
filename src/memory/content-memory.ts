import { utimesSync } from 'node:fs';
import { ContentCache } from '../content/content-cache.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';
import { memoryFile } from './memory-file.ts';

/**
 * What the last command that read a content folder has left for this one: files that have not changed are not parsed
 * again. In two files: the bytes of all documents stay as they are while a few of them are edited.
 */
export class ContentMemory {
  readonly cache: ContentCache;
  readonly #index: string;
  readonly #bytes: string;
  #isSaved = false;

  /** `isCold`: as if there were nothing. */
  constructor(contentDir: string, isCold = false) {
    this.#index = memoryFile(contentDir, 'content');
    this.#bytes = memoryFile(contentDir, 'documents');
    const index = isCold ? undefined : keptBytes(this.#index);
    this.cache = new ContentCache(index && { index, bytes: keptBytes(this.#bytes) });
  }

  /** Leaves what was read for the next command, once, where it is not what the last one has left. */
  save(): void {
    if (this.#isSaved) return;
    this.#isSaved = true;
    const packed = this.cache.pack();
    if (!packed) return;
    // The index says which bytes it is about: without them it counts as none.
    if (packed.bytes) keepBytes(this.#bytes, packed.bytes);
    else markAsUsed(this.#bytes);
    keepBytes(this.#index, packed.index);
  }
}

/** Of what is kept, what was written long ago is the first to go. */
function markAsUsed(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // There is none for small folders.
  }
}
