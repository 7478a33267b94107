import type { VNode } from 'preact';
import type { Entry, PublicPlace } from '../model/catalogue.ts';
import type { Address, Stop } from '../model/schema.generated.ts';
import { textsIn } from '../model/translation.ts';
import { foreign, type ShownText, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { placeName } from './names.ts';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export interface PlaceAddressProps {
  /** The offer or event that takes place there: a place that only it has is named by its own texts. */
  readonly entry: Entry<{ place?: string | Address }>;
  readonly place: PublicPlace;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** Name of the venue, where it has one. */
export function venueName({ entry, place, model, page }: PlaceAddressProps): ShownText | undefined {
  if (place.id) return placeName(place.id, model, page);
  const own =
    typeof entry.data.place === 'object' ? optionalText(textsIn(entry, page.lang).text('place.name'), page) : undefined;
  return own ?? (place.name ? { value: place.name } : undefined);
}

/** Where something takes place and how to get there; of a protected place the town alone. */
export function PlaceAddress(props: PlaceAddressProps): VNode {
  const { entry, place, model, page } = props;
  const { t } = page;
  const town = placeName(place.town, model, page);
  if (place.protected) {
    return (
      <>
        <p>
          <Text text={town} />
        </p>
        <p class="fact-note">{t('offer.where.protected')}</p>
      </>
    );
  }
  const name = venueName(props);
  const venue = place.id ? model.catalogue.places.get(place.id) : undefined;
  const stop = (venue?.data ?? (typeof entry.data.place === 'object' ? entry.data.place : undefined))?.stop;
  const directions = optionalText(
    venue ? textsIn(venue, page.lang).text('directions') : textsIn(entry, page.lang).text('place.directions'),
    page,
  );
  return (
    <>
      <address>
        {name && (
          <span class="address-name" {...foreign(name)}>
            {name.value}
          </span>
        )}
        {place.street && (
          <span lang="de" dir="ltr" translate={false}>
            {place.street}
          </span>
        )}
        <span dir="ltr">
          {place.postalCode && `${place.postalCode} `}
          <a href={page.link(`orte/${place.town}/`)} {...foreign(town)}>
            {town.value}
          </a>
        </span>
      </address>
      {place.geo && (
        <p class="map-link">
          <a href={`geo:${place.geo.lat},${place.geo.lon}?q=${place.geo.lat},${place.geo.lon}`}>
            {t('offer.where.map')}
          </a>
        </p>
      )}
      {directions && (
        <p class="fact-note">
          <span class="label">{t('offer.where.directions')}</span> <Text text={directions} />
        </p>
      )}
      {stop && <NearestStop stop={stop} page={page} />}
    </>
  );
}

/** Name and lines stand as on the sign at the stop, whatever the page's language. */
function NearestStop({ stop, page: { t } }: { readonly stop: Stop; readonly page: PageContext }): VNode {
  return (
    <p class="fact-note">
      <span class="label">{t('offer.where.stop')}</span>{' '}
      <bdi lang="de" translate={false}>
        {stop.name}
        {stop.lines && ` (${stop.lines.join(', ')})`}
      </bdi>
      {stop.minutes !== undefined && <> · {t('offer.where.walk', { minutes: stop.minutes })}</>}
    </p>
  );
}
