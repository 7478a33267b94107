import { expect, test } from 'vitest';
import { offerCalendarHref, offerCalendars } from '../../../src/pages/offer-calendars.ts';
import { makePage, makeModel, makeOffer, makeTranslation } from './small-catalogue.ts';

const schedule = [{ days: ['tuesday' as const], from: '16:00' }];

test('an offer has a calendar in the languages of its texts, and every page leads to the nearest', () => {
  const offer = makeOffer(
    'cafe',
    { schedule },
    { translations: new Map([['ar', makeTranslation({ title: 'مقهى' })]]) },
  );
  const model = makeModel([offer, makeOffer('open')]);
  const contexts = new Map(['de', 'en', 'ar'].map((lang) => [lang, (path: string) => makePage(model, lang, path)]));
  const paths = [...contexts].flatMap(([lang, contextOf]) =>
    offerCalendars(model, lang, contextOf).map(({ path }) => path),
  );
  expect(paths).toEqual([
    'de/angebote/cafe/termine.ics',
    'de/orte/brinkenau/termine.ics',
    'en/orte/brinkenau/termine.ics',
    'ar/angebote/cafe/termine.ics',
    'ar/orte/brinkenau/termine.ics',
  ]);
  const hrefIn = (lang: string) => offerCalendarHref(offer, model, makePage(model, lang, ''));
  expect(['de', 'en', 'ar'].map(hrefIn)).toEqual([
    '/base/de/angebote/cafe/termine.ics',
    '/base/de/angebote/cafe/termine.ics',
    '/base/ar/angebote/cafe/termine.ics',
  ]);
  expect(offerCalendarHref(makeOffer('open'), model, makePage(model, 'de', ''))).toBeUndefined();
});
