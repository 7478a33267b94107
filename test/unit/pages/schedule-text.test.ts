import { describe, expect, test } from 'vitest';
import { textsIn } from '../../../src/model/translation.ts';
import type { Offer } from '../../../src/model/schema.generated.ts';
import { scheduleLines, scheduleSummary } from '../../../src/pages/schedule-text.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const page = makePage(makeModel([]), 'de');
const lines = (schedule: Offer['schedule']) => {
  const offer = makeOffer('x', { schedule });
  return scheduleLines(offer.data, textsIn(offer, 'de'), page);
};
const summary = (data: Partial<Offer>) => scheduleSummary(makeOffer('x', data).data, page);

describe('the schedule in words', () => {
  test('says days in the order of the week, rhythm and time', () => {
    expect(lines([{ days: ['friday', 'monday'], every: 'two-weeks', from: '09:00', to: '11:00' }])).toEqual([
      { days: 'Montag und Freitag, alle zwei Wochen', time: '09:00–11:00 Uhr', details: [] },
    ]);
    expect(lines([{ days: ['sunday'], every: 'last-of-month' }])[0]?.days).toBe('Am letzten Sonntag im Monat');
  });

  test('names three and more days in a row as a range', () => {
    const weekdays = ['friday', 'monday', 'wednesday', 'tuesday', 'thursday'] as const;
    expect(lines([{ days: [...weekdays] }])[0]?.days).toBe('Montag bis Freitag, jede Woche');
    expect(lines([{ days: ['monday', 'tuesday', 'wednesday', 'saturday'] }])[0]?.days).toBe(
      'Montag bis Mittwoch und Samstag, jede Woche',
    );
    expect(lines([{ days: ['saturday', 'sunday', 'monday'] }])[0]?.days).toBe(
      'Montag, Samstag und Sonntag, jede Woche',
    );
    expect(lines([{ days: ['monday', 'tuesday', 'wednesday'], every: 'first-of-month' }])[0]?.days).toBe(
      'Am 1. Montag, Dienstag und Mittwoch im Monat',
    );
    expect(summary({ schedule: [{ days: [...weekdays] }] })).toBe('Montag bis Freitag');
    const arabic = makePage(makeModel([]), 'ar');
    expect(scheduleSummary(makeOffer('x', { schedule: [{ days: [...weekdays] }] }).data, arabic)).toBe(
      'من الاثنين إلى الجمعة',
    );
  });

  test('leaves out dates and first days that have passed', () => {
    const [line] = lines([
      {
        dates: ['2026-11-01', '2026-12-24'],
        valid: { from: '2026-01-01', until: '2026-12-31' },
        school_holidays: 'yes',
      },
    ]);
    expect(line?.days).toBe('24. Dezember 2026');
    expect(line?.details).toEqual(['bis 31. Dezember 2026', 'auch in den Schulferien']);
  });

  test('keeps a note with its language', () => {
    const offer = makeOffer('x', { schedule: [{ note: 'bei gutem Wetter' }] });
    const english = makePage(makeModel([]), 'en');
    expect(scheduleLines(offer.data, textsIn(offer, 'en'), english)[0]?.note).toEqual({
      value: 'bei gutem Wetter',
      lang: 'de',
    });
  });

  test('fits a card: one line, the time only where it is always the same', () => {
    expect(summary({ schedule: [{ days: ['monday'], from: '09:00' }] })).toBe('Montag, ab 09:00 Uhr');
    expect(
      summary({
        schedule: [
          { days: ['tuesday'], from: '09:00' },
          { days: ['monday'], from: '10:00' },
        ],
      }),
    ).toBe('Montag und Dienstag');
    expect(summary({ schedule: [{ days: ['monday'], valid: { until: '2026-01-01' } }] })).toBeUndefined();
    expect(summary({ registration: { kind: 'appointment' } })).toBe('mit Termin');
  });
});
