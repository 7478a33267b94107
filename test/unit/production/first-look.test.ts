import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { listOutputs } from '../../../src/pages/list-outputs.ts';
import { FirstLook } from '../../../src/production/first-look.ts';
import { stubAssets } from '../../support/stub-assets.ts';

const root = mkdtempSync(join(tmpdir(), 'first-look-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const contentDir = join(root, 'content');
const folder = join(root, 'site');
const placement = { basePath: '/', siteUrl: 'https://example.org', assets: stubAssets };
const options = { contentDir, today: '2026-11-22' };
const page = 'de/angebote/chor/index.html';
const sheet = join(contentDir, 'offers/chor.md');

/** All pages of the content as it is now. */
async function coldPages(): Promise<ReadonlyMap<string, Buffer>> {
  const { value } = await loadCatalogue(options);
  const groups = listOutputs(value!, { placement, files: new Map(), media: new Map(), gallery: false });
  return new Map(
    [...groups.values()].flat().flatMap((one) => (one.path.endsWith('.html') ? [[one.path, one.render()]] : [])),
  );
}

const standing = (path: string): string => readFileSync(join(folder, path), 'utf8');

let look: FirstLook;
let good: ReadonlyMap<string, Buffer>;
const town = join(import.meta.dirname, '../../sites/four-fields');

beforeAll(async () => {
  cpSync(town, contentDir, { recursive: true });
  good = await coldPages();
  for (const [path, bytes] of good) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});

beforeEach(async () => {
  rmSync(contentDir, { recursive: true, force: true });
  cpSync(town, contentDir, { recursive: true });
  for (const [path, bytes] of good) if (path.includes('/chor/')) writeFileSync(join(folder, path), bytes);
  look = new FirstLook();
  look.open({ loaded: await loadCatalogue(options), options, placement, folder, paths: new Set(good.keys()) });
});

test('the pages of an edited sheet are what a build makes of it, in every language', async () => {
  appendFileSync(sheet, '\nEin Satz mehr.\n');
  expect(look.show(['offers/chor.md'])).toBe(true);
  const cold = await coldPages();
  expect(standing(page)).toContain('Ein Satz mehr.');
  const shown = [...look.handOver().keys()];
  expect(shown).toEqual(expect.arrayContaining([page, 'ar/angebote/chor/index.html']));
  for (const path of shown) expect(standing(path), path).toBe(cold.get(path)!.toString());
  // Saved as it is, there is nothing to show.
  expect(look.show(['offers/chor.md'])).toBe(false);
});

test('a sheet that is broken, or names what is not there, leaves its pages alone', () => {
  const before = standing(page);
  const sound = readFileSync(sheet, 'utf8');
  for (const broken of [
    '',
    sound.replace(/^title:.*$/m, 'title: ['),
    sound.replace(/^status:.*$/m, 'status: vielleicht'),
    sound.replace(/^organisation:.*$/m, 'organisation: gibt-es-nicht'),
  ]) {
    writeFileSync(sheet, broken);
    expect(look.show(['offers/chor.md']), broken).toBe(false);
  }
  expect(standing(page)).toBe(before);
});

test('a link to somewhere else is not followed', () => {
  writeFileSync(join(root, 'elsewhere.md'), readFileSync(sheet, 'utf8') + '\nVon anderswo.\n');
  rmSync(sheet);
  symlinkSync(join(root, 'elsewhere.md'), sheet);
  expect(look.show(['offers/chor.md'])).toBe(false);
});

test('what is no sheet, new, or saved together with others waits for the build', () => {
  writeFileSync(join(contentDir, 'offers/neu.md'), readFileSync(sheet, 'utf8'));
  appendFileSync(sheet, '\nEin Satz mehr.\n');
  for (const files of [[], ['site.yml'], ['offers/neu.md'], ['offers/fehlt.md'], ['offers/chor.md', 'offers/neu.md']])
    expect(look.show(files), files.join()).toBe(false);
  look.close();
  expect(look.show(['offers/chor.md'])).toBe(false);
});

test('where the build finds a mistake, what stood there comes back', () => {
  const before = standing(page);
  appendFileSync(sheet, '\nErster Satz.\n');
  look.show(['offers/chor.md']);
  appendFileSync(sheet, '\nZweiter Satz.\n');
  look.show(['offers/chor.md']);
  look.takeBack(look.handOver(), folder);
  expect(standing(page)).toBe(before);
});

test('a page that is shown anew while a build is going on is not replaced by what that has made', () => {
  const before = standing(page);
  appendFileSync(sheet, '\nErster Satz.\n');
  look.show(['offers/chor.md']);
  const begun = look.handOver();
  appendFileSync(sheet, '\nZweiter Satz.\n');
  look.show(['offers/chor.md']);
  expect(look.newer(page, Buffer.from('as of the first'))?.toString()).toContain('Zweiter Satz.');
  expect(look.newer('de/index.html', Buffer.from(''))).toBeUndefined();
  // Had the build found a mistake, the newer page would have stayed, too, until its own build is through.
  look.takeBack(begun, folder);
  expect(standing(page)).toContain('Zweiter Satz.');
  look.takeBack(look.handOver(), folder);
  expect(standing(page)).toBe(before);
});
