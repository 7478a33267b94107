import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { isSelected, type OfferSelection } from '../../model/offer-selection.ts';
import { Families, reckoned } from '../../model/reads.ts';
import type { SiteModel } from '../site-model.ts';

interface Ranked {
  readonly offer: CatalogueOffer;
  readonly score: number;
}

/** More are never shown before a list of all; those behind them need no order of their own in each language. */
const weighed = 100;

/** By language and, as JSON, what is asked for. */
type Find = (key: string) => readonly CatalogueOffer[];

const known = new WeakMap<SiteModel, Find>();

/** From now on, who shows fitting offers of this model depends on which ones these are, not on all that could be. */
export function keepFitting(model: SiteModel, families: Families): Find {
  const ranked = reckoned(families, 'fitting', (key) => rank(JSON.parse(key) as OfferSelection, model));
  const find = reckoned(families, 'fitting in', (key) => {
    const [lang = '', selection = ''] = key.split(' ', 2);
    return inLanguage(ranked(selection), JSON.parse(selection) as OfferSelection, lang);
  });
  known.set(model, find);
  return find;
}

/**
 * The offers that fit and can be used now or soon, the most fitting first: mainly about it before touching on it, for
 * the target groups, in the reader's language, for many towns. Topics take turns, so that the first few show them all.
 */
export function fittingOffers(
  selection: OfferSelection,
  model: SiteModel,
  lang: LanguageTag,
): readonly CatalogueOffer[] {
  const { topics, types, target_groups } = selection;
  const find = known.get(model) ?? keepFitting(model, new Families());
  return find(`${lang} ${JSON.stringify({ topics, types, target_groups })}`);
}

function inLanguage(
  ranked: readonly Ranked[],
  selection: OfferSelection,
  lang: LanguageTag,
): readonly CatalogueOffer[] {
  const spoken = lang.split('-')[0] ?? lang;
  const first = ranked
    .slice(0, weighed)
    .map(({ offer, score }) => ({ offer, score: score + (isSpoken(offer, spoken) ? 3 : 0) }))
    .sort((a, b) => b.score - a.score)
    .map(({ offer }) => offer);
  return [...inTurns(first, selection), ...ranked.slice(weighed).map(({ offer }) => offer)];
}

/** Sorting is stable: what fits alike keeps the order of lists, the same in every build. */
function rank(selection: OfferSelection, model: SiteModel): readonly Ranked[] {
  const candidates =
    selection.topics === undefined
      ? model.current
      : new Set(selection.topics.flatMap((topic) => model.byTopic.get(topic) ?? []));
  const towns = [...model.catalogue.places.values()].filter(({ data }) => data.kind === 'town').length;
  return Array.from(candidates)
    .filter((offer) => offer.standing !== 'paused' && isSelected(selection, offer.data))
    .map((offer) => ({ offer, score: fitness(offer, selection, towns) }))
    .sort((a, b) => b.score - a.score);
}

function fitness(
  { data, standing, freshness, towns: served }: CatalogueOffer,
  { topics, target_groups: groups }: OfferSelection,
  towns: number,
): number {
  return (
    (topics?.includes(data.topics[0] ?? '') ? 4 : 0) +
    (groups && data.audience.groups.some((group) => groups.includes(group)) ? 3 : 0) +
    // Who does not know yet what helps is best advised; what takes place on a few days helps few.
    (data.type === 'counselling' || data.type === 'information' ? 1 : data.type === 'event' ? -2 : 0) +
    (towns > 0 ? (2 * served.length) / towns : 0) -
    (standing === 'active' ? 0 : 3) -
    (freshness === 'ask-first' ? 3 : 0) -
    (data.capacity?.state === 'full' ? 3 : 0)
  );
}

const isSpoken = ({ data }: CatalogueOffer, lang: LanguageTag): boolean =>
  data.languages.some(({ code, kind }) => kind !== 'material' && code.split('-')[0] === lang);

/** The best of every topic, then the second best of each …, in the order of the topics. */
function inTurns(offers: readonly CatalogueOffer[], { topics = [] }: OfferSelection): readonly CatalogueOffer[] {
  const groups = new Map<string, CatalogueOffer[]>(topics.map((topic) => [topic, []]));
  const others: CatalogueOffer[] = [];
  for (const offer of offers) (groups.get(offer.data.topics[0] ?? '') ?? others).push(offer);
  const rounds = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  const turns = Array.from({ length: rounds }, (_, round) =>
    [...groups.values()].flatMap((group) => group[round] ?? []),
  );
  return [...turns.flat(), ...others];
}
