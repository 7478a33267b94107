import type { VNode } from 'preact';
import { loadMessages } from '../i18n/load-texts.ts';
import { fallbackPath, offlinePath } from '../model/offline-set.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { Document } from '../views/components/document/document.tsx';
import { OfflinePanel } from '../views/components/offline-panel/offline-panel.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { OfflinePageData, OfflineTown } from '../views/offline-page-data.ts';
import type { PageContext } from '../views/page-context.ts';
import { townIds } from './dimension-links.ts';
import { placeName } from './names.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

interface Props {
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** What is kept on the device, what can be, and the way to remove it. */
export const offlineRoute: Route<'offline'> = {
  name: 'offline',
  items: ({ catalogue }) => (catalogue.site.offline ? ['offline'] : []),
  path: () => offlinePath,
  render: (_, model, page) => <OfflinePage model={model} page={page} />,
};

/** Shown in place of a page that is not on the device. */
export const offlineFallbackRoute: Route<'fallback'> = {
  name: 'offline-fallback',
  items: ({ catalogue }) => (catalogue.site.offline ? ['fallback'] : []),
  path: () => fallbackPath,
  isHidden: () => true,
  render: (_, model, page) => <FallbackPage model={model} page={page} />,
};

function OfflinePage({ model, page }: Props): VNode {
  const { t } = page;
  return (
    <Document page={page} title={t('offline.title')} description={t('offline.lead')} scripts={['offline-panel.js']}>
      <div class="wrap wrap-narrow">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('offline.title') }} lead={{ value: t('offline.lead') }} />
        <OfflinePlace data={offlineData(model, page, townsWithOffers(model, page), true)} page={page} />
        <noscript>
          <p class="hint">{t('offline.no-script')}</p>
        </noscript>
        {/* For the notice on other pages, which have no words for it. */}
        <template id="offline-newer">
          <div class="offline-newer">
            <p>{t('offline.newer')}</p>
            <button class="button" type="button">
              {t('offline.reload')}
            </button>
          </div>
        </template>
      </div>
    </Document>
  );
}

function FallbackPage({ model, page }: Props): VNode {
  const { t } = page;
  return (
    <Document page={page} hidden title={t('offline.missing')} scripts={['offline-panel.js']}>
      <div class="wrap wrap-narrow offline-fallback">
        <PageHeading title={{ value: t('offline.missing') }} lead={{ value: t('offline.missing-text') }} />
        <p>
          <button id="offline-again" class="button" type="button">
            {t('search.retry')}
          </button>
        </p>
        <h2>{t('offline.here')}</h2>
        <ul id="offline-kept" class="offline-kept">
          <li>{t('offline.nothing')}</li>
        </ul>
        <p>
          <a href={page.link(offlinePath)}>{t('offline.title')}</a>
        </p>
        <DataBlock type="application/json" id="offline-data" data={offlineData(model, page, [], false)} />
      </div>
    </Document>
  );
}

/** Whether a town can be kept. */
export const hasTownOffline = (town: string, { catalogue, byTown }: SiteModel): boolean =>
  catalogue.site.offline && byTown.has(town);

/** The box on the page of a town. */
export function TownOffline({ town, model, page }: Props & { readonly town: string }): VNode {
  const shown = offlineTown(town, model, page);
  return (
    <details class="offline-fold offline-place">
      <summary>{page.t('offline.town', { town: shown.title })}</summary>
      <OfflinePlace data={offlineData(model, page, [shown], false)} page={page} />
    </details>
  );
}

/** The place of the script, with what it will show first, so that nothing jumps. */
function OfflinePlace({ data, page }: { readonly data: OfflinePageData; readonly page: PageContext }): VNode {
  const { t, formats } = page;
  const [town] = data.towns;
  return (
    <>
      <div id="offline" class="offline-place">
        {!data.isWhole && town && (
          <OfflinePanel
            t={t}
            number={formats.number}
            date={formats.date}
            lead={t('offline.what')}
            offers={town.offers}
            state={{ kind: 'idle' }}
          />
        )}
      </div>
      <p id="offline-unsupported" class="hint" hidden>
        {t('offline.unsupported')}
      </p>
      <DataBlock type="application/json" id="offline-data" data={data} />
    </>
  );
}

const offlineTown = (id: string, model: SiteModel, page: PageContext): OfflineTown => ({
  id,
  title: placeName(id, model, page).value,
  offers: model.byTown.get(id)?.length ?? 0,
});

/** All that can be kept. */
export const townsWithOffers = (model: SiteModel, page: PageContext): OfflineTown[] =>
  townIds(model)
    .map((id) => offlineTown(id, model, page))
    .filter(({ offers }) => offers > 0);

function offlineData(
  model: SiteModel,
  page: PageContext,
  towns: readonly OfflineTown[],
  isWhole: boolean,
): OfflinePageData {
  const messages = loadMessages(page.lang, model.catalogue.texts.get(page.lang));
  return {
    lang: page.lang,
    root: page.root,
    towns,
    isWhole,
    messages: Object.fromEntries([...messages].filter(([key]) => key.startsWith('offline.') || key === 'search.label')),
  };
}
