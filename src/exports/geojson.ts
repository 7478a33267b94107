import type { ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';

/**
 * GeoJSON (RFC 7946): a point per offer whose position may be known, longitude before latitude.
 * Offers without one, such as those at a protected place, are not in the file.
 */
export function offersGeoJson(exporting: Exporting): ExportFile {
  return {
    path: 'data/offers.geojson',
    make() {
      const { offers, organisationName, label, placeName, offerAddress, uuid } = exporting;
      const features = offers.flatMap(({ id, data, place, standing }) =>
        place?.geo === undefined || place.protected
          ? []
          : [
              JSON.stringify({
                type: 'Feature',
                id: uuid('service', id),
                geometry: { type: 'Point', coordinates: [place.geo.lon, place.geo.lat] },
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
            ],
      );
      return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
    },
  };
}
