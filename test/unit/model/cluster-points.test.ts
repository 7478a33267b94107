import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusterPoints } from '../../../src/model/cluster-points.ts';

const point = fc.record({
  x: fc.double({ min: 0, max: 1000, noNaN: true }),
  y: fc.double({ min: 0, max: 1000, noNaN: true }),
  weight: fc.integer({ min: 1, max: 50 }),
});

it('loses no point, and what is left is as far apart as was asked for', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const clusters = clusterPoints(points, 85);
      expect(clusters.flatMap(({ members }) => members).length).toBe(points.length);
      for (const [index, a] of clusters.entries())
        for (const b of clusters.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(85);
    }),
    { numRuns: 50 },
  );
});

it('keeps the place of the heaviest, and orders from north to south', () => {
  const clusters = clusterPoints(
    [
      { x: 500, y: 900, weight: 1 },
      { x: 110, y: 100, weight: 1 },
      { x: 100, y: 100, weight: 9 },
    ],
    50,
  );
  expect(clusters.map(({ x, members }) => [x, members.length])).toEqual([
    [100, 2],
    [500, 1],
  ]);
});
