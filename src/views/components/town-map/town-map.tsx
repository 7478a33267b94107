import type { VNode } from 'preact';
import type { MapView, Point } from '../../../model/map-projection.ts';
import { foreign, type ShownText } from '../text/text.tsx';

/** What lies under the points, in units of the map; each path is drawn whole, what is outside the view is cut off. */
export interface MapBase {
  /** The town that the page is about stands out. */
  readonly towns: readonly { readonly path: string; readonly isCurrent?: boolean; readonly isHull?: boolean }[];
  readonly neighbours: readonly string[];
  readonly waters: readonly string[];
  readonly rivers: readonly string[];
  readonly railways: readonly string[];
  readonly roads: readonly string[];
}

export interface MapName {
  readonly text: ShownText;
  readonly at: Point;
  readonly kind: 'town' | 'quarter' | 'neighbour';
}

/** A point that leads somewhere: a place, several that lie close together, or a town. */
export interface MapMark {
  readonly key: string;
  readonly at: Point;
  /** What stands in it: numbers of the list, or how many offers. */
  readonly text: string;
  /** What screen readers say and the mouse shows. */
  readonly label: string;
  readonly href: string;
  /** Below it, for towns. */
  readonly name?: ShownText;
  readonly isChosen?: boolean;
}

export interface MapTile {
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface TownMapProps {
  readonly label: string;
  readonly view: MapView;
  readonly base: MapBase;
  readonly names: readonly MapName[];
  readonly marks: readonly MapMark[];
  /** How long the scale is, as a share of the width, and what it says. */
  readonly scale?: { readonly share: number; readonly text: string };
  /** Pictures of a street map in place of the areas; north to south, west to east. */
  readonly tiles?: readonly MapTile[];
  readonly onChoose?: (key: string, event: Event) => void;
}

const percent = (value: number): string => `${Math.round(value * 10_000) / 100}%`;

/**
 * A map as a drawing that needs no script: the areas scale with it, points and names keep their size. It has the same
 * proportions everywhere, so that a point stands where its percentages say; it is never mirrored.
 */
export function TownMap({ label, view, base, names, marks, scale, tiles, onChoose }: TownMapProps): VNode {
  const left = ([x]: Point): string => percent((x - view.x) / view.size);
  const top = ([, y]: Point): string => percent((y - view.y) / view.size);
  const isInside = ([x, y]: Point): boolean =>
    x >= view.x && x <= view.x + view.size && y >= view.y && y <= view.y + view.size;
  const number = (value: number): number => Math.round(value * 100) / 100;
  return (
    <svg class={tiles ? 'town-map town-map-streets' : 'town-map'} role="group" aria-label={label} dir="ltr">
      <svg
        class="town-map-base"
        viewBox={`${number(view.x)} ${number(view.y)} ${number(view.size)} ${number(view.size)}`}
        width="100%"
        height="100%"
        aria-hidden="true"
      >
        {base.neighbours.length > 0 && <path class="map-neighbour" d={base.neighbours.join('')} />}
        {base.towns.map(({ path, isCurrent, isHull }) => (
          <path
            key={path}
            class={`map-town${isCurrent ? ' map-town-current' : ''}${isHull ? ' map-town-hull' : ''}`}
            d={path}
          />
        ))}
        {base.waters.length > 0 && <path class="map-water" d={base.waters.join('')} />}
        {base.rivers.length > 0 && <path class="map-river" d={base.rivers.join('')} />}
        {base.roads.length > 0 && <path class="map-road" d={base.roads.join('')} />}
        {base.railways.length > 0 && <path class="map-railway" d={base.railways.join('')} />}
        {tiles?.map(({ href, x, y, size }) => (
          <image key={href} href={href} x={x} y={y} width={size} height={size} preserveAspectRatio="none" />
        ))}
      </svg>
      {names
        .flatMap((name) => freeSpot(name, marks, view) ?? [])
        .filter(({ at }) => isInside(at))
        .map(({ text, at, kind }) => (
          <text
            key={`${kind} ${text.value}`}
            class={`map-name map-name-${kind}`}
            x={left(at)}
            y={top(at)}
            aria-hidden="true"
            {...foreign(text)}
          >
            {text.value}
          </text>
        ))}
      {marks
        .filter(({ at }) => isInside(at))
        .map((mark) => (
          <Mark key={mark.key} mark={mark} x={left(mark.at)} y={top(mark.at)} onChoose={onChoose} />
        ))}
      {scale && (
        <svg class="map-scale" x="3%" y="97%" aria-hidden="true">
          <line x1="0" x2={percent(scale.share)} y1="0" y2="0" />
          <text y="-5">{scale.text}</text>
        </svg>
      )}
    </svg>
  );
}

/** Above or below a point, in shares of the width, and how near a point covers a name. */
const spots = [-0.05, 0.075];
const covered: Point = [0.13, 0.04];

/** The name of a quarter where no point covers it; undefined where there is no room. */
function freeSpot(name: MapName, marks: readonly MapMark[], view: MapView): MapName | undefined {
  if (name.kind !== 'quarter') return name;
  const spot = spots
    .map((down): Point => [name.at[0], name.at[1] + down * view.size])
    .find((at) =>
      marks.every(
        (mark) =>
          Math.abs(mark.at[0] - at[0]) > covered[0] * view.size ||
          Math.abs(mark.at[1] - at[1]) > covered[1] * view.size,
      ),
    );
  return spot && { ...name, at: spot };
}

interface MarkProps extends Pick<TownMapProps, 'onChoose'> {
  readonly mark: MapMark;
  readonly x: string;
  readonly y: string;
}

/** Half the height of a point, in pixels; what the finger may hit is larger. */
const radius = 14;

function Mark({ mark: { key, text, label, href, name, isChosen }, x, y, onChoose }: MarkProps): VNode {
  const half = Math.max(radius, text.length * 4.4 + 6);
  return (
    <a
      class={isChosen ? 'map-mark map-mark-chosen' : 'map-mark'}
      href={href}
      {...(isChosen ? { 'aria-current': 'true' as const } : {})}
      {...(onChoose ? { 'data-mark': key, onClick: (event: Event) => onChoose(key, event) } : {})}
    >
      {/* The link's name, and what the mouse shows. */}
      <title>{label}</title>
      <svg x={x} y={y} aria-hidden="true">
        <circle class="map-hit" r={22} />
        <rect x={-half} y={-radius} width={half * 2} height={radius * 2} rx={radius} />
        <text y="5">{text}</text>
        {name && (
          <text class="map-name" y="30" {...foreign(name)}>
            {name.value}
          </text>
        )}
      </svg>
    </a>
  );
}
