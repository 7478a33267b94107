import type { Catalogue } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { countedOffers, isCounted, noneGiven, type Axis } from './dimensions.ts';
import type { Matrix } from './matrix.ts';
import { countMet, judgeTargets, type TargetCount } from './targets.ts';

/** The state of one day: of a snapshot, or of today. */
export interface TrendPoint {
  readonly date: IsoDate;
  /** Offers that counted then. */
  readonly offers: number;
  /** Cases of all targets that were not met; undefined where there were no targets. */
  readonly unmet?: number;
}

const unmetOf = (counts: Iterable<TargetCount>): number =>
  Array.from(counts).reduce((sum, { met, of }) => sum + of - met, 0);

/** All snapshots before today and then today, the oldest first. */
export function trendOf(catalogue: Catalogue): TrendPoint[] {
  const { snapshots, targets, today } = catalogue;
  const past = snapshots
    .filter(({ date }) => date < today)
    .map(({ date, offers, targets: then }): TrendPoint => ({
      date,
      offers: Object.values(offers).filter(isCounted).length,
      ...(then ? { unmet: unmetOf(Object.values(then)) } : {}),
    }));
  const now = countMet(judgeTargets(catalogue), targets);
  return [
    ...past,
    {
      date: today,
      offers: countedOffers(catalogue).length,
      ...(targets.length > 0 ? { unmet: unmetOf(now.values()) } : {}),
    },
  ];
}

export interface EmptyCells {
  readonly date: IsoDate;
  readonly empty: number;
  readonly of: number;
}

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * In how many cells of a matrix there was not a single offer, on each day whose snapshot has this matrix, and today.
 * The cells are those of today, without what offers do not say: a town that has since joined was empty before.
 */
export function emptyCellsTrend({ snapshots, today }: Catalogue, { rows, columns, cells }: Matrix): EmptyCells[] {
  const given = ({ values }: Axis): string[] => values.filter((value) => value !== noneGiven);
  const pairs = given(rows).flatMap((row) => given(columns).map((column) => [row, column] as const));
  const countEmpty = (date: IsoDate, countOf: (row: string, column: string) => number): EmptyCells => ({
    date,
    empty: pairs.filter(([row, column]) => countOf(row, column) === 0).length,
    of: pairs.length,
  });
  const past = snapshots
    .filter(({ date }) => date < today)
    .flatMap(({ date, matrices = [] }) => {
      const then = matrices.find((one) => one.rows === rows.dimension && one.columns === columns.dimension);
      return then ? [countEmpty(date, (row, column) => own(own(then.cells, row), column) ?? 0)] : [];
    });
  const [rowIndexes, columnIndexes] = [rows, columns].map(
    ({ values }) => new Map(values.map((value, index) => [value, index])),
  ) as [Map<string, number>, Map<string, number>];
  const countNow = (row: string, column: string): number =>
    cells[rowIndexes.get(row)!]![columnIndexes.get(column)!]!.offers.length;
  return [...past, countEmpty(today, countNow)];
}
