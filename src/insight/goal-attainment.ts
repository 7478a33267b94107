import type { Entry } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import type { Indicator } from '../model/schema.generated.ts';

export type SeriesPoint = Indicator['series'][number];
/** A point whose value is known. */
export type KnownPoint = SeriesPoint & { readonly value: number };

/** reached · not-yet: there is time left · missed: the day has passed · unknown: `missing` says what must be known. */
export type AttainmentWord = 'reached' | 'not-yet' | 'missed' | 'unknown';

/** What an indicator says, and what it cannot say. */
export interface Attainment {
  readonly indicator: Entry<Indicator>;
  /** By date. */
  readonly points: readonly SeriesPoint[];
  /** The known points, broken where a value is missing: what a line in a chart may join. */
  readonly runs: readonly (readonly KnownPoint[])[];
  /** Days for which somebody looked and found no value. */
  readonly gaps: readonly IsoDate[];
  /** The first known value; undefined where there is no later one to compare it with. */
  readonly start?: KnownPoint;
  readonly latest?: KnownPoint;
  /** Between the last two known values. */
  readonly trend?: 'better' | 'worse' | 'same';
  readonly word: AttainmentWord;
  /** How much of the way from `start` to the target is done: 0.5 is half, below 0 is further away than at the start. */
  readonly share?: number;
  /** What keeps us from saying more, or from saying it with certainty. */
  readonly missing: readonly ('value' | 'target' | 'start')[];
  /** The latest value was not measured, or may still be corrected. */
  readonly isUncertain: boolean;
  /** Whether the latest value is at least what was aimed at for its own day; undefined where nothing was. */
  readonly onCourse?: boolean;
}

const isKnown = (point: SeriesPoint): point is KnownPoint => point.value !== null;

const isAtLeast = (value: number, aim: number, direction: Indicator['direction']): boolean =>
  direction === 'up' ? value >= aim : value <= aim;

function runsOf(points: readonly SeriesPoint[]): KnownPoint[][] {
  const runs: KnownPoint[][] = [];
  let run: KnownPoint[] = [];
  for (const point of points) {
    if (!isKnown(point)) run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push(point);
    }
  }
  return runs;
}

function trendOf(before: number, after: number, direction: Indicator['direction']): Attainment['trend'] {
  if (after === before) return 'same';
  return isAtLeast(after, before, direction) ? 'better' : 'worse';
}

/** Where an indicator stands; says nothing that its series does not say. */
export function measureAttainment(indicator: Entry<Indicator>, today: IsoDate): Attainment {
  const { series, direction, target } = indicator.data;
  const points = [...series].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const known = points.filter(isKnown);
  const latest = known.at(-1);
  const start = known.length > 1 ? known[0] : undefined;
  const before = known.at(-2);
  const reached = latest && target && isAtLeast(latest.value, target.value, direction);
  const distance = start && target && target.value - start.value;
  // A target that was met at the start has no way to it that one could have done a share of.
  const hasWay = distance !== undefined && (direction === 'up' ? distance > 0 : distance < 0);
  const trend = before && latest && trendOf(before.value, latest.value, direction);
  return {
    indicator,
    points,
    runs: runsOf(points),
    gaps: points.filter((point) => !isKnown(point)).map(({ date }) => date),
    ...(start ? { start } : {}),
    ...(latest ? { latest } : {}),
    ...(trend ? { trend } : {}),
    word: reached === undefined ? 'unknown' : reached ? 'reached' : target!.by < today ? 'missed' : 'not-yet',
    ...(hasWay && latest && start ? { share: (latest.value - start.value) / distance } : {}),
    missing: [
      ...(latest ? [] : ['value' as const]),
      ...(target ? [] : ['target' as const]),
      ...(latest && !start ? ['start' as const] : []),
    ],
    isUncertain: latest !== undefined && latest.quality !== 'measured',
    ...(latest?.target === undefined ? {} : { onCourse: isAtLeast(latest.value, latest.target, direction) }),
  };
}
