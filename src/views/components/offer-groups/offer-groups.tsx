import type { VNode } from 'preact';
import type { OfferCardData } from '../offer-card/offer-card.tsx';
import { ResultList, type ResultListProps } from '../result-list/result-list.tsx';
import { foreign, type ShownText, Text } from '../text/text.tsx';

export interface OfferGroup {
  /** Absent: the offers stand directly under the page's headline. */
  readonly heading?: { readonly title: ShownText; readonly href?: string };
  readonly cards: readonly OfferCardData[];
}

export interface OfferGroupsProps extends Pick<ResultListProps, 'draw'> {
  readonly groups: readonly OfferGroup[];
}

/** Offers under the headlines of their topics. */
export function OfferGroups({ groups, draw }: OfferGroupsProps): VNode {
  return (
    <div class="offer-groups">
      {groups.map(({ heading, cards }) => (
        <section key={heading?.title.value}>
          {heading && (
            <h2 class="offer-groups-title" {...foreign(heading.title)}>
              {heading.href ? (
                <a href={heading.href}>{heading.title.value}</a>
              ) : (
                <Text text={{ value: heading.title.value }} />
              )}
            </h2>
          )}
          <ResultList results={cards.map((card) => ({ card }))} level={heading ? 3 : 2} draw={draw} />
        </section>
      ))}
    </div>
  );
}
