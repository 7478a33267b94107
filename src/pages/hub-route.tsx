import { WayList } from '../views/components/way-list/way-list.tsx';
import type { Route } from './route.ts';
import { hasHub, hubPath, linksOf } from './steering-links.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';

const groups = ['people', 'plans', 'figures'] as const;

/** Where those begin who work in the network: one page that leads to all others. */
export const hubRoute: Route<'hub'> = {
  name: 'hub',
  items: ({ catalogue }) => (hasHub(catalogue) ? ['hub'] : []),
  path: () => hubPath,
  render: (_, { catalogue }, page) => (
    <SteeringPage
      page={page}
      catalogue={catalogue}
      title={{ value: page.t('steering.title') }}
      lead={{ value: page.t('steering.intro') }}
    >
      {groups.map((group) => {
        const links = linksOf(group, catalogue);
        if (links.length === 0) return null;
        return (
          <SteeringSection key={group} title={page.t(`steering.${group}`)}>
            <WayList
              ways={links.map(({ path, title, intro }) => ({
                href: page.link(path),
                title: page.t(title),
                text: page.t(intro),
              }))}
            />
          </SteeringSection>
        );
      })}
    </SteeringPage>
  ),
};
