import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { Checkable } from '../../../src/check/checkable.ts';
import { checkMap } from '../../../src/check/check-map.ts';
import { openFolder } from '../../../src/content/open-folder.ts';
import { readMap } from '../../../src/content/read-map.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

const collection = (geometry: unknown): string =>
  JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry }] });
const around = (lon: number, lat: number): unknown => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon - 0.05, lat - 0.05],
      [lon + 0.05, lat - 0.05],
      [lon, lat + 0.05],
      [lon - 0.05, lat - 0.05],
    ],
  ],
});

const load = (files: Record<string, string>) => loadCatalogue({ contentDir: contentFolder(undefined, files), today });

/** What is said of files in `map/`, in a town that has one place. */
function problemsOf(files: Record<string, string>): Diagnostic[] {
  const folder = mkdtempSync(join(tmpdir(), 'map-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'map'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const unread: Diagnostic[] = [];
  const places = new Map([['ziegelhof', { data: { name: 'Ziegelhof', geo: { lat: 54.5, lon: 6.3 } } }]]);
  const known = { entries: { places }, ids: { places: new Set(places.keys()) } } as unknown as Checkable;
  const checked = checkMap(readMap(openFolder(folder), unread), known, 'DE');
  return [...unread, ...checked];
}

describe('a file of the map', () => {
  it('becomes an outline or a layer, without points and other properties', async () => {
    const { value } = await load({
      'map/ziegelhof.geojson': collection(around(6.3, 54.5)),
      'map/water.geojson': collection({
        type: 'LineString',
        coordinates: [
          [6.2, 54.5],
          [6.3, 54.6],
        ],
      }),
      'map/neighbours.geojson': collection({ type: 'Point', coordinates: [6.1, 54.4] }),
    });
    expect(value?.map.outlines.get('ziegelhof')?.rings[0]).toHaveLength(4);
    expect(value?.map.layers.water?.lines).toEqual([
      [
        [6.2, 54.5],
        [6.3, 54.6],
      ],
    ]);
    expect(value?.map.layers.neighbours).toEqual({ rings: [], lines: [], names: [] });
  });

  it.each([
    ['no JSON', '{', ['not-geojson']],
    ['a list', '[]', ['not-geojson']],
    ['nesting that would exhaust the stack', `{"a":${'['.repeat(200_000)}`, ['not-geojson']],
    ['coordinates in metres', collection(around(352_000, 5_645_000)), ['out-of-range']],
    ['a latitude beyond the map', collection(around(6.3, 89)), ['out-of-range']],
    [
      'text as coordinates',
      collection({ type: 'Polygon', coordinates: [[['<script>', '1']]] }),
      ['wrong-type', 'too-few'],
    ],
    ['an unknown geometry', collection({ type: 'Circle', coordinates: [1] }), ['wrong-value']],
    ['no geometry', '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}', ['wrong-type']],
    ['longitude and latitude swapped', collection(around(54.5, 6.3)), ['outline-elsewhere']],
    ['only a point', collection({ type: 'Point', coordinates: [6.3, 54.5] }), ['outline-missing']],
  ])('is refused: %s', (_, text, codes) => {
    const found = problemsOf({ 'map/ziegelhof.geojson': text }).map(({ code }) => code);
    expect([...new Set(found)].sort()).toEqual([...codes].sort());
  });

  it('belongs to a place or is a layer', () => {
    const problems = problemsOf({ 'map/ziegelhoff.geojson': collection(around(6.3, 54.5)), 'map/notiz.txt': 'x' });
    expect(problems.filter(({ code }) => code === 'unexpected-file')).toMatchObject([
      { file: 'map/notiz.txt' },
      { file: 'map/ziegelhoff.geojson', args: { suggestion: 'ziegelhof.geojson' } },
    ]);
  });

  it('cannot change what all objects have in common', () => {
    problemsOf({
      'map/ziegelhof.geojson': `{"__proto__":{"polluted":1},"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"polluted":1}},"geometry":${JSON.stringify(around(6.3, 54.5))}}]}`,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
