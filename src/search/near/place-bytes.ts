import type { Geo } from '../../model/schema.generated.ts';
import { ByteReader, ByteWriter } from '../bytes.ts';

/** Ten thousandths of a degree: seven to eleven metres, as exact as a door. */
const steps = 10_000;

/** Where documents are. */
export interface PlaceColumn {
  /** Degrees by document; NaN where it has no place that may be known. */
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  /** Documents whose address is given on request only. */
  readonly onRequest: Uint32Array;
}

/** `points` by document. */
export function encodePlaces(points: ReadonlyMap<number, Geo>, onRequest: readonly number[]): Uint8Array {
  const byPoint = new Map<string, { readonly lat: number; readonly lon: number; readonly documents: number[] }>();
  for (const [document, geo] of [...points].sort(([a], [b]) => a - b)) {
    const lat = Math.round((geo.lat + 90) * steps);
    const lon = Math.round((geo.lon + 180) * steps);
    const key = `${lat} ${lon}`;
    let point = byPoint.get(key);
    if (!point) byPoint.set(key, (point = { lat, lon, documents: [] }));
    point.documents.push(document);
  }
  const sorted = [...byPoint.values()].sort((a, b) => a.lat - b.lat || a.lon - b.lon);
  const west = sorted.reduce((least, { lon }) => Math.min(least, lon), Infinity);
  const out = new ByteWriter();
  out.number(onRequest.length);
  out.rising(onRequest);
  out.number(sorted.length === 0 ? 0 : west);
  let previous = 0;
  for (const { lat, lon, documents } of sorted) {
    out.number(lat - previous);
    previous = lat;
    out.number(lon - west);
    out.number(documents.length);
    out.rising(documents);
  }
  return out.take();
}

export function decodePlaces(bytes: Uint8Array, documentCount: number): PlaceColumn {
  const input = new ByteReader(bytes);
  const onRequest = input.rising(input.number());
  const lats = new Float64Array(documentCount).fill(NaN);
  const lons = new Float64Array(documentCount).fill(NaN);
  const west = input.number();
  let lat = 0;
  while (!input.done) {
    lat += input.number();
    const lon = west + input.number();
    for (const document of input.rising(input.number())) {
      lats[document] = lat / steps - 90;
      lons[document] = lon / steps - 180;
    }
  }
  return { lats, lons, onRequest };
}
