import type { VNode } from 'preact';
import type { Formats } from '../../../i18n/formats.ts';
import type { Translate } from '../../../i18n/translator.ts';
import type { IsoDate } from '../../../model/diagnostic.ts';
import { foreign, type ShownText } from '../text/text.tsx';
import { chartGeometry, chartSize, type ChartPoint } from './chart-geometry.ts';

export const qualities = ['measured', 'estimated', 'provisional'] as const;
export type Quality = (typeof qualities)[number];

export interface SeriesChartProps {
  readonly t: Translate;
  readonly formats: Formats;
  /** Unique on the page. */
  readonly id: string;
  readonly title: ShownText;
  /** What the line says, in a sentence. */
  readonly summary: string;
  readonly unit: ShownText;
  /** By date. */
  readonly points: ReadonlyArray<ChartPoint & { readonly quality: Quality }>;
  readonly goal?: { readonly value: number; readonly by: IsoDate };
}

/**
 * A series as a line over time, which runs from left to right in every language. Where a value is missing the line is
 * broken; how sure a value is shows in the shape of its point. The table beside it says the same in words.
 */
export function SeriesChart({ t, formats, id, title, summary, unit, points, goal }: SeriesChartProps): VNode {
  const { x, y, yTicks, years } = chartGeometry(points, goal);
  const { width, height, left, right, bottom } = chartSize;
  const first = points[0]?.date;
  const last = goal?.by ?? points.at(-1)?.date;
  const used = qualities.filter((quality) => points.some((point) => point.value !== null && point.quality === quality));
  const hasTargets = goal !== undefined || points.some(({ target }) => target !== undefined);
  return (
    <figure class="series-chart">
      <figcaption {...foreign(unit)}>{unit.value}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        direction="ltr"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{title.value}</title>
        <desc id={`${id}-text`}>{summary}</desc>
        <g class="series-grid">
          {yTicks.map((tick) => (
            <path key={tick} d={`M${left} ${y(tick)}H${right}`} class={tick === 0 ? 'series-axis' : undefined} />
          ))}
        </g>
        <g class="series-labels">
          {yTicks.map((tick) => (
            <text key={tick} x={left - 6} y={y(tick) + 4} text-anchor="end">
              {formats.number(tick)}
            </text>
          ))}
          {years.length > 1
            ? years.map((year) => (
                <text key={year} x={x(`${year}-01-01`)} y={bottom + 20} text-anchor="middle">
                  {year}
                </text>
              ))
            : first !== undefined &&
              last !== undefined && (
                <>
                  <text x={left} y={bottom + 20} text-anchor="start">
                    {formats.date(first, 'short')}
                  </text>
                  {first !== last && (
                    <text x={right} y={bottom + 20} text-anchor="end">
                      {formats.date(last, 'short')}
                    </text>
                  )}
                </>
              )}
        </g>
        {goal && <path class="series-target" d={`M${left} ${y(goal.value)}H${right}`} />}
        {points.map(
          ({ date, target }) =>
            target !== undefined && <path key={date} class="series-step" d={`M${x(date) - 8} ${y(target)}h16`} />,
        )}
        <path class="series-line" d={lineOf(points, x, y)} />
        {points.map(
          ({ date, value, quality }) =>
            value !== null && <Point key={date} x={x(date)} y={y(value)} quality={quality} />,
        )}
      </svg>
      <ul class="series-legend" role="list">
        {used.map((quality) => (
          <li key={quality}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Point x={8} y={8} quality={quality} />
            </svg>
            {t(`indicator.quality.${quality}`)}
          </li>
        ))}
        {hasTargets && (
          <li>
            <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
              <path class="series-target" d="M1 8H23" />
            </svg>
            {t('indicator.target')}
          </li>
        )}
      </ul>
    </figure>
  );
}

/** One stroke for all values between two gaps. */
function lineOf(points: readonly ChartPoint[], x: (date: IsoDate) => number, y: (value: number) => number): string {
  let joined = false;
  let path = '';
  for (const { date, value } of points) {
    if (value !== null) path += `${joined ? 'L' : 'M'}${x(date)} ${y(value)}`;
    joined = value !== null;
  }
  return path;
}

/** Filled where it was measured, a ring where it was estimated, a square where it may still change. */
function Point({ x, y, quality }: { readonly x: number; readonly y: number; readonly quality: Quality }): VNode {
  return quality === 'provisional' ? (
    <rect class="series-point series-hollow" x={x - 4} y={y - 4} width="8" height="8" />
  ) : (
    <circle class={quality === 'measured' ? 'series-point' : 'series-point series-hollow'} cx={x} cy={y} r="4.5" />
  );
}
