import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeHash, replaceFile } from './build-memory.ts';
import { ContentCache } from './content/content-cache.ts';

const folder = '.cache/content';
const codeLength = 64;

/** What the last command that read a content folder has left for this one: files that have not changed are not parsed again. */
export class ContentMemory {
  readonly cache: ContentCache;
  readonly #file: string;
  #isSaved = false;

  /** `isCold`: as if there were nothing. */
  constructor(contentDir: string, isCold = false) {
    const name = createHash('sha256').update(resolve(contentDir)).digest('hex').slice(0, 16);
    this.#file = join(folder, `${name}.bin`);
    this.cache = new ContentCache(isCold ? undefined : readKept(this.#file));
  }

  /** Leaves what was read for the next command, once, where it is not what the last one has left. */
  save(): void {
    if (this.#isSaved) return;
    this.#isSaved = true;
    const packed = this.cache.pack();
    if (packed) replaceFile(this.#file, [Buffer.from(codeHash()), packed]);
  }
}

function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('latin1', 0, codeLength) === codeHash() ? bytes.subarray(codeLength) : undefined;
  } catch {
    return undefined;
  }
}
