import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { keptCard } from '../../../src/pages/kept-card.tsx';
import { pageContextsOf } from '../../../src/pages/page-contexts.ts';
import { OfferCard, type OfferCardData } from '../../../src/views/components/offer-card/offer-card.tsx';
import { SiteFooter } from '../../../src/views/components/site-footer/site-footer.tsx';
import { SiteHeader } from '../../../src/views/components/site-header/site-header.tsx';
import { keptPart } from '../../../src/views/kept-markup.tsx';
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
});
