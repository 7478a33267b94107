import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Goal, Measure } from '../model/schema.generated.ts';
import { goalsOf, measuresOf, type MeasureStatus } from './roll-up.ts';

/** A value then and now; undefined where it was not, or is no longer, said. */
export interface Change<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

export interface ContinuedGoal {
  readonly before: Entry<Goal>;
  readonly after: Entry<Goal>;
  /** What is said differently. */
  readonly changes: { readonly title?: Change<string>; readonly field?: Change<string> };
}

export interface ContinuedMeasure {
  readonly before: Entry<Measure>;
  readonly after: Entry<Measure>;
  readonly changes: {
    readonly title?: Change<string>;
    readonly status?: Change<MeasureStatus>;
    readonly responsible?: Change<string>;
    readonly planned?: Change<NonNullable<Measure['planned']>>;
  };
}

/** What an edition took over from the one before it, added and left out. Everything by id. */
export interface EditionDifference {
  readonly previous: string;
  readonly fields: { readonly continued: string[]; readonly added: string[]; readonly dropped: string[] };
  readonly goals: {
    readonly continued: readonly ContinuedGoal[];
    readonly added: readonly Entry<Goal>[];
    readonly dropped: readonly Entry<Goal>[];
  };
  readonly measures: {
    readonly continued: readonly ContinuedMeasure[];
    readonly added: readonly Entry<Measure>[];
    /** Not carried forward because they are done: achieved or established. */
    readonly finished: readonly Entry<Measure>[];
    /** Not carried forward although they were not done. */
    readonly dropped: readonly Entry<Measure>[];
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const changeOf = <Name extends string, Value>(
  name: Name,
  before: Value | undefined,
  after: Value | undefined,
): { [key in Name]?: Change<Value> } =>
  same(before, after) ? {} : ({ [name]: { before, after } } as { [key in Name]: Change<Value> });

/** Only what both editions have in common is compared: a measure can name one that belongs to neither. */
function pair<Data extends { continues?: string }>(
  before: readonly Entry<Data>[],
  after: readonly Entry<Data>[],
): { continued: [before: Entry<Data>, after: Entry<Data>][]; added: Entry<Data>[]; left: Entry<Data>[] } {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const sourceOf = ({ data }: Entry<Data>): Entry<Data> | undefined => old.get(data.continues ?? '');
  const carried = new Set(after.map((entry) => sourceOf(entry)?.id));
  return {
    continued: after.flatMap((entry) => {
      const source = sourceOf(entry);
      return source ? [[source, entry] as [Entry<Data>, Entry<Data>]] : [];
    }),
    added: after.filter((entry) => !sourceOf(entry)),
    left: before.filter(({ id }) => !carried.has(id)),
  };
}

/** The period as two words that can be compared, without what is not said. */
const periodOf = ({ planned }: Measure): NonNullable<Measure['planned']> | undefined =>
  planned && {
    ...(planned.from === undefined ? {} : { from: planned.from }),
    ...(planned.until === undefined ? {} : { until: planned.until }),
  };

/** What an edition changed against the one before it; undefined where it names none, or one that does not exist. */
export function compareEditions(catalogue: Catalogue, edition: string): EditionDifference | undefined {
  const now = catalogue.editions.get(edition);
  const then = catalogue.editions.get(now?.data.previous ?? '');
  if (!now || !then) return undefined;
  const [oldFields, newFields] = [then.data.fields_of_action, now.data.fields_of_action];
  const [oldGoals, newGoals] = [goalsOf(catalogue, then.id), goalsOf(catalogue, now.id)];
  const goals = pair(oldGoals, newGoals);
  const allOf = (some: readonly Entry<Goal>[]): Entry<Measure>[] =>
    some.flatMap(({ id }) => measuresOf(catalogue, id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const measures = pair(allOf(oldGoals), allOf(newGoals));
  const isDone = ({ data }: Entry<Measure>): boolean => data.status === 'achieved' || data.status === 'established';
  return {
    previous: then.id,
    fields: {
      continued: newFields.filter((field) => oldFields.includes(field)),
      added: newFields.filter((field) => !oldFields.includes(field)),
      dropped: oldFields.filter((field) => !newFields.includes(field)),
    },
    goals: {
      continued: goals.continued.map(([before, after]) => ({
        before,
        after,
        changes: {
          ...changeOf('title', before.data.title, after.data.title),
          ...changeOf('field', before.data.field_of_action, after.data.field_of_action),
        },
      })),
      added: goals.added,
      dropped: goals.left,
    },
    measures: {
      continued: measures.continued.map(([before, after]) => ({
        before,
        after,
        changes: {
          ...changeOf('title', before.data.title, after.data.title),
          ...changeOf('status', before.data.status, after.data.status),
          ...changeOf('responsible', before.data.responsible, after.data.responsible),
          ...changeOf('planned', periodOf(before.data), periodOf(after.data)),
        },
      })),
      added: measures.added,
      finished: measures.left.filter(isDone),
      dropped: measures.left.filter((measure) => !isDone(measure)),
    },
  };
}
