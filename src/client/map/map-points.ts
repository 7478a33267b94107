import type { Translate } from '../../i18n/translator.ts';
import { clusterPoints } from '../../model/cluster-points.ts';
import { mapSize, type MapView } from '../../model/map-projection.ts';
import { placeAnchor } from '../../views/components/map-places/map-places.tsx';
import type { MapMark } from '../../views/components/town-map/town-map.tsx';
import type { LocatedPlace } from '../../views/map-page-data.ts';

/** The places that have offers of a topic, with these offers alone; all where no topic is chosen. */
export function placesWith(places: readonly LocatedPlace[], topic: number): readonly LocatedPlace[] {
  if (topic < 0) return places;
  return places.flatMap((place) => {
    const offers = place.offers.filter((_, index) => place.topics[index]?.includes(topic));
    return offers.length === 0 ? [] : [{ ...place, offers }];
  });
}

/** The points of a view: what would be closer together than a thumb is wide becomes one. */
export function marksFor(
  places: readonly LocatedPlace[],
  view: MapView,
  { distance, chosen, t }: { readonly distance: number; readonly chosen: readonly number[]; readonly t: Translate },
): MapMark[] {
  const inside = (value: number, from: number): boolean => value >= from && value <= from + view.size;
  const points = places
    .filter(({ at: [x, y] }) => inside(x, view.x) && inside(y, view.y))
    .map((place) => ({ place, x: place.at[0], y: place.at[1], weight: place.offers.length }));
  return clusterPoints(points, distance).map(({ x, y, members }): MapMark => {
    const numbers = members.map(({ place }) => place.number);
    const first = numbers[0]!;
    const last = numbers.at(-1)!;
    const isRow = last - first === numbers.length - 1;
    const text = first === last ? String(first) : isRow ? `${first}–${last}` : `${first} …`;
    const count = members.reduce((sum, { weight }) => sum + weight, 0);
    const what = first === last ? members[0]!.place.name.value : t('map.places', { count: members.length });
    return {
      key: numbers.join(','),
      at: [x, y],
      text,
      label: `${text}: ${what}, ${t('count.offers', { count })}`,
      href: `#${placeAnchor(first)}`,
      isChosen: numbers.some((number) => chosen.includes(number)),
    };
  });
}

/** A view moved by shares of its size, or made larger or smaller around a point that stays where it is. */
export function changedView(
  view: MapView,
  change: {
    readonly right?: number;
    readonly down?: number;
    readonly factor?: number;
    readonly at?: readonly [number, number];
  },
  { smallest, largest }: { readonly smallest: number; readonly largest: number },
): MapView {
  const { right = 0, down = 0, factor = 1, at = [0.5, 0.5] } = change;
  const size = Math.min(Math.min(largest, mapSize), Math.max(smallest, view.size * factor));
  const place = (from: number, share: number, moved: number): number =>
    Math.max(0, Math.min(mapSize - size, from + share * (view.size - size) + moved * size));
  return { x: place(view.x, at[0], right), y: place(view.y, at[1], down), size };
}
