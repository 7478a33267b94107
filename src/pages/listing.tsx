import type { VNode } from 'preact';
import type { CatalogueOffer } from '../model/catalogue.ts';
import { EmptyState } from '../views/components/empty-state/empty-state.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { type OfferGroup, OfferGroups } from '../views/components/offer-groups/offer-groups.tsx';
import { Pagination } from '../views/components/pagination/pagination.tsx';
import type { PageContext } from '../views/page-context.ts';
import { reachable } from './contact-data.ts';
import { keptCard } from './kept-card.tsx';
import { missingPath } from './missing-path.ts';
import { termLabel } from './names.ts';
import { offerCard } from './offer-card.ts';
import { paginationOf, slicePage } from './paging.ts';
import type { SiteModel } from './site-model.ts';
import { isolated } from './shown-text.ts';

export interface ListingProps {
  /** All offers of the list, in its order. */
  readonly offers: readonly CatalogueOffer[];
  /** Path of the list's first page. */
  readonly list: string;
  readonly number: number;
  /** Under the headlines of their first topics; not on the page of a topic. */
  readonly grouped: boolean;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** One page of a list of offers, with ways to the others; where there are none, what to do next. */
export function Listing({ offers, list, number, grouped, model, page }: ListingProps): VNode {
  const { t } = page;
  const { site } = model.catalogue;
  if (offers.length === 0) {
    return (
      <>
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          link={{ href: page.link('angebote/'), label: t('menu.offers') }}
          second={{ href: page.link(missingPath), label: t('missing.title') }}
        />
        <HelpBox t={t} contact={reachable(site.publisher)} />
      </>
    );
  }
  const shown = slicePage(offers, number, site.page_size);
  const before = offers[(number - 1) * site.page_size - 1];
  const pagination = paginationOf(list, number, offers.length, site.page_size, page);
  return (
    <>
      <OfferGroups
        draw={keptCard}
        groups={
          grouped
            ? groupByTopic(shown, before, model, page)
            : [{ cards: shown.map((offer) => offerCard(offer, model, page)) }]
        }
      />
      {pagination && <Pagination t={t} {...pagination} />}
    </>
  );
}

/** `before` is the last offer of the previous page: a group that began there says so. */
function groupByTopic(
  offers: readonly CatalogueOffer[],
  before: CatalogueOffer | undefined,
  model: SiteModel,
  page: PageContext,
): OfferGroup[] {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offers) {
    const topic = offer.data.topics[0] ?? '';
    const members = groups.get(topic);
    if (members) members.push(offer);
    else groups.set(topic, [offer]);
  }
  return Array.from(groups, ([id, members]): OfferGroup => {
    const topic = model.catalogue.vocabularies.topics.get(id);
    const cards = members.map((offer) => offerCard(offer, model, page));
    if (!topic) return { cards };
    const label = termLabel(topic, model, page);
    const title =
      before?.data.topics[0] === id ? { value: page.t('list.continued', { topic: isolated(label) }) } : label;
    return { heading: { title, href: page.link(`themen/${id}/`) }, cards };
  });
}
