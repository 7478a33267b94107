import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Output folders come and go, as those of tests do. */
const mostRemembered = 60;

/** Writes a file whole or not at all; of the files beside it the latest stay. Where that is not possible the site is there all the same: the next build makes it anew. */
export function replaceFile(file: string, chunks: readonly Uint8Array[], most = mostRemembered): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const open = openSync(half, 'w');
    try {
      for (const chunk of chunks) writeFileSync(open, chunk);
    } finally {
      closeSync(open);
    }
    renameSync(half, file);
    forgetOldest(dirname(file), most);
  } catch {
    rmSync(half, { force: true });
  }
}

function forgetOldest(place: string, most: number): void {
  const names = readdirSync(place);
  if (names.length <= most) return;
  const files = names.map((name) => {
    const file = join(place, name);
    return { file, changed: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  for (const { file } of files.sort((a, b) => b.changed - a.changed).slice(most)) rmSync(file, { force: true });
}
