import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: readers, and a run that is broken off, see the old text or the new one. */
export function writeAtomically(path: string, data: string | Uint8Array, { overwrite = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    writeFileSync(draft, data, { flag: 'wx' });
    // A link fails where the name is taken already, also by somebody who was faster.
    if (overwrite) renameSync(draft, path);
    else linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
