import type { Geo } from './schema.generated.ts';
import type { Position } from './map-shapes.ts';

/** Width and height of the whole map, in the units of its drawing. */
export const mapSize = 1000;

/** A square part of the world, in fractions of Web Mercator: `x` and `y` are its north-western corner. */
export interface MapFrame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A square part of the map, in its units. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Point = readonly [x: number, y: number];

export const wholeMap: MapView = { x: 0, y: 0, size: mapSize };

/** A position as fractions of the square that Web Mercator makes of the world. */
export function toWorld([lon, lat]: Position): Point {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** A position in the units of the drawing. */
export function toUnits(position: Position, frame: MapFrame): Point {
  const [x, y] = toWorld(position);
  return [((x - frame.x) / frame.size) * mapSize, ((y - frame.y) / frame.size) * mapSize];
}

export const positionOfGeo = ({ lat, lon }: Geo): Position => [lon, lat];

const earth = 40_075_016.7;

/** How long a unit of the drawing is on the ground, in metres, in the middle of the frame. */
export function metresPerUnit(frame: MapFrame): number {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * (frame.y + frame.size / 2))));
  return (earth * Math.cos(latitude) * frame.size) / mapSize;
}

/** The part of the map around a point that is `size` wide, moved so that it does not leave the map. */
export function viewAround([x, y]: Point, wanted: number, smallest: number): MapView {
  const size = Math.min(mapSize, Math.max(smallest, wanted));
  const inside = (middle: number): number => Math.min(mapSize - size, Math.max(0, middle - size / 2));
  return { x: inside(x), y: inside(y), size };
}

/** The smallest square part of the map with all these points in it and some room around them. */
export function viewOf(points: readonly Point[], smallest: number): MapView {
  if (points.length === 0) return wholeMap;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  return viewAround([(west + east) / 2, (north + south) / 2], Math.max(east - west, south - north) * 1.25, smallest);
}
