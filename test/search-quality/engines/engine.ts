import type { OfferPage } from '../offer-pages.ts';

/** Ids of the offers found for a query, best first; the first ten are enough. */
export type Find = (query: string) => Promise<readonly string[]>;

/** A search engine that is compared with ours. */
export interface Engine {
  readonly name: string;
  /** One index of one language's pages; throws where the engine cannot run here. */
  open(lang: string, pages: readonly OfferPage[]): Promise<Find>;
}
