import { WayList } from '../views/components/way-list/way-list.tsx';
import { DimensionIndex } from './dimension-page.tsx';
import type { Route } from './route.ts';
import { hasHub, hubPath, linksOf } from './steering-links.ts';

const groups = ['people', 'plans', 'figures'] as const;

/** Where those begin who work in the network: one page that leads to all others. */
export const hubRoute: Route<'hub'> = {
  name: 'hub',
  items: ({ catalogue }) => (hasHub(catalogue) ? ['hub'] : []),
  path: () => hubPath,
  render: (_, { catalogue }, page) => (
    <DimensionIndex page={page} title={page.t('steering.title')} intro={page.t('steering.intro')} steering>
      {groups.map((group) => {
        const links = linksOf(group, catalogue);
        if (links.length === 0) return null;
        return (
          <section key={group} class="steering-section">
            <h2>{page.t(`steering.${group}`)}</h2>
            <WayList
              ways={links.map(({ path, title, intro }) => ({
                href: page.link(path),
                title: page.t(title),
                text: page.t(intro),
              }))}
            />
          </section>
        );
      })}
    </DimensionIndex>
  ),
};
