/** On an offer's page: keeping it, passing it on, reading help, and dates that have passed since the site was built. */
import { keepOffers, keptOffers } from './my-list/kept-offers.ts';
import { offerReading } from './reading/offer-reading.ts';
import { openWordsInPlace } from './reading/open-word.ts';
import { passOn } from './reading/pass-on.ts';
import { todayHere } from './today.ts';

const today = todayHere();
for (const time of document.querySelectorAll<HTMLTimeElement>('[data-next-date] time[datetime]')) {
  if (time.dateTime.slice(0, 10) < today) time.closest<HTMLElement>('[data-next-date]')?.setAttribute('hidden', '');
}

const keep = document.querySelector<HTMLElement>('[data-keep]');
const button = keep?.querySelector('button');
const id = keep?.dataset['keep'];
if (keep && button && id) {
  const show = (): void => {
    const isKept = keptOffers().includes(id);
    button.setAttribute('aria-pressed', String(isKept));
    keep.querySelector('a')?.toggleAttribute('hidden', !isKept);
  };
  button.addEventListener('click', () => {
    const others = keptOffers().filter((other) => other !== id);
    // A browser that keeps nothing does not show what it cannot do.
    if (keepOffers(button.getAttribute('aria-pressed') === 'true' ? others : [...others, id])) show();
    else keep.hidden = true;
  });
  // Back from the list, where it may have been taken off.
  addEventListener('pageshow', show);
  delete keep.dataset['wait'];
  show();
}

openWordsInPlace();
offerReading();
passOn();
