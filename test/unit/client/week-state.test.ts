import { expect, test } from 'vitest';
import { hasLater, isOld, moveWeek, readWeekState, writeWeekState } from '../../../src/client/week/week-state.ts';

const today = '2026-11-22';

test('week and topic survive in the address; what has passed, is no day or lies too far ahead is left out', () => {
  const state = { from: '2026-12-06', topic: 'german' };
  expect(readWeekState(writeWeekState(state), today)).toEqual(state);
  for (const from of ['2026-11-21', today, '2026-02-30', '2030-01-01', 'x'])
    expect(readWeekState(`?from=${from}`, today)).toEqual({});
});

test('weeks go on from today and back to it, and not for ever', () => {
  const next = moveWeek({ topic: 'german' }, 7, today);
  expect(next).toEqual({ topic: 'german', from: '2026-11-29' });
  expect(moveWeek(next, -7, today)).toEqual({ topic: 'german' });
  let state = {};
  let weeks = 0;
  while (hasLater(state, today) && weeks < 100) {
    state = moveWeek(state, 7, today);
    weeks += 1;
  }
  expect(weeks).toBe(52);
});

test('a page is old when it is more than a week', () => {
  expect(isOld('2026-11-15', today)).toBe(false);
  expect(isOld('2026-11-14', today)).toBe(true);
});
