import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
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
const problemsOf = async (text: string, file = 'map/ziegelhof.geojson') =>
  (await load({ [file]: text })).problems.filter((problem) => problem.file.startsWith('map/')).map(({ code }) => code);

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
  ])('is refused: %s', async (_, text, codes) => {
    expect([...new Set(await problemsOf(text))].sort()).toEqual([...codes].sort());
  });

  it('belongs to a place or is a layer', async () => {
    const { problems } = await load({ 'map/ziegelhoff.geojson': collection(around(6.3, 54.5)), 'map/notiz.txt': 'x' });
    expect(problems.filter(({ code }) => code === 'unexpected-file')).toMatchObject([
      { file: 'map/notiz.txt' },
      { file: 'map/ziegelhoff.geojson', args: { suggestion: 'ziegelhof.geojson' } },
    ]);
  });

  it('cannot change what all objects have in common', async () => {
    await load({
      'map/ziegelhof.geojson': `{"__proto__":{"polluted":1},"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"polluted":1}},"geometry":${JSON.stringify(around(6.3, 54.5))}}]}`,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
