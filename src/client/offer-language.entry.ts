/** On the page that an offer's QR code opens: leads on to the offer in the reader's own language, or lets them choose. */
import { idsInHash } from './my-list/kept-offers.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('.language-choice a[hreflang]')];
const [id] = idsInHash(location.hash);
if (id !== undefined) {
  for (const link of links) link.href = new URL(`angebote/${id}/`, link.href).href;
  const own = navigator.languages
    .map((tag) => links.find(({ hreflang }) => hreflang === tag || hreflang === tag.split('-')[0]))
    .find((link) => link !== undefined);
  // In the place of this page: the way back leads to where the reader came from.
  if (own) location.replace(own.href);
}
