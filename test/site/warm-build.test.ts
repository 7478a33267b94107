import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, runFromSource } from '../support/build-site.ts';
import { listFiles } from '../support/warm-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'warm-build-'));
const contentDir = join(folder, 'content');
const site = join(folder, 'site');
const other = join(folder, 'cold');

const build = async (outputDir: string, env: NodeJS.ProcessEnv = {}, start = runCommand): Promise<string> => {
  const run = await start('build', [], {
    CONTENT_DIR: contentDir,
    OUTPUT_DIR: outputDir,
    COLD: '',
    // A small site would be rendered by the main thread.
    BUILD_THREADS: '2',
    ...env,
  });
  expect(run.code, run.stderr).toBe(0);
  return run.stdout;
};
const inodes = (): ReadonlyMap<string, number> =>
  new Map(listFiles(site).map((path) => [path, statSync(join(site, path)).ino]));

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../sites/four-fields'), contentDir, { recursive: true });
  await build(site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compareWithCold(): Promise<void> {
  await build(other, { COLD: '1', BUILD_THREADS: '1' }, runFromSource);
  expect(listFiles(site)).toEqual(listFiles(other));
  for (const path of listFiles(other))
    expect(readFileSync(join(site, path)).equals(readFileSync(join(other, path))), path).toBe(true);
}

test('nothing is touched where nothing has changed', async () => {
  const before = inodes();
  expect(await build(site)).toContain('nothing has changed');
  expect(inodes()).toEqual(before);
});

test('after an edit and hands in the site it is what a cold build makes, and pages that did not change are the same files', async () => {
  const before = inodes();
  appendFileSync(join(contentDir, 'offers/chor.md'), '\nEin Satz mehr.\n');
  appendFileSync(join(site, 'de/themen/index.html'), 'changed by hand');
  rmSync(join(site, 'en/index.html'));
  writeFileSync(join(site, 'foreign.txt'), 'foreign');
  await build(site);
  await compareWithCold();
  const after = inodes();
  expect(after.get('de/index.html')).toBe(before.get('de/index.html'));
  expect(after.get('de/angebote/chor/index.html')).not.toBe(before.get('de/angebote/chor/index.html'));
  expect(readdirSync(folder).sort()).toEqual(['cold', 'content', 'site']);
});

test('from the second edit on, what does not change stands in a copy of the site already', async () => {
  const offer = join(contentDir, 'offers/chor.md');
  appendFileSync(offer, '\nNoch ein Satz.\n');
  await build(site);
  const spare = (): string[] => readdirSync(folder).filter((name) => name.startsWith('site.spare-'));
  const [first] = spare();
  expect(spare()).toHaveLength(1);
  appendFileSync(offer, '\nUnd noch einer.\n');
  await build(site);
  expect(spare()).toHaveLength(1);
  expect(spare()).not.toEqual([first]);
  await compareWithCold();
  expect(listFiles(join(folder, spare()[0]!))).toEqual(listFiles(site));
  expect(await build(site)).toContain('nothing has changed');
});
