import { WayList } from '../../views/components/way-list/way-list.tsx';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { HelpBox } from '../../views/components/help-box/help-box.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { reachable } from '../contact-data.ts';
import type { Route } from '../route.ts';
import { stepsTo } from '../steps.ts';
import { guidesPath, guideWays } from './guide-ways.ts';

/** All guides; a town without any has no page for them. */
export const guidesRoute: Route<'guides'> = {
  name: 'guides',
  items: ({ catalogue }) => (catalogue.guides.size > 0 ? ['guides'] : []),
  path: () => guidesPath,
  render: (_, { catalogue }, page) => {
    const { t } = page;
    return (
      <Document page={page} title={t('guide.title')} description={t('guide.intro')} styles={['guide.css']}>
        <div class="wrap situation">
          <Breadcrumb {...stepsTo(page)} />
          <PageHeading title={{ value: t('guide.title') }} lead={{ value: t('guide.intro') }} icon="compass" />
          <WayList ways={guideWays(catalogue.guides.values(), page)} />
          <HelpBox t={t} contact={reachable(page.site.publisher)} />
        </div>
      </Document>
    );
  },
};
