import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TranslationFile } from '../../translation/import-exchange.ts';
import { writeAtomically } from '../write-atomically.ts';

/** Text of a file in a folder as it is written, line ends included; undefined where there is none. */
export function readIn(folder: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}

/**
 * Writes a file whole or not at all. False, and nothing is written, when it is no longer what it was: somebody has
 * edited it since it was read.
 */
export function writeIn(folder: string): (file: Pick<TranslationFile, 'file' | 'before' | 'text'>) => boolean {
  const read = readIn(folder);
  return ({ file, before, text }) => {
    const path = join(folder, file);
    let isSame = false;
    writeAtomically(path, text, { isWanted: () => (isSame = read(file) === before) });
    return isSame;
  };
}
