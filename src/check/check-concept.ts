import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath, IsoDate } from '../model/diagnostic.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { checkPeriod } from './check-order.ts';

const finished: ReadonlySet<string> = new Set(['established', 'achieved', 'not-achieved']);

/** Entries of a list with dates must be in their order, every date once. */
function checkDates(
  file: string,
  list: readonly ({ readonly date?: IsoDate | undefined } | undefined)[] | undefined,
  field: string,
): Diagnostic[] {
  let other: IsoDate | undefined;
  return (list ?? []).flatMap((item, index): Diagnostic[] => {
    const date = item?.date;
    if (date === undefined) return [];
    const problems =
      other !== undefined && date <= other
        ? [diagnose('date-order', file, { field, date, other }, { at: [field, index, 'date'] })]
        : [];
    other = date;
    return problems;
  });
}

/** What the editions, goals, measures, indicators and guidelines of the concept say about each other and about time. */
export function checkConcept({ entries, today }: Checkable): Diagnostic[] {
  const { editions, goals, measures, indicators, guidelines, needs, funding } = entries;
  const carriedOn = new Set([...measures.values()].flatMap(({ data }) => data.continues ?? []));
  return [
    ...Array.from(editions.values(), checkEdition),
    ...Array.from(goals.values(), checkGoal),
    ...Array.from(measures.values(), checkMeasure),
    ...Array.from(indicators.values(), checkIndicator),
    ...Array.from(guidelines.values(), checkGuideline),
    ...Array.from(needs.values(), ({ file, data }) => checkPast(file, ['date'], data.date)),
    ...Array.from(funding.values(), ({ file, data }) => [
      ...checkPeriod(file, ['period'], data.period),
      ...checkDates(file, data.deadlines, 'deadlines'),
    ]),
  ].flat();

  function checkPast(file: string, at: readonly string[], date: IsoDate | undefined): Diagnostic[] {
    return date !== undefined && date > today
      ? [diagnose('date-in-future', file, { field: at.join('.'), date }, { at })]
      : [];
  }

  function checkEdition({ file, data }: CheckedEntry<'editions'>): Diagnostic[] {
    const problems = checkPeriod(file, ['period'], data.period);
    const from = data.period?.from;
    const since = data.previous === undefined ? undefined : editions.get(data.previous)?.data.period?.from;
    if (from !== undefined && since !== undefined && since >= from) {
      const args = { from, previous: data.previous!, since };
      problems.push(diagnose('edition-order', file, args, { at: ['previous'] }));
    }
    return problems;
  }

  function checkGoal({ file, data }: CheckedEntry<'goals'>): Diagnostic[] {
    const edition = data.edition === undefined ? undefined : editions.get(data.edition);
    const fields = edition?.data.fields_of_action;
    const id = data.field_of_action;
    const problems = checkContinues(file, data.continues, data.edition, (goal) => goals.get(goal)?.data.edition);
    if (edition && fields && id !== undefined && !fields.includes(id)) {
      const args = { id, edition: edition.id, fields: fields.join(', ') };
      problems.push(diagnose('field-outside-edition', file, args, { at: ['field_of_action'] }));
    }
    return problems;
  }

  function editionOf(measure: string): string | undefined {
    return goals.get(measures.get(measure)?.data.goal ?? '')?.data.edition;
  }

  /** What is carried on must come from the edition directly before. */
  function checkContinues(
    file: string,
    id: string | undefined,
    own: string | undefined,
    editionOfId: (id: string) => string | undefined,
  ): Diagnostic[] {
    if (id === undefined || own === undefined || !editions.has(own)) return [];
    const edition = editionOfId(id);
    const expected = editions.get(own)?.data.previous ?? '';
    if (edition === undefined || edition === expected) return [];
    const at = ['continues'];
    return [diagnose('continues-edition', file, { field: 'continues', id, edition, expected }, { at })];
  }

  function checkMeasure({ id, file, data }: CheckedEntry<'measures'>): Diagnostic[] {
    const { status, status_since: since, planned, history } = data;
    const problems = [
      ...checkPeriod(file, ['planned'], planned),
      ...checkPeriod(file, ['actual'], data.actual),
      ...checkPast(file, ['status_since'], since),
      ...checkDates(file, history, 'history'),
      ...checkContinues(file, data.continues, goals.get(data.goal ?? '')?.data.edition, editionOf),
    ];
    const last = history?.at(-1);
    // The present status may stand at the end of its history as well.
    const isRepeated = last?.date === since && last?.status === status;
    if (last?.date !== undefined && since !== undefined && since <= last.date && !isRepeated) {
      const args = { field: 'status_since', date: since, other: last.date };
      problems.push(diagnose('date-order', file, args, { at: ['status_since'] }));
    }
    const until = planned?.until;
    const isLate = until !== undefined && until < today && status !== undefined && !finished.has(status);
    // What the next edition carries on has new dates there.
    if (isLate && !carriedOn.has(id) && data.reason === undefined)
      problems.push(diagnose('measure-late', file, { until }, { at: ['planned', 'until'] }));
    return problems;
  }

  function checkIndicator({ file, data }: CheckedEntry<'indicators'>): Diagnostic[] {
    const problems = checkDates(file, data.series, 'series');
    const by = data.target?.by;
    const start = data.series?.[0]?.date;
    if (by !== undefined && start !== undefined && by <= start)
      problems.push(diagnose('target-before-start', file, { by, start }, { at: ['target', 'by'] }));
    return problems;
  }

  function checkGuideline({ file, data }: CheckedEntry<'guidelines'>): Diagnostic[] {
    const problems = checkDates(file, data.versions, 'versions');
    const seen = new Set<string>();
    for (const [index, item] of (data.versions ?? []).entries()) {
      const value = item?.version;
      if (value === undefined) continue;
      const at: FieldPath = ['versions', index, 'version'];
      if (seen.has(value)) problems.push(diagnose('repeated-value', file, { field: 'versions', value }, { at }));
      seen.add(value);
    }
    return problems;
  }
}
