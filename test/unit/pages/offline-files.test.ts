import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OfflineSet } from '../../../src/model/offline-set.ts';
import { Families } from '../../../src/model/reads.ts';
import { listInSteps } from '../../../src/pages/list-outputs.ts';
import { MadeFiles } from '../../../src/pages/made-files.ts';
import { offlineFiles } from '../../../src/pages/offline-files.ts';
import { type Content, Output } from '../../../src/pages/output.ts';
import type { SiteModel } from '../../../src/pages/site-model.ts';
import { stubAssets } from '../../support/stub-assets.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const model = makeModel([makeOffer('cafe'), makeOffer('kurs', { topics: ['health'] }, { towns: ['wolbersheim'] })]);
const workers = new Map([
  ['service-worker.js', Buffer.from('on')],
  ['service-worker-off.js', Buffer.from('off')],
]);

const filesOf = (html: Content): string[] => html.toString().split(' ').slice(1);
const site = (cafe: string): ReadonlyMap<string, Output> =>
  new Map(
    [
      new Output('de/index.html', () => 'start', filesOf),
      new Output('de/angebote/index.html', () => 'list assets/search.1.js', filesOf),
      new Output('de/orte/brinkenau/index.html', () => 'town', filesOf),
      new Output('de/angebote/cafe/index.html', () => `${cafe} assets/site.1.css media/tisch.png`, filesOf),
      new Output('de/angebote/kurs/index.html', () => 'course', filesOf),
      new Output('de/themen/index.html', () => 'topics', filesOf),
      new Output('assets/site.1.css', () => 'css assets/font.1.woff2', filesOf),
      new Output('assets/font.1.woff2', () => 'font'),
      new Output('assets/search.1.js', () => 'script'),
      new Output('media/tisch.png', () => 'picture'),
      new Output('search/de/manifest.json', () => '{}'),
      new Output('search/ar/manifest.json', () => '{}'),
    ].map((output) => [output.path, output]),
  );

function make(from: SiteModel, cafe = 'café'): ReadonlyMap<string, string> {
  const contexts = new Map([['de', (path: string) => makePage(from, 'de', path)]]);
  const placement = { basePath: '/base/', assets: new Map([['favicon.svg', 'assets/favicon.svg']]) };
  const made = new MadeFiles(site(cafe), new Families(), ['search/de/']);
  const outputs = offlineFiles(from, contexts, { placement, made, workers });
  return new Map(outputs.map((output) => [output.path, output.render().toString()]));
}

const setOf = (files: ReadonlyMap<string, string>): OfflineSet =>
  JSON.parse(files.get('de/offline/brinkenau.json') ?? '') as OfflineSet;

describe('the list of a town’s files', () => {
  test('has its pages, its offers, the search of the language and all that these load, each with hash and size', () => {
    const set = setOf(make(model));
    expect(set.files.map(([path]) => path)).toEqual([
      'assets/font.1.woff2',
      'assets/search.1.js',
      'assets/site.1.css',
      'de/angebote/cafe/index.html',
      'de/angebote/index.html',
      'de/index.html',
      'de/orte/brinkenau/index.html',
      'media/tisch.png',
      'search/de/manifest.json',
    ]);
    expect(set.files[0]).toEqual([
      'assets/font.1.woff2',
      createHash('sha256').update('font').digest('hex').slice(0, 16),
      4,
    ]);
    expect(set.bytes).toBe(set.files.reduce((sum, [, , bytes]) => sum + bytes, 0));
    expect(set).toMatchObject({ lang: 'de', town: 'brinkenau', title: 'Brinkenau', offers: 1, date: '2026-11-22' });
  });

  test('gets another id when a file changes, and only then', () => {
    expect(setOf(make(model)).id).toBe(setOf(make(model)).id);
    expect(setOf(make(model, 'new')).id).not.toBe(setOf(make(model)).id);
  });
});

test('no page is made a second time for the lists: those that they name have been measured by then', () => {
  const { first, later } = listInSteps(model.catalogue, {
    placement: { basePath: '/', assets: stubAssets },
    files: new Map(),
    media: new Map(),
    gallery: false,
  });
  const pages = new Map([...first.values()].flat().map((output) => [output.path, output]));
  const isMeasured = (path: string): boolean => pages.get(path)!.measured !== undefined;
  for (const output of pages.values()) output.render();
  const measured = new Set([...pages.keys()].filter(isMeasured));
  for (const [, list] of later) for (const output of list()) output.render();
  const named = [...pages.keys()].filter((path) => path.endsWith('.html') && isMeasured(path));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !measured.has(path))).toEqual([]);
});

test('the app starts in its language and stays the same app in all others', () => {
  const manifest = JSON.parse(make(model).get('de/manifest.webmanifest') ?? '') as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'Lotse', lang: 'de-DE', dir: 'ltr', start_url: '/base/de/', scope: '/base/' });
});

test('switched off there is only a service worker that removes the old one', () => {
  expect(make(model).get('service-worker.js')).toBe('on');
  const off = { ...model, catalogue: { ...model.catalogue, site: { ...model.catalogue.site, offline: false } } };
  expect([...make(off)]).toEqual([['service-worker.js', 'off']]);
  expect(makePage(off, 'de').appManifest).toBeUndefined();
});
