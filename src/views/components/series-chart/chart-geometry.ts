import { fromDayNumber, toDayNumber } from '../../../model/calendar.ts';
import type { IsoDate } from '../../../model/diagnostic.ts';

export interface ChartPoint {
  readonly date: IsoDate;
  /** Null where somebody looked and found no value. */
  readonly value: number | null;
  /** What was aimed at for this day. */
  readonly target?: number;
}

/** Where things stand in the drawing, in its own units; y grows downwards. */
export interface ChartGeometry {
  readonly x: (date: IsoDate) => number;
  readonly y: (value: number) => number;
  readonly yTicks: readonly number[];
  /** New Year’s Days in the drawing, thinned out. */
  readonly years: readonly number[];
}

export const chartSize = { width: 400, height: 240, left: 44, right: 388, top: 14, bottom: 206 } as const;

const maximumTicks = 5;
const maximumYears = 7;

/** 1, 2 or 5 times a power of ten, so that at most `maximumTicks` steps are needed. */
function niceStep(range: number): number {
  const rough = range / (maximumTicks - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}

/**
 * The scales of a line over time. Zero is always part of it: a line that is cut off below shows steeper ways than there
 * were. `goal` is part of it, too, so that the way that is left can be seen.
 */
export function chartGeometry(
  points: readonly ChartPoint[],
  goal?: { readonly value: number; readonly by: IsoDate },
): ChartGeometry {
  const days = [...points.map(({ date }) => date), ...(goal ? [goal.by] : [])].map(toDayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const values = [
    0,
    ...points.flatMap(({ value, target }) => [value ?? 0, target ?? 0]),
    ...(goal ? [goal.value] : []),
  ];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const step = niceStep(highest - lowest || 1);
  const [low, high] = [Math.floor(lowest / step), Math.max(1, Math.ceil(highest / step))];
  const { left, right, top, bottom } = chartSize;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const startYear = Number(fromDayNumber(first).slice(0, 4)) + 1;
  const years = Array.from(
    { length: Number(fromDayNumber(last).slice(0, 4)) - startYear + 1 },
    (_, index) => startYear + index,
  );
  const every = Math.ceil(years.length / maximumYears) || 1;
  return {
    x: (date) =>
      round(
        first === last ? (left + right) / 2 : left + ((toDayNumber(date) - first) / (last - first)) * (right - left),
      ),
    y: (value) => round(bottom - ((value / step - low) / (high - low)) * (bottom - top)),
    // Dividing by a power of ten keeps 0.3 from becoming 0.30000000000000004.
    yTicks: Array.from({ length: high - low + 1 }, (_, index) => Number(((low + index) * step).toPrecision(12))),
    years: years.filter((_, index) => index % every === 0),
  };
}
