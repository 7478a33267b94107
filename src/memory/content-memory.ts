import { ContentCache } from '../content/content-cache.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';
import { memoryFile } from './memory-file.ts';

/** What the last command that read a content folder has left for this one: files that have not changed are not parsed again. */
export class ContentMemory {
  readonly cache: ContentCache;
  readonly #file: string;
  #isSaved = false;

  /** `isCold`: as if there were nothing. */
  constructor(contentDir: string, isCold = false) {
    this.#file = memoryFile(contentDir, 'content');
    this.cache = new ContentCache(isCold ? undefined : keptBytes(this.#file));
  }

  /** Leaves what was read for the next command, once, where it is not what the last one has left. */
  save(): void {
    if (this.#isSaved) return;
    this.#isSaved = true;
    const packed = this.cache.pack();
    if (packed) keepBytes(this.#file, packed);
  }
}
