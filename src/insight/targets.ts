import type { Catalogue, Target } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { isCounted, ownTowns, valuesOf, type DimensionId, type DimensionValues } from './dimensions.ts';

/** What an offer must have to count for a target; `standing`: that it takes place, or will. */
export type ConditionId = DimensionId | 'standing';

/** Offers that have everything but one thing. */
export interface NearMiss {
  readonly lacks: ConditionId;
  /** Ids, by id. */
  readonly offers: readonly string[];
}

/** A target at one place and, where it asks for that, in one language. */
export interface TargetCase {
  readonly target: Target;
  /** Undefined where the target holds once for the whole district. */
  readonly town?: string;
  readonly language?: LanguageTag;
  readonly minimum: number;
  readonly met: boolean;
  /** Ids of the offers that count, by id. */
  readonly offers: readonly string[];
  /** How many more are needed; 0 where it is met. */
  readonly missing: number;
  /**
   * Why not: what the nearest offers lack, beginning with what is easiest to change. Empty where it is met, and where
   * no offer comes near.
   */
  readonly nearMisses: readonly NearMiss[];
}

/** From what an offer could change to what would make another offer of it. */
const conditionOrder: readonly ConditionId[] = [
  'offer-language',
  'childcare',
  'cost',
  'weekday',
  'online',
  'step-free',
  'standing',
  'german',
  'town',
  'target-group',
  'topic',
  'field-of-action',
  'type',
];

/** Each condition of a filter with the values of which an offer must have one. */
function conditionsOf({ offers: wanted }: Target): [DimensionId, readonly string[]][] {
  const conditions: [DimensionId, readonly string[] | undefined][] = [
    ['type', wanted.types],
    ['topic', wanted.topics],
    ['field-of-action', wanted.fields_of_action],
    ['target-group', wanted.target_groups],
    ['german', wanted.german],
    ['weekday', wanted.weekdays],
    ['cost', wanted.cost && [wanted.cost]],
    // Childcare on request is childcare: nobody has to come without.
    ['childcare', wanted.childcare === undefined ? undefined : wanted.childcare ? ['yes', 'on-request'] : ['no']],
    ['step-free', wanted.step_free === undefined ? undefined : [wanted.step_free ? 'yes' : 'no']],
    ['online', wanted.online === undefined ? undefined : [wanted.online ? 'yes' : 'no']],
  ];
  return conditions.filter((condition): condition is [DimensionId, readonly string[]] => condition[1] !== undefined);
}

const hasOne = (values: DimensionValues, [dimension, wanted]: readonly [DimensionId, readonly string[]]): boolean =>
  values[dimension]?.some((value) => wanted.includes(value)) ?? false;

/** An offer that lacks at most one thing, wherever and in whatever language it is. */
interface Candidate {
  readonly id: string;
  readonly values: DimensionValues;
  readonly lacks: readonly ConditionId[];
}

interface KnownOffer {
  readonly id: string;
  readonly values: DimensionValues;
  readonly isCounted: boolean;
}

function candidatesFor(target: Target, offers: readonly KnownOffer[]): Candidate[] {
  const conditions = conditionsOf(target);
  return offers.flatMap(({ id, values, isCounted: counts }): Candidate[] => {
    const lacks: ConditionId[] = conditions.filter((condition) => !hasOne(values, condition)).map(([name]) => name);
    if (!counts) lacks.push('standing');
    return lacks.length > 1 ? [] : [{ id, values, lacks }];
  });
}

function judgeCase(
  target: Target,
  candidates: readonly Candidate[],
  towns: readonly string[],
  where: Pick<TargetCase, 'town' | 'language'>,
): TargetCase {
  const local: [DimensionId, readonly string[]][] = [
    ['town', towns],
    ...(where.language === undefined ? [] : [['offer-language', [where.language]] as [DimensionId, string[]]]),
  ];
  const offers: string[] = [];
  const near = new Map<ConditionId, string[]>();
  for (const { id, values, lacks } of candidates) {
    const all = [...lacks, ...local.filter((condition) => !hasOne(values, condition)).map(([name]) => name)];
    const [first, ...others] = all;
    if (first === undefined) offers.push(id);
    else if (others.length === 0) near.set(first, [...(near.get(first) ?? []), id]);
  }
  const { minimum } = target;
  const missing = Math.max(0, minimum - offers.length);
  const nearMisses = conditionOrder.flatMap((lacks) => {
    const found = near.get(lacks);
    return found && missing > 0 ? [{ lacks, offers: found }] : [];
  });
  return { target, ...where, minimum, met: missing === 0, offers, missing, nearMisses };
}

/**
 * Every target in every town and language that it holds for: unmet ones first, then in the order of the file, of the
 * towns' names and of the languages named. An offer counts for all towns that it serves.
 */
export function judgeTargets(catalogue: Catalogue): TargetCase[] {
  const known = [...catalogue.offers.values()]
    .filter(({ standing }) => standing !== 'ended')
    .map((offer) => ({
      id: offer.id,
      values: valuesOf(offer, catalogue.today),
      isCounted: isCounted(offer),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const allTowns = ownTowns(catalogue);
  const cases = catalogue.targets.flatMap((target) => {
    const candidates = candidatesFor(target, known);
    const towns = target.towns ? allTowns.filter((id) => target.towns?.includes(id)) : allTowns;
    const languages = target.each?.languages ?? [undefined];
    const places = target.per === 'district' ? [undefined] : towns;
    return places.flatMap((town) =>
      languages.map((language) =>
        judgeCase(target, candidates, town === undefined ? towns : [town], {
          ...(town === undefined ? {} : { town }),
          ...(language === undefined ? {} : { language }),
        }),
      ),
    );
  });
  return [...cases.filter(({ met }) => !met), ...cases.filter(({ met }) => met)];
}

/** In how many of its cases each target is met, in the order of the file. */
export function countMet(cases: readonly TargetCase[], targets: readonly Target[]): Map<string, TargetCount> {
  return new Map(
    targets.map(({ id }) => {
      const own = cases.filter(({ target }) => target.id === id);
      return [id, { met: own.filter(({ met }) => met).length, of: own.length }];
    }),
  );
}

export interface TargetCount {
  readonly met: number;
  readonly of: number;
}
