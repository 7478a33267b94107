import { addMonths } from '../model/calendar.ts';
import type { Catalogue, CatalogueOffer, Freshness } from '../model/catalogue.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import { completenessOf, completenessRules, type Completeness, type RuleId } from './completeness.ts';
import { lateMeasures, type LateMeasure } from './roll-up.ts';
import { countStates, publishedEntries, translationWork, type StateCounts } from './translation-status.ts';

export interface DueOffer {
  readonly offer: string;
  readonly reviewed: IsoDate;
  /** The day on which the review was, or will be, due. */
  readonly due: IsoDate;
}

export interface SheetScore extends Completeness {
  readonly offer: string;
}

/** Data sheets with a score from `from` to `to`, both included. */
export interface ScoreBand {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface EndingOffer {
  readonly offer: string;
  /** The last day. */
  readonly until: IsoDate;
}

export interface EndingFunding {
  readonly funding: string;
  readonly until: IsoDate;
  readonly isOver: boolean;
  /** What it pays for: offers that have not ended and measures that are not finished, by id. */
  readonly offers: readonly string[];
  readonly measures: readonly string[];
}

export interface Deadline {
  readonly funding: string;
  readonly date: IsoDate;
  /** Which of its deadlines, for the note. */
  readonly index: number;
}

/** The state of the content, for those who look after it. Nothing in it is secret, nothing about persons. */
export interface ContentStatus {
  /** Offers that have not ended. */
  readonly offers: number;
  readonly freshness: Readonly<Record<Freshness, readonly DueOffer[]>>;
  readonly completeness: {
    /** The least complete first. */
    readonly sheets: readonly SheetScore[];
    /** Undefined without any offer. */
    readonly average: number | undefined;
    readonly bands: readonly ScoreBand[];
    /** What would help most data sheets; most first. */
    readonly mostMissing: readonly { readonly rule: RuleId; readonly count: number }[];
  };
  /** For each language of the site but the one that the content is written in. */
  readonly translations: readonly { readonly language: LanguageTag; readonly counts: StateCounts }[];
  /** Within `site.horizon` months, the next one first. */
  readonly endingSoon: readonly EndingOffer[];
  /** Money that is used and runs out within the same time, or has run out already; the next one first. */
  readonly fundingRunsOut: readonly EndingFunding[];
  /** Days until which money can be applied for within the same time, the next one first. */
  readonly deadlines: readonly Deadline[];
  readonly lateMeasures: readonly LateMeasure[];
  /** Organisations that offer nothing here, neither themselves nor as partners nor through a part of theirs; by name. */
  readonly withoutSheet: readonly string[];
}

const bands = [
  [0, 39],
  [40, 59],
  [60, 79],
  [80, 100],
] as const;

function freshnessIn(offers: readonly CatalogueOffer[]): ContentStatus['freshness'] {
  const groups: Record<Freshness, DueOffer[]> = { fresh: [], due: [], 'ask-first': [] };
  for (const { id, data, freshness } of offers) {
    const { reviewed, review_every: every } = data;
    groups[freshness].push({ offer: id, reviewed, due: addMonths(reviewed, every) });
  }
  for (const group of Object.values(groups))
    group.sort((a, b) => (a.due === b.due ? (a.offer < b.offer ? -1 : 1) : a.due < b.due ? -1 : 1));
  return groups;
}

function completenessIn(offers: readonly CatalogueOffer[], catalogue: Catalogue): ContentStatus['completeness'] {
  const sheets = offers
    .map((offer): SheetScore => ({ offer: offer.id, ...completenessOf(offer, catalogue) }))
    .sort((a, b) => a.score - b.score || (a.offer < b.offer ? -1 : 1));
  const total = sheets.reduce((sum, { score }) => sum + score, 0);
  return {
    sheets,
    average: sheets.length === 0 ? undefined : Math.round(total / sheets.length),
    bands: bands.map(([from, to]) => ({
      from,
      to,
      count: sheets.filter(({ score }) => score >= from && score <= to).length,
    })),
    mostMissing: completenessRules
      .map(({ id: rule }) => ({
        rule,
        count: sheets.filter(({ improvements }) => improvements.some((improvement) => improvement.rule === rule))
          .length,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

const bySoonest = <Item extends { readonly until: IsoDate }>(a: Item, b: Item): number =>
  a.until < b.until ? -1 : a.until > b.until ? 1 : 0;

function fundingIn(catalogue: Catalogue, offers: readonly CatalogueOffer[], horizon: IsoDate): EndingFunding[] {
  const { funding, measures, today } = catalogue;
  return [...funding.values()]
    .flatMap(({ id, data }): EndingFunding[] => {
      const until = data.period?.until;
      if (until === undefined || until > horizon) return [];
      const paid = offers.filter((offer) => offer.data.funding?.includes(id)).map((offer) => offer.id);
      const paidMeasures = [...measures.values()]
        .filter((measure) => measure.data.funding?.includes(id))
        .filter((measure) => ['idea', 'planned', 'running', 'established'].includes(measure.data.status))
        .map((measure) => measure.id);
      if (paid.length + paidMeasures.length === 0) return [];
      return [{ funding: id, until, isOver: until < today, offers: paid.sort(), measures: paidMeasures.sort() }];
    })
    .sort(bySoonest);
}

/** Organisations without any data sheet, by name. */
export function organisationsWithoutSheet({ organisations, offers, site }: Catalogue): string[] {
  const active = new Set<string>();
  for (const { data, standing } of offers.values()) {
    if (standing === 'ended') continue;
    for (const named of [data.organisation, ...(data.partners ?? [])]) {
      // Up to the whole that it is a part of; ends where it would come round again.
      for (let id: string | undefined = named; id !== undefined && !active.has(id);) {
        active.add(id);
        id = organisations.get(id)?.data.part_of;
      }
    }
  }
  const collator = new Intl.Collator(site.source_language);
  return [...organisations.values()]
    .filter(({ id }) => !active.has(id))
    .sort((a, b) => collator.compare(a.data.name, b.data.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Everything that the page about the state of the content shows. */
export function contentStatus(catalogue: Catalogue): ContentStatus {
  const { today, site, funding } = catalogue;
  const offers = [...catalogue.offers.values()].filter(({ standing }) => standing !== 'ended');
  const horizon = addMonths(today, site.horizon);
  const published = publishedEntries(catalogue);
  return {
    offers: offers.length,
    freshness: freshnessIn(offers),
    completeness: completenessIn(offers, catalogue),
    translations: catalogue.languages
      .filter((language) => language !== site.source_language)
      .map((language) => ({ language, counts: countStates(translationWork(published, language)) })),
    endingSoon: offers
      .flatMap(({ id, data }): EndingOffer[] => {
        const until = data.valid?.until;
        return until === undefined || until > horizon ? [] : [{ offer: id, until }];
      })
      .sort(bySoonest),
    fundingRunsOut: fundingIn(catalogue, offers, horizon),
    deadlines: [...funding.values()]
      .flatMap(({ id, data }) => (data.deadlines ?? []).map(({ date }, index) => ({ funding: id, date, index })))
      .filter(({ date }) => date >= today && date <= horizon)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    lateMeasures: lateMeasures(catalogue),
    withoutSheet: organisationsWithoutSheet(catalogue),
  };
}
