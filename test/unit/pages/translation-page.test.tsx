import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/content/read-document.ts';
import type { SiteSettings } from '../../../src/model/catalogue.ts';
import { createSiteModel, type SiteModel } from '../../../src/pages/site-model.ts';
import { translationRoute } from '../../../src/pages/translation-route.tsx';
import { makeModel, makeOffer, makePage, makeTranslation } from './small-catalogue.ts';

const body = 'Wir reden **Deutsch**, auch & gern.';

const offers = [
  makeOffer('neu', { title: 'Neuer Kurs', required_documents: ['Ausweis', 'Foto'] }, { body }),
  makeOffer(
    'alt',
    { title: 'Alter Kurs' },
    {
      translations: new Map([
        ['ar', makeTranslation({ title: 'دورة' }, { state: { of: 'ffffffffffff', by: 'human' }, outdated: true })],
      ]),
    },
  ),
  makeOffer(
    'fertig',
    { title: 'Fertiger Kurs' },
    { translations: new Map([['ar', makeTranslation({ title: 'دورة' })]]) },
  ),
  makeOffer('beendet', { title: 'Beendeter Kurs' }, { standing: 'ended' }),
];

function withSite(site: Partial<SiteSettings>): SiteModel {
  const { catalogue } = makeModel(offers);
  return createSiteModel({ ...catalogue, site: { ...catalogue.site, page_size: 10, ...site } });
}

const html = (model: SiteModel, lang: string, number = 1): string =>
  renderToString(translationRoute.render(number, model, makePage(model, lang, translationRoute.path(number))));

/** Addresses of the links whose words are these. */
const links = (text: string, label: string): string[] =>
  Array.from(text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)).flatMap(([, href, words]) =>
    words === label ? [href!.replaceAll('&amp;', '&')] : [],
  );

/** What the template is once a forge or a browser has decoded it. */
function templateIn(address: string): { data: unknown; body: string } {
  const [, text = ''] = /(?:value=|body=|utf-8,)(.*)$/.exec(address) ?? [];
  return readMarkdown('x.md', decodeURIComponent(text).replaceAll('\r\n', '\n')).value!;
}

const repository = { url: 'https://github.example.org/kreis/angebote' };

describe('what is open in a language', () => {
  it('stands there with its length: first what is missing, then what is outdated', () => {
    const text = html(withSite({}), 'en');
    expect(text.match(/[A-Z]\w+ Kurs/g)).toEqual(['Neuer Kurs', 'Alter Kurs', 'Fertiger Kurs']);
    const arabic = html(withSite({}), 'ar');
    expect(arabic.match(/[A-Z]\w+ Kurs/g)).toEqual(['Neuer Kurs', 'Alter Kurs']);
    expect(arabic).toContain('<p class="translation-title" id="translate-offers-neu-title" lang="de" dir="ltr">');
    expect(text).toContain('14 words');
    expect(text).toContain('3 texts are missing. No text is outdated.');
  });

  it('is divided into pages', () => {
    const model = withSite({ page_size: 5 });
    expect([...translationRoute.items(model, 'en')]).toEqual([1]);
    expect([...translationRoute.items(makeModel(offers), 'en')]).toEqual([1, 2]);
    expect([...translationRoute.items(makeModel(offers), 'de')]).toEqual([1]);
    expect(translationRoute.path(2)).toBe('mitmachen/uebersetzen/seite/2/');
    expect(html(makeModel(offers), 'en', 2)).toContain('Fertiger Kurs');
  });

  it('is shown for all languages to readers of the source language', () => {
    const text = html(withSite({}), 'de');
    expect(links(text, '')).toEqual([]);
    expect(text).toContain('href="/base/ar/mitmachen/uebersetzen/"');
    expect(text).toContain('Übersetzt: 1 von 3 Texten · 1 Text fehlt. · 1 Text ist veraltet.');
  });
});

describe('the way to begin', () => {
  it.each([
    ['github', 'https://github.example.org/kreis/angebote/new/main?filename=content%2Foffers%2Fneu.ar.md&value='],
    ['forgejo', 'https://github.example.org/kreis/angebote/_new/main?filename=content%2Foffers%2Fneu.ar.md&value='],
  ] as const)('%s opens the new file with the original in it', (kind, start) => {
    const [address] = links(
      html(withSite({ hand_in: { repository: { ...repository, kind } } }), 'ar'),
      'ابدؤوا الترجمة',
    );
    expect(address).toMatch(new RegExp(`^${start.replace(/[.?]/g, '\\$&')}`));
    const { data, body: text } = templateIn(address!);
    expect(data).toEqual({
      title: 'Neuer Kurs',
      summary: 'Deutsch sprechen bei Kaffee.',
      required_documents: ['Ausweis', 'Foto'],
      translation: { of: '0123456789ab', by: 'human' },
    });
    expect(text.trim()).toBe(body);
  });

  it('GitLab gets the name, and the file can be downloaded', () => {
    const text = html(
      withSite({ hand_in: { repository: { ...repository, kind: 'gitlab', branch: 'stand/1', folder: '.' } } }),
      'ar',
    );
    expect(links(text, 'ابدؤوا الترجمة')).toEqual([
      'https://github.example.org/kreis/angebote/-/new/stand/1?file_name=offers%2Fneu.ar.md',
    ]);
    const [template] = links(text, 'تنزيل النموذج');
    expect(templateIn(template!).body.trim()).toBe(body);
  });

  it.each([
    ['github', 'edit'],
    ['gitlab', '-/edit'],
    ['forgejo', '_edit'],
  ] as const)('%s opens an outdated translation for changing', (kind, verb) => {
    const text = html(withSite({ hand_in: { repository: { ...repository, kind } } }), 'ar');
    expect(links(text, 'حدّثوا الترجمة')).toEqual([
      `https://github.example.org/kreis/angebote/${verb}/main/content/offers/alt.ar.md`,
    ]);
  });

  it('without a repository it is a mail to the publisher', () => {
    const text = html(withSite({ publisher: { name: 'Kreis', email: 'integration@example.org' } }), 'en');
    const [address] = links(text, 'Start translating');
    expect(address).toMatch(/^mailto:integration@example\.org\?subject=Translation%3A%20Neuer%20Kurs&body=/);
    expect(templateIn(address!).body.trim()).toBe(body);
  });

  it('a long text does not go into an address that nobody can open', () => {
    const model = withSite({ hand_in: { repository: { ...repository, kind: 'github' } } });
    const long = createSiteModel({
      ...model.catalogue,
      offers: new Map([['lang', makeOffer('lang', {}, { body: 'Ünd so weiter. '.repeat(500) })]]),
    });
    const [address] = links(html(long, 'en'), 'Start translating');
    expect(address!.length).toBeLessThan(6000);
    expect(templateIn(links(html(long, 'en'), 'Download the template')[0]!).body.length).toBeGreaterThan(7000);
  });

  it('without either the file can be had at once', () => {
    const [address] = links(html(withSite({}), 'en'), 'Start translating');
    expect(address).toMatch(/^data:text\/markdown;charset=utf-8,/);
    expect(templateIn(address!).body.trim()).toBe(body);
  });

  it('names nobody: contacts are not in the template', () => {
    expect(html(withSite({}), 'en')).not.toMatch(/B%C3%BCro|buero|4710123/);
  });
});
