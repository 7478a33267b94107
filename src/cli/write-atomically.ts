import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

interface WriteOptions {
  /** False: a name that is taken already, also by somebody who was faster, is an error. */
  readonly overwrite?: boolean;
  /** Asked when the new text lies ready: false, and the old one stays. */
  readonly isWanted?: () => boolean;
}

/**
 * Writes a file whole or not at all: readers, and a run that is broken off, see the old text or the new one. A name that
 * begins with a dot is never read as content.
 */
export function writeAtomically(
  path: string,
  data: string | Uint8Array,
  { overwrite = true, isWanted }: WriteOptions = {},
): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  clearDrafts(folder);
  const draft = join(folder, `.${basename(path)}.${process.pid}.new`);
  try {
    writeFileSync(draft, data);
    if (isWanted?.() === false) return;
    // A link fails where the name is taken.
    if (overwrite) renameSync(draft, path);
    else linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

const cleared = new Set<string>();

/** Takes away what processes that were killed have left in a folder; looked for once a process. */
function clearDrafts(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = /^\..+\.(\d+)\.new$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
