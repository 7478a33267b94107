import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  type CalendarEntry,
  foldLine,
  type When,
  writeCalendar,
  writeEntry,
  writeWhen,
} from '../../../src/exports/ics.ts';
import { recurringTimes } from '../../../src/exports/recurrence.ts';
import { addDays } from '../../../src/model/calendar.ts';
import { publicHolidaysOf } from '../../../src/model/public-holidays.ts';
import { nextOccurrences, type Schedule, weekdays } from '../../../src/model/schedule.ts';

type Timed = Omit<CalendarEntry, 'when'> & When;

const meeting: Timed = {
  uid: '1f0c6a52-0000-5000-8000-000000000001',
  title: { value: 'Netzwerktreffen, Herbst; mit „Gästen“', lang: 'de' },
  start: { date: '2026-11-24', time: '18:00' },
  end: { date: '2026-11-24', time: '20:00' },
  description: { value: 'Erste Zeile\nZweite \\ Zeile' },
  place: { value: 'Rathaus, Großer Saal' },
  geo: { lat: 54.5, lon: 6.25 },
  url: 'https://example.org/de/termine/herbst/',
};

const timeZone = 'Europe/Berlin';

const write = (...timed: Timed[]): string => {
  const entries = timed.map((entry) => writeEntry({ ...entry, when: writeWhen(entry, timeZone) }, '2026-11-22'));
  return writeCalendar({ name: 'Netzwerk, Nord', language: 'de', timeZone, entries });
};

/** Read by somebody else's parser, with the time zone that stands in the calendar itself. */
function read(ics: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const readOne = (ics: string): ICAL.Event => {
  const [event] = read(ics);
  if (!event) throw new Error('no event');
  return event;
};

/** The first days on which a calendar lets an event happen, up to and including `until`. */
function datesOf(event: ICAL.Event, until: string): string[] {
  if (!event.isRecurring()) return [event.startDate.toString().slice(0, 10)];
  const dates: string[] = [];
  const iterator = event.iterator();
  for (let at = iterator.next() as ICAL.Time | undefined; at; at = iterator.next() as ICAL.Time | undefined) {
    const date = at.toString().slice(0, 10);
    if (date > until) break;
    dates.push(date);
  }
  return dates;
}

describe('a calendar', () => {
  test('comes out of another parser as it went in', () => {
    const event = readOne(write(meeting));
    expect(event.uid).toBe(meeting.uid);
    expect(event.summary).toBe('Netzwerktreffen, Herbst; mit „Gästen“');
    expect(event.description).toBe('Erste Zeile\nZweite \\ Zeile');
    expect(event.location).toBe('Rathaus, Großer Saal');
    expect(event.component.getFirstProperty('summary')?.getFirstParameter('language')).toBe('de');
    expect(event.component.getFirstPropertyValue('geo')).toEqual([54.5, 6.25]);
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-24T17:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-11-24T19:00:00.000Z');
  });

  test('knows summer time', () => {
    const { end: _end, ...rest } = meeting;
    const event = readOne(write({ ...rest, start: { date: '2027-03-28', time: '18:00' } }));
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-28T16:00:00.000Z');
  });

  test('gives the same bytes for the same day, with CRLF and no line over 75 octets', () => {
    const long = { ...meeting, description: { value: 'مقهى اللغات – اجتماع الشبكة 🎉 '.repeat(30) } };
    expect(write(long)).toBe(write(long));
    expect(write(long)).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect(write(long).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of write(long).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(readOne(write(long)).description).toBe(long.description.value.trim());
  });

  test('a cancelled meeting replaces what a calendar has', () => {
    const event = readOne(write({ ...meeting, cancelled: true }));
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.sequence).toBe(1);
    expect(event.uid).toBe(meeting.uid);
  });

  test('a day without times ends before the next one, several days after the last', () => {
    const { end: _end, ...rest } = meeting;
    const day = readOne(write({ ...rest, start: { date: '2026-12-31' } }));
    expect([day.startDate.isDate, day.startDate.toString(), day.endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ]);
    const days = readOne(write({ ...rest, start: { date: '2026-11-24' }, end: { date: '2026-11-26' } }));
    expect(days.endDate.toString()).toBe('2026-11-27');
    expect(write({ ...rest, start: { date: '2026-12-31' } })).not.toContain('VTIMEZONE');
  });

  test('no text can add a line of its own', () => {
    const ics = write({ ...meeting, title: { value: 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000' } });
    expect(read(ics)).toHaveLength(1);
    expect(readOne(ics).summary).toBe('A\nEND:VEVENT\nBEGIN:VEVENT');
  });
});

test('a folded line is broken between characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const folded = foldLine(text.replaceAll(/[\r\n]/g, ''));
      expect(folded.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(folded.replaceAll('\r\n ', '')).toBe(text.replaceAll(/[\r\n]/g, ''));
      expect(folded).not.toContain('\ufffd');
    }),
    { numRuns: 200 },
  );
});

describe('a schedule in a calendar', () => {
  const today = '2026-11-22';
  const options = {
    from: today,
    schoolHolidays: [{ name: 'Weihnachtsferien', from: '2026-12-23', until: '2027-01-06' }],
    isPublicHoliday: publicHolidaysOf('DE', 'NW'),
  };

  const entriesOf = (schedule: Schedule): Timed[] =>
    recurringTimes(schedule, options).map(({ first, recurrence }, index) => ({
      uid: String(index),
      title: { value: 'Kurs' },
      start: { date: first.date, ...(first.from ? { time: first.from } : {}) },
      ...(first.to && first.from ? { end: { date: first.date, time: first.to } } : {}),
      ...(recurrence ? { recurrence } : {}),
    }));

  const inCalendar = (schedule: Schedule, until: string): string[] =>
    read(write(...entriesOf(schedule)))
      .flatMap((event) => datesOf(event, until))
      .sort();

  test('leaves out public holidays, and school holidays where the offer says so', () => {
    const schedule: Schedule = [{ days: ['friday'], from: '17:00', to: '18:00', school_holidays: 'no' }];
    expect(inCalendar(schedule, '2027-01-31')).toEqual([
      '2026-11-27',
      '2026-12-04',
      '2026-12-11',
      '2026-12-18',
      '2027-01-08',
      '2027-01-15',
      '2027-01-22',
      '2027-01-29',
    ]);
  });

  test('happens for the last time on its last day, also late in the evening', () => {
    const schedule: Schedule = [
      { days: ['monday'], from: '23:30', valid: { from: '2026-11-23', until: '2026-12-07' } },
    ];
    expect(inCalendar(schedule, '2027-12-31')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
  });

  test('is the same that the page of the offer says', () => {
    const someDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, days));
    const item = fc.record(
      {
        days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 }),
        every: fc.constantFrom(
          'week',
          'two-weeks',
          'first-of-month',
          'second-of-month',
          'third-of-month',
          'fourth-of-month',
          'last-of-month',
        ),
        dates: fc.uniqueArray(someDay, { minLength: 1, maxLength: 4 }),
        from: fc.constantFrom('00:00', '09:30', '23:45'),
        school_holidays: fc.constantFrom('yes', 'no'),
        valid: fc.record({ from: someDay, until: someDay }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(item, (one) => {
        const schedule = [one] as unknown as Schedule;
        const until = addDays(today, 350);
        const expected = nextOccurrences(schedule, { ...options, until, count: 1000 }).map(({ date }) => date);
        expect(inCalendar(schedule, until)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
