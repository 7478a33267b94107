import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import { Families, keptByKey, ownFamilies, reckoned } from '../model/reads.ts';

/** The catalogue with the groupings that several routes need, computed once per build. */
export interface SiteModel {
  readonly catalogue: Catalogue;
  /** All offers that are listed: active, upcoming and paused, in the order of lists. */
  readonly current: readonly CatalogueOffer[];
  readonly byTopic: ReadonlyMap<string, readonly CatalogueOffer[]>;
  readonly byTown: ReadonlyMap<string, readonly CatalogueOffer[]>;
  readonly byAudience: ReadonlyMap<string, readonly CatalogueOffer[]>;
  readonly byOrganisation: ReadonlyMap<string, readonly CatalogueOffer[]>;
  readonly byLanguage: ReadonlyMap<string, readonly CatalogueOffer[]>;
}

function group(
  offers: readonly CatalogueOffer[],
  keysOf: (offer: CatalogueOffer) => Iterable<string>,
): ReadonlyMap<string, readonly CatalogueOffer[]> {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offers) {
    for (const key of new Set(keysOf(offer))) {
      const members = groups.get(key);
      if (members) members.push(offer);
      else groups.set(key, [offer]);
    }
  }
  return groups;
}

/** Lists run by first topic, then title in the source language: the same order in every language, so that page numbers agree. */
export function createSiteModel(catalogue: Catalogue, families = new Families()): SiteModel {
  ownFamilies(catalogue, families);
  const current = reckoned(families, 'current', () => listCurrent(catalogue));
  const grouped = (
    name: string,
    keysOf: (offer: CatalogueOffer) => Iterable<string>,
  ): ReadonlyMap<string, readonly CatalogueOffer[]> => {
    const groups = reckoned(families, name, () => group(current(''), keysOf));
    return keptByKey(families, `${name} of`, () => groups(''));
  };
  return {
    catalogue,
    get current() {
      return current('');
    },
    byTopic: grouped('by topic', (offer) => offer.data.topics),
    byTown: grouped('by town', (offer) => offer.towns),
    byAudience: grouped('by audience', (offer) => offer.data.audience.groups),
    byOrganisation: grouped('by organisation', ({ data }) => [data.organisation, ...(data.partners ?? [])]),
    byLanguage: grouped('by language', (offer) =>
      offer.data.languages.filter(({ kind }) => kind !== 'material').map(({ code }) => code),
    ),
  };
}

function listCurrent(catalogue: Catalogue): readonly CatalogueOffer[] {
  const topicOrder = new Map(Array.from(catalogue.vocabularies.topics.keys(), (id, index) => [id, index]));
  const rank = (offer: CatalogueOffer): number => topicOrder.get(offer.data.topics[0] ?? '') ?? topicOrder.size;
  const collator = new Intl.Collator(catalogue.site.source_language);
  return Array.from(catalogue.offers.values())
    .filter((offer) => offer.standing !== 'ended')
    .sort((a, b) => rank(a) - rank(b) || collator.compare(a.data.title, b.data.title) || (a.id < b.id ? -1 : 1));
}
