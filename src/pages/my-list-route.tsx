import type { VNode } from 'preact';
import { loadMessages } from '../i18n/load-texts.ts';
import type { MessageKey } from '../i18n/translator.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { Document } from '../views/components/document/document.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { MyListPageData } from '../views/my-list-page-data.ts';
import type { PageContext } from '../views/page-context.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

export const myListPath = 'merkliste/';

/** The reader's own list: it lives on the device, so the page itself is the same for everybody. */
export const myListRoute: Route<'list'> = {
  name: 'my-list',
  items: () => ['list'],
  path: () => myListPath,
  isHidden: () => true,
  render: (_, model, page) => <MyListPage model={model} page={page} />,
};

const messageKeys = (key: MessageKey): boolean => key.startsWith('list.') || key === 'count.offers';

function pageData(model: SiteModel, page: PageContext): MyListPageData {
  const messages = loadMessages(page.lang, model.catalogue.texts.get(page.lang));
  return {
    lang: page.lang,
    root: page.root,
    ...(page.site.url === undefined ? {} : { url: page.site.url }),
    languages: page.languages.map(({ tag, name }) => ({ tag, name })),
    messages: Object.fromEntries([...messages].filter(([key]) => messageKeys(key as MessageKey))),
  };
}

function MyListPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  return (
    <Document page={page} title={t('list.title')} hidden styles={['my-list.css']} scripts={['list.js']}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('list.title') }} lead={{ value: t('list.intro') }} />
        <div id="my-list">
          <noscript>
            <Notice tone="wait" title={t('list.no-script')} />
          </noscript>
        </div>
        <DataBlock type="application/json" id="my-list-data" data={pageData(model, page)} />
      </div>
    </Document>
  );
}
