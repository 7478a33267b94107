import type { Catalogue } from '../../model/catalogue.ts';
import { mapLayers, type MapLayer, type Position } from '../../model/map-shapes.ts';
import { mapSize, positionOfGeo, toUnits, toWorld, type MapFrame, type Point } from '../../model/map-projection.ts';
import { perCatalogue } from '../per-catalogue.ts';

/** The box around a drawing, in units: west, north, east, south. */
export type Box = readonly [number, number, number, number];

/** Something drawn: a path in units with one decimal. */
export interface Drawn {
  readonly path: string;
  readonly box: Box;
}

export interface MapDrawing {
  readonly frame: MapFrame;
  /** By the id of the place. A town without an outline has none here. */
  readonly outlines: ReadonlyMap<string, Drawn>;
  readonly areas: ReadonlyMap<MapLayer, readonly Drawn[]>;
  readonly lines: ReadonlyMap<MapLayer, readonly Drawn[]>;
  /** Their names. */
  readonly neighbours: readonly { readonly name: string; readonly at: Point }[];
}

/** More would be felt on every page with the map: drawn more coarsely until it fits. */
const mostCharacters = 24_000;

/** What the pages of all languages draw; undefined where nothing in the catalogue has a position. */
export const mapDrawing = perCatalogue((catalogue): MapDrawing | undefined => {
  const frame = frameOf(catalogue);
  if (!frame) return undefined;
  const { outlines, layers } = catalogue.map;
  const shapes = mapLayers.flatMap((name) => {
    const shape = layers[name];
    return shape ? [[name, shape] as const] : [];
  });
  const unit = (position: Position): Point => toUnits(position, frame);
  let parts: readonly Part[] = [
    ...Array.from(outlines).flatMap(([id, { rings }]) =>
      rings.map((ring) => ({ of: id, kind: 'outline', ring }) as const),
    ),
    ...shapes.flatMap(([of, { rings }]) => rings.map((ring) => ({ of, kind: 'area', ring }) as const)),
    ...shapes.flatMap(([of, { lines }]) => lines.map((ring) => ({ of, kind: 'line', ring }) as const)),
  ].map(({ of, kind, ring }): Part => ({ of, kind, points: ring.map(unit) }));
  for (let tolerance = 0.25; ; tolerance *= 2) {
    parts = parts.map((part) => ({ ...part, points: simplify(part.points, tolerance) }));
    const drawn = parts.flatMap((part): (Drawn & Part)[] => {
      const one = drawPart(part);
      return one ? [{ ...part, ...one }] : [];
    });
    const characters = drawn.reduce((sum, { path }) => sum + path.length, 0);
    if (characters > mostCharacters && tolerance <= mapSize / 4) continue;
    const layer = (kind: Part['kind']): ReadonlyMap<MapLayer, readonly Drawn[]> =>
      new Map(shapes.map(([name]) => [name, drawn.filter((part) => part.kind === kind && part.of === name)]));
    return {
      frame,
      outlines: new Map(
        [...outlines.keys()].flatMap((id) => {
          const whole = joined(drawn.filter(({ kind, of }) => kind === 'outline' && of === id));
          return whole ? [[id, whole] as const] : [];
        }),
      ),
      areas: layer('area'),
      lines: layer('line'),
      neighbours: (layers.neighbours?.names ?? []).map(({ name, ring }) => ({
        name,
        at: roomiestPoint(ring.map(unit)),
      })),
    };
  }
});

/** A ring or a line on its way to the drawing. */
interface Part {
  /** Id of the place, or the layer. */
  readonly of: string;
  readonly kind: 'outline' | 'area' | 'line';
  readonly points: readonly Point[];
}

/** A square around all outlines and positions, with a margin. */
function frameOf({ map, places, offers }: Catalogue): MapFrame | undefined {
  const positions: Position[] = [
    ...[...map.outlines.values()].flatMap(({ rings }) => rings.flat()),
    ...[...places.values()].flatMap(({ data }) => (data.geo ? [positionOfGeo(data.geo)] : [])),
    ...[...offers.values()].flatMap(({ place }) => (place?.geo ? [positionOfGeo(place.geo)] : [])),
  ];
  if (positions.length === 0) return undefined;
  let [west, north, east, south] = [1, 1, 0, 0];
  for (const [x, y] of positions.map(toWorld)) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [north, south] = [Math.min(north, y), Math.max(south, y)];
  }
  // A single position has no extent: about three kilometres around it.
  const size = Math.max(east - west, south - north, 0.00008) * 1.08;
  return { x: (west + east - size) / 2, y: (north + south - size) / 2, size };
}

function drawPart({ kind, points }: Part): Drawn | undefined {
  const isClosed = kind !== 'line';
  const box = boxOf(points);
  if (points.length < (isClosed ? 4 : 2) || !meets(box, [0, 0, mapSize, mapSize])) return undefined;
  return { path: pathOf(isClosed ? points.slice(0, -1) : points, isClosed), box };
}

/** A ring that is all corners would cost the square of its points; in stretches it does not. */
const stretch = 200;

/** Leaves out the points that lie closer than `tolerance` to the line between their neighbours (Douglas and Peucker). */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Uint8Array(points.length);
  const last = points.length - 1;
  kept[last] = 1;
  const open: [number, number][] = [];
  for (let from = 0; from < last; from += stretch) {
    kept[from] = 1;
    open.push([from, Math.min(last, from + stretch)]);
  }
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let furthest = tolerance;
    let split = -1;
    for (let index = from + 1; index < to; index++) {
      const away = distanceTo(points[index]!, points[from]!, points[to]!);
      if (away > furthest) [furthest, split] = [away, index];
    }
    if (split === -1) continue;
    kept[split] = 1;
    open.push([from, split], [split, to]);
  }
  return points.filter((_, index) => kept[index] === 1);
}

/** From a point to the line between two others; a ring begins and ends at the same point. */
function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}

/** In tenths of a unit, each point from the one before it: half the bytes of coordinates. */
function pathOf(points: readonly Point[], closed: boolean): string {
  let [lastX, lastY] = [0, 0];
  const steps = points.map(([x, y], index) => {
    const [atX, atY] = [Math.round(x * 10), Math.round(y * 10)];
    const step = `${short(atX - lastX)}${atY - lastY < 0 ? '' : ' '}${short(atY - lastY)}`;
    [lastX, lastY] = [atX, atY];
    return `${index === 0 ? 'M' : index === 1 ? 'l' : step.startsWith('-') ? '' : ' '}${step}`;
  });
  return steps.join('') + (closed ? 'z' : '');
}

const short = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, '$1.');

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(xs), least(ys), most(xs), most(ys)];
}

/** Steps of the grid in which a place for a name is looked for, and corners of the ring that are looked at. */
const gridSteps = 16;
const lookedAt = 300;

/** A point inside a ring, far from its border; on a grid, which is near enough for a name. */
function roomiestPoint(ring: readonly Point[]): Point {
  const stride = Math.ceil(ring.length / lookedAt);
  const corners = ring.filter((_, index) => index % stride === 0);
  const [left, top, right, bottom] = boxOf(corners);
  const edge = mapSize * 0.06;
  // A neighbour is larger than the map: its name stands where it can be seen.
  const [west, north] = [Math.max(left, edge), Math.max(top, edge)];
  const [east, south] = [Math.min(right, mapSize - edge), Math.min(bottom, mapSize - edge)];
  let best: { at: Point; room: number } = { at: [(west + east) / 2, (south + north) / 2], room: -1 };
  for (let column = 1; column < gridSteps; column++) {
    for (let row = 1; row < gridSteps; row++) {
      const x = west + ((east - west) * column) / gridSteps;
      const y = north + ((south - north) * row) / gridSteps;
      if (!isInside([x, y], corners)) continue;
      const room = corners.reduce(
        (least, corner) => Math.min(least, Math.hypot(corner[0] - x, corner[1] - y)),
        Infinity,
      );
      if (room > best.room) best = { at: [x, y], room };
    }
  }
  return best.at;
}

/** Whether a ray from the point crosses the ring an odd number of times. */
const isInside = ([x, y]: Point, ring: readonly Point[]): boolean =>
  ring.reduce((inside, [toX, toY], index) => {
    const [fromX, fromY] = ring.at(index - 1)!;
    const crosses = toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX;
    return crosses ? !inside : inside;
  }, false);

/** Rings of one shape in one path, so that holes stay open. */
function joined(parts: readonly Drawn[]): Drawn | undefined {
  if (parts.length === 0) return undefined;
  const corners = parts.flatMap(({ box: [west, north, east, south] }): Point[] => [
    [west, north],
    [east, south],
  ]);
  return { path: parts.map(({ path }) => path).join(''), box: boxOf(corners) };
}

/** Whether two boxes have a part in common. */
export const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** The corners of what lies outside, in order around it: a frame for a town that has no outline. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort(([a, b], [c, d]) => a - c || b - d);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** A path through points; of a single one a dot that the width of its line makes visible. */
export const hullPath = (points: readonly Point[]): string =>
  points.length === 1 ? `${pathOf(points, false)}h0` : pathOf(points, true);
