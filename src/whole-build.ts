import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { codeHash, memoryFile, replaceFile, stateOf, type FileState } from './build-memory.ts';
import type { Settings } from './settings.ts';

interface Whole {
  readonly stamp: string;
  readonly files: ReadonlyMap<string, FileState>;
}

const stampFile = (output: string): string => memoryFile(output).replace(/bin$/, 'whole');

/**
 * Hash of all that a site is made from: code, content, settings and the day. Undefined for a town with code of its own,
 * which may look at anything.
 */
export function stampOf({ outputDir: _output, lastOutputDir: _last, ...settings }: Settings): string | undefined {
  const hash = createHash('sha256').update(codeHash()).update(JSON.stringify(settings));
  let hasCode = false;
  const visit = (folder: string, path: string): void => {
    let entries;
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) visit(folder, inner);
      else if (entry.isSymbolicLink()) hash.update(`${inner}\0>${readlinkSync(join(folder, inner))}\0`);
      else if (entry.isFile()) {
        hasCode ||= /^extensions\b/.test(inner);
        const bytes = readFileSync(join(folder, inner));
        hash.update(`${inner}\0${bytes.length}\0`).update(bytes);
      }
    }
  };
  visit(settings.contentDir, '');
  visit(settings.bookletsDir, '');
  return hasCode ? undefined : hash.digest('hex');
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** How many pages the site in this folder has, where it is what the build of this stamp has left there, file by file; else undefined. */
export function unchangedPages(output: string, stamp: string): number | undefined {
  try {
    const whole = deserialize(readFileSync(stampFile(output))) as Whole;
    if (whole.stamp !== stamp) return undefined;
    const files = filesIn(output);
    const isUnchanged =
      files.length === whole.files.size &&
      files.every((path) => {
        const [before, now] = [whole.files.get(path), stateOf(join(output, path))];
        return before?.[0] === now?.[0] && before?.[1] === now?.[1] && now !== undefined;
      });
    return isUnchanged ? files.filter((path) => path.endsWith('.html')).length : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers that the site in this folder is the whole of what a build of this stamp gives. */
export function rememberWhole(output: string, stamp: string): void {
  const files = new Map(
    filesIn(output).flatMap((path) => {
      const state = stateOf(join(output, path));
      return state ? [[path, state] as const] : [];
    }),
  );
  const whole: Whole = { stamp, files };
  replaceFile(stampFile(output), [serialize(whole)]);
}
