import fc from 'fast-check';
import { addDays } from '../../../src/model/calendar.ts';
import type { IsoDate } from '../../../src/model/diagnostic.ts';
import { type Schedule, weekdays } from '../../../src/model/schedule.ts';

/**
 * Any schedule that a data sheet may have, with days around `today`. Times end later than they begin, and nothing begins
 * before the clocks have changed: how long it lasts then, calendars do not agree about.
 */
export function randomSchedule(today: IsoDate): fc.Arbitrary<Schedule> {
  const someDay = fc.integer({ min: -60, max: 300 }).map((days) => addDays(today, days));
  const item = fc
    .record(
      {
        days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 }),
        every: fc.constantFrom(
          'week',
          'week',
          'two-weeks',
          'first-of-month',
          'second-of-month',
          'third-of-month',
          'fourth-of-month',
          'last-of-month',
        ),
        dates: fc.uniqueArray(someDay, { minLength: 1, maxLength: 4 }),
        from: fc.constantFrom('03:30', '09:30', '18:00', '22:15'),
        to: fc.constantFrom('22:30', '23:59'),
        school_holidays: fc.constantFrom('yes', 'no'),
        valid: fc.record({ from: someDay, until: someDay }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    )
    .filter(({ days, dates }) => days !== undefined || dates !== undefined);
  return fc.array(item, { minLength: 1, maxLength: 3 });
}
