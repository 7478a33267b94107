import { describe, expect, test } from 'vitest';
import { renderToString } from 'preact-render-to-string';
import type { CatalogueGuide, CatalogueOffer } from '../../../../src/model/catalogue.ts';
import type { Guide } from '../../../../src/model/schema.generated.ts';
import { guideRoute, phasesOf } from '../../../../src/pages/guides/guide-route.tsx';
import { guidesRoute } from '../../../../src/pages/guides/guides-route.tsx';
import { createSiteModel, type SiteModel } from '../../../../src/pages/site-model.ts';
import { makeModel, makeOffer, makePage, makeTranslation } from '../small-catalogue.ts';

const step = (more: Partial<Guide['steps'][number]> = {}): Guide['steps'][number] => ({
  title: 'Deutsch lernen',
  text: 'Melden Sie sich an.\n\nDann warten Sie.',
  ...more,
});

function modelWith(
  steps: Guide['steps'],
  offers: readonly CatalogueOffer[] = [],
  translations: CatalogueGuide['translations'] = new Map(),
): SiteModel {
  const guide: CatalogueGuide = {
    id: 'ankommen',
    file: 'guides/ankommen.md',
    data: { title: 'Neu hier', summary: 'Was am Anfang wichtig ist.', steps },
    body: 'Nehmen Sie sich **Zeit**.',
    language: 'de',
    translations,
    textHash: '0123456789ab',
  };
  const { catalogue } = makeModel(offers);
  return createSiteModel({ ...catalogue, guides: new Map([['ankommen', guide]]) });
}

const html = (model: SiteModel, lang = 'de'): string =>
  renderToString(guideRoute.render('ankommen', model, makePage(model, lang, 'wegweiser/ankommen/')));

describe('a guide', () => {
  test('walks through its steps, under the times they are for', () => {
    const page = html(
      modelWith([
        step({ title: 'Anmelden', when: 'first-days', bring: ['Pass'] }),
        step({ title: 'Konto' }),
        step({ title: 'Kurs', when: 'first-weeks' }),
      ]),
    );
    const headings = Array.from(
      page.matchAll(/<h([123])[^>]*>(.*?)<\/h\1>/g),
      ([, level, text = '']) => `${level} ${text.replaceAll(/<[^>]*>/g, '')}`,
    );
    expect(headings.slice(0, 6)).toEqual([
      '1 Neu hier',
      '2 In den ersten Tagen',
      '3 1 Anmelden',
      '3 2 Konto',
      '2 In den ersten Wochen',
      '3 3 Kurs',
    ]);
    expect(page).toContain('<strong>Zeit</strong>');
    expect(page).toContain('<p>Melden Sie sich an.</p><p>Dann warten Sie.</p>');
    expect(page).toMatch(/Das bringen Sie mit<\/p><ul class="checklist"[^>]*><li>Pass<\/li>/);
    expect(page).toContain('<a href="#s3">Kurs</a>');
    expect(page).toContain('<ol class="step-list" start="3">');
  });

  test('shows in each step the offers it names, then those that fit, and leads on to all', () => {
    const offers = ['a', 'b', 'c', 'd', 'e'].map((id) => makeOffer(id, { title: `Kurs ${id}` }));
    const page = html(
      modelWith(
        [step({ offers: ['d', 'paused'], find: { topics: ['german'] } })],
        [...offers, makeOffer('paused', {}, { standing: 'paused' })],
      ),
    );
    const shown = Array.from(
      page.matchAll(/class="offer-line-title" href="\/base\/de\/angebote\/([^/]+)\//g),
      ([, id]) => id,
    );
    expect(shown).toEqual(['d', 'a', 'b']);
    expect(page).toContain('href="/base/de/themen/german/"');
    expect(page).toContain('Alle 5 Angebote ansehen');
    expect(page).toContain('href="/base/de/merkliste/#d,a,b"');
  });

  test('leads to the list of offers with filters where one topic is not all it asks for', () => {
    const offers = ['a', 'b', 'c', 'd'].map((id) => makeOffer(id));
    const page = html(modelWith([step({ find: { topics: ['german'], types: ['meeting-point'] } })], offers));
    expect(page).toContain('href="/base/de/angebote/?topic=german&amp;type=meeting-point"');
  });

  test('marks what is not translated with its language', () => {
    const translation = makeTranslation({
      title: 'New here',
      steps: [{ title: 'Learn German', text: 'Register.' }, {}],
    });
    const model = modelWith([step(), step({ title: 'Konto' })], [], new Map([['en', translation]]));
    const page = html(model, 'en');
    expect(page).toMatch(/<h1[^>]*>New here/);
    expect(page).toMatch(/<span>Learn German<\/span>/);
    expect(page).toContain('<span lang="de" dir="ltr">Konto</span>');
    const arabic = html(model, 'ar');
    expect(arabic).toMatch(/<h1[^>]* lang="de" dir="ltr">Neu hier/);
    expect(arabic).toContain('<p lang="de" dir="ltr">Dann warten Sie.</p>');
  });

  test('is in the list of guides, which a town without any does not have', () => {
    const model = modelWith([step()]);
    const page = renderToString(guidesRoute.render('guides', model, makePage(model, 'de', 'wegweiser/')));
    expect(page).toContain('href="/base/de/wegweiser/ankommen/"');
    expect([...guidesRoute.items(makeModel([]), 'de')]).toEqual([]);
  });
});

test('a step that names no time belongs to the one before it', () => {
  expect(phasesOf([{}, { when: 'first-days' }, {}, { when: 'first-days' }, { when: 'later' }])).toEqual([
    { when: undefined, from: 0, to: 1 },
    { when: 'first-days', from: 1, to: 4 },
    { when: 'later', from: 4, to: 5 },
  ]);
});
