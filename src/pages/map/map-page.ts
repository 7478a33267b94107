import { loadMessages } from '../../i18n/load-texts.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { MapLayer } from '../../model/map-shapes.ts';
import { metresPerUnit, wholeMap, type MapView } from '../../model/map-projection.ts';
import { keptFor } from '../../model/reads.ts';
import { textsIn } from '../../model/translation.ts';
import { placeAnchor, type MapOffer, type MapPlaceData } from '../../views/components/map-places/map-places.tsx';
import { mapScale } from '../../views/components/town-map/map-marks.ts';
import type { MapBase, MapMark, MapName, TownMapProps } from '../../views/components/town-map/town-map.tsx';
import type { LocatedPlace, MapPageData, MapTown } from '../../views/map-page-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import { placeName, termLabel } from '../names.ts';
import { venueName } from '../place-address.tsx';
import { isolated, shownText } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { type Drawn, mapDrawing, meets } from './drawing.ts';
import { type MapPlace, type TownMap, townMaps } from './town-maps.ts';

/** The map of all towns, and the folder of the maps of single towns. */
export const mapPath = 'karte/';
export const townMapPath = (town: string): string => `${mapPath}${town}/`;
/** Where the places of a town lie, below the language. */
export const placesFile = (town: string): string => `${townMapPath(town)}orte.json`;

/** What is drawn under the points: of one town only what its view, or one zoomed out a little, can show. */
export function mapBase(model: SiteModel, view: MapView, current?: string): MapBase {
  const { outlines, areas, lines } = mapDrawing(model.catalogue)!;
  const margin = view.size;
  const box = [view.x - margin, view.y - margin, view.x + view.size + margin, view.y + view.size + margin] as const;
  const paths = (drawn: readonly Drawn[] = []): string[] =>
    drawn.filter((part) => meets(part.box, box)).map(({ path }) => path);
  const layer = (from: ReadonlyMap<MapLayer, readonly Drawn[]>, name: MapLayer): string[] => paths(from.get(name));
  const { places } = model.catalogue;
  const towns = Array.from(outlines).filter(
    ([id, drawn]) => places.get(id)?.data.kind === 'town' && meets(drawn.box, box),
  );
  const hulls = Array.from(townMaps(model).values()).flatMap(({ id, hull }) =>
    hull === undefined ? [] : [{ path: hull, isHull: true, ...(id === current ? { isCurrent: true } : {}) }],
  );
  return {
    // The town that stands out is drawn last: its border lies above those of its neighbours.
    towns: [
      ...hulls,
      ...towns
        .sort(([a], [b]) => Number(a === current) - Number(b === current))
        .map(([id, { path }]) => ({ path, ...(id === current ? { isCurrent: true } : {}) })),
    ],
    neighbours: layer(areas, 'neighbours'),
    waters: layer(areas, 'water'),
    rivers: layer(lines, 'water'),
    railways: layer(lines, 'railways'),
    roads: layer(lines, 'roads'),
  };
}

/** Names beside the points: of quarters on the map of a town, of what lies around on the map of all. */
export function mapNames(model: SiteModel, page: PageContext, current?: string): MapName[] {
  const all = townMaps(model);
  const town = current === undefined ? undefined : all.get(current);
  if (town)
    return town.quarters.map(({ id, at }): MapName => ({ text: placeName(id, model, page), at, kind: 'quarter' }));
  const source = model.catalogue.site.source_language;
  return mapDrawing(model.catalogue)!.neighbours.map(({ name, at }): MapName => ({
    text: shownText({ value: name, lang: source }, page),
    at,
    kind: 'neighbour',
  }));
}

/** The view's own scale. */
export const scaleOf = (view: MapView, model: SiteModel, page: PageContext): NonNullable<TownMapProps['scale']> =>
  mapScale(view, metresPerUnit(mapDrawing(model.catalogue)!.frame), page.formats.number);

const offerTitle = (offer: CatalogueOffer, page: PageContext) =>
  shownText(textsIn(offer, page.lang).text('title') ?? { value: offer.id, lang: page.lang }, page);

/** A place of the list, in the page's words. */
export function placeData(
  { number, place, offers: [first, ...others] }: MapPlace,
  model: SiteModel,
  page: PageContext,
): MapPlaceData {
  const offers = first ? [first, ...others] : others;
  const name = first && venueName({ entry: first, place, model, page });
  return {
    number,
    name:
      name ?? (place.street === undefined ? placeName(place.town, model, page) : { value: place.street, lang: 'de' }),
    ...(name && place.street !== undefined ? { street: place.street } : {}),
    offers: offers.map((offer): MapOffer => ({
      href: page.link(`angebote/${offer.id}/`),
      title: offerTitle(offer, page),
      kind: page.t(`enum.type.${offer.data.type}`),
    })),
  };
}

/** The points of a town's map, several places that lie close together as one. */
export function placeMarks({ clusters }: TownMap, model: SiteModel, page: PageContext): MapMark[] {
  return clusters.flatMap(({ x, y, members }): MapMark[] => {
    const [first] = members;
    if (!first) return [];
    const last = members.at(-1)!;
    const text = first === last ? String(first.number) : `${first.number}–${last.number}`;
    const offers = page.t('count.offers', { count: members.reduce((sum, { weight }) => sum + weight, 0) });
    const what =
      first === last ? isolated(placeData(first, model, page).name) : page.t('map.places', { count: members.length });
    return [
      {
        key: String(first.number),
        at: [x, y],
        text,
        label: `${text}: ${what}, ${offers}`,
        href: `#${placeAnchor(first.number)}`,
      },
    ];
  });
}

/** Ids of the topics that offers on a town's map have, in the order of the vocabulary; without a town, on all maps. */
const topicsWithPoints = keptFor((model: SiteModel, town: string | undefined): readonly string[] => {
  const maps = townMaps(model);
  const used = new Set<string>();
  for (const { places } of town === undefined ? maps.values() : [maps.get(town)!])
    for (const { offers } of places) for (const { data } of offers) for (const topic of data.topics) used.add(topic);
  return [...model.catalogue.vocabularies.topics.keys()].filter((id) => used.has(id));
});

/** Of each town's map, how many of its offers each topic has: by town, in the order of `topicsWithPoints`. */
const topicCounts = keptFor((model: SiteModel, everywhere: undefined): ReadonlyMap<string, readonly number[]> => {
  const topics = topicsWithPoints(model, everywhere);
  return new Map(
    Array.from(townMaps(model).values(), ({ id, places }) => {
      const counts = new Map(topics.map((topic) => [topic, 0]));
      for (const { offers } of places)
        for (const { data } of offers)
          for (const topic of new Set(data.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      return [id, topics.map((topic) => counts.get(topic)!)];
    }),
  );
});

/** Towns with points, for the map of all towns. */
export function mapTowns(model: SiteModel, page: PageContext): MapTown[] {
  const counts = topicCounts(model, undefined);
  return Array.from(townMaps(model).values(), ({ id, at, located }) => ({
    id,
    name: placeName(id, model, page),
    at: [Math.round(at![0]), Math.round(at![1])],
    href: page.link(townMapPath(id)),
    counts: [located, ...counts.get(id)!],
  }));
}

/** `orte.json` of a town: all its places, also those that the page has no room for. */
export function locatedPlaces(town: TownMap, model: SiteModel, page: PageContext): LocatedPlace[] {
  const topics = topicsWithPoints(model, town.id);
  return town.places.map((place) => ({
    ...placeData(place, model, page),
    at: [Math.round(place.x * 100) / 100, Math.round(place.y * 100) / 100],
    topics: place.offers.map(({ data }) =>
      data.topics.flatMap((topic) => (topics.includes(topic) ? [topics.indexOf(topic)] : [])),
    ),
  }));
}

const messageKeys = (key: MessageKey): boolean =>
  (key.startsWith('map.') && !key.startsWith('map.privacy')) || key === 'count.offers' || key === 'filter.topic';

/** Who gives the street map, where that is another server than the site's own. */
export function tileHost(site: SiteModel['catalogue']['site']): string | undefined {
  const url = site.map?.tiles?.url;
  return url?.startsWith('https://') ? new URL(url.replace(/[{}]/g, '')).host : undefined;
}

/** What the map's script begins with. */
export function mapPageData(model: SiteModel, page: PageContext, label: string, town?: TownMap): MapPageData {
  const { site, texts, vocabularies } = model.catalogue;
  const tiles = site.map?.tiles;
  const host = tileHost(site);
  const view = town?.view ?? wholeMap;
  return {
    lang: page.lang,
    label,
    names: mapNames(model, page, town?.id),
    view,
    frame: mapDrawing(model.catalogue)!.frame,
    ...(town ? { places: page.link(placesFile(town.id)) } : { towns: mapTowns(model, page) }),
    topics: topicsWithPoints(model, town?.id).map((id) => {
      const term = vocabularies.topics.get(id)!;
      return [id, termLabel(term, model, page)] as const;
    }),
    ...(tiles
      ? {
          tiles: {
            url: tiles.url,
            ...(host === undefined ? {} : { host }),
            source: shownText({ value: tiles.attribution, lang: site.source_language }, page),
            ...(tiles.attribution_url === undefined ? {} : { sourceUrl: tiles.attribution_url }),
            closest: tiles.max_zoom ?? 18,
          },
        }
      : {}),
    messages: Object.fromEntries(
      [...loadMessages(page.lang, texts.get(page.lang))].filter(([key]) => messageKeys(key as MessageKey)),
    ),
  };
}
