import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDistance } from '../../../src/i18n/format-distance.ts';
import { distanceBetween } from '../../../src/model/distance.ts';

test('a degree of latitude is 111 kilometres, one of longitude less the further north', () => {
  expect(distanceBetween({ lat: 54, lon: 6 }, { lat: 55, lon: 6 })).toBeCloseTo(111.2, 1);
  expect(distanceBetween({ lat: 54.5, lon: 6 }, { lat: 54.5, lon: 7 })).toBeCloseTo(64.57, 1);
});

test('is the same both ways, nothing to oneself, and never more than a detour', () => {
  const point = fc.record({
    lat: fc.double({ min: 47, max: 55, noNaN: true }),
    lon: fc.double({ min: 6, max: 15, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceBetween(a, a)).toBe(0);
      expect(distanceBetween(a, b)).toBeCloseTo(distanceBetween(b, a), 9);
      expect(distanceBetween(a, c)).toBeLessThanOrEqual(distanceBetween(a, b) + distanceBetween(b, c) + 1e-9);
    }),
    { numRuns: 100 },
  );
});

test('is said in metres, kilometres with one digit, and whole kilometres', () => {
  const said = [0.001, 0.43, 0.96, 0.98, 2.34, 9.96, 48.2].map((km) => formatDistance(km, 'de'));
  expect(said).toEqual(['50 m', '450 m', '950 m', '1 km', '2,3 km', '10 km', '48 km']);
  expect(formatDistance(2.34, 'en')).toBe('2.3 km');
  expect(formatDistance(2.34, 'ar')).toMatch(/كم/);
});
