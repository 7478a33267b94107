import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { exportSheet } from '../../../src/cli/export.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { catalogueSchema } from '../../../src/exports/catalogue-schema.ts';
import { prepareExport } from '../../../src/exports/exporting.ts';
import { listExports } from '../../../src/exports/list-exports.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';
import { runCommand } from './run-command.ts';

// Whole commands over the whole demo.
vi.setConfig({ testTimeout: 60_000 });

const demo = join(import.meta.dirname, '../../../content');
const demoDay = { BUILD_DATE: '2026-11-22' };

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function exported(folder: string, format: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const out = join(emptyFolder(), `all.${format}`);
  const { code, err } = await runCommand(exportSheet, folder, ['--data', format, '--out', out], env);
  expect([code, err]).toEqual([0, '']);
  return out;
}

const imported = (folder: string, file: string, env: NodeJS.ProcessEnv = {}) =>
  runCommand(importOffers, folder, [file], env);
const summary = (out: string): string | undefined => /^\d+ new, .*$/m.exec(out)?.[0];

test('the whole demo goes through JSON into an empty folder, says there what it said, and comes out the same', async () => {
  const folder = emptyFolder();
  const first = await exported(demo, 'json', demoDay);
  cpSync(join(demo, 'map'), join(folder, 'map'), { recursive: true });
  const files = [...readContent(demo).value.sources.keys()].filter((file) => !file.startsWith('map/')).length;
  expect(summary((await imported(folder, first, demoDay)).out)).toBe(
    `${files} new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.`,
  );
  expect(readFileSync(await exported(folder, 'json', demoDay)).equals(readFileSync(first))).toBe(true);
  const [before, after] = await Promise.all(
    [demo, folder].map((contentDir) => loadCatalogue({ contentDir, today: demoDay.BUILD_DATE })),
  );
  const said = (problems: readonly { code: string; file: string }[]) =>
    problems.map(({ code, file }) => `${file} ${code}`);
  expect(said(after!.problems)).toEqual(said(before!.problems));
  expect(after!.value!.offers).toEqual(before!.value!.offers);
  expect(before!.value!.guides.size).toBeGreaterThan(0);
  expect(after!.value!.guides).toEqual(before!.value!.guides);
  expect(after!.value!.emergency).toEqual(before!.value!.emergency);
});

test('the whole demo goes through a spreadsheet, and the spreadsheet comes out the same', async () => {
  const folder = emptyFolder();
  cpSync(demo, folder, { recursive: true });
  rmSync(join(folder, 'offers'), { recursive: true });
  const first = await exported(demo, 'xlsx', demoDay);
  expect((await imported(folder, first, demoDay)).code).toBe(0);
  expect(readFileSync(await exported(folder, 'xlsx', demoDay)).equals(readFileSync(first))).toBe(true);
});

const ofOwn = {
  'offers/entwurf.md': validFile('offers/sprachcafe.md').replace(/^status: .*$/m, 'status: draft'),
  'media/tisch.png': '',
  'texts/en.yml': 'site.skip: Straight to the content\n',
};

test('drafts, own texts and vocabularies are in it, pictures are named to be copied; the published schema holds', async () => {
  const folder = contentFolder(undefined, ofOwn);
  const out = join(emptyFolder(), 'all.json');
  const said = (await runCommand(exportSheet, folder, ['--data', 'json', '--out', out])).out;
  expect(said).toContain('not for publication');
  expect(said).toContain('media/tisch.png');
  const full = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>;
  expect(full).toMatchObject({
    scope: 'full',
    offers: expect.arrayContaining([expect.objectContaining({ id: 'entwurf' })]) as unknown,
    files: { 'texts/en.yml': { 'site.skip': 'Straight to the content' } },
    copies: expect.arrayContaining(['media/tisch.png']) as unknown,
  });
  const { value } = await loadCatalogue({ contentDir: contentFolder(), today });
  const schema = catalogueSchema(prepareExport(value!, { basePath: '/', siteUrl: 'https://lotse.example.org' }));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of ['language-tag', 'web-address', 'time-of-day', 'phone']) ajv.addFormat(format, true);
  const validate = ajv.compile(JSON.parse(Buffer.from(schema.make()).toString('utf8')) as object);
  expect([validate(full), validate.errors]).toEqual([true, null]);
});

test('a second import changes only what the catalogue changed, keeps comments, and no hand edit is lost', async () => {
  const folder = emptyFolder();
  const file = await exported(contentFolder(undefined, { 'texts/en.yml': ofOwn['texts/en.yml'] }), 'json');
  await imported(folder, file);
  const before = readFileSync(file, 'utf8');
  const cafe = join(folder, 'offers/sprachcafe.md');
  const site = join(folder, 'site.yml');
  writeFileSync(site, `# Ours.\n${readFileSync(site, 'utf8')}`);
  expect(summary((await imported(folder, file)).out)).toMatch(/^0 new, 0 changed, \d+ unchanged, 0 conflicts/);

  writeFileSync(file, before.replaceAll('Sprachcafé Ziegelhof', 'Sprachcafé am Hof').replace('Musterland', 'Neuland'));
  writeFileSync(cafe, readFileSync(cafe, 'utf8').replace('Im ersten Stock', 'Im Keller'));
  const edited = readFileSync(cafe, 'utf8');
  const second = await imported(folder, file);
  expect(second.code).toBe(1);
  expect(second.out).toContain('CONFLICT  offers/sprachcafe.md');
  expect(readFileSync(cafe, 'utf8')).toBe(edited);
  expect(readFileSync(site, 'utf8')).toMatch(/^# Ours\./);

  rmSync(cafe);
  writeFileSync(file, before);
  expect((await imported(folder, file)).out).toContain('It stays deleted');
  expect(existsSync(cafe)).toBe(false);
});

test('what another catalogue calls the same is left alone, and another source language is refused', async () => {
  const folder = contentFolder();
  const cafe = readFileSync(join(folder, 'offers/sprachcafe.md'), 'utf8');
  const file = await exported(contentFolder(), 'json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Sprachcafé Ziegelhof', 'Sprachcafé woanders'));
  expect((await imported(folder, file)).out).toContain('does not come from this catalogue');
  expect(readFileSync(join(folder, 'offers/sprachcafe.md'), 'utf8')).toBe(cafe);
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replaceAll('"language":"de"', '"language":"en"')
      .replace('"source_language":"de"', '"source_language":"en"'),
  );
  expect(await imported(folder, file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('empty folder') as unknown,
  });
});

test('a file of somebody who means harm writes nothing but entries that keep the rules', async () => {
  const folder = contentFolder();
  const before = readdirSync(folder, { recursive: true }).length;
  const file = join(emptyFolder(), 'all.json');
  const entry = (id: unknown, data: unknown) => ({ id, language: 'de', data });
  const hostile = {
    version: 1,
    scope: 'full',
    site: { region: 'x' },
    offers: [entry('../../boese', {}), entry('leer', {}), entry(7, {}), null, { id: 'kein-text', data: [] }],
    organisations: { length: 4 },
    files: { '../boese.yml': {}, 'snapshots/../../x.yml': {}, 'theme/theme.css': {}, 'site.yml': 'x' },
    copies: ['../../etc/passwd'],
  };
  writeFileSync(file, JSON.stringify(hostile).replace('"leer"', '"__proto__"'));
  const { code, out } = await imported(folder, file);
  expect(code).toBe(1);
  expect(summary(out)).toBe('0 new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.');
  writeFileSync(file, JSON.stringify(hostile));
  expect((await imported(folder, file)).out).toContain('REJECTED  offers/leer.md');
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  writeFileSync(file, JSON.stringify({ ...hostile, version: 2 }));
  expect((await imported(folder, file)).err).toContain('newer format');
});

test('the public file brings its offers back without what was never published', async () => {
  const { value } = await loadCatalogue({ contentDir: demo, today: demoDay.BUILD_DATE });
  const exporting = prepareExport(value!, { basePath: '/' });
  const file = join(emptyFolder(), 'catalogue.json');
  writeFileSync(
    file,
    listExports(exporting)
      .find(({ path }) => path === 'data/catalogue.json')!
      .make(),
  );
  const folder = emptyFolder();
  const { code, out } = await imported(folder, file, demoDay);
  expect(out).toContain('This is the public edition');
  expect([code, out]).toEqual([0, expect.stringMatching(/ 0 conflicts, 0 rejected\./)]);
  const back = await loadCatalogue({ contentDir: folder, today: demoDay.BUILD_DATE });
  expect(back.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([...back.value!.offers.keys()]).toEqual(exporting.offers.map(({ id }) => id));
  expect(existsSync(join(folder, 'vocabularies'))).toBe(false);
});
