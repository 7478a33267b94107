import type { VNode } from 'preact';
import { OfferCard, type OfferCardProps } from '../offer-card/offer-card.tsx';

export interface ResultListProps {
  readonly results: ReadonlyArray<Omit<OfferCardProps, 'level'>>;
  readonly level: 2 | 3 | 4;
  /** How a card becomes markup, where it need not be made anew each time. */
  readonly draw?: (props: OfferCardProps) => VNode;
}

/** Offers one after the other, two abreast where there is room. */
export function ResultList({ results, level, draw }: ResultListProps): VNode {
  return (
    <ul class="result-list" role="list">
      {results.map((result) => (
        <li key={result.card.href}>{draw ? draw({ ...result, level }) : <OfferCard {...result} level={level} />}</li>
      ))}
    </ul>
  );
}
