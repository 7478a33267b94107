import { expect, it } from 'vitest';
import { addDays, addMonths, isRealDate, toDayNumber, weekdayOf } from '../../../src/model/calendar.ts';

it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (date) =>
  expect(isRealDate(date)).toBe(true),
);
it.each([
  '2026-02-29',
  '2026-02-30',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-1',
  '01.02.2026',
  '2026-02-28T00:00',
  '',
])('%j does not', (date) => expect(isRealDate(date)).toBe(false));

it('adds months, clamped to the end of the month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(addMonths('2026-03-31', 24)).toBe('2028-03-31');
});

it('adds days over changes of time and leap days', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

it('knows the weekday, Monday first', () => {
  expect(['2026-03-02', '2026-03-08', '1970-01-01', '1969-12-31'].map((date) => weekdayOf(toDayNumber(date)))).toEqual([
    0, 6, 3, 2,
  ]);
});
