import { describe, expect, it } from 'vitest';
import { publicHolidaysOf } from '../../../src/model/public-holidays.ts';
import { nextOccurrences, type OccurrenceOptions, type Schedule } from '../../../src/model/schedule.ts';

const options: OccurrenceOptions = {
  from: '2026-03-02',
  count: 4,
  schoolHolidays: [{ from: '2026-03-30', until: '2026-04-11', name: 'Osterferien' }],
  isPublicHoliday: publicHolidaysOf('DE', 'NW'),
};

const datesOf = (schedule: Schedule, more: Partial<OccurrenceOptions> = {}): string[] =>
  nextOccurrences(schedule, { ...options, ...more }).map(({ date }) => date);

describe('weekly', () => {
  it('counts from the given day on, that day included', () => {
    // 2 March 2026 is a Monday.
    expect(datesOf([{ days: ['monday'] }])).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']);
  });

  it('takes several days in their order, however they were written', () => {
    expect(datesOf([{ days: ['thursday', 'tuesday'] }])).toEqual([
      '2026-03-03',
      '2026-03-05',
      '2026-03-10',
      '2026-03-12',
    ]);
  });

  it('falls out on public holidays: Good Friday, Ascension Day and Corpus Christi', () => {
    expect(datesOf([{ days: ['friday'] }], { from: '2026-03-27', count: 2 })).toEqual(['2026-03-27', '2026-04-10']);
    expect(datesOf([{ days: ['thursday'] }], { from: '2026-05-07', count: 5 })).toEqual([
      '2026-05-07',
      '2026-05-21',
      '2026-05-28',
      '2026-06-11',
      '2026-06-18',
    ]);
  });

  it('pauses in school holidays only where the offer says so', () => {
    expect(datesOf([{ days: ['tuesday'], school_holidays: 'no' }], { from: '2026-03-24' })).toEqual([
      '2026-03-24',
      '2026-04-14',
      '2026-04-21',
      '2026-04-28',
    ]);
    expect(datesOf([{ days: ['tuesday'], school_holidays: 'yes' }], { from: '2026-03-24', count: 2 })).toEqual([
      '2026-03-24',
      '2026-03-31',
    ]);
    expect(datesOf([{ days: ['tuesday'] }], { from: '2026-03-24', count: 2 })).toEqual(['2026-03-24', '2026-03-31']);
  });

  it('keeps its weekday over the change to summer time', () => {
    // Clocks change on 29 March 2026, in the night to that Sunday.
    expect(datesOf([{ days: ['sunday'] }], { from: '2026-03-28', count: 2 })).toEqual(['2026-03-29', '2026-04-05']);
  });

  it('stays within its own time and that of the offer', () => {
    const schedule: Schedule = [{ days: ['monday'], valid: { from: '2026-03-10', until: '2026-03-30' } }];
    expect(datesOf(schedule)).toEqual(['2026-03-16', '2026-03-23', '2026-03-30']);
    expect(datesOf(schedule, { until: '2026-03-23' })).toEqual(['2026-03-16', '2026-03-23']);
    expect(datesOf(schedule, { from: '2026-04-01' })).toEqual([]);
  });

  it('finds an offer that begins far in the future', () => {
    expect(datesOf([{ days: ['monday'], valid: { from: '2029-01-01' } }], { count: 1 })).toEqual(['2029-01-08']);
  });
});

describe('every two weeks', () => {
  it('counts from the week of its first day', () => {
    // 7 January 2026 is a Wednesday; the Mondays of that rhythm are 5 and 19 January, 2, 16 February, 2, 16, 30 March.
    const schedule: Schedule = [{ days: ['monday'], every: 'two-weeks', valid: { from: '2026-01-07' } }];
    expect(datesOf(schedule, { count: 3 })).toEqual(['2026-03-02', '2026-03-16', '2026-03-30']);
  });

  it('keeps the rhythm over the end of a year with 53 weeks', () => {
    // 2026 has 53 ISO weeks: 14 and 28 December 2026, 11 January 2027.
    const schedule: Schedule = [{ days: ['monday'], every: 'two-weeks', valid: { from: '2026-12-14' } }];
    expect(datesOf(schedule, { from: '2026-12-01', count: 3 })).toEqual(['2026-12-14', '2026-12-28', '2027-01-11']);
  });

  it('gives no dates without a first day', () => {
    expect(datesOf([{ days: ['monday'], every: 'two-weeks' }])).toEqual([]);
  });
});

describe('once a month', () => {
  it.each([
    ['first-of-month', ['2026-03-04', '2026-05-06', '2026-06-03']],
    ['second-of-month', ['2026-03-11', '2026-05-13', '2026-06-10']],
    ['third-of-month', ['2026-03-18', '2026-04-15', '2026-05-20']],
    ['fourth-of-month', ['2026-03-25', '2026-04-22', '2026-05-27']],
    ['last-of-month', ['2026-03-25', '2026-04-29', '2026-05-27']],
  ] as const)('%s', (every, expected) => {
    // 1 and 8 April lie in the school holidays, in which this offer pauses.
    expect(datesOf([{ days: ['wednesday'], every, school_holidays: 'no' }], { count: 3 })).toEqual(expected);
  });

  it('finds the last Sunday of a February with 29 days', () => {
    expect(datesOf([{ days: ['tuesday'], every: 'last-of-month' }], { from: '2028-02-01', count: 1 })).toEqual([
      '2028-02-29',
    ]);
  });
});

describe('single dates', () => {
  it('keeps a date that somebody wrote down, holiday or not, and drops what has passed', () => {
    const schedule: Schedule = [
      { dates: ['2026-12-25', '2026-02-01', '2026-04-03'], from: '10:00', school_holidays: 'no' },
    ];
    expect(datesOf(schedule)).toEqual(['2026-04-03', '2026-12-25']);
  });

  it('joins dates and weekdays of one item without doubling a day', () => {
    expect(datesOf([{ days: ['monday'], dates: ['2026-03-09', '2026-03-11'] }])).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-11',
      '2026-03-16',
    ]);
  });
});

it('sorts several items by day and time and says which item each comes from', () => {
  const schedule: Schedule = [
    { days: ['tuesday'], from: '17:00', to: '18:30' },
    { days: ['tuesday'], from: '09:00', to: '11:00' },
    { note: 'nach Vereinbarung' },
  ];
  expect(nextOccurrences(schedule, { ...options, count: 3 })).toEqual([
    { date: '2026-03-03', from: '09:00', to: '11:00', index: 1 },
    { date: '2026-03-03', from: '17:00', to: '18:30', index: 0 },
    { date: '2026-03-10', from: '09:00', to: '11:00', index: 1 },
  ]);
});
