import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../src/catalogue.ts';
import { readForeignCatalogue } from '../../src/federation/foreign-catalogue.ts';
import { openCatalogueSearch } from '../../src/search/query.ts';
import { buildSite, runCommand, type Run } from '../support/build-site.ts';
import { makeTown, offersPerTown, towns, writeTowns } from '../support/make-towns.ts';
import { tablesIn } from '../support/page-text.ts';
import { listFiles, readPage, referencesIn } from '../support/site-files.ts';

// Three thousand offers are read and checked, beside whatever else the machine does.
vi.setConfig({ testTimeout: 180_000 });

const folder = join(import.meta.dirname, '../.output/district');
const content = join(folder, 'content');
const site = join(folder, 'site');
const today = '2026-11-22';

/** Two offers are known in two towns each; the district has one of its own. */
const offers = towns.length * offersPerTown - 2 + 1;
/** One town's summer party is over. */
const listed = offers - 1;

let fetched: Run;
let files: string[];
const dataOf = async (path: string): Promise<unknown> => JSON.parse(await readPage(site, `data/${path}`));

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, '../sites/district'), content, { recursive: true });
  writeTowns(folder);
  fetched = await runCommand('federate', [], { CONTENT_DIR: content });
  await buildSite(content, site);
  files = await listFiles(site);
}, 600_000);

describe('a district over ten towns', () => {
  test('fetches them all; harm and mishap cost a message and nothing else', () => {
    expect(fetched.code).toBe(0);
    for (const town of towns) expect(fetched.stdout).toContain(`${town}: ${offersPerTown} offers`);
    expect(fetched.stderr).toContain('boese: 3 entries do not keep the rules');
    expect(fetched.stderr).toContain('seite: This is no readable JSON.');
  });

  test('says which words have no counterpart and which sources are left out', async () => {
    const run = await runCommand('check', ['--format', 'json'], { CONTENT_DIR: content });
    expect(run.code).toBe(0);
    const codes = Array.from(run.stdout.matchAll(/"code": ?"([^"]+)"/g), ([, code]) => code);
    expect(codes).toEqual(['source-term-unmapped', 'source-entry-refused', 'source-left-out']);
    expect(run.stdout).toContain('`diversity` (fields-of-action) from “elmloh” has no counterpart here');
    expect(run.stdout).toContain('missing in 75 offers');
  });

  test('has a page for every offer in both languages, and nothing of who means harm', async () => {
    for (const lang of ['de', 'en']) {
      const pages = files.filter((file) => new RegExp(`^${lang}/angebote/[^/]+/index\\.html$`).test(file));
      expect(pages.filter((page) => !/angebote\/seite-?\d/.test(page))).toHaveLength(offers);
    }
    expect(files.filter((file) => /boese|skript/.test(file))).toEqual([]);
    for (const page of ['de/angebote/', 'de/daten/', 'de/']) {
      expect(await readPage(site, page)).not.toMatch(/alert\(1\)|javascript:/);
    }
  });

  test.each([
    ['identity', 'alken--angebot-300', ['alken', 'borsen'], 'borsen--angebot-300'],
    ['organisation, title and place', 'dornum--angebot-300', ['dornum', 'gristede'], 'gristede--angebot-300'],
  ])('an offer that two towns know, by %s, is there once and leads to both', async (_, id, homes, twin) => {
    const links = referencesIn(await readPage(site, `de/angebote/${id}/`));
    for (const home of homes) expect(links).toContain(`https://${home}.example.org/de/angebote/angebot-300/`);
    expect(files).not.toContain(`de/angebote/${twin}/index.html`);
  });

  test('an offer of a town is changed there, the own one here', async () => {
    const there = await readPage(site, 'de/angebote/ihlbrook--angebot-001/');
    expect(referencesIn(there)).toContain('https://ihlbrook.example.org/de/angebote/angebot-001/');
    expect(there).not.toContain('mitmachen/?id=');
    expect(await readPage(site, 'de/angebote/kreis-telefon/')).toContain('mitmachen/?id=kreis-telefon');
  });

  test('the words of a town with four fields of action become the district’s', async () => {
    const { offers: all } = (await dataOf('catalogue.json')) as {
      offers: { id: string; data: { fields_of_action: string[] } }[];
    };
    const fields = new Map(all.map(({ id, data }) => [id, data.fields_of_action]));
    expect(fields.get('elmloh--angebot-001')).toEqual(['language-education']);
    expect(fields.get('elmloh--angebot-002')).toEqual(['participation']);
    expect(fields.get('elmloh--angebot-003')).toEqual([]);
    expect(fields.get('elmloh--angebot-004')).toEqual(['work']);
  });

  test('no link inside the site leads nowhere', async () => {
    const known = new Set(files.map((file) => `/${file.replace(/index\.html$/, '')}`));
    const some = files.filter((file, index) => /^(de|en)\/.*\.html$/.test(file) && index % 40 === 0);
    for (const file of [...some, 'de/angebote/index.html', 'de/orte/index.html', 'de/traeger/index.html']) {
      for (const link of referencesIn(await readFile(join(site, file), 'utf8'))) {
        const path = link.replace(/[?#].*$/, '');
        if (path.startsWith('/')) expect(known.has(decodeURI(path)), `${file}: ${link}`).toBe(true);
      }
    }
  });
});

describe('gaps', () => {
  // 300 offers a town, one in six or one in four for each field; see make-towns.ts.
  test('count the offers of all towns, by the district’s own fields', async () => {
    const [table] = tablesIn(await readPage(site, 'de/luecken/town-field-of-action/'));
    const of = (town: string, field: string) => Number(table?.[town]?.[field]?.replace('.', ''));
    expect(of('Ihlbrook', 'Sprache und Bildung')).toBe(50);
    expect(of('Elmloh', 'Sprache und Bildung')).toBe(75);
    expect(of('Elmloh', 'Gesundheit')).toBe(0);
    const [types] = tablesIn(await readPage(site, 'de/luecken/field-of-action-type/'));
    expect(Number(types?.['Zusammen']?.['Zusammen']?.replace('.', ''))).toBe(listed);
  });
});

describe('search and data', () => {
  test('the index holds them all and finds one of a town', async () => {
    const search = await openCatalogueSearch({ lang: 'de', fetchShard: (name) => readFile(join(site, name)) });
    const all = await search.query('', {}, { limit: 1, facets: [] });
    expect(all.total).toBe(listed);
    const { hits } = await search.query('Schuldnerberatung unterwegs', {}, { limit: 3, facets: [] });
    expect(hits[0]?.id).toBe('alken--angebot-300');
  });

  test('every format holds them all, each with one identity', async () => {
    const catalogue = (await dataOf('catalogue.json')) as { offers: { id: string; uuid: string }[] };
    const uuids = new Set(catalogue.offers.map(({ uuid }) => uuid));
    expect(uuids.size).toBe(listed);
    for (const name of ['hsds', 'oruk']) {
      expect(await dataOf(`${name}/services.json`)).toMatchObject({ total_items: listed });
    }
    const served = files.flatMap((file) => /^data\/hsds\/services\/([0-9a-f-]{36})\.json$/.exec(file)?.[1] ?? []);
    expect(new Set(served)).toEqual(uuids);
    const { features } = (await dataOf('offers.geojson')) as { features: { id?: string }[] };
    expect(features.length).toBeGreaterThan(listed - 10);
    expect((await readPage(site, 'data/offers.csv')).trimEnd().split('\r\n')).toHaveLength(listed + 1);
  });

  test('the catalogue keeps the schema published beside it, so that another district can read this one', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const format of ['language-tag', 'web-address', 'time-of-day', 'phone']) ajv.addFormat(format, true);
    const validate = ajv.compile((await dataOf('catalogue.schema.json')) as object);
    const text = await readPage(site, 'data/catalogue.json');
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    const read = readForeignCatalogue(text, 'DE');
    expect([read.problems, read.value?.offers.size]).toEqual([[], listed]);
  });
});

test('what a town withdraws is gone after the next run', async () => {
  const path = join(folder, 'towns/gristede.json');
  await writeFile(path, JSON.stringify(makeTown('gristede', { date: '2026-11-22', offers: 200 })));
  await runCommand('federate', [], { CONTENT_DIR: content });
  const { value } = await loadCatalogue({ contentDir: content, today });
  expect(value!.offers.has('gristede--angebot-200')).toBe(true);
  expect(value!.offers.has('gristede--angebot-201')).toBe(false);
  // Only the other town has it still.
  expect(value!.offers.get('dornum--angebot-300')!.homes?.map(({ source }) => source)).toEqual(['dornum']);
  expect(value!.offers.size).toBe(offers - 99);
});
