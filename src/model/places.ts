import type { PublicPlace } from './catalogue.ts';
import type { Address, Place } from './schema.generated.ts';

type Places = ReadonlyMap<string, Place>;

/** The place itself and all that it is part of, from small to large; ends before a place would come again. */
export function withParents(id: string, places: Places): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !chain.includes(at); at = places.get(at)?.part_of) {
    if (!places.has(at)) break;
    chain.push(at);
  }
  return chain;
}

/** Id of the town that a venue, a quarter or the town itself lies in. */
export const townOf = (id: string, places: Places): string | undefined =>
  withParents(id, places).find((step) => places.get(step)?.kind === 'town');

/** The towns that a service area means: a district stands for all towns that are part of it. Sorted as `places` is. */
export function expandToTowns(serviceArea: readonly string[], places: Places): string[] {
  const towns = [...places].filter(([, place]) => place.kind === 'town').map(([id]) => id);
  return towns.filter((town) => withParents(town, places).some((step) => serviceArea.includes(step)));
}

/** What may be said about where a protected place is: nothing but its name and town. */
export function withoutAddress<P extends Address | Place>(place: P): P {
  if (place.protected !== true) return place;
  const { street: _street, postal_code: _postalCode, geo: _geo, directions: _directions, stop: _stop, ...rest } = place;
  return rest as P;
}

/** Where an offer takes place, as far as the public may know it; undefined where no town is known. */
export function resolvePlace(place: string | Address, places: Places): PublicPlace | undefined {
  const found = typeof place === 'string' ? places.get(place) : place;
  if (!found) return undefined;
  const town = typeof place === 'string' ? townOf(place, places) : place.town;
  if (town === undefined) return undefined;
  const shown = withoutAddress(found);
  const isVenue = typeof place === 'string' && place !== town;
  return {
    ...(isVenue ? { id: place } : {}),
    ...(shown.name !== undefined && place !== town ? { name: shown.name } : {}),
    ...(shown.street === undefined ? {} : { street: shown.street }),
    ...(shown.postal_code === undefined ? {} : { postalCode: shown.postal_code }),
    town,
    ...(shown.geo ? { geo: shown.geo } : {}),
    protected: shown.protected === true,
  };
}
