import type { VNode } from 'preact';
import { foreign, type ShownText, Text } from '../text/text.tsx';

/** A numbered place of the map with what is offered there; plain data that also travels to the browser as JSON. */
export interface MapPlaceData {
  /** The number on the map. */
  readonly number: number;
  readonly name: ShownText;
  /** Street and house number, as on the sign. */
  readonly street?: string;
  readonly offers: readonly MapOffer[];
}

export interface MapOffer {
  readonly href: string;
  readonly title: ShownText;
  /** Kind of offer, in words. */
  readonly kind: string;
}

/** Id of a place in the list: where its point on the map leads without a script. */
export const placeAnchor = (number: number): string => `ort-${number}`;

/** Everything that the map shows, in words and in the order of its numbers. */
export function MapPlaces({ places }: { readonly places: readonly MapPlaceData[] }): VNode {
  return (
    <ul class="map-places" role="list">
      {places.map(({ number, name, street, offers }) => (
        <li key={number} id={placeAnchor(number)} class="map-place">
          <span class="map-place-number" aria-hidden="true">
            {number}
          </span>
          <div>
            <h3 class="map-place-name" {...foreign(name)}>
              {name.value}
            </h3>
            {street && (
              <p class="map-place-street" lang="de" dir="ltr" translate={false}>
                {street}
              </p>
            )}
            <ul role="list">
              {offers.map(({ href, title, kind }) => (
                <li key={href}>
                  <a href={href}>
                    <Text text={title} />
                  </a>{' '}
                  <span class="map-place-kind">{kind}</span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}
