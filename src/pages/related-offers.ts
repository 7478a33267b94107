import type { CatalogueOffer } from '../model/catalogue.ts';
import type { SiteModel } from './site-model.ts';

const most = 4;
const known = new WeakMap<SiteModel, Map<string, readonly CatalogueOffer[]>>();

/** Up to four other offers that help with the same, the nearest first; the same in every language. */
export function relatedOffers(offer: CatalogueOffer, model: SiteModel): readonly CatalogueOffer[] {
  let ofModel = known.get(model);
  if (!ofModel) known.set(model, (ofModel = new Map()));
  let related = ofModel.get(offer.id);
  if (!related) ofModel.set(offer.id, (related = findRelated(offer, model)));
  return related;
}

function findRelated(offer: CatalogueOffer, model: SiteModel): readonly CatalogueOffer[] {
  const candidates = new Set(offer.data.topics.flatMap((topic) => model.byTopic.get(topic) ?? []));
  candidates.delete(offer);
  // Lists are in a fixed order and sorting is stable, so that equal offers keep it.
  return Array.from(candidates, (candidate) => ({ candidate, score: likeness(offer, candidate) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** What someone looks for who cannot use the one: the same help first, then near, for the same people, in the same languages. */
function likeness(one: CatalogueOffer, other: CatalogueOffer): number {
  const near = one.place && other.place ? one.place.town === other.place.town : shared(one.towns, other.towns) > 0;
  return (
    (one.data.topics[0] === other.data.topics[0] ? 4 : 0) +
    2 * shared(one.data.topics, other.data.topics) +
    (near ? 3 : 0) +
    (one.data.type === other.data.type ? 1 : 0) +
    Math.min(2, shared(one.data.audience.groups, other.data.audience.groups)) +
    Math.min(2, shared(languagesOf(one), languagesOf(other))) -
    (other.standing === 'active' ? 0 : 3)
  );
}

const shared = (a: readonly string[], b: readonly string[]): number => a.filter((value) => b.includes(value)).length;

const languagesOf = ({ data }: CatalogueOffer): string[] => data.languages.map(({ code }) => code);
