import { TopicTiles } from '../views/components/topic-tile/topic-tile.tsx';
import { audienceTiles } from './dimension-links.ts';
import { DimensionIndex, DimensionPage } from './dimension-page.tsx';
import { termDescription, termLabel } from './names.ts';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';

const folder = 'zielgruppen/';

export const audiencesRoute: Route<'audiences'> = {
  name: 'audiences',
  items: () => ['audiences'],
  path: () => folder,
  render: (_, model, page) => (
    <DimensionIndex page={page} title={page.t('menu.audiences')} intro={page.t('audiences.intro')}>
      <TopicTiles tiles={audienceTiles([...model.catalogue.vocabularies['target-groups'].keys()], model, page)} />
    </DimensionIndex>
  ),
};

export const audienceRoute: Route<PagedItem> = {
  name: 'audience',
  items: ({ catalogue, byAudience }) =>
    pagesOf(catalogue.vocabularies['target-groups'].keys(), (id) => byAudience.get(id), catalogue.site.page_size),
  path: ({ id, number }) => pagePath(`${folder}${id}/`, number),
  render: (item, model, page) => {
    const group = model.catalogue.vocabularies['target-groups'].get(item.id);
    if (!group) throw new Error(`No target group “${item.id}”`);
    return (
      <DimensionPage
        item={item}
        parent={{ title: page.t('menu.audiences'), path: folder }}
        title={termLabel(group, model, page)}
        lead={termDescription(group, model, page)}
        icon={group.icon ?? ''}
        offers={model.byAudience.get(group.id) ?? []}
        grouped
        model={model}
        page={page}
      />
    );
  },
};
