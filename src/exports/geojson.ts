import { inPieces, joined, type ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';

/**
 * GeoJSON (RFC 7946): a point per offer whose position may be known, longitude before latitude.
 * Offers without one, such as those at a protected place, are not in the file.
 */
export function offersGeoJson(exporting: Exporting): ExportFile {
  return inPieces('data/offers.geojson', function* () {
    const { offers, organisationName, label, placeName, offerAddress, uuid } = exporting;
    const located = offers.flatMap(({ id, data, place, standing }) =>
      place?.geo === undefined || place.protected ? [] : [{ id, data, place, geo: place.geo, standing }],
    );
    yield '{"type":"FeatureCollection","features":[\n';
    yield* joined(located, ',\n', ({ id, data, place, geo, standing }) =>
      JSON.stringify({
        type: 'Feature',
        id: uuid('service', id),
        geometry: { type: 'Point', coordinates: [geo.lon, geo.lat] },
        properties: {
          id,
          title: data.title,
          summary: data.summary,
          type: data.type,
          standing,
          organisation: organisationName(data.organisation),
          topics: data.topics.map((topic) => label('topics', topic)),
          place: place.name,
          street: place.street,
          postal_code: place.postalCode,
          town: placeName(place.town),
          url: offerAddress(id),
        },
      }),
    );
    yield '\n]}\n';
  });
}
