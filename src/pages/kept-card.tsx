import type { VNode } from 'preact';
import { OfferCard, type OfferCardProps } from '../views/components/offer-card/offer-card.tsx';
import type { OfferCardData } from '../views/components/offer-card/offer-card.tsx';
import { asMade, MadeMarkup } from '../views/made-markup.ts';
import { renderMarkup } from '../views/render-markup.ts';

/** In bytes: all cards of a thousand offers in ten languages, or of ten thousand in one. */
const limit = 32_000_000;

let kept = new Map<OfferCardData, Map<number, MadeMarkup>>();
let size = 0;

/** A card's markup: an offer stands in a dozen lists of each language, and half of all pages' markup are cards. */
export function keptCard(props: OfferCardProps): VNode {
  const { card, level } = props;
  let levels = kept.get(card);
  let markup = levels?.get(level);
  if (markup === undefined) {
    markup = new MadeMarkup(renderMarkup(<OfferCard {...props} />));
    // Pages come language by language: what is kept of the last language is not asked for again soon.
    if (size > limit) {
      forgetKeptCards();
      levels = undefined;
    }
    if (!levels) kept.set(card, (levels = new Map()));
    levels.set(level, markup);
    size += markup.bytes.length;
  }
  return asMade(markup);
}

/** For who knows that pages of another language follow: with the markup go the cards that it was made from. */
export function forgetKeptCards(): void {
  kept = new Map();
  size = 0;
}
