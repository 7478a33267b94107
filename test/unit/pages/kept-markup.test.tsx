import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { forgetKeptCards, keptCard } from '../../../src/pages/kept-card.tsx';
import { pageLister } from '../../../src/pages/list-outputs.ts';
import { PageBytes } from '../../../src/pages/page-bytes.ts';
import { filesOfPage } from '../../../src/model/offline-set.ts';
import { pageContextsOf } from '../../../src/pages/page-contexts.ts';
import { Document } from '../../../src/views/components/document/document.tsx';
import { OfferCard, type OfferCardData } from '../../../src/views/components/offer-card/offer-card.tsx';
import { SiteFooter } from '../../../src/views/components/site-footer/site-footer.tsx';
import { SiteHeader } from '../../../src/views/components/site-header/site-header.tsx';
import { keptPart } from '../../../src/views/kept-markup.tsx';
import { asMade, MadeMarkup } from '../../../src/views/made-markup.ts';
import { renderMarkup } from '../../../src/views/render-markup.ts';
import { makeModel, makeOffer } from './small-catalogue.ts';

const placement = { basePath: '/stadt/', siteUrl: 'https://example.org', assets: new Map() };

describe('parts that are kept', () => {
  it('are what they would be if made anew, on every page of each language', () => {
    for (const lang of ['de', 'ar']) {
      const pageAt = pageContextsOf(makeModel([makeOffer('cafe')]).catalogue, lang, placement);
      for (const path of ['angebote/cafe/', 'orte/kiel/', 'angebote/', '', 'angebote/cafe/']) {
        for (const Part of [SiteHeader, SiteFooter]) {
          const page = pageAt(path);
          expect(renderToString(keptPart(Part, page))).toBe(renderToString(<Part page={page} />));
        }
      }
    }
  });
});

describe('heads of pages', () => {
  const names = ['favicon.svg', 'text-size.js', 'site.css', 'map.css', 'week.css', 'map.js', 'offline.js'];
  const assets = new Map(names.map((name) => [name, `assets/${name}`]));
  const page = pageContextsOf(makeModel([makeOffer('cafe')]).catalogue, 'de', { ...placement, assets })('woche/');
  const { appManifest: _none, ...plain } = page;
  const filesOf = (document: VNode): string[] =>
    Array.from(renderMarkup(document).matchAll(/"\/stadt\/assets\/([^"]+)"/g), ([, name = '']) => name);

  it('name the files of their own page, whatever page was made before', () => {
    const first = (
      <Document page={{ ...page, appManifest: '/app' }} styles={['map.css']} scripts={['map.js']} children="" />
    );
    const second = <Document page={plain} styles={['week.css']} children="" />;
    const usual = ['favicon.svg', 'text-size.js', 'site.css'];
    expect(filesOf(first)).toEqual([...usual, 'map.css', 'offline.js', 'map.js']);
    expect(filesOf(second)).toEqual([...usual, 'week.css']);
    expect(filesOf(first)).toEqual([...usual, 'map.css', 'offline.js', 'map.js']);
  });

  it('and all other parts name the same files piece by piece as the page does as a whole', () => {
    const picture = <img src="/stadt/media/fest.jpg" alt="" />;
    const document = (
      <Document page={page} styles={['map.css']} scripts={['map.js']}>
        {picture}
      </Document>
    );
    const filesIn = (html: Buffer | string): string[] => filesOfPage(html, '/stadt/');
    for (let time = 0; time < 2; time++) {
      const made = new PageBytes(document);
      const files = made.files(filesIn);
      expect(new Set(files)).toEqual(new Set(filesIn(made.join())));
      expect(files).toContain('media/fest.jpg');
      expect(files).toContain('assets/map.css');
    }
  });

  it('are the bytes of their text, in memory of their own, whatever somebody typed', () => {
    const made = asMade(new MadeMarkup('<b>Menü</b>'), new MadeMarkup('مرحبا'));
    for (const text of ['a', 'Größe \u{1F600}', 'half \ud83d of one', '\udc00', 'مرحبا'.repeat(3000)]) {
      const bytes = new PageBytes(
        <p title={text}>
          {made} {text} {made}
        </p>,
      ).join();
      const parts = '<b>Menü</b>مرحبا';
      expect(bytes.toString()).toBe(
        Buffer.from(`<!doctype html><p title="${text}">${parts} ${text} ${parts}</p>`).toString(),
      );
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });

  it('allow other origins only where the page asks for them', () => {
    const policyOf = (document: VNode): string => /Policy" content="([^"]+)"/.exec(renderMarkup(document))?.[1] ?? '';
    const mapped = <Document page={page} images={['https://karte.example.org']} children="" />;
    const usual = <Document page={page} children="" />;
    expect(policyOf(usual)).not.toContain('example.org');
    expect(policyOf(mapped)).toContain("img-src 'self' data: https://karte.example.org;");
    expect(policyOf(usual)).not.toContain('example.org');
  });
});

describe('cards that are kept', () => {
  const card: OfferCardData = { href: '/de/angebote/cafe/', title: { value: 'Café <b>', lang: 'de' }, kind: 'Treff' };

  it('are what they would be if made anew, at each level of headline', () => {
    for (const level of [3, 2, 3] as const) {
      expect(renderToString(keptCard({ card, level }))).toBe(renderToString(<OfferCard card={card} level={level} />));
    }
  });

  it('are of their own card, however alike two are', () => {
    const other = { ...card, kind: 'Kurs' };
    expect(renderToString(keptCard({ card: other, level: 3 }))).toContain('Kurs');
    expect(renderToString(keptCard({ card, level: 3 }))).toContain('Treff');
  });

  it('are let go with their language, before the first page of the next is made', () => {
    const { catalogue } = makeModel([makeOffer('cafe')]);
    const [first, second] = catalogue.languages as [string, string];
    const files = new Map<string, Uint8Array>();
    const list = pageLister(catalogue, { placement, files, media: new Map(), gallery: false, inLittleRoom: true });
    const changing: { -readonly [Key in keyof OfferCardData]: OfferCardData[Key] } = { ...card };
    const shown = (): string => renderToString(keptCard({ card: changing, level: 3 }));
    list(first);
    expect(shown()).toContain('Treff');
    changing.kind = 'Kurs';
    expect(shown()).toContain('Treff');
    list(first);
    expect(shown()).toContain('Treff');
    list(second);
    expect(shown()).toContain('Kurs');
    changing.kind = 'Fest';
    forgetKeptCards();
    expect(shown()).toContain('Fest');
  });
});
