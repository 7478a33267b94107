import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The day that all fixtures are written for. */
export const today = '2026-03-01';

export const invalidFixtures = join(fixtures, 'invalid');

/**
 * A content folder of its own for one test: the valid fixture, a fixture folder over it, then single files.
 * `undefined` deletes a file.
 */
export function contentFolder(
  overlay?: string,
  files: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(fixtures, 'valid'), folder, { recursive: true });
  if (overlay !== undefined) {
    cpSync(join(invalidFixtures, overlay), folder, { recursive: true, verbatimSymlinks: true });
    for (const list of ['removed.txt', 'expected.txt']) {
      const path = join(folder, list);
      if (!existsSync(path)) continue;
      if (list === 'removed.txt')
        for (const file of readFileSync(path, 'utf8').split('\n').filter(Boolean)) rmSync(join(folder, file));
      rmSync(path);
    }
  }
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  return folder;
}

/** A file of the valid fixture, to be changed a little. */
export const validFile = (file: string): string => readFileSync(join(fixtures, 'valid', file), 'utf8');

/** The valid offer with one passage replaced. */
export function changedOffer(from: string, to: string): Record<string, string> {
  const file = 'offers/sprachcafe.md';
  const text = validFile(file);
  if (!text.includes(from)) throw new Error(`The valid offer does not contain ${from}`);
  return { [file]: text.replace(from, to) };
}

const networkFolders = ['networks', 'events', 'concept', 'funding', 'snapshots'];

/** The folder without the network's own work: a guide to offers alone. */
export function guideOnly(folder: string): string {
  for (const name of networkFolders) rmSync(join(folder, name), { recursive: true, force: true });
  return folder;
}
