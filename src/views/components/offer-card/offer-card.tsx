import type { VNode } from 'preact';
import { Badge, type Tone } from '../badge/badge.tsx';
import { IconPath } from '../icon/icon-path.tsx';
import { calendar, coin, pin, speech } from '../icon/icon-paths.ts';
import { foreign, type Marks, type ShownText, Text } from '../text/text.tsx';

/** An offer in a list, ready to be shown: plain data that also travels to the browser as JSON. */
export interface OfferCardData {
  readonly href: string;
  readonly title: ShownText;
  readonly summary?: ShownText;
  /** Kind of offer, in words. */
  readonly kind: string;
  readonly when?: string;
  readonly where?: ShownText;
  readonly cost?: string;
  /** Names of the languages spoken. */
  readonly languages?: string;
  readonly badges?: readonly { readonly tone: Tone; readonly label: string }[];
}

export interface OfferCardProps {
  readonly card: OfferCardData;
  /** Level of the headline in the page's outline. */
  readonly level: 2 | 3 | 4;
  readonly titleMarks?: Marks;
  readonly summaryMarks?: Marks;
  /** How far it is, in words. */
  readonly away?: string;
}

export function OfferCard({ card, level, titleMarks, summaryMarks, away }: OfferCardProps): VNode {
  const Heading = `h${level}` as const;
  const facts: ReadonlyArray<readonly [path: string, ShownText | undefined]> = [
    [calendar, asText(card.when)],
    [pin, card.where],
    [coin, asText(card.cost)],
    [speech, asText(card.languages)],
  ];
  return (
    <article class="offer-card">
      <p class="offer-card-kind">
        {card.kind}
        {card.badges?.map(({ tone, label }) => (
          <Badge key={label} tone={tone} label={label} />
        ))}
      </p>
      <Heading class="offer-card-title" {...foreign(card.title)}>
        <a href={card.href}>
          <Text text={{ value: card.title.value }} marks={titleMarks} />
        </a>
      </Heading>
      {card.summary && (
        <p class="offer-card-summary" {...foreign(card.summary)}>
          <Text text={{ value: card.summary.value }} marks={summaryMarks} />
        </p>
      )}
      <ul class="offer-card-facts" role="list">
        {facts.map(
          ([path, text]) =>
            text && (
              <li key={path}>
                <IconPath path={path} />
                <span>
                  <Text text={text} />
                  {path === pin && away !== undefined && <span class="offer-card-away"> · {away}</span>}
                </span>
              </li>
            ),
        )}
      </ul>
    </article>
  );
}

const asText = (value: string | undefined): ShownText | undefined => (value ? { value } : undefined);
