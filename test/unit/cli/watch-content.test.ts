import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchContent } from '../../../src/cli/watch-content.ts';

test('every file that is written, replaced, created or deleted is told, new folders included, and nothing hidden', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'));
  mkdirSync(join(folder, 'offers'));
  const told = new Set<string>();
  let look = (): void => {};
  const stop = watchContent(folder, (files) => {
    for (const file of files) told.add(file);
    look();
  });
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const until = (file: string): Promise<void> =>
    new Promise((resolve) => {
      look = () => told.delete(file) && resolve();
      look();
    });
  const at = (file: string): string => join(folder, file);

  writeFileSync(at('offers/.chor.md.swp'), '');
  writeFileSync(at('offers/chor.md~'), '');
  writeFileSync(at('offers/chor.md'), 'eins');
  await until('offers/chor.md');
  writeFileSync(at('offers/neu.tmp'), 'zwei');
  renameSync(at('offers/neu.tmp'), at('offers/chor.md'));
  await until('offers/chor.md');
  rmSync(at('offers/chor.md'));
  await until('offers/chor.md');
  mkdirSync(at('events'));
  await until('events');
  writeFileSync(at('events/fest.md'), 'drei');
  await until('events/fest.md');
  writeFileSync(at('site.yml'), '');
  await until('site.yml');
  expect([...told].filter((file) => /\.swp|~/.test(file))).toEqual([]);
});
