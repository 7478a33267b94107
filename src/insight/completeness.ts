import type { Catalogue, CatalogueOffer, Freshness } from '../model/catalogue.ts';
import type { Offer } from '../model/schema.generated.ts';

/** What is known about an offer beyond its data sheet. */
export interface SheetFacts {
  readonly offer: Offer;
  readonly body: string;
  readonly freshness: Freshness;
  /** Interface languages of the site besides the one that the offer is written in … */
  readonly languages: number;
  /** … and how many of them it has been translated into, not counting outdated translations. */
  readonly translated: number;
  /** Whether the place, where there is one, has a position on the map; undefined where it must not have one. */
  readonly located: boolean | undefined;
}

export type RuleId =
  | 'fresh'
  | 'times'
  | 'contact'
  | 'description'
  | 'step-free'
  | 'accessibility'
  | 'childcare'
  | 'german'
  | 'languages'
  | 'cost'
  | 'registration'
  | 'map'
  | 'directions'
  | 'holidays'
  | 'documents'
  | 'next-steps'
  | 'translations'
  | 'tags';

/** A rule that does not apply to an offer (a telephone line has no steps) returns undefined and does not count. */
interface Rule {
  readonly id: RuleId;
  /** What it counts, relative to the others. */
  readonly weight: number;
  /** How much of it is there, from 0 to 1. */
  readonly met: (facts: SheetFacts) => number | undefined;
}

const yesNo = (condition: boolean): number => (condition ? 1 : 0);
const isKnown = (value: string | undefined): boolean => value === 'yes' || value === 'no';
const isOnSite = ({ offer }: SheetFacts): boolean => offer.delivery.includes('on-site');
const hasGroup = ({ offer }: SheetFacts): boolean => offer.type === 'course' || offer.type === 'meeting-point';

/**
 * What makes a data sheet useful to somebody who looks for help, and by how much. Documented for coordinators in
 * docs/en/completeness.md; a unit test keeps both lists the same.
 */
export const completenessRules: readonly Rule[] = [
  { id: 'fresh', weight: 15, met: ({ freshness }) => (freshness === 'fresh' ? 1 : freshness === 'due' ? 0.5 : 0) },
  {
    id: 'times',
    weight: 12,
    met: ({ offer: { schedule, registration } }) => {
      if (schedule?.some(({ days, dates }) => days ?? dates)) return 1;
      return schedule && schedule.length > 0 ? 0.5 : registration.kind === 'appointment' ? undefined : 0;
    },
  },
  {
    id: 'contact',
    weight: 12,
    met: ({ offer: { contacts } }) =>
      yesNo(contacts.some(({ phone }) => phone)) * 0.7 + yesNo(contacts.some(({ email, url }) => email ?? url)) * 0.3,
  },
  {
    id: 'description',
    weight: 10,
    met: ({ body }) => Math.min(1, body.trim().length / 300),
  },
  {
    id: 'step-free',
    weight: 8,
    met: (facts) => (isOnSite(facts) ? yesNo(isKnown(facts.offer.accessibility.step_free)) : undefined),
  },
  {
    id: 'accessibility',
    weight: 5,
    met: (facts) => {
      const { toilet, sign_language: sign, plain_language: plain } = facts.offer.accessibility;
      const asked = isOnSite(facts) ? [toilet, sign, plain] : [sign, plain];
      return asked.filter(isKnown).length / asked.length;
    },
  },
  {
    id: 'childcare',
    weight: 5,
    met: (facts) => (hasGroup(facts) ? yesNo(facts.offer.childcare !== undefined) : undefined),
  },
  { id: 'german', weight: 5, met: ({ offer: { audience } }) => yesNo(audience.german?.min !== undefined) },
  { id: 'languages', weight: 4, met: ({ offer }) => yesNo(offer.languages.some(({ code }) => code !== 'de')) },
  {
    id: 'cost',
    weight: 4,
    met: ({ offer: { cost } }) =>
      cost.kind === 'free' ? 1 : yesNo(cost.amount !== undefined || cost.note !== undefined),
  },
  {
    id: 'registration',
    weight: 4,
    met: ({ offer: { registration } }) =>
      registration.kind === 'none' ? 1 : yesNo((registration.note ?? registration.url) !== undefined),
  },
  { id: 'map', weight: 4, met: ({ located }) => (located === undefined ? undefined : yesNo(located)) },
  {
    id: 'directions',
    weight: 2,
    met: (facts) =>
      facts.located === undefined || typeof facts.offer.place !== 'object'
        ? undefined
        : yesNo(facts.offer.place.directions !== undefined),
  },
  {
    id: 'holidays',
    weight: 3,
    met: ({ offer: { schedule } }) => {
      const regular = (schedule ?? []).filter(({ days }) => days);
      return regular.length === 0 ? undefined : yesNo(regular.every((item) => isKnown(item.school_holidays)));
    },
  },
  {
    id: 'documents',
    weight: 3,
    met: ({ offer }) =>
      offer.registration.kind === 'none' ? undefined : yesNo((offer.required_documents ?? []).length > 0),
  },
  {
    id: 'next-steps',
    weight: 4,
    met: ({ offer }) => (offer.registration.kind === 'none' ? undefined : yesNo((offer.next_steps ?? []).length > 0)),
  },
  {
    id: 'translations',
    weight: 10,
    met: ({ languages, translated }) => (languages === 0 ? undefined : Math.min(1, translated / languages)),
  },
  { id: 'tags', weight: 2, met: ({ offer }) => yesNo((offer.tags ?? []).length > 0) },
];

export interface Completeness {
  /** From 0 to 100. */
  readonly score: number;
  /** What would raise the score most, best first, at most three. */
  readonly improvements: readonly { readonly rule: RuleId; readonly gain: number }[];
}

/** How complete a data sheet is, measured only by what applies to it. */
export function measureCompleteness(facts: SheetFacts): Completeness {
  const measured = completenessRules.flatMap(({ id, weight, met }) => {
    const share = met(facts);
    return share === undefined ? [] : [{ rule: id, weight, share }];
  });
  const total = measured.reduce((sum, { weight }) => sum + weight, 0);
  const points = measured.reduce((sum, { weight, share }) => sum + weight * share, 0);
  const improvements = measured
    .map(({ rule, weight, share }) => ({ rule, gain: Math.round(((weight * (1 - share)) / total) * 100) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 3);
  return { score: Math.round((points / total) * 100), improvements };
}

/** How complete the data sheet of a published offer is. */
export function completenessOf(
  offer: Pick<CatalogueOffer, 'data' | 'body' | 'freshness' | 'language' | 'translations' | 'place'>,
  { site }: Pick<Catalogue, 'site'>,
): Completeness {
  const { data, body, freshness, place } = offer;
  const languages = site.languages.filter((tag) => tag !== offer.language);
  const mayHavePosition = data.delivery.includes('on-site') && place && !place.protected;
  return measureCompleteness({
    offer: data,
    body,
    freshness,
    languages: languages.length,
    translated: languages.filter((tag) => offer.translations.get(tag)?.outdated === false).length,
    located: mayHavePosition ? place.geo !== undefined : undefined,
  });
}
