import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, fromDayNumber, toDayNumber } from '../../../src/model/calendar.ts';
import { nextOccurrences, type Schedule } from '../../../src/model/schedule.ts';
import { inRhythmFrom, isOver, occurrencesIn, timetableOf } from '../../../src/model/timetable.ts';
import { makeOffer } from '../pages/small-catalogue.ts';

const weekly: Schedule = [{ days: ['tuesday'], from: '16:00', to: '18:00' }];
const noHolidays = { schoolHolidays: [], isPublicHoliday: () => false };

describe('the timetable of an offer', () => {
  test('begins with the offer or after its pause, whichever is later, and ends with it', () => {
    const valid = { from: '2026-12-01', until: '2027-03-31' };
    expect(timetableOf(makeOffer('a', { schedule: weekly, valid }))).toEqual({
      schedule: weekly,
      from: '2026-12-01',
      until: '2027-03-31',
    });
    const paused = makeOffer('a', { schedule: weekly, valid, paused: { until: '2027-01-10' } }, { standing: 'paused' });
    expect(timetableOf(paused)?.from).toBe('2027-01-10');
  });

  test('is none without days and dates, after the end, and in a pause without an end', () => {
    expect(timetableOf(makeOffer('a', {}))).toBeUndefined();
    expect(timetableOf(makeOffer('a', { schedule: [{ note: 'nach Absprache' }] }))).toBeUndefined();
    expect(timetableOf(makeOffer('a', { schedule: weekly }, { standing: 'ended' }))).toBeUndefined();
    expect(timetableOf(makeOffer('a', { schedule: weekly, paused: {} }, { standing: 'paused' }))).toBeUndefined();
  });

  test('gives all times of a window, its first and last day included', () => {
    const window = { from: '2026-11-24', until: '2026-12-08' };
    const dates = occurrencesIn({ schedule: weekly }, window, noHolidays).map(({ date }) => date);
    expect(dates).toEqual(['2026-11-24', '2026-12-01', '2026-12-08']);
    expect(occurrencesIn({ schedule: weekly, until: '2026-12-01' }, window, noHolidays)).toHaveLength(2);
  });
});

test('is over from the minute in which it ends; without an end only when the day is', () => {
  const time = { date: '2026-11-24', to: '18:00' };
  expect(isOver(time, '2026-11-24', '17:59')).toBe(false);
  expect(isOver(time, '2026-11-24', '18:00')).toBe(true);
  expect(isOver({ date: '2026-11-24' }, '2026-11-24', '23:59')).toBe(false);
  expect(isOver({ date: '2026-11-24' }, '2026-11-25', '00:00')).toBe(true);
});

test('a two-week rhythm is the same from its own first week and from any later day', () => {
  const start = '2026-01-07';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const later = addDays(start, days);
      const moved = fromDayNumber(inRhythmFrom(toDayNumber(later), start));
      expect(moved >= later).toBe(true);
      const times = (from: string): string[] =>
        nextOccurrences([{ days: ['monday', 'friday'], every: 'two-weeks', valid: { from } }], {
          from: later,
          count: 6,
          ...noHolidays,
        }).map(({ date }) => date);
      expect(times(moved)).toEqual(times(start));
    }),
    { numRuns: 60 },
  );
});
