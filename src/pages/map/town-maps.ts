import type { Catalogue, CatalogueOffer, PublicPlace } from '../../model/catalogue.ts';
import { clusterPoints, type Cluster } from '../../model/cluster-points.ts';
import {
  mapSize,
  metresPerUnit,
  positionOfGeo,
  toUnits,
  viewAround,
  viewOf,
  type MapView,
  type Point,
} from '../../model/map-projection.ts';
import { townOf } from '../../model/places.ts';
import { perCatalogue } from '../per-catalogue.ts';
import type { SiteModel } from '../site-model.ts';
import { hullOf, hullPath, mapDrawing, type MapDrawing } from './drawing.ts';

/** A point of the map: all offers at one position. */
export interface MapPlace {
  /** Counts from 1 within its town; the same on the map, in the list, on paper and in every language. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
  /** Of the first offer there. */
  readonly place: PublicPlace;
  readonly offers: readonly CatalogueOffer[];
}

/** A town as the map shows it. */
export interface TownMap {
  readonly id: string;
  /** Where its name stands; undefined where nothing is known of its position. */
  readonly at?: Point;
  /** Those with the most offers where there are more than a page can show; the file of the town has all. */
  readonly places: readonly MapPlace[];
  readonly clusters: readonly Cluster<MapPlace>[];
  /** How many offers have a point. */
  readonly located: number;
  readonly view: MapView;
  /** Around the places, for a town without an outline. */
  readonly hull?: string;
  readonly quarters: readonly { readonly id: string; readonly at: Point }[];
}

/** Of the width of the map: on a small phone still as wide as a thumb. */
export const clusterShare = 0.085;
/** More places than a page can show without a script. */
export const mostPlaces = 100;

/** Positions less than ten metres apart are one place. */
const keyOf = ({ lat, lon }: NonNullable<PublicPlace['geo']>): string => `${lat.toFixed(4)} ${lon.toFixed(4)}`;

const mapsOf = perCatalogue(makeTownMaps);

/** All towns with an outline, a position or a place, by id; nothing of a protected place is in it. */
export const townMaps = ({ catalogue }: SiteModel): ReadonlyMap<string, TownMap> => mapsOf(catalogue);

/** Whether the catalogue has anything that a map could show. */
export const hasMap = (model: SiteModel): boolean => townMaps(model).size > 0;

function makeTownMaps(catalogue: Catalogue): ReadonlyMap<string, TownMap> {
  const drawing = mapDrawing(catalogue);
  if (!drawing) return new Map();
  const byTown = new Map<string, Map<string, CatalogueOffer[]>>();
  const collator = new Intl.Collator(catalogue.site.source_language);
  const offers = Array.from(catalogue.offers.values()).sort(
    (a, b) => collator.compare(a.data.title, b.data.title) || (a.id < b.id ? -1 : 1),
  );
  for (const offer of offers) {
    const { place, standing } = offer;
    if (!place?.geo || place.protected || standing === 'ended') continue;
    const positions = byTown.get(place.town) ?? new Map<string, CatalogueOffer[]>();
    byTown.set(place.town, positions);
    const key = keyOf(place.geo);
    positions.set(key, [...(positions.get(key) ?? []), offer]);
  }
  const towns = Array.from(catalogue.places.values()).filter(({ data }) => data.kind === 'town');
  return new Map(
    towns.flatMap(({ id }) => {
      const town = makeTown(id, [...(byTown.get(id)?.values() ?? [])], drawing, catalogue);
      return town.at === undefined ? [] : [[id, town] as const];
    }),
  );
}

function makeTown(
  id: string,
  positions: readonly (readonly CatalogueOffer[])[],
  drawing: MapDrawing,
  catalogue: Catalogue,
): TownMap {
  const { frame, outlines } = drawing;
  const outline = outlines.get(id);
  const { geo } = catalogue.places.get(id)!.data;
  const found = positions.map((offers) => {
    const [{ place }] = offers as readonly [CatalogueOffer];
    const [x, y] = toUnits(positionOfGeo(place!.geo!), frame);
    return { x, y, weight: offers.length, place: place!, offers };
  });
  const points = found.map(({ x, y }): Point => [x, y]);
  // A kilometre across is as near as a map without streets is of use.
  const nearest = 1000 / metresPerUnit(frame);
  const close = viewOf(points, nearest);
  const view = outline
    ? viewAround(
        points.length === 0 ? middleOf(outline.box) : [close.x + close.size / 2, close.y + close.size / 2],
        Math.max(points.length === 0 ? 0 : close.size, widthOf(outline.box) * (points.length === 0 ? 1.1 : 0.25)),
        nearest,
      )
    : points.length === 0 && geo
      ? viewAround(toUnits(positionOfGeo(geo), frame), mapSize / 6, nearest)
      : close;
  const collator = new Intl.Collator(catalogue.site.source_language);
  const clusters = clusterPoints(
    found.sort((a, b) => b.weight - a.weight || collator.compare(nameOf(a.place), nameOf(b.place))),
    view.size * clusterShare,
  );
  let number = 0;
  const numbered = clusters.map(({ x, y, members }) => ({
    x,
    y,
    members: members.map((member): MapPlace => ({ ...member, number: ++number })),
  }));
  const at = geo ? toUnits(positionOfGeo(geo), frame) : outline ? middleOf(outline.box) : points[0];
  return {
    id,
    ...(at ? { at } : {}),
    places: numbered.flatMap(({ members }) => members),
    clusters: numbered,
    located: positions.reduce((sum, offers) => sum + offers.length, 0),
    view,
    ...(outline || points.length === 0 ? {} : { hull: hullPath(hullOf(points)) }),
    quarters: Array.from(catalogue.places.values()).flatMap((place) =>
      place.data.kind === 'quarter' && place.data.geo && townOf(place.id, placeData(catalogue)) === id
        ? [{ id: place.id, at: toUnits(positionOfGeo(place.data.geo), frame) }]
        : [],
    ),
  };
}

const placeData = (catalogue: Catalogue) =>
  new Map(Array.from(catalogue.places, ([id, { data }]) => [id, data] as const));

const nameOf = ({ name, street }: PublicPlace): string => name ?? street ?? '';
const middleOf = ([west, north, east, south]: readonly [number, number, number, number]): Point => [
  (west + east) / 2,
  (north + south) / 2,
];
const widthOf = ([west, north, east, south]: readonly [number, number, number, number]): number =>
  Math.max(east - west, south - north);
