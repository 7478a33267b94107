/** Longitude, latitude, in degrees: the order of GeoJSON. */
export type Position = readonly [lon: number, lat: number];

/** What may be drawn around the towns, from the bottom up; each is a file of its own in `content/map/`. */
export const mapLayers = ['neighbours', 'water', 'railways', 'roads'] as const;
export type MapLayer = (typeof mapLayers)[number];

/** What a file of the map holds, without what the drawing does not need. */
export interface MapShape {
  /** All rings of all areas, the holes among them. */
  readonly rings: readonly (readonly Position[])[];
  readonly lines: readonly (readonly Position[])[];
  /** Areas that have a name, such as neighbouring towns: the name and the border of the largest part. */
  readonly names: readonly { readonly name: string; readonly ring: readonly Position[] }[];
}

/** The map as the town drew it: everything in it is optional. */
export interface CatalogueMap {
  /** By the id of the district, town or quarter. */
  readonly outlines: ReadonlyMap<string, MapShape>;
  readonly layers: Readonly<Partial<Record<MapLayer, MapShape>>>;
}

interface Feature {
  readonly properties?: { readonly name?: unknown } | null;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** The smallest box around all positions; undefined where there is none. */
export function boundsOf(positions: Iterable<Position>): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west === Infinity ? undefined : [west, south, east, north];
}

const flat = ([lon, lat]: Position): Position => [lon, lat];
const ringsOf = (polygon: readonly (readonly Position[])[]): Position[][] => polygon.map((ring) => ring.map(flat));

/** Twice the area that a ring encloses, in square degrees: only for comparing. */
const areaOf = (ring: readonly Position[]): number =>
  Math.abs(ring.reduce((sum, [x, y], index) => sum + x * ring.at(index - 1)![1] - ring.at(index - 1)![0] * y, 0));

const longestName = 60;

/** The drawing in a GeoJSON file that has passed the schema; points and whatever else is in it are left out. */
export function shapeOf(collection: { readonly features: readonly unknown[] }): MapShape {
  const rings: Position[][] = [];
  const lines: Position[][] = [];
  const names: MapShape['names'][number][] = [];
  for (const { geometry, properties } of collection.features as readonly Feature[]) {
    const { type } = geometry;
    const coordinates = geometry.coordinates as never;
    const polygons: Position[][][] =
      type === 'Polygon'
        ? [ringsOf(coordinates)]
        : type === 'MultiPolygon'
          ? (coordinates as readonly never[]).map(ringsOf)
          : [];
    rings.push(...polygons.flat());
    if (type === 'LineString') lines.push((coordinates as readonly Position[]).map(flat));
    if (type === 'MultiLineString') lines.push(...ringsOf(coordinates));
    const [largest] = polygons.map(([outer = []]) => outer).sort((a, b) => areaOf(b) - areaOf(a));
    const name = properties?.name;
    if (largest && typeof name === 'string' && name.trim() !== '')
      names.push({ name: name.trim().slice(0, longestName), ring: largest });
  }
  return { rings, lines, names };
}
