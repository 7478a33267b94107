import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidaysOf } from '../../../src/model/public-holidays.ts';

it.each([
  [1818, '1818-03-22'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
])('Easter %i', (year, expected) => {
  expect(easterSunday(year)).toBe(expected);
});

const daysOf = (state: string, year: number): string[] => {
  const isPublicHoliday = publicHolidaysOf('DE', state);
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
  return days.filter((date) => date.startsWith(String(year)) && isPublicHoliday(date)).map((date) => date.slice(5));
};

describe('publicHolidaysOf', () => {
  it('knows the eleven of North Rhine-Westphalia', () => {
    expect(daysOf('NW', 2026)).toEqual([
      '01-01',
      '04-03',
      '04-06',
      '05-01',
      '05-14',
      '05-25',
      '06-04',
      '10-03',
      '11-01',
      '12-25',
      '12-26',
    ]);
  });

  it('knows what other states add', () => {
    expect(daysOf('SN', 2026)).toContain('11-18');
    expect(daysOf('SN', 2022)).toContain('11-16');
    expect(daysOf('BE', 2026)).toContain('03-08');
    expect(daysOf('NI', 2026)).not.toContain('11-01');
  });

  it('knows none elsewhere', () => {
    expect(publicHolidaysOf('AT', 'NW')('2026-12-25')).toBe(false);
    expect(publicHolidaysOf('DE', 'XX')('2026-12-25')).toBe(false);
  });
});
