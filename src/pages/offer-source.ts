import type { CatalogueOffer } from '../model/catalogue.ts';
import type { OfferSource } from '../views/datasheet-page-data.ts';
import { fromEach } from '../model/reads.ts';
import { Output } from './output.ts';
import type { SiteModel } from './site-model.ts';

/** What the form is filled with when an offer is to be changed. The catalogue holds only what the public may know. */
const sourceOf = ({ id, language, revision, data, body }: CatalogueOffer): OfferSource => ({
  id,
  lang: language,
  ...(revision === undefined ? {} : { of: revision }),
  data: data as unknown as OfferSource['data'],
  body,
});

/** `/data/offers/<id>.json` of every offer that has a page. */
export const offerSources = (model: SiteModel): Output[] =>
  fromEach(
    () => model.catalogue.offers.values(),
    (offer) =>
      offer.homes === undefined || offer.revision !== undefined
        ? [new Output(`data/offers/${offer.id}.json`, () => JSON.stringify(sourceOf(offer)))]
        : [],
  );
