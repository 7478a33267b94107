import { keepBytes, keptBytes } from './kept-bytes.ts';
import { memoryFile } from './memory-file.ts';
import { SearchCache } from '../search/search-cache.ts';

/** The search as the last build of an output folder has left it. */
export class SearchMemory {
  readonly cache: SearchCache;
  readonly #file: string;

  constructor(output: string) {
    this.#file = memoryFile(output, 'search');
    this.cache = SearchCache.unpack(keptBytes(this.#file));
  }

  save(): void {
    const packed = this.cache.pack();
    if (packed) keepBytes(this.#file, packed);
  }
}
