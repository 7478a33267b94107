import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';
import type { OfferCardData } from '../offer-card/offer-card.tsx';
import { OfferLines } from '../offer-lines/offer-lines.tsx';
import { foreign, type ShownText } from '../text/text.tsx';
import { Explained, type ExplainedProps } from '../word-list/explained.tsx';

export interface GuideStep {
  /** Of the step on its page. */
  readonly id: string;
  readonly title: ShownText;
  /** With the words that are explained on the page. */
  readonly paragraphs: readonly (ShownText & Partial<Pick<ExplainedProps, 'words'>>)[];
  readonly bring: readonly ShownText[];
  /** The few that fit best. */
  readonly offers: readonly OfferCardData[];
  /** All that fit, where there are more. */
  readonly all?: { readonly href: string; readonly label: string };
  /** My list with these offers. */
  readonly keep?: string;
  readonly links: readonly { readonly href: string; readonly label: ShownText }[];
}

export interface StepListProps {
  readonly t: Translate;
  readonly steps: readonly GuideStep[];
  /** Number of the first one. */
  readonly start: number;
  /** Of the titles in the page's outline. */
  readonly level: 2 | 3;
}

/** The steps of a guide: what to do, what to bring, who helps. */
export function StepList({ t, steps, start, level }: StepListProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <ol class="step-list" start={start}>
      {steps.map(({ id, title, paragraphs, bring, offers, all, keep, links }, index) => (
        <li key={id} id={id} class="guide-step">
          <Heading class="guide-step-title">
            <span class="guide-step-number">{start + index}</span> <span {...foreign(title)}>{title.value}</span>
          </Heading>
          <div class="guide-step-body">
            {paragraphs.map((text) => (
              <p key={text.value} {...foreign(text)}>
                <Explained text={text.value} words={text.words ?? []} />
              </p>
            ))}
            {bring.length > 0 && (
              <>
                <p class="label">{t('offer.documents')}</p>
                <ul class="checklist" role="list">
                  {bring.map((text) => (
                    <li key={text.value} {...foreign(text)}>
                      {text.value}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {offers.length > 0 && (
              <div class="guide-step-offers">
                <p class="label">{t('guide.offers')}</p>
                <OfferLines cards={offers} />
                <p class="guide-step-more no-print">
                  {all && (
                    <a class="arrow-link" href={all.href}>
                      {all.label}
                      <Icon name="arrow" />
                    </a>
                  )}
                  {keep && (
                    <a class="arrow-link" href={keep}>
                      <Icon name="bookmark" />
                      {t('list.keep-all')}
                    </a>
                  )}
                </p>
              </div>
            )}
            {links.length > 0 && (
              <ul class="link-list" role="list">
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} rel="noopener" {...foreign(label)}>
                      {label.value}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
