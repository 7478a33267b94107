import type { OfferSelection } from '../../model/offer-selection.ts';
import type { PageContext } from '../../views/page-context.ts';

/**
 * Where all offers stand that fit: one topic alone has a page of its own, which needs no script; else the list of all
 * offers with the filters set.
 */
export function offersAddress({ topics = [], types = [] }: OfferSelection, page: PageContext): string {
  const [topic] = topics;
  if (topic !== undefined && topics.length === 1 && types.length === 0) return page.link(`themen/${topic}/`);
  const query = new URLSearchParams([
    ...topics.map((id) => ['topic', id] as [string, string]),
    ...types.map((id) => ['type', id] as [string, string]),
  ]).toString();
  return page.link('angebote/') + (query === '' ? '' : `?${query}`);
}
