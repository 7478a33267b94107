import type { VNode } from 'preact';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../views/components/document/document.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { WayList, type Way } from '../views/components/way-list/way-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { reachable } from './contact-data.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

/** Everything that the site gives to other programs, with a word on who needs which file. */
export const dataRoute: Route<'data'> = {
  name: 'data',
  items: () => ['data'],
  path: () => 'daten/',
  render: (_, model, page) => <DataPage model={model} page={page} />,
};

/** Files that people open themselves, then those that only software reads. */
const forPeople = [
  ['offers.xlsx', 'data.table'],
  ['offers.csv', 'data.table'],
  ['calendar.ics', 'data.calendar'],
] as const;
const forSoftware = [
  ['catalogue.json', 'data.catalogue'],
  ['catalogue.schema.json', 'data.schema'],
  ['offers.geojson', 'data.map'],
  ['hsds/index.json', 'data.referral'],
  ['oruk/index.json', 'data.referral-uk'],
  ['inclusion/services.json', 'data.inclusion'],
  ['inclusion/structures.json', 'data.inclusion'],
  ['dcat.jsonld', 'data.portal'],
] as const;

function DataPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t, formats, root } = page;
  const { data_licence: licence } = model.catalogue.site;
  const ways = (
    files: ReadonlyArray<readonly [name: string, key: (typeof forPeople | typeof forSoftware)[number][1]]>,
  ): Way[] => files.map(([name, key]) => ({ href: `${root}data/${name}`, title: name, text: t(key) }));
  return (
    <Document page={page} title={t('data.title')} description={t('data.intro')} styles={['steering.css']}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('data.title') }} lead={{ value: t('data.intro') }} />
        <p>
          {t('data.as-of', { date: formats.date(page.today) })}
          <br />
          {licence === undefined ? t('data.no-licence') : t('data.licence', { licence })}
        </p>
        <p>{t('data.excluded')}</p>
        <WayList ways={ways(forPeople)} />
        <h2>{t('data.program')}</h2>
        <WayList ways={ways(forSoftware)} />
        {page.own && page.own.exports.length > 0 && (
          <>
            <h2>{t('data.own')}</h2>
            <WayList ways={page.own.exports} />
          </>
        )}
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}
