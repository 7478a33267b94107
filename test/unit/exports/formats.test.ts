import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExportFile } from '../../../src/exports/export-file.ts';
import type { Exporting } from '../../../src/exports/exporting.ts';
import { listExports } from '../../../src/exports/list-exports.ts';
import { sitemaps } from '../../../src/exports/sitemap.ts';
import { writeDataCsv } from '../../../src/exports/spreadsheet/write-csv.ts';
import { uuidsOf, uuidV5 } from '../../../src/content/uuid-v5.ts';
import { demoExporting, jsonOf, textOf } from './demo-exports.ts';

let exporting: Exporting;
let files: readonly ExportFile[];
beforeAll(async () => {
  exporting = await demoExporting();
  files = listExports(exporting);
});

/** Rows of RFC 4180, without any knowledge of how they were written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g)) {
    const cells = line[0].slice(0, -2).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)(?=,|$)/g) ?? [];
    rows.push(cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
  }
  return rows;
}

test('a name has the UUID that the standard says', () => {
  // RFC 9562, appendix A.4
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  const [one, other] = [uuidsOf('https://a.example.org'), uuidsOf('https://b.example.org')];
  expect(one('service', 'x')).toBe(uuidsOf('https://a.example.org')('service', 'x'));
  expect(one('service', 'x')).not.toBe(other('service', 'x'));
  expect(one('service', 'x')).not.toBe(one('organization', 'x'));
});

describe('the own format', () => {
  test('keeps its published schema', () => {
    const schema = jsonOf(files, 'data/catalogue.schema.json') as object;
    const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    const valid = ajv.compile(schema);
    const catalogue = jsonOf(files, 'data/catalogue.json') as { offers: object[] };
    expect([valid(catalogue), valid.errors]).toEqual([true, null]);
    expect(catalogue.offers.length).toBe(exporting.offers.length);
    expect(valid({ ...catalogue, offers: [{ ...catalogue.offers[0], data: { title: 'x' } }] })).toBe(false);
  });

  test('has the translations, and no more of a contact than the page shows', () => {
    const { offers } = jsonOf(files, 'data/catalogue.json') as {
      offers: Array<{ id: string; translations?: Record<string, { data: { title?: string } }> }>;
    };
    const counselling = offers.find(({ id }) => id === 'schuldnerberatung');
    expect(counselling?.translations?.['ar']?.data.title).toMatch(/[\u0600-\u06ff]/);
    expect(textOf(files, 'data/catalogue.json')).not.toMatch(/"consent"|"record"/);
  });
});

describe('tables', () => {
  test('CSV and XLSX hold the same, a line for each offer', async () => {
    const csv = parseCsv(textOf(files, 'data/offers.csv'));
    expect(csv.length).toBe(exporting.offers.length + 1);
    expect(new Set(csv.map((row) => row.length)).size).toBe(1);
    const xlsx = files.find(({ path }) => path === 'data/offers.xlsx')!;
    const rows = await readSheet(Buffer.from(xlsx.make()));
    expect(rows.map((row) => String(row[0]))).toEqual(csv.map((row) => row[0]));
    const phone = csv[0]!.indexOf('phone');
    expect(csv[1]![phone]).toMatch(/^\+49 221 4710/);
  });

  test('no cell is a formula, whatever somebody typed', () => {
    const [row] = parseCsv(writeDataCsv([['=1+1', '+cmd|x', '-2+3', '@a', '"a", b\r\nc', '+49 221 4710123', 5]]));
    expect(row).toEqual(["'=1+1", "'+cmd|x", "'-2+3", "'@a", '"a", b\r\nc', '+49 221 4710123', '5']);
  });
});

test('points on the map are where the offers are, and protected ones are not there', () => {
  const { features } = jsonOf(files, 'data/offers.geojson') as {
    features: Array<{ geometry: { coordinates: [number, number] }; properties: { id: string } }>;
  };
  expect(features.length).toBeGreaterThan(30);
  for (const { geometry } of features) {
    const [longitude, latitude] = geometry.coordinates;
    expect(longitude).toBeGreaterThan(6);
    expect(longitude).toBeLessThan(7);
    expect(latitude).toBeGreaterThan(54);
    expect(latitude).toBeLessThan(55);
  }
  const shielded = exporting.offers.filter(({ place }) => place?.protected).map(({ id }) => id);
  expect(shielded.length).toBeGreaterThan(0);
  for (const id of shielded) expect(features.map(({ properties }) => properties.id)).not.toContain(id);
});

describe('the sitemap', () => {
  const address = (path: string): string => `https://lotse.example.org/${path}`;

  test('names each language of a page beside the others', () => {
    const [file] = sitemaps([{ path: 'angebote/a&b/', languages: ['de', 'ar'] }], address);
    const xml = String(file!.make());
    expect(xml.match(/<loc>/g)).toHaveLength(2);
    expect(xml).toContain('<loc>https://lotse.example.org/ar/angebote/a&amp;b/</loc>');
    expect(xml.match(/hreflang="ar" href="https:\/\/lotse\.example\.org\/ar\/angebote\/a&amp;b\/"/g)).toHaveLength(2);
  });

  test('is cut into files where one would be too long', () => {
    const pages = Array.from({ length: 30_000 }, (_, index) => ({ path: `${index}/`, languages: ['de', 'en'] }));
    const [index, ...parts] = sitemaps(pages, address);
    const counts = parts.map(({ make }) => String(make()).match(/<url>/g)?.length);
    expect(counts).toEqual([50_000, 10_000]);
    for (const { path } of parts) expect(String(index!.make())).toContain(`<loc>${address(path)}</loc>`);
  });
});

test('the description for data portals names every format that is there', () => {
  const { '@graph': graph } = jsonOf(files, 'data/dcat.jsonld') as { '@graph': Array<Record<string, unknown>> };
  const dataset = graph.find((node) => node['@type'] === 'dcat:Dataset')!;
  const addresses = (dataset['dcat:distribution'] as Array<{ 'dcat:downloadURL': { '@id': string } }>).map(
    (one) => one['dcat:downloadURL']['@id'],
  );
  const paths = files.map(({ path }) => `https://lotse.example.org/${path}`);
  for (const one of addresses.filter((path) => !path.endsWith('.ics'))) expect(paths).toContain(one);
});

const inclusion = join(import.meta.dirname, '../../../../shared/standards/data-inclusion');

test.skipIf(!existsSync(inclusion)).each([
  ['services', 'service.json'],
  ['structures', 'structure.json'],
])('the flat list of %s keeps the French standard, where it lies beside the project', (name, schema) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(join(inclusion, schema), 'utf8')) as object);
  const items = jsonOf(files, `data/inclusion/${name}.json`) as object[];
  expect(items.length).toBeGreaterThan(20);
  for (const item of items) expect([valid(item), valid.errors]).toEqual([true, null]);
});
