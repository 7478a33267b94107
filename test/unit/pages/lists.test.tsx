import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { routes, sitePages } from '../../../src/pages/routes.ts';
import type { SiteModel } from '../../../src/pages/site-model.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const model = makeModel([
  makeOffer('a', { title: 'A' }),
  makeOffer('b', { title: 'B', topics: ['german', 'health'] }),
  makeOffer('c', { title: 'C', topics: ['german'] }),
  makeOffer('d', { title: 'D', topics: ['health'] }, { standing: 'ended' }),
]);

function renderAll(name: string, of: SiteModel, lang = 'de'): Map<string, string> {
  const route = routes.find((candidate) => candidate.name === name);
  if (!route) throw new Error(name);
  return new Map(
    Array.from(route.items(of, lang), (item) => {
      const path = route.path(item);
      return [path, renderToString(route.render(item, of, makePage(of, lang, path)))];
    }),
  );
}

describe('the list of offers', () => {
  test('leads to every current offer and to none that has ended', () => {
    const pages = renderAll('offers', model);
    expect([...pages.keys()]).toEqual(['angebote/', 'angebote/seite/2/']);
    const linked = new Set([...pages.values()].flatMap((html) => html.match(/\/angebote\/[a-d]\//g)));
    expect(linked).toEqual(new Set(['/angebote/a/', '/angebote/b/', '/angebote/c/']));
  });

  test('says that a topic goes on from the page before', () => {
    const pages = renderAll('offers', model);
    expect(pages.get('angebote/')).not.toContain('(Fortsetzung)');
    expect(pages.get('angebote/seite/2/')).toContain('Deutsch lernen (Fortsetzung)');
  });

  test('carries the search on its first page only, with its texts and filters as data', () => {
    const pages = renderAll('offers', model, 'ar');
    expect(pages.get('angebote/seite/2/')).not.toContain('search.js');
    const json = /id="search-data">(.*?)<\/script>/.exec(pages.get('angebote/') ?? '')?.[1] ?? '';
    const data = JSON.parse(json) as { root: string; groups: Array<{ field: string; options: unknown[] }> };
    expect(data.root).toBe('/base/');
    expect(data.groups.find(({ field }) => field === 'topic')?.options).toEqual([
      { value: 'german', label: { value: 'Deutsch lernen', lang: 'de' } },
      { value: 'health', label: { value: 'Gesundheit', lang: 'de' } },
    ]);
  });
});

describe('pages by dimension', () => {
  test('a topic shows all offers it is one of the topics of', () => {
    const html = renderAll('topic', model).get('themen/health/') ?? '';
    expect(html).toContain('/angebote/b/');
    expect(html).not.toContain('/angebote/c/');
  });

  test('a topic begins with what is mainly about it', () => {
    const mixed = makeModel([
      makeOffer('aside', { title: 'A', topics: ['german', 'health'] }),
      makeOffer('mainly', { title: 'Z', topics: ['health'] }),
    ]);
    const html = renderAll('topic', mixed).get('themen/health/') ?? '';
    expect(html.indexOf('/angebote/mainly/')).toBeLessThan(html.indexOf('/angebote/aside/'));
    expect(html).toContain('/angebote/aside/');
  });

  test('a town without offers says what to do next', () => {
    const html = renderAll('town', model).get('orte/wolbersheim/') ?? '';
    expect(html).toContain('Hier gibt es noch kein Angebot');
    expect(html).toContain('href="/base/de/angebote/"');
    expect(html).toContain('tel:+492214710100');
  });

  test('languages without any offer have no page', () => {
    expect([...renderAll('language', model).keys()]).toEqual(['sprachen/de/', 'sprachen/de/seite/2/']);
  });
});

test('every page of every kind is drawn in every language with a headline, a policy and a way past the menu', () => {
  for (const lang of ['de', 'en', 'ar']) {
    for (const { name } of routes) {
      for (const [path, html] of renderAll(name, model, lang)) {
        expect(html.match(/<h1[ >]/g), path).toHaveLength(1);
        expect(html, path).toContain("default-src 'none'");
        expect(html, path).toContain('href="#content"');
      }
    }
  }
});

test('pages without a language offer every language by its own name', () => {
  const pages = new Map(['de', 'en', 'ar'].map((lang) => [lang, makePage(model, lang)]));
  for (const { file, render } of sitePages.filter(({ internal }) => !internal)) {
    const html = renderToString(render(model, pages));
    expect(html, file).toMatch(/href="\/base\/ar\/(merkliste\/)?"/);
    expect(html, file).toMatch(/lang="ar" dir="rtl"/);
  }
});
