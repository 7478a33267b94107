import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { CatalogueOffer } from '../../../src/model/catalogue.ts';
import type { WeekScope } from '../../../src/pages/week/week-entries.ts';
import { linesPerDay } from '../../../src/pages/week/week-days.ts';
import { weekFiles, weekScopes } from '../../../src/pages/week/week-files.ts';
import { weekRoute } from '../../../src/pages/week/week-route.tsx';
import type { WeekFile } from '../../../src/views/week-page-data.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const on = (days: readonly ('monday' | 'tuesday' | 'wednesday')[], from = '10:00') => ({
  schedule: [{ days, from, to: '12:00', note: 'Hintereingang' }] as never,
});

function pageOf(offers: readonly CatalogueOffer[], scope: WeekScope = { town: 'brinkenau' }, lang = 'de'): string {
  const model = makeModel(offers);
  return renderToString(weekRoute.render(scope, model, makePage(model, lang, weekRoute.path(scope))));
}

/** Day → titles, as the page shows them. */
function daysIn(html: string): Record<string, string[]> {
  const [, ...days] = html.split('data-date="');
  return Object.fromEntries(
    days.map((day) => [
      day.slice(0, 10),
      [...day.matchAll(/week-title"[^>]*><a [^>]*>(.*?)<\/a>/g)].map(([, title]) => title ?? ''),
    ]),
  );
}

describe('the timetable of a week', () => {
  test('begins with the day of the build and has seven days; one without dates says so', () => {
    // The day of the build is a Sunday.
    const html = pageOf([makeOffer('a', { title: 'Café', ...on(['tuesday']) })]);
    const dates = [...html.matchAll(/data-date="([^"]+)"/g)].map(([, date]) => date);
    expect(dates[0]).toBe('2026-11-22');
    expect(dates).toHaveLength(7);
    expect(daysIn(html)['2026-11-24']).toEqual(['Café']);
    expect(html.match(/class="week-nothing"/g)).toHaveLength(6);
  });

  test('goes by the clock and says what must be known before one goes', () => {
    const html = pageOf([
      makeOffer('late', { title: 'Abends', ...on(['monday'], '11:30'), registration: { kind: 'required' } }),
      makeOffer('noon', {
        title: 'Mittags',
        ...on(['monday'], '11:00'),
        registration: { kind: 'required' },
        capacity: { state: 'full', as_of: '2026-11-01' },
      }),
      makeOffer('early', { title: 'Morgens', ...on(['monday'], '08:00') }, { freshness: 'ask-first' }),
    ]);
    expect(daysIn(html)['2026-11-23']).toEqual(['Morgens', 'Mittags', 'Abends']);
    expect(html).toContain('mit Anmeldung');
    expect(html).toContain('Bitte vorher fragen');
    expect(html).toContain('Zurzeit voll');
  });

  test('does not grow with the catalogue: rare dates are shown, all others are one link away', () => {
    const daily = Array.from({ length: 40 }, (_, index) =>
      makeOffer(`daily-${index}`, { title: `Täglich ${index}`, ...on(['monday', 'tuesday', 'wednesday'], '08:00') }),
    );
    const html = pageOf([...daily, makeOffer('once', { title: 'Nur montags', ...on(['monday'], '20:00') })]);
    const monday = daysIn(html)['2026-11-23'];
    expect(html.match(/class="week-title"/g)).toHaveLength(3 * linesPerDay);
    expect(monday?.at(-1)).toBe('Nur montags');
    expect(html).toContain('/base/de/angebote/?town=brinkenau&amp;when=2026-11-23');
    expect(html).toContain(`${41 - linesPerDay} weitere Termine`);
  });

  test('of a protected place only the town is named', () => {
    const place = { town: 'brinkenau', name: 'Haus Birke', street: 'Geheimweg 1', protected: true };
    const html = pageOf([makeOffer('a', on(['monday']), { place })]);
    expect(html).toContain('Brinkenau');
    expect(html).not.toMatch(/Birke|Geheimweg/);
  });

  test('has a page for everything and one for each town where something takes place', () => {
    const model = makeModel([makeOffer('a', on(['monday'])), makeOffer('b', {}, { towns: ['wolbersheim'] })]);
    expect(weekScopes(model)).toEqual(['all', { town: 'brinkenau' }]);
  });

  test('where everything is too much for one page, it leads to the towns and asks no device to load it', () => {
    const offers = Array.from({ length: 401 }, (_, index) =>
      makeOffer(`o-${index}`, on(['monday']), { towns: [index % 2 === 0 ? 'brinkenau' : 'wolbersheim'] }),
    );
    const html = pageOf(offers, 'all');
    expect(html).not.toContain('data-date');
    expect(html).not.toContain('woche.json');
    expect(html).toContain('/base/de/woche/wolbersheim/');
    expect(html).toContain('200 Termine in 7 Tagen');
  });
});

test('the file of a town carries rules and not dates, so that it is right for as long as they hold', () => {
  const model = makeModel([makeOffer('a', { title: 'Café', ...on(['monday']) })]);
  const contexts = new Map(['de'].map((lang) => [lang, (path: string) => makePage(model, lang, path)]));
  const files = weekFiles(model, contexts);
  expect(files.map(({ path }) => path)).toEqual(['de/woche/woche.json', 'de/woche/brinkenau/woche.json']);
  const { entries } = JSON.parse(files[1]!.render().toString()) as WeekFile;
  expect(entries).toEqual(
    [
      {
        href: '/base/de/angebote/a/',
        title: { value: 'Café', lang: undefined },
        topics: ['german'],
        timetable: { schedule: [{ days: ['monday'], from: '10:00', to: '12:00' }] },
      },
    ].map((entry) => JSON.parse(JSON.stringify(entry)) as unknown),
  );
});
