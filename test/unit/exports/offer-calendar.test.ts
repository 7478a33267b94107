import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { entriesIn, offerCalendar } from '../../../src/exports/offer-calendar.ts';
import { feedEntriesIn, latestOffers, offerFeed } from '../../../src/exports/offer-feed.ts';
import { makeModel, makeOffer, makeTranslation } from '../pages/small-catalogue.ts';

const calendarOf = (offers: Parameters<typeof makeModel>[0], lang = 'de'): ICAL.Event[] => {
  const { catalogue } = makeModel(offers);
  const text = offerCalendar({
    catalogue,
    offers,
    lang,
    name: 'Lotse',
    entriesOf: entriesIn({ catalogue, lang, pageOf: (id) => `https://a.example.org/${id}/` }),
  });
  return new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
};

const weekly = [{ days: ['tuesday' as const], from: '16:00', to: '18:00' }];

test('a weekly offer recurs in the reader’s calendar, in the reader’s words, with the number to call', () => {
  const offer = makeOffer(
    'cafe',
    { schedule: weekly },
    { translations: new Map([['ar', makeTranslation({ title: 'مقهى اللغة', summary: 'نتكلم الألمانية.' })]]) },
  );
  const [event] = calendarOf([offer], 'ar');
  expect(event!.summary).toBe('مقهى اللغة');
  expect(event!.description).toBe('نتكلم الألمانية.\n+49 221 4710123');
  const times = event!.iterator();
  // The day of the build is a Sunday.
  expect([times.next().toString(), times.next().toString()]).toEqual(['2026-11-24T16:00:00', '2026-12-01T16:00:00']);
});

test('a day that has passed does not rename the others', () => {
  const uidsOn = (today: string): string[] => {
    const offers = [
      makeOffer('a', { schedule: [{ dates: ['2026-11-25', '2026-12-02'] }, ...weekly, { dates: ['2026-12-02'] }] }),
    ];
    const catalogue = { ...makeModel(offers).catalogue, today };
    const entriesOf = entriesIn({ catalogue, lang: 'de', pageOf: () => undefined });
    const text = offerCalendar({ catalogue, offers, lang: 'de', name: 'Lotse', entriesOf });
    return Array.from(text.matchAll(/^UID:(.+)\r$/gm), ([, uid]) => uid ?? '');
  };
  const before = uidsOn('2026-11-22');
  expect(new Set(before).size).toBe(4);
  expect(uidsOn('2026-11-26')).toEqual(before.filter((uid) => !uid.includes('2026-11-25')));
});

test('of a protected place only the town stands in the calendar', () => {
  const place = {
    town: 'brinkenau',
    name: 'Haus Birke',
    street: 'Geheimweg 1',
    protected: true,
    geo: { lat: 54.5, lon: 6.2 },
  };
  const [event] = calendarOf([makeOffer('haus', { schedule: weekly }, { place })]);
  expect(event!.location).not.toContain('Birke');
  expect(event!.location).not.toContain('Geheimweg');
  expect(event!.component.getFirstPropertyValue('geo')).toBeNull();
});

test('what is paused without an end, has ended or has no dates is in no calendar', () => {
  const offers = [
    makeOffer('paused', { schedule: weekly, paused: {} }, { standing: 'paused' }),
    makeOffer('ended', { schedule: weekly }, { standing: 'ended' }),
    makeOffer('open', {}),
    makeOffer('noted', { schedule: [{ note: 'nach Absprache' }] }),
  ];
  expect(calendarOf(offers)).toEqual([]);
  expect(
    calendarOf([
      makeOffer('a', { schedule: weekly, paused: { until: '2026-12-10' } }, { standing: 'paused' }),
    ])[0]!.startDate.toString(),
  ).toBe('2026-12-15T16:00:00');
});

test('a feed tells first what was looked at last, and never of the future', () => {
  const offers = [
    makeOffer('old', { reviewed: '2026-01-01' }),
    makeOffer('new', { reviewed: '2027-01-01', title: 'A & <b>' }),
  ];
  const { catalogue } = makeModel(offers);
  const lang = 'ar';
  const xml = offerFeed({
    catalogue,
    offers: latestOffers(offers),
    lang,
    title: 'Lotse',
    self: 'https://a.example.org/ar/feed.xml',
    page: 'https://a.example.org/ar/angebote/',
    entryOf: feedEntriesIn({
      catalogue,
      lang,
      uuid: (...parts) => parts.join('-'),
      pageOf: (id) => `https://a.example.org/ar/angebote/${id}/`,
    }),
  });
  expect(xml.indexOf('angebote/new/')).toBeLessThan(xml.indexOf('angebote/old/'));
  expect(xml).toContain('<title xml:lang="de">A &amp; &lt;b&gt;</title>');
  expect(xml).not.toContain('2027');
});
