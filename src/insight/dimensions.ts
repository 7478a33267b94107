import type { Catalogue, CatalogueOffer, VocabularyName } from '../model/catalogue.ts';
import { toDayNumber, weekdayOf } from '../model/calendar.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { expandToTowns } from '../model/places.ts';
import { weekdays } from '../model/schedule.ts';
import { germanLevels, offerTypes } from '../model/offer-values.ts';
import { levelsOf } from './german-levels.ts';

/** Everything that offers can be counted by. */
export const dimensionIds = [
  'field-of-action',
  'topic',
  'town',
  'target-group',
  'offer-language',
  'german',
  'weekday',
  'cost',
  'childcare',
  'step-free',
  'online',
  'type',
] as const;
export type DimensionId = (typeof dimensionIds)[number];

/** The line of offers, or needs, that say nothing about a dimension. No id and no language tag looks like it. */
export const noneGiven = '-';

/** What an offer says about each dimension; one that it says nothing about is left out. */
export type DimensionValues = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/** Offers count where they take place or will: neither paused nor ended. Drafts are in no catalogue. */
export const isCounted = ({ standing }: Pick<CatalogueOffer, 'standing'>): boolean =>
  standing === 'active' || standing === 'upcoming';

export const countedOffers = ({ offers }: Pick<Catalogue, 'offers'>): CatalogueOffer[] =>
  [...offers.values()].filter(isCounted);

/** Interpreting counts as the language, printed material alone does not: nobody can ask it anything. */
export const offerLanguages = ({ data }: Pick<CatalogueOffer, 'data'>): string[] => [
  ...new Set(data.languages.filter(({ kind }) => kind !== 'material').map(({ code }) => code)),
];

/** Weekdays on which it still takes place, from Monday on; dates and times that are over do not count. */
function weekdaysOf({ data: { schedule = [] } }: Pick<CatalogueOffer, 'data'>, today: IsoDate): string[] {
  const days = schedule
    .filter(({ valid }) => valid?.until === undefined || valid.until >= today)
    .flatMap(({ days: weekly = [], dates = [] }) => [
      ...weekly,
      ...dates.filter((date) => date >= today).map((date) => weekdays[weekdayOf(toDayNumber(date))]),
    ]);
  return weekdays.filter((day) => days.includes(day));
}

/** What is not known is not given. */
const known = (answer: string | undefined): string[] => (answer === undefined || answer === 'unknown' ? [] : [answer]);

/** What an offer says about every dimension, in the order of `dimensionIds`. */
export function valuesOf(offer: Pick<CatalogueOffer, 'data' | 'towns'>, today: IsoDate): DimensionValues {
  const { data } = offer;
  const all: Record<DimensionId, readonly string[]> = {
    'field-of-action': [...new Set(data.fields_of_action)],
    topic: [...new Set(data.topics)],
    town: offer.towns,
    'target-group': [...new Set(data.audience.groups)],
    'offer-language': offerLanguages(offer),
    german: levelsOf(data.audience.german),
    weekday: weekdaysOf(offer, today),
    cost: [data.cost.kind],
    childcare: known(data.childcare?.available),
    'step-free': known(data.accessibility.step_free),
    online: [data.delivery.includes('online') ? 'yes' : 'no'],
    type: [data.type],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

const vocabularyOf: Readonly<Partial<Record<DimensionId, VocabularyName>>> = {
  'field-of-action': 'fields-of-action',
  topic: 'topics',
  'target-group': 'target-groups',
};

const fixed: Readonly<Partial<Record<DimensionId, readonly string[]>>> = {
  german: germanLevels,
  weekday: weekdays,
  cost: ['free', 'partly', 'paid'],
  childcare: ['yes', 'on-request', 'no'],
  'step-free': ['yes', 'no'],
  online: ['yes', 'no'],
  type: offerTypes,
};

/**
 * Ids of the towns that the site is about, by name in the language that the content is written in: those of its region.
 * Neighbours may be among the places because an offer takes place there; nobody here can fill their gaps.
 */
export function ownTowns({ places, site }: Pick<Catalogue, 'places' | 'site'>): string[] {
  const all = new Map(Array.from(places, ([id, { data }]) => [id, data]));
  const inRegion = expandToTowns([site.region], all);
  const towns = inRegion.length > 0 ? inRegion : [...all].filter(([, { kind }]) => kind === 'town').map(([id]) => id);
  const nameOf = (id: string): string => all.get(id)?.name ?? id;
  const collator = new Intl.Collator(site.source_language);
  return towns.sort((a, b) => collator.compare(nameOf(a), nameOf(b)) || (a < b ? -1 : 1));
}

/** One side of a matrix: a dimension with all its values in the order in which they are shown. */
export interface Axis {
  readonly dimension: DimensionId;
  readonly values: readonly string[];
}

/**
 * All values of a dimension, those without a single offer included: they are the gaps. Towns are those of the region,
 * others come after them where an offer serves them. Languages are those of the site and of `extra` (what needs and targets name) and of all offers that count; the site's own first, then by tag.
 */
export function axisOf(catalogue: Catalogue, dimension: DimensionId, extra: Iterable<string> = []): Axis {
  return { dimension, values: [...new Set([...valuesInOrder(catalogue, dimension), ...extra])] };
}

function valuesInOrder(catalogue: Catalogue, dimension: DimensionId): readonly string[] {
  const vocabulary = vocabularyOf[dimension];
  if (vocabulary) return [...catalogue.vocabularies[vocabulary].keys()];
  if (dimension === 'town') return ownTowns(catalogue);
  if (dimension !== 'offer-language') return fixed[dimension] ?? [];
  const own = catalogue.site.languages.filter((tag) => !tag.includes('-'));
  const spoken = countedOffers(catalogue).flatMap(offerLanguages);
  return [...own, ...[...new Set(spoken)].sort()];
}
