import type { VNode } from 'preact';
import type { OfferCardData } from '../offer-card/offer-card.tsx';
import { foreign, Text } from '../text/text.tsx';

/** Offers in the middle of a text: the name, then what kind it is, where and when, in one line. */
export function OfferLines({ cards }: { readonly cards: readonly OfferCardData[] }): VNode {
  return (
    <ul class="offer-lines" role="list">
      {cards.map(({ href, title, kind, where, when }) => (
        <li key={href}>
          <a class="offer-line-title" href={href} {...foreign(title)}>
            {title.value}
          </a>
          <ul class="inline-list offer-line-facts">
            <li>{kind}</li>
            {where && (
              <li>
                <Text text={where} />
              </li>
            )}
            {when && <li>{when}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
