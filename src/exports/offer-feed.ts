import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { keptFor } from '../model/reads.ts';
import { textsIn } from '../model/translation.ts';
import { writeFeed, writeFeedEntry, type WrittenFeedEntry } from './feed.ts';

/** A reader that asks daily misses nothing; more would only be longer to load. */
const mostEntries = 50;

/** What the feeds of one language have in common. */
export interface FeedLanguage {
  readonly catalogue: Catalogue;
  readonly lang: LanguageTag;
  readonly uuid: (kind: string, ...parts: readonly (string | number)[]) => string;
  /** Absolute address of an offer. */
  readonly pageOf: (id: string) => string;
}

export interface OfferFeed extends Pick<FeedLanguage, 'catalogue' | 'lang'> {
  /** As `latestOffers` gives them. */
  readonly offers: readonly CatalogueOffer[];
  readonly title: string;
  /** Absolute addresses: of the feed, and of the page with the same offers. */
  readonly self: string;
  readonly page: string;
  readonly entryOf: (offer: CatalogueOffer) => WrittenFeedEntry;
}

/** The offers that somebody looked at last: what is new, and what was found to be true again. */
export const latestOffers = (offers: readonly CatalogueOffer[]): readonly CatalogueOffer[] =>
  [...offers]
    .sort((a, b) =>
      a.data.reviewed < b.data.reviewed ? 1 : a.data.reviewed > b.data.reviewed ? -1 : a.id < b.id ? -1 : 1,
    )
    .slice(0, mostEntries);

/** An offer stands in the feed of all and in those of its topics: its entry is written once for them. */
export const feedEntriesIn =
  (language: FeedLanguage): OfferFeed['entryOf'] =>
  (offer) =>
    writtenFor(language, offer);

const writtenFor = keptFor(
  ({ catalogue, lang, uuid, pageOf }: FeedLanguage, offer: CatalogueOffer): WrittenFeedEntry => {
    const texts = textsIn(offer, lang);
    const foreign = (path: string): { value: string; lang?: LanguageTag } | undefined => {
      const text = texts.text(path);
      return text && (text.lang === lang ? { value: text.value } : text);
    };
    const summary = foreign('summary');
    return writeFeedEntry({
      id: `urn:uuid:${uuid('service', offer.id)}`,
      title: foreign('title') ?? { value: offer.id },
      updated: offer.data.reviewed < catalogue.today ? offer.data.reviewed : catalogue.today,
      href: pageOf(offer.id),
      ...(summary ? { summary } : {}),
    });
  },
);

/** What is new and what was found to be true again, for who wants to hear of it. */
export const offerFeed = ({ catalogue, offers, lang, title, self, page, entryOf }: OfferFeed): string =>
  writeFeed({
    id: self,
    title,
    language: lang,
    author: catalogue.site.publisher.name,
    self,
    page,
    updated: catalogue.today,
    entries: offers.map(entryOf),
  });
