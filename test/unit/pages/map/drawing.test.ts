import { describe, expect, it } from 'vitest';
import { metresPerUnit, toUnits, viewOf } from '../../../../src/model/map-projection.ts';
import { hullOf, hullPath, mapDrawing, simplify } from '../../../../src/pages/map/drawing.ts';
import type { Catalogue } from '../../../../src/model/catalogue.ts';
import { shapeOf } from '../../../../src/model/map-shapes.ts';
import { makeModel } from '../small-catalogue.ts';

const square = [
  [6.2, 54.5],
  [6.3, 54.5],
  [6.3, 54.6],
  [6.2, 54.6],
  [6.2, 54.5],
] as const;
const polygon = (ring: readonly (readonly [number, number])[], name?: string) =>
  shapeOf({
    features: [{ properties: name === undefined ? {} : { name }, geometry: { type: 'Polygon', coordinates: [ring] } }],
  });

const withMap = (map: Catalogue['map']): Catalogue => ({ ...makeModel([]).catalogue, map });

describe('the drawing', () => {
  it('is a square around the outlines, north at the top and east at the right', () => {
    const { frame, outlines } = mapDrawing(
      withMap({ outlines: new Map([['brinkenau', polygon(square)]]), layers: {} }),
    )!;
    const [west, north] = toUnits([6.2, 54.6], frame);
    const [east, south] = toUnits([6.3, 54.5], frame);
    expect(west).toBeLessThan(east);
    expect(north).toBeLessThan(south);
    const [left, top, right, bottom] = outlines.get('brinkenau')!.box;
    for (const value of [left, top]) expect(value).toBeGreaterThan(0);
    for (const value of [right, bottom]) expect(value).toBeLessThan(1000);
    // A tenth of a degree of latitude is eleven kilometres.
    expect((south - north) * metresPerUnit(frame)).toBeCloseTo(11_130, -2);
  });

  it('stays small however many points an outline has, and costs no stack', () => {
    const ring = Array.from({ length: 29_999 }, (_, index): readonly [number, number] => {
      const angle = (index / 29_999) * 2 * Math.PI;
      const wobble = 0.05 + (index % 7) / 2000;
      return [6.3 + Math.cos(angle) * wobble, 54.5 + Math.sin(angle) * wobble];
    });
    const { outlines } = mapDrawing(
      withMap({ outlines: new Map([['brinkenau', polygon([...ring, ring[0]!])]]), layers: {} }),
    )!;
    expect(outlines.get('brinkenau')?.path.length).toBeLessThan(24_000);
    expect(outlines.get('brinkenau')?.path).toMatch(/^M[\d. ]+l[-\d. ]+z$/);
  });

  it('names a neighbour where it can be seen, and leaves out what lies outside', () => {
    const wide = [
      [5, 54.5],
      [6.25, 54.5],
      [6.25, 54.6],
      [5, 54.6],
      [5, 54.5],
    ] as const;
    const far = square.map(([lon, lat]): [number, number] => [lon + 3, lat]);
    const { neighbours, areas } = mapDrawing(
      withMap({
        outlines: new Map([['brinkenau', polygon(square)]]),
        layers: { neighbours: polygon(wide, 'Nachbarau'), water: polygon(far) },
      }),
    )!;
    expect(neighbours[0]?.name).toBe('Nachbarau');
    expect(neighbours[0]?.at[0]).toBeGreaterThan(0);
    expect(neighbours[0]?.at[0]).toBeLessThan(500);
    expect(areas.get('water')).toEqual([]);
  });

  it('is not there where nothing has a position', () => {
    expect(mapDrawing(withMap({ outlines: new Map(), layers: {} }))).toBeUndefined();
  });
});

it('keeps the corners and leaves out what lies on the way', () => {
  expect(
    simplify(
      [
        [0, 0],
        [5, 0.1],
        [10, 0],
        [10, 10],
      ],
      0.5,
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ]);
});

it('draws a frame around places that have no outline, also around a single one', () => {
  const points = [
    [0, 0],
    [10, 0],
    [5, 5],
    [10, 10],
    [0, 10],
  ] as const;
  expect(hullOf(points)).toHaveLength(4);
  expect(hullPath(hullOf([[3, 4]]))).toBe('M3 4h0');
});

it('looks at all points with room around them, and stays on the map', () => {
  const view = viewOf(
    [
      [990, 10],
      [950, 60],
    ],
    20,
  );
  expect(view.x + view.size).toBeLessThanOrEqual(1000);
  expect(view.y).toBeGreaterThanOrEqual(0);
  expect(view.size).toBeGreaterThan(50);
});
