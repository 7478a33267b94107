import type { Catalogue, Entry } from '../model/catalogue.ts';
import { toDayNumber } from '../model/calendar.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import type { Goal, Measure } from '../model/schema.generated.ts';

export const measureStatuses = ['idea', 'planned', 'running', 'established', 'achieved', 'not-achieved'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/**
 * What the statuses of several measures come to. reached: all are achieved or established · on-the-way: at least one is
 * running, established or achieved · missed: none was achieved · not-begun: what is left is an idea or planned · no-data:
 * there are no measures. No average: two measures of ten are not “20 % integration”.
 */
export type Progress = 'reached' | 'on-the-way' | 'not-begun' | 'missed' | 'no-data';

export interface RollUp {
  readonly counts: Readonly<Record<MeasureStatus, number>>;
  readonly total: number;
  readonly progress: Progress;
  /** Ids of the measures that are past their planned end and neither finished, given up nor carried forward. */
  readonly late: readonly string[];
}

const unfinished: ReadonlySet<MeasureStatus> = new Set(['idea', 'planned', 'running']);

/** Ids of all measures that a measure of a later edition carries forward: what becomes of them is told there. */
const carriedForward = ({ measures }: Pick<Catalogue, 'measures'>): ReadonlySet<string> =>
  new Set([...measures.values()].flatMap(({ data }) => data.continues ?? []));

const isLate = ({ id, data }: Entry<Measure>, today: IsoDate, carried: ReadonlySet<string>): boolean =>
  unfinished.has(data.status) && data.planned?.until !== undefined && data.planned.until < today && !carried.has(id);

export interface LateMeasure {
  readonly measure: string;
  /** When it should have been finished. */
  readonly until: IsoDate;
  readonly days: number;
  /** Whether somebody has written down why. */
  readonly hasReason: boolean;
}

/** All late measures, those that have been so for longest first. */
export function lateMeasures(catalogue: Pick<Catalogue, 'measures' | 'today'>): LateMeasure[] {
  const { measures, today } = catalogue;
  const carried = carriedForward(catalogue);
  return [...measures.values()]
    .filter((measure) => isLate(measure, today, carried))
    .map(({ id, data }) => {
      const until = data.planned?.until ?? today;
      const days = toDayNumber(today) - toDayNumber(until);
      return { measure: id, until, days, hasReason: data.reason !== undefined };
    })
    .sort((a, b) => b.days - a.days || (a.measure < b.measure ? -1 : 1));
}

function progressOf(counts: RollUp['counts'], total: number): Progress {
  const done = counts.achieved + counts.established;
  if (total === 0) return 'no-data';
  if (done === total) return 'reached';
  if (done + counts.running > 0) return 'on-the-way';
  return counts['not-achieved'] === total ? 'missed' : 'not-begun';
}

/** What several measures come to. */
export function rollUp(measures: readonly Entry<Measure>[], catalogue: Pick<Catalogue, 'measures' | 'today'>): RollUp {
  const counts = Object.fromEntries(measureStatuses.map((status) => [status, 0])) as Record<MeasureStatus, number>;
  for (const { data } of measures) counts[data.status] += 1;
  const carried = carriedForward(catalogue);
  const late = measures.filter((measure) => isLate(measure, catalogue.today, carried)).map(({ id }) => id);
  return { counts, total: measures.length, progress: progressOf(counts, measures.length), late };
}

export interface GoalProgress extends RollUp {
  readonly goal: Entry<Goal>;
  readonly measures: readonly Entry<Measure>[];
}

export interface FieldProgress extends RollUp {
  readonly field: string;
  readonly goals: readonly GoalProgress[];
}

export interface EditionProgress extends RollUp {
  readonly edition: string;
  readonly fields: readonly FieldProgress[];
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Goals of an edition, by id. */
export const goalsOf = ({ goals }: Pick<Catalogue, 'goals'>, edition: string): Entry<Goal>[] =>
  [...goals.values()].filter(({ data }) => data.edition === edition).sort(byId);

/** Measures of a goal, by id. */
export const measuresOf = ({ measures }: Pick<Catalogue, 'measures'>, goal: string): Entry<Measure>[] =>
  [...measures.values()].filter(({ data }) => data.goal === goal).sort(byId);

/** How far an edition has got: its chapters in their order, then fields that only goals name; each with its goals. */
export function rollUpEdition(catalogue: Catalogue, edition: string): EditionProgress {
  const goals = goalsOf(catalogue, edition).map((goal): GoalProgress => {
    const measures = measuresOf(catalogue, goal.id);
    return { goal, measures, ...rollUp(measures, catalogue) };
  });
  const chapters = catalogue.editions.get(edition)?.data.fields_of_action ?? [];
  const named = goals.map(({ goal }) => goal.data.field_of_action);
  const fields = [...new Set([...chapters, ...named])].map((field): FieldProgress => {
    const own = goals.filter(({ goal }) => goal.data.field_of_action === field);
    const measures = own.flatMap((goal) => goal.measures);
    return { field, goals: own, ...rollUp(measures, catalogue) };
  });
  const all = goals.flatMap(({ measures }) => measures);
  return { edition, fields, ...rollUp(all, catalogue) };
}
