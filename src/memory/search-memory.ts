import { rmSync } from 'node:fs';
import { keepBytes, keptBytes } from './kept-bytes.ts';
import { memoryFile } from './memory-file.ts';
import { SearchCache } from '../search/search-cache.ts';

/** The search as the last build of an output folder has left it, in files that are read and written as far as they are needed. */
export class SearchMemory {
  readonly cache: SearchCache;
  readonly #fileOf: (part: string) => string;

  constructor(output: string) {
    this.#fileOf = (part) => memoryFile(output, `search-${part}`);
    this.cache = SearchCache.lasting((part) => keptBytes(this.#fileOf(part)));
  }

  save(): void {
    for (const [part, bytes] of this.cache.lasting?.pack() ?? []) {
      if (bytes) keepBytes(this.#fileOf(part), bytes);
      else rmSync(this.#fileOf(part), { force: true });
    }
  }
}
