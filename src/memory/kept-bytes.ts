import { readFileSync } from 'node:fs';
import { codeHash } from './code-hash.ts';
import { replaceFile } from '../content/replace-file.ts';

const codeLength = 64;

/** What `keepBytes` has written to a file; undefined where that was done by other code or not at all. */
export function keptBytes(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('latin1', 0, codeLength) === codeHash() ? bytes.subarray(codeLength) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps bytes for another process that runs the same code. */
export const keepBytes = (file: string, bytes: Uint8Array): void => replaceFile(file, [Buffer.from(codeHash()), bytes]);
