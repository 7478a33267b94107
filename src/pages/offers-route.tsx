import type { VNode } from 'preact';
import { Document } from '../views/components/document/document.tsx';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { SearchBox } from '../views/components/search-box/search-box.tsx';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import type { PageContext } from '../views/page-context.ts';
import { reachable } from './contact-data.ts';
import { Listing } from './listing.tsx';
import { MapLink } from './map/map-routes.tsx';
import { pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';
import { searchPageData } from './search-page-data.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';
import { weekPath } from './week/week-files.ts';

const list = 'angebote/';

/** All offers: the search application where scripts run, the paged list by topic where they do not. */
export const offersRoute: Route<number> = {
  name: 'offers',
  items: (model) =>
    Array.from(
      pagesOf([list], () => model.current, model.catalogue.site.page_size),
      ({ number }) => number,
    ),
  path: (number) => pagePath(list, number),
  render: (number, model, page) => <OffersPage number={number} model={model} page={page} />,
};

interface OffersPageProps {
  readonly number: number;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function OffersPage({ number, model, page }: OffersPageProps): VNode {
  const { t } = page;
  const first = number === 1;
  return (
    <Document page={page} title={t('menu.offers')} description={page.site.tagline} scripts={first ? ['search.js'] : []}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading
          title={{ value: t('menu.offers') }}
          lead={{ value: t('count.offers', { count: model.current.length }) }}
        />
        {first && (
          <div class="list-ways">
            <p class="no-print">
              <a class="arrow-link" href={page.link(weekPath('all'))}>
                {t('week.title')}
              </a>
            </p>
            <MapLink model={model} page={page} />
          </div>
        )}
        <div class={first ? 'offers-layout' : undefined}>
          {first && (
            <>
              {/* The search application takes the place of all that stands inside. */}
              <div id="search" class="search-application">
                <SearchBox t={t} action={page.link(list)} />
                <noscript>
                  <p class="hint">{t('search.no-script')}</p>
                </noscript>
              </div>
              <DataBlock type="application/json" id="search-data" data={searchPageData(model, page)} />
            </>
          )}
          <div id="offer-list">
            <Listing offers={model.current} list={list} number={number} grouped model={model} page={page} />
          </div>
        </div>
        {model.current.length > 0 && <HelpBox t={t} contact={reachable(page.site.publisher)} />}
      </div>
    </Document>
  );
}
