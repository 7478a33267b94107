import { addMonths } from './calendar.ts';
import type { Freshness, Standing } from './catalogue.ts';
import type { IsoDate } from './diagnostic.ts';
import type { Offer } from './schema.generated.ts';

/** Drafts have no standing: they are not published. */
export function standingOf(offer: Pick<Offer, 'status' | 'valid'>, today: IsoDate): Standing {
  const { from, until } = offer.valid ?? {};
  if (offer.status === 'ended' || (until !== undefined && until < today)) return 'ended';
  if (offer.status === 'paused') return 'paused';
  return from !== undefined && from > today ? 'upcoming' : 'active';
}

/** `grace`: how many times `review_every` may pass before readers are told to ask first. */
export function freshnessOf(offer: Pick<Offer, 'reviewed' | 'review_every'>, today: IsoDate, grace: number): Freshness {
  if (today > addMonths(offer.reviewed, offer.review_every * grace)) return 'ask-first';
  return today > addMonths(offer.reviewed, offer.review_every) ? 'due' : 'fresh';
}
