import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { hasEntries, joinCalendars } from '../../../src/exports/join-calendars.ts';
import { entriesIn, offerCalendar } from '../../../src/exports/offer-calendar.ts';
import { instantOf } from '../../../src/exports/time-zone.ts';
import { addDays } from '../../../src/model/calendar.ts';
import type { CatalogueOffer } from '../../../src/model/catalogue.ts';
import { publicHolidaysOf } from '../../../src/model/public-holidays.ts';
import { occurrencesIn, timetableOf } from '../../../src/model/timetable.ts';
import { randomSchedule } from '../model/random-schedule.ts';
import { makeModel, makeOffer } from '../pages/small-catalogue.ts';
import { timesInCalendar } from './calendar-times.ts';

const today = '2026-11-22';
/** A year: both changes of the clocks, all holidays of a state, three school holidays. */
const lastDay = addDays(today, 365);
const schoolHolidays = [
  { name: 'Weihnachtsferien', from: '2026-12-23', until: '2027-01-06' },
  { name: 'Osterferien', from: '2027-03-22', until: '2027-04-03' },
  { name: 'Sommerferien', from: '2027-07-19', until: '2027-08-31' },
];
const holidays = { schoolHolidays, isPublicHoliday: publicHolidaysOf('DE', 'NW') };

function calendarOf(offers: readonly CatalogueOffer[]): string {
  const model = makeModel(offers);
  const catalogue = { ...model.catalogue, site: { ...model.catalogue.site, school_holidays: schoolHolidays } };
  const lang = 'de';
  const pageOf = (id: string): string => `https://example.org/de/angebote/${id}/`;
  return offerCalendar({
    catalogue,
    offers,
    lang,
    name: 'Brinkenau',
    entriesOf: entriesIn({ catalogue, lang, pageOf }),
  });
}

/** The same times as the model says them: as instants on the clocks of Berlin, or as days. */
function timesOf(offers: readonly CatalogueOffer[]): string[] {
  return offers
    .flatMap((offer) => {
      const timetable = timetableOf(offer);
      return timetable ? occurrencesIn(timetable, { from: today, until: lastDay }, holidays) : [];
    })
    .map(({ date, from, to }) => {
      if (from === undefined) return `${date} ${addDays(date, 1)}`;
      const at = (time: string): string => instantOf(date, time, 'Europe/Berlin').toISOString();
      return `${at(from)} ${at(to ?? from)}`;
    })
    .sort();
}

const inCalendar = (text: string): string[] =>
  timesInCalendar(text, lastDay)
    .map(({ start, end }) => `${start} ${end}`)
    .sort();

const randomOffers = fc
  .array(
    fc.record({
      schedule: randomSchedule(today),
      valid: fc.option(
        fc.record({ from: fc.integer({ min: -30, max: 90 }), until: fc.integer({ min: 91, max: 300 }) }),
      ),
      pause: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map(({ schedule, valid, pause }, index) =>
      makeOffer(
        `angebot-${index}`,
        {
          schedule,
          ...(valid ? { valid: { from: addDays(today, valid.from), until: addDays(today, valid.until) } } : {}),
          ...(pause === null ? {} : { paused: { until: addDays(today, pause) } }),
        },
        pause === null ? {} : { standing: 'paused' },
      ),
    ),
  );

describe('the calendars of offers, towns and lists', () => {
  test('let happen over a year what the pages say, to the minute and across both changes of the clocks', () => {
    fc.assert(
      fc.property(randomOffers, (offers) => {
        expect(inCalendar(calendarOf(offers))).toEqual(timesOf(offers));
      }),
      { numRuns: 30 },
    );
  });

  test('say the same when a list is made of the offers’ own files', () => {
    fc.assert(
      fc.property(randomOffers, (offers) => {
        const joined = joinCalendars(
          offers.map((offer) => calendarOf([offer])),
          'Merkliste',
          'de',
        );
        expect(inCalendar(joined)).toEqual(timesOf(offers));
      }),
      { numRuns: 10 },
    );
  });

  test('know the hour of a meeting before and after the last Sunday of March', () => {
    const offer = makeOffer('a', {
      schedule: [
        {
          days: ['saturday', 'monday'],
          from: '10:00',
          to: '11:00',
          valid: { from: '2027-03-27', until: '2027-03-30' },
        },
      ],
    });
    // Easter Monday falls out.
    expect(inCalendar(calendarOf([offer]))).toEqual(['2027-03-27T09:00:00.000Z 2027-03-27T10:00:00.000Z']);
    const autumn = makeOffer('b', { schedule: [{ dates: ['2027-10-30', '2027-10-31'], from: '10:00', to: '11:00' }] });
    expect(inCalendar(calendarOf([autumn])).map((times) => times.slice(11, 16))).toEqual(['08:00', '09:00']);
  });
});

describe('a joined calendar', () => {
  const schedule = [{ days: ['tuesday' as const], from: '16:00', to: '18:00' }];
  const one = calendarOf([makeOffer('eins', { schedule, title: 'Sprachcafé; mit, Kuchen' })]);
  const two = calendarOf([makeOffer('zwei', { schedule: [{ dates: ['2026-12-24'] }] })]);

  test('names each entry and each time zone once, under its own name', () => {
    const joined = joinCalendars([one, two, one], 'Liste, meine', 'de');
    const calendar = new ICAL.Component(ICAL.parse(joined) as unknown[]);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('summary'))).toEqual([
      'Sprachcafé; mit, Kuchen',
      'Sprachcafé am Hafen',
    ]);
    expect(joined).toContain('X-WR-CALNAME:Liste\\, meine\r\n');
    expect(joined.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('takes nothing from what is no calendar, and says when it is empty', () => {
    const joined = joinCalendars(['<!doctype html>\nBEGIN:VEVENT gibt es nicht', ''], 'Liste', 'de');
    expect(hasEntries(joined)).toBe(false);
    expect(hasEntries(joinCalendars([two], 'Liste', 'de'))).toBe(true);
    expect(new ICAL.Component(ICAL.parse(joined) as unknown[]).getAllSubcomponents()).toEqual([]);
  });
});
