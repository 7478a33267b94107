import type { VNode } from 'preact';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { BlankSheet } from '../views/components/blank-sheet/blank-sheet.tsx';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { Document } from '../views/components/document/document.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { PageContext } from '../views/page-context.ts';
import { reachable } from './contact-data.ts';
import { datasheetPageData } from './datasheet-page-data.ts';
import { missingPath } from './missing-path.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

/** The data sheet: the form where scripts run, the blank sheet to be printed where they do not. */
export const participateRoute: Route<'sheet'> = {
  name: 'participate',
  items: () => ['sheet'],
  path: () => 'mitmachen/',
  render: (_, model, page) => <ParticipatePage model={model} page={page} />,
};

/** The origin of an inbox that runs elsewhere: the only address outside of the site that a page may talk to. */
export function originOf(inbox: string | undefined): string[] {
  return inbox !== undefined && URL.canParse(inbox) ? [new URL(inbox).origin] : [];
}

function ParticipatePage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  const data = datasheetPageData(model, page);
  const others = [
    { path: missingPath, title: t('missing.title'), lead: t('missing.lead') },
    { path: 'mitmachen/uebersetzen/', title: t('translate.title'), lead: t('translate.lead') },
  ];
  return (
    <Document
      page={page}
      title={t('datasheet.title')}
      description={t('datasheet.lead')}
      scripts={['datasheet.js']}
      connect={originOf(data.ways.inbox)}
    >
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('datasheet.title') }} lead={{ value: t('datasheet.lead') }} />
        {/* The form takes the place of all that stands inside. */}
        <div id="datasheet" class="datasheet">
          <noscript>
            <Notice tone="wait" title={t('datasheet.no-script')} />
          </noscript>
          <BlankSheet steps={data.steps} description={t('offer.about')} />
        </div>
        <DataBlock type="application/json" id="datasheet-data" data={data} />
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
        <section class="more-ways">
          {others.map(({ path, title, lead }) => (
            <div key={path}>
              <h2>
                <a href={page.link(path)}>{title}</a>
              </h2>
              <p>{lead}</p>
            </div>
          ))}
        </section>
      </div>
    </Document>
  );
}
