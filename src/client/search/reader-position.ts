import type { Geo } from '../../model/schema.generated.ts';

export type PositionAnswer =
  | { readonly state: 'found'; readonly point: Geo; /** Metres. */ readonly accuracy: number }
  /** The reader or the device does not give it. */
  | { readonly state: 'denied' }
  | { readonly state: 'unavailable' };

/** Long enough for a phone that has slept; in milliseconds. */
const patience = 15_000;
/** A place of a few minutes ago is good enough for kilometres. */
const freshEnough = 300_000;

/** Asks the device where it is; to be called only when the reader has asked for it. Nothing is kept or sent. */
export function askPosition(): Promise<PositionAnswer> {
  return new Promise((resolve) => {
    // Some old browsers on pages without encryption have no such thing.
    if (!('geolocation' in navigator)) {
      resolve({ state: 'unavailable' });
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          state: 'found',
          point: { lat: coords.latitude, lon: coords.longitude },
          accuracy: coords.accuracy,
        }),
      ({ code, PERMISSION_DENIED }) => resolve({ state: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: false, maximumAge: freshEnough, timeout: patience },
    );
  });
}
