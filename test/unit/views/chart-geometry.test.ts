import { describe, expect, test } from 'vitest';
import { chartGeometry, chartSize } from '../../../src/views/components/series-chart/chart-geometry.ts';
import { heatLevel } from '../../../src/views/components/matrix-table/matrix-table.tsx';

const { left, right, top, bottom } = chartSize;

describe('the scales of a chart', () => {
  test('time runs from left to right as far as the day of the goal', () => {
    const { x } = chartGeometry(
      [
        { date: '2020-01-01', value: 5 },
        { date: '2021-01-01', value: 10 },
      ],
      { value: 20, by: '2022-01-01' },
    );
    expect(x('2020-01-01')).toBe(left);
    expect(x('2022-01-01')).toBe(right);
    expect(x('2021-01-01')).toBeCloseTo((left + right) / 2, 0);
  });

  test('zero is part of the scale, so that no way looks steeper than it was', () => {
    const { y, yTicks } = chartGeometry([
      { date: '2020-01-01', value: 96 },
      { date: '2021-01-01', value: 98 },
    ]);
    expect(yTicks).toEqual([0, 50, 100]);
    expect(y(0)).toBe(bottom);
    expect(y(100)).toBe(top);
  });

  test('values below zero and small fractions have whole steps', () => {
    const { y, yTicks } = chartGeometry([
      { date: '2020-01-01', value: -0.12 },
      { date: '2021-01-01', value: 0.31 },
    ]);
    expect(yTicks).toEqual([-0.2, 0, 0.2, 0.4]);
    expect(y(0.4)).toBe(top);
  });

  test('a missing value, an interim target and a single day do not break it', () => {
    const { x, y } = chartGeometry([{ date: '2020-06-01', value: null, target: 7 }]);
    expect(x('2020-06-01')).toBe((left + right) / 2);
    expect(y(7)).toBeGreaterThanOrEqual(top);
    expect(y(7)).toBeLessThan(bottom);
  });

  test('years are thinned out, so that their numbers do not run into each other', () => {
    const { years } = chartGeometry([
      { date: '2000-06-01', value: 1 },
      { date: '2026-06-01', value: 2 },
    ]);
    expect(years[0]).toBe(2001);
    expect(years.length).toBeLessThanOrEqual(7);
  });
});

test('the strength of a cell follows its share of the most, and nothing but zero is empty', () => {
  expect([0, 1, 3, 6, 12].map((count) => heatLevel(count, 12))).toEqual([0, 1, 1, 2, 4]);
  expect(heatLevel(0, 0)).toBe(0);
});
