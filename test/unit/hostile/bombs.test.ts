import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Terminal } from '../../../src/cli/check.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { readForeignCatalogue } from '../../../src/federation/foreign-catalogue.ts';
import { parseRequest } from '../../../src/inbox/hand-in.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';
import { load } from './what-is-left.ts';

/** As deep as a parser goes and what comes after it perhaps does not, and deeper than any of them. */
const depths = [50, 500, 1_500, 3_000, 6_000, 12_000, 200_000];

const lists = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const maps = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const shapes = depths.flatMap((depth) => [lists(depth), maps(depth)]);

const published = (inside: string): string =>
  `{"version":1,"date":"2026-02-01","site":{"title":{"de":"x"},"x":${inside}},"vocabularies":{"topics":${inside}},"places":[{"id":"a","language":"de","data":${inside}}],"organisations":[],"offers":[{"id":"b","language":"de","data":{"tags":${inside}},"body":"x"}]}`;

test('JSON that is nested without end is refused or read, by all who take files from elsewhere', async () => {
  const folder = contentFolder();
  const terminal = { out: () => true, err: () => true, env: { CONTENT_DIR: folder, BUILD_DATE: today, LANG: 'de' } };
  const file = join(folder, 'katalog.json');
  for (const inside of shapes) {
    readForeignCatalogue(published(inside), 'DE');
    expect(parseRequest(Buffer.from(`{"kind":"offer","lang":"de","data":${inside}}`)).value).toBeUndefined();
    const own = published(inside).replace('{"version":1', '{"format":"angebotslotse","version":1');
    const services = `{"contents":[{"id":"a","name":"b","attributes":${inside}}]}`;
    for (const text of [own, services, inside]) {
      writeFileSync(file, text);
      expect([0, 1, 2]).toContain(await importOffers([file, '--dry-run'], terminal as unknown as Terminal));
    }
  }
});

test('a tower of anything in a file of the content is a message, whatever kind of file', async () => {
  const towers = [lists(3_000), maps(3_000), '- '.repeat(3_000), '&a [*a, *a]', '!!js/function x', '? '.repeat(3_000)];
  for (const [file, text] of [
    ['site.yml', validFile('site.yml')],
    ['concept/targets.yml', validFile('concept/targets.yml')],
    ['texts/en.yml', validFile('texts/en.yml')],
    ['emergency.yml', 'numbers: []\n'],
    ['snapshots/2026-01-31.yml', validFile('snapshots/2026-01-31.yml')],
  ] as const) {
    const folder = contentFolder();
    for (const tower of towers) {
      writeFileSync(join(folder, file), `${text}zz_tower: ${tower}\n`);
      const { value, problems } = await load(folder);
      expect(value, `${file} ${tower.slice(0, 10)}`).toBeUndefined();
      expect(problems.some((problem) => problem.file === file)).toBe(true);
    }
  }
  const folder = contentFolder(undefined, {
    'map/water.geojson': `{"type":"FeatureCollection","features":${lists(3_000)}}`,
  });
  expect((await load(folder)).problems.map(({ code }) => code)).toContain('not-geojson');
});
