import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { PreviewWords } from '../../../src/model/preview-words.ts';
import { offerRoute } from '../../../src/pages/offer-route.tsx';
import { type Previews, previewFiles } from '../../../src/pages/previews.ts';
import { pageContextsOf } from '../../../src/pages/page-contexts.ts';
import { sitePages } from '../../../src/pages/site-pages.tsx';
import { makeModel, makeOffer, makeTranslation } from './small-catalogue.ts';

/** Every file is there. */
class AnyAsset extends Map<string, string> {
  override get = (name: string): string => `assets/${name}`;
}

/** Names a picture by its words. */
class Noted implements Previews {
  readonly expected: PreviewWords[] = [];
  readonly languages: ReadonlySet<string>;
  constructor(languages: string[]) {
    this.languages = new Set(languages);
  }
  pathOf = ({ title, line }: PreviewWords): string => encodeURI(`vorschau/${title}|${line}.png`);
  expect(words: PreviewWords): void {
    this.expected.push(words);
  }
  list = (): [] => [];
}

const place = { town: 'brinkenau', name: 'Schutzhaus', protected: true };
const model = makeModel([
  makeOffer('cafe', {}, { translations: new Map([['ar', makeTranslation({ title: 'مقهى' })]]) }),
  makeOffer('haus', { title: 'Schutz' }, { place }),
  makeOffer('vorbei', { title: 'Vorbei' }, { standing: 'ended' }),
]);
const contextOf = (lang: string, previews?: Previews, siteUrl: string | undefined = 'https://example.org') =>
  pageContextsOf(model.catalogue, lang, {
    basePath: '/stadt/',
    assets: new AnyAsset(),
    ...(siteUrl ? { siteUrl } : {}),
    ...(previews ? { previews } : {}),
  });
const headOf = (id: string, context: ReturnType<typeof contextOf>): string =>
  renderToString(offerRoute.render(id, model, context(offerRoute.path(id)))).split('</head>')[0] ?? '';
const image = (head: string): string | undefined => /property="og:image" content="([^"]+)"/.exec(head)?.[1];

describe('pictures for where pages are passed on', () => {
  test('an offer has its own in the chosen languages, in its language, with words for who cannot see it', () => {
    const head = headOf('cafe', contextOf('ar', new Noted(['ar'])));
    expect(decodeURI(image(head) ?? '')).toMatch(/^https:\/\/example\.org\/stadt\/vorschau\/مقهى\|/);
    expect(head).toContain('<meta property="og:image:alt" content="مقهى – Lotse"');
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image"');
    expect(decodeURI(image(headOf('cafe', contextOf('de', new Noted(['ar'])))) ?? '')).toMatch(/vorschau\/Lotse\|/);
  });

  test('there are none where the site does not know its address, or nobody makes them', () => {
    expect(headOf('cafe', contextOf('de'))).not.toMatch(/og:image|twitter:/);
    expect(headOf('cafe', contextOf('de', new Noted(['de']), ''))).not.toMatch(/og:image|twitter:/);
  });

  test('the first page of the site has one, though it is the same for all languages', () => {
    const pages = new Map([['de', contextOf('de', new Noted([]))('')]]);
    const html = renderToString(sitePages.find(({ file }) => file === 'index.html')!.render(model, pages));
    expect(html).toContain('<meta property="og:url" content="https://example.org/stadt/"');
    expect(image(html)).toMatch(/vorschau\/Lotse/);
  });

  test('exactly those are made that pages name: nothing of what is over, and no protected address', () => {
    const previews = new Noted(['ar']);
    previewFiles(previews, model, [contextOf('de', previews)(''), contextOf('ar', previews)('')]);
    expect(previews.expected.map(({ title }) => title)).toEqual(['Lotse', 'Lotse', 'Schutz', 'مقهى']);
    expect(JSON.stringify(previews.expected)).not.toContain('Schutzhaus');
    expect(previews.expected[2]).toMatchObject({ titleDir: 'ltr', dir: 'rtl' });
    expect(image(headOf('vorbei', contextOf('ar', previews)))).toBeUndefined();
  });
});
