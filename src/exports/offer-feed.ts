import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { textsIn } from '../model/translation.ts';
import { writeFeed } from './feed.ts';

/** A reader that asks daily misses nothing; more would only be longer to load. */
const mostEntries = 50;

export interface OfferFeed {
  readonly catalogue: Catalogue;
  readonly offers: readonly CatalogueOffer[];
  readonly lang: LanguageTag;
  readonly title: string;
  readonly uuid: (kind: string, ...parts: readonly (string | number)[]) => string;
  /** Absolute addresses: of the feed, of the page with the same offers, and of an offer. */
  readonly self: string;
  readonly page: string;
  readonly pageOf: (id: string) => string;
}

/** The offers that somebody looked at last: what is new, and what was found to be true again. */
export function offerFeed({ catalogue, offers, lang, title, uuid, self, page, pageOf }: OfferFeed): string {
  const latest = [...offers]
    .sort((a, b) =>
      a.data.reviewed < b.data.reviewed ? 1 : a.data.reviewed > b.data.reviewed ? -1 : a.id < b.id ? -1 : 1,
    )
    .slice(0, mostEntries);
  return writeFeed({
    id: self,
    title,
    language: lang,
    author: catalogue.site.publisher.name,
    self,
    page,
    updated: catalogue.today,
    entries: latest.map((offer) => {
      const texts = textsIn(offer, lang);
      const foreign = (path: string): { value: string; lang?: LanguageTag } | undefined => {
        const text = texts.text(path);
        return text && (text.lang === lang ? { value: text.value } : text);
      };
      const summary = foreign('summary');
      return {
        id: `urn:uuid:${uuid('service', offer.id)}`,
        title: foreign('title') ?? { value: offer.id },
        updated: offer.data.reviewed < catalogue.today ? offer.data.reviewed : catalogue.today,
        href: pageOf(offer.id),
        ...(summary ? { summary } : {}),
      };
    }),
  });
}
