import { describe, expect, it } from 'vitest';
import { changedView, marksFor, placesWith } from '../../../../src/client/map/map-points.ts';
import { tilesFor } from '../../../../src/client/map/map-tiles.ts';
import type { Translate } from '../../../../src/i18n/translator.ts';
import { toUnits, toWorld } from '../../../../src/model/map-projection.ts';
import type { LocatedPlace } from '../../../../src/views/map-page-data.ts';

const t = ((key: string, values: Record<string, unknown> = {}) =>
  `${key} ${Object.values(values).join()}`) as Translate;
const offer = (title: string) => ({ href: `/${title}`, title: { value: title }, kind: 'Kurs' });
const place = (number: number, x: number, y: number, topics: number[][] = [[0]]): LocatedPlace => ({
  number,
  name: { value: `Haus ${number}` },
  offers: topics.map((_, index) => offer(`${number}-${index}`)),
  at: [x, y],
  topics,
});
const view = { x: 0, y: 0, size: 100 };
const options = { distance: 10, chosen: [], t };

describe('points', () => {
  it('join what is close, and say the numbers as long as they follow each other', () => {
    const marks = marksFor([place(1, 20, 20), place(2, 25, 20), place(3, 80, 80), place(5, 82, 80)], view, options);
    expect(marks.map(({ text, key }) => [text, key])).toEqual([
      ['1–2', '1,2'],
      ['3 …', '3,5'],
    ]);
  });

  it('leave out what is not in view, and mark what is chosen', () => {
    const marks = marksFor([place(1, 20, 20), place(2, 500, 20)], view, { ...options, chosen: [1] });
    expect(marks).toMatchObject([{ text: '1', isChosen: true, href: '#ort-1' }]);
    expect(marks[0]?.label).toContain('Haus 1');
  });

  it('count only offers of the topic', () => {
    const found = placesWith([place(1, 0, 0, [[0], [1]]), place(2, 0, 0, [[0]])], 1);
    expect(found.map(({ number, offers }) => [number, offers.map(({ href }) => href)])).toEqual([[1, ['/1-1']]]);
  });
});

it('a view zooms around the point under the finger and does not leave the map', () => {
  const limits = { smallest: 10, largest: 1000 };
  const near = changedView({ x: 100, y: 100, size: 400 }, { factor: 0.5, at: [0.25, 0.75] }, limits);
  expect(near).toEqual({ x: 150, y: 250, size: 200 });
  expect(changedView(near, { right: -9, down: 9 }, limits)).toEqual({ x: 0, y: 800, size: 200 });
  expect(changedView(near, { factor: 0.001 }, limits).size).toBe(10);
});

it('pictures of a street map lie where their part of the world is', () => {
  const [x, y] = toWorld([6.2, 54.6]);
  const frame = { x, y, size: 0.001 };
  const tiles = tilesFor({ x: 0, y: 0, size: 1000 }, frame, { url: '/{z}/{x}/{y}.png', closest: 18, width: 512 });
  expect(tiles.length).toBeGreaterThan(3);
  expect(tiles.length).toBeLessThan(17);
  for (const tile of tiles) {
    const [, z, column, row] = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(tile.href)!.map(Number);
    const count = 2 ** z!;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * row!) / count))) * 180) / Math.PI;
    const [left, top] = toUnits([(column! / count) * 360 - 180, lat], frame);
    expect(tile.x).toBeCloseTo(left, 3);
    expect(tile.y).toBeCloseTo(top, 3);
  }
  const [first] = tiles;
  expect(first!.x).toBeLessThanOrEqual(0);
});
