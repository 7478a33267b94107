import type { CatalogueOffer, PublicPlace } from '../../model/catalogue.ts';
import type { Exporting } from '../exporting.ts';

/** Where an offer takes place; undefined where that is nowhere in particular. Venues are shared by their offers. */
export function locationId({ id, place, data }: CatalogueOffer, { uuid }: Exporting): string | undefined {
  if (place && data.delivery.includes('on-site')) {
    if (place.protected) return uuid('location', 'protected', id);
    return place.id === undefined ? uuid('location', 'offer', id) : uuid('location', 'venue', place.id);
  }
  return data.delivery.includes('online') ? uuid('location', 'online', id) : undefined;
}

/** The nearest stop, then the way from there, in words. */
function transportationOf(offer: CatalogueOffer, place: PublicPlace, { catalogue, t }: Exporting): string | undefined {
  const known = place.id === undefined ? offer.data.place : catalogue.places.get(place.id)?.data;
  if (typeof known !== 'object') return undefined;
  const { stop, directions } = known;
  const lines = stop?.lines ? ` (${stop.lines.join(', ')})` : '';
  const walk = stop?.minutes === undefined ? '' : `, ${t('offer.where.walk', { minutes: stop.minutes })}`;
  const parts = [stop && `${t('offer.where.stop')}: ${stop.name}${lines}${walk}.`, directions];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** Of a protected place nothing but the town is told. */
export function hsdsLocation(
  offer: CatalogueOffer,
  exporting: Exporting,
): { readonly id: string; readonly [field: string]: unknown } | undefined {
  const id = locationId(offer, exporting);
  if (id === undefined) return undefined;
  const { place, data } = offer;
  const { catalogue, placeName, t } = exporting;
  if (!place || !data.delivery.includes('on-site')) {
    const { url } = data.registration;
    return { id, location_type: 'virtual', name: t('enum.delivery.online'), ...(url === undefined ? {} : { url }) };
  }
  const town = placeName(place.town);
  if (place.protected) return { id, location_type: 'physical', name: town, description: t('offer.where.protected') };
  const ags = catalogue.places.get(place.town)?.data.ags;
  const transportation = transportationOf(offer, place, exporting);
  return {
    id,
    location_type: 'physical',
    name: place.name ?? place.street ?? town,
    ...(transportation === undefined ? {} : { transportation }),
    ...(place.geo ? { latitude: place.geo.lat, longitude: place.geo.lon } : {}),
    ...(ags === undefined ? {} : { external_identifier: ags, external_identifier_type: 'AGS' }),
    ...(place.street === undefined || place.postalCode === undefined
      ? {}
      : {
          addresses: [
            {
              id: exporting.uuid('address', id),
              location_id: id,
              address_1: place.street,
              city: town,
              state_province: catalogue.site.state,
              postal_code: place.postalCode,
              country: catalogue.site.country,
              address_type: 'physical',
            },
          ],
        }),
    // A venue may be reached step-free for one offer and not for another: the entrance differs.
    ...(place.id === undefined ? { accessibility: accessibilityOf(offer, id, exporting) } : {}),
  };
}

const aspects = [
  ['step_free', 'offer.facts.step-free'],
  ['toilet', 'offer.facts.toilet'],
  ['sign_language', 'offer.facts.sign-language'],
  ['plain_language', 'offer.facts.plain-language'],
] as const;

/** What is known of the access, in words; what is unknown is left out. */
function accessibilityOf({ id, data }: CatalogueOffer, location: string, { uuid, t }: Exporting): object[] {
  return aspects.flatMap(([key, label]) => {
    const answer = data.accessibility[key];
    if (answer !== 'yes' && answer !== 'no') return [];
    return {
      id: uuid('accessibility', id, key),
      location_id: location,
      description: `${t(label)}: ${t(`enum.answer.${answer}`)}`,
    };
  });
}
