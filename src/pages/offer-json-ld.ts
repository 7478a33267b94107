import type { CatalogueOffer, PublicPlace } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { NextDate } from '../views/components/next-dates/next-dates.tsx';
import type { PageContext } from '../views/page-context.ts';
import { wholeAddress } from '../views/whole-address.ts';
import { organisationName, placeName } from './names.ts';
import type { SiteModel } from './site-model.ts';

/** A place as far as the public may know it. */
export const placeJsonLd = (place: PublicPlace, model: SiteModel, page: PageContext): object => ({
  '@type': 'Place',
  name: place.protected ? undefined : place.name,
  address: {
    '@type': 'PostalAddress',
    streetAddress: place.street,
    postalCode: place.postalCode,
    addressLocality: placeName(place.town, model, page).value,
    addressCountry: model.catalogue.site.country,
  },
  geo: place.geo && { '@type': 'GeoCoordinates', latitude: place.geo.lat, longitude: place.geo.lon },
});

/** An offer in the words of schema.org, with nothing in it that the page does not show. */
export function offerJsonLd(
  offer: CatalogueOffer,
  dates: readonly NextDate[],
  model: SiteModel,
  page: PageContext,
): object {
  const { data, place } = offer;
  const texts = textsIn(offer, page.lang);
  const title = texts.text('title');
  const provider = {
    '@type': 'Organization',
    name: organisationName(data.organisation, model, page).value,
  };
  const common = {
    '@context': 'https://schema.org',
    name: title?.value,
    description: texts.text('summary')?.value,
    inLanguage: title?.lang,
    ...(page.site.url ? { url: wholeAddress(page.link(page.path), page.site.url) } : {}),
    isAccessibleForFree: data.cost.kind === 'free' ? true : undefined,
  };
  const location = place && placeJsonLd(place, model, page);
  const [next] = dates;
  if (data.type === 'event' && next && location) {
    return { ...common, '@type': 'Event', startDate: next.datetime, location, organizer: provider };
  }
  if (data.type === 'course') {
    return { ...common, '@type': 'Course', provider, educationalLevel: data.audience.german?.target };
  }
  const phone = data.contacts.find((contact) => contact.phone)?.phone;
  return {
    ...common,
    '@type': 'Service',
    serviceType: page.t(`enum.type.${data.type}`),
    provider,
    areaServed: offer.towns.map((town) => ({ '@type': 'City', name: placeName(town, model, page).value })),
    availableChannel: {
      '@type': 'ServiceChannel',
      servicePhone: phone && { '@type': 'ContactPoint', telephone: phone },
      serviceLocation: location,
      availableLanguage: data.languages.filter(({ kind }) => kind !== 'material').map(({ code }) => code),
    },
  };
}
