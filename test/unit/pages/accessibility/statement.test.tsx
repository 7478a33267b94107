import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { SiteSettings } from '../../../../src/model/catalogue.ts';
import { statementRoute } from '../../../../src/pages/accessibility/statement-route.tsx';
import record from '../../../../src/pages/accessibility/test-record.json' with { type: 'json' };
import { feedbackMail } from '../../../../src/pages/feedback-mail.ts';
import type { SiteModel } from '../../../../src/pages/site-model.ts';
import { visibleText } from '../../../support/page-text.ts';
import { makeModel, makeOffer, makePage, makeTranslation } from '../small-catalogue.ts';

const offers = [
  makeOffer('cafe', {}, { translations: new Map([['ar', makeTranslation({ title: 'مقهى' })]]) }),
  makeOffer('beratung'),
  makeOffer('kurs'),
  makeOffer('alt', { status: 'ended' }, { standing: 'ended' }),
];

function withSite(site: Partial<SiteSettings>): SiteModel {
  const model = makeModel(offers);
  return { ...model, catalogue: { ...model.catalogue, site: { ...model.catalogue.site, ...site } } };
}

const statementIn = (model: SiteModel, lang: string): string =>
  renderToString(statementRoute.render('barrierefreiheit', model, makePage(model, lang, 'barrierefreiheit/')));

test('says what the town found, what can be counted, and whom the law of the Land names', () => {
  const model = withSite({
    accessibility_statement: {
      result: 'partial',
      assessed_on: '2026-10-05',
      assessed_by: 'Prüfstelle Nordlicht',
      reviewed_on: '2026-11-10',
      answer_days: 10,
      barriers: [{ de: 'Ein Plan ist nur ein Bild.', ar: 'إحدى الخرائط صورة فقط.' }],
    },
  });
  const german = visibleText(statementIn(model, 'de'));
  expect(german).toContain('Prüfung vom 5. Oktober 2026 durch: Prüfstelle Nordlicht');
  expect(german).toContain('Ein Plan ist nur ein Bild.');
  expect(german).toContain('innerhalb von 10 Tagen');
  expect(german).toContain('zuletzt überprüft am 10. November 2026');
  expect(german).not.toContain('ohne Übersetzung');
  const html = statementIn(model, 'ar');
  expect(html).toContain('إحدى الخرائط صورة فقط.');
  expect(visibleText(html)).toMatch(/2 من 3/);
  expect(html).toContain('href="https://www.lbbp.nrw.de/ombudsstelle"');
  expect(html).toContain('href="tel:+492214710100"');
});

test('without an assessment it says so, and another Land names its own body', () => {
  const unknown = withSite({});
  expect(visibleText(statementIn(unknown, 'en'))).toContain('has not been assessed yet');
  const other = withSite({
    state: 'HE',
    accessibility_statement: {
      result: 'full',
      assessed_on: '2026-10-05',
      law: 'HVBIT',
      enforcement: { name: 'Durchsetzungsstelle', url: 'https://example.org/stelle' },
    },
  });
  const html = statementIn(other, 'de');
  expect(html).toContain('href="https://example.org/stelle"');
  expect(html).not.toContain('lbbp.nrw');
  expect(visibleText(html)).toContain('HVBIT');
});

test('a town with its own page keeps it', () => {
  const model = makeModel(offers);
  const page = { ...offers[0]!, data: { title: 'Eigene Erklärung' } };
  const own = { ...model, catalogue: { ...model.catalogue, pages: new Map([['barrierefreiheit', page]]) } };
  expect([...statementRoute.items(own, 'de')]).toEqual([]);
  expect([...statementRoute.items(model, 'de')]).toEqual(['barrierefreiheit']);
});

test('the tests it tells of were made with the version of the testing program that is used now', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(record.tool).toBe(`axe-core ${devDependencies['axe-core']}`);
  expect(record.violations).toBe(0);
});

test('a mistake in an offer is told to the town; without an address of the town, to the organisation', () => {
  const model = withSite({ publisher: { name: 'Kreis', email: 'kreis@example.org' } });
  const page = makePage(model, 'de', 'angebote/cafe/');
  const mail = new URL(feedbackMail('cafe', 'Café & „Tee“', model, page) ?? '');
  expect(mail.pathname).toBe('kreis@example.org');
  expect(mail.searchParams.get('subject')).toBe('Hinweis zu „Café & „Tee““');
  expect(mail.searchParams.get('body')).toContain('https://example.org/base/de/angebote/cafe/');
  expect(feedbackMail('cafe', 'Café', withSite({}), page)).toBeUndefined();
});
