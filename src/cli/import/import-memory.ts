import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { emptyState, readImportState, writeImportState, type ImportState } from '../../datasheet/import-state.ts';
import { writeAtomically } from '../write-atomically.ts';

/** A file that an import writes, by its path on disk. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly kind: 'new' | 'updated';
}

/** What an import is going to remember, as long as it writes; a name with a dot is never read as content. */
const plannedIn = (path: string): string => join(dirname(path), `.${basename(path)}.planned`);

/**
 * What the imports before remember, one that was broken off included: what it had written is known by its hash.
 * Undefined where the file at `path` is none of ours.
 */
export function readMemory(path: string, hashOf: (offer: string) => string | undefined): ImportState | undefined {
  const read = (file: string): ImportState | undefined =>
    existsSync(file) ? readImportState(readFileSync(file, 'utf8')) : emptyState;
  const state = read(path);
  if (!state) return undefined;
  const planned = Object.entries(read(plannedIn(path))?.rows ?? {});
  return {
    rows: { ...state.rows, ...Object.fromEntries(planned.filter(([, row]) => hashOf(row.offer) === row.file)) },
  };
}

/** Writes the files and remembers them; broken off at any moment, the next import goes on from there. */
export function writeAndRemember(files: readonly PlannedFile[], path: string, state: ImportState): void {
  const text = writeImportState(state);
  if (files.length > 0) writeAtomically(plannedIn(path), text);
  for (const file of files) writeAtomically(file.path, file.text, { overwrite: file.kind === 'updated' });
  const isEmpty = Object.keys(state.rows).length === 0;
  if (!isEmpty && (!existsSync(path) || readFileSync(path, 'utf8') !== text)) writeAtomically(path, text);
  rmSync(plannedIn(path), { force: true });
}
