import { mapFileId } from '../content/read-map.ts';
import type { Document } from '../content/read-document.ts';
import { mostSimilar } from '../content/similar.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { boundsOf, mapLayers, shapeOf } from '../model/map-shapes.ts';
import type { Geo } from '../model/schema.generated.ts';
import type { Checkable } from './checkable.ts';
import { checkSchema } from './check-schema.ts';

/** Whether the drawings of the map are GeoJSON, belong to a place and lie where it lies. */
export function checkMap(files: readonly Document[], { entries, ids }: Checkable, country: string): Diagnostic[] {
  return files.flatMap((document): Diagnostic[] => {
    const { file, data } = document;
    const id = mapFileId(file);
    const isLayer = (mapLayers as readonly string[]).includes(id);
    if (!isLayer && !ids.places.has(id)) {
      const similar = mostSimilar(id, [...mapLayers, ...ids.places]);
      const suggestion = similar === '' ? '' : `${similar}.geojson`;
      return [diagnose('unexpected-file', file, { name: `${id}.geojson`, suggestion })];
    }
    const problems = checkSchema(document, 'map.schema.json', country);
    if (problems.length > 0 || isLayer) return problems;
    const { rings } = shapeOf(data as never);
    if (rings.length === 0) return [diagnose('outline-missing', file, {})];
    const place = entries.places.get(id)?.data;
    const { lat, lon } = (place?.geo ?? {}) as Partial<Geo>;
    const [west, south, east, north] = boundsOf(rings.flat())!;
    const isNear = (value: number, from: number, to: number): boolean =>
      value >= from - (to - from) && value <= to + (to - from);
    if (lat === undefined || lon === undefined || (isNear(lon, west, east) && isNear(lat, south, north))) return [];
    return [diagnose('outline-elsewhere', file, { place: place?.name ?? id })];
  });
}
