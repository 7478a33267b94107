import type { Geo } from './schema.generated.ts';

/** Mean radius of the Earth in kilometres (IUGG). */
const radius = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies, by the haversine formula: exact enough for any two points of a country. */
export function distanceBetween(a: Geo, b: Geo): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)));
}
