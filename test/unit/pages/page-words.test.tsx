import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/model/catalogue.ts';
import { glossaryRoute } from '../../../src/pages/glossary/glossary-route.tsx';
import { offerRoute } from '../../../src/pages/offer-route.tsx';
import type { SiteModel } from '../../../src/pages/site-model.ts';
import { makeModel, makeOffer, makePage, makeTranslation } from './small-catalogue.ts';

const term = (id: string, de: string, ar: string): [string, Term] => [
  id,
  { id, label: { de, ar }, description: { de: `Das ist: ${de}.`, ar: `هذا ${ar}.` }, mapsTo: {}, synonyms: {} },
];

function modelWith(...terms: ReadonlyArray<[string, Term]>): SiteModel {
  const model = makeModel([
    makeOffer(
      'cafe',
      { title: 'Jobcenter-Café', next_steps: ['Fragen Sie im Jobcenter.', 'Dann im Jugendamt.'] },
      {
        body: '## Jobcenter\n\nDas Jobcenter hilft, das Jobcenter zahlt. Auch ein [Jugendamt](https://example.org).',
        translations: new Map([['ar', makeTranslation({}, { body: 'اذهبوا إلى Jobcenter.' })]]),
      },
    ),
  ]);
  const vocabularies = { ...model.catalogue.vocabularies, glossary: new Map(terms) };
  return { ...model, catalogue: { ...model.catalogue, vocabularies } };
}

const words = [term('jobcenter', 'Jobcenter', 'مركز العمل'), term('jugendamt', 'Jugendamt', 'مكتب الشباب')];
const model = modelWith(...words);

function offerPage(lang: string, of = model): string {
  return renderToString(offerRoute.render('cafe', of, makePage(of, lang, offerRoute.path('cafe'))));
}
const marked = (html: string): string[] =>
  Array.from(html.matchAll(/<a class="term" href="([^"]+)">([^<]+)<\/a>/g), ([, href, text]) => `${text} ${href}`);

describe('the words of a page', () => {
  test('are marked where they stand first, not in names, headings and links, and explained at the end', () => {
    const html = offerPage('de');
    expect(marked(html)).toEqual(['Jobcenter #wort-jobcenter', 'Jugendamt #wort-jugendamt']);
    expect(html).toMatch(/<h3>Jobcenter<\/h3>\s*<p>Das <a class="term"/);
    expect(html.indexOf('href="#wort-jugendamt"')).toBeGreaterThan(html.indexOf('Fragen Sie im Jobcenter.'));
    const list = /<section class="word-list".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(list).toContain('id="wort-jobcenter"');
    expect(list).toContain('Das ist: Jugendamt.');
    expect(list).toMatch(/href="[^"]*\/de\/woerter\/"/);
  });

  test('are explained in the language of the page, wherever it is that they stand', () => {
    const html = offerPage('ar');
    // The steps are not translated: they stand in German, and their words are explained nevertheless.
    expect(marked(html).map((one) => one.split(' ')[0])).toEqual(['Jobcenter', 'Jugendamt']);
    expect(html).toContain('<bdi lang="de" dir="ltr">Jobcenter</bdi><span>مركز العمل</span>');
    expect(html).toContain('<dd>هذا مكتب الشباب.</dd>');
  });

  test('leave no trace on a page that has none, nor on a site that explains none', () => {
    const html = offerPage('de', modelWith());
    expect(html).not.toContain('word-list');
    expect([...glossaryRoute.items(modelWith(), 'de')]).toEqual([]);
    expect(html).not.toContain('woerter/');
  });
});

describe('the page of all words', () => {
  test('sorts by the German word, in every language, and has a way to each letter', () => {
    const more = modelWith(...words, term('amt', 'Ämterlotse', 'مرشد'), term('asyl', 'Asyl', 'لجوء'));
    const html = renderToString(glossaryRoute.render('glossary', more, makePage(more, 'ar', 'woerter/')));
    expect(Array.from(html.matchAll(/<dt><bdi lang="de" dir="ltr">([^<]+)<\/bdi>/g), ([, word]) => word)).toEqual([
      'Ämterlotse',
      'Asyl',
      'Jobcenter',
      'Jugendamt',
    ]);
    expect(Array.from(html.matchAll(/<h2 id="(.)"/g), ([, letter]) => letter)).toEqual(['A', 'J']);
    for (const letter of ['A', 'J']) expect(html).toContain(`href="#${letter}"`);
  });
});
