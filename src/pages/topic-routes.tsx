import type { CatalogueOffer } from '../model/catalogue.ts';
import { keptFor } from '../model/reads.ts';
import { TopicTiles } from '../views/components/topic-tile/topic-tile.tsx';
import { BookletLink } from './booklet/booklet-link.tsx';
import { topicTiles } from './dimension-links.ts';
import { DimensionIndex, DimensionPage } from './dimension-page.tsx';
import { feedOf } from './feed-link.ts';
import { termDescription, termLabel } from './names.ts';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';

const folder = 'themen/';

export const topicsRoute: Route<'topics'> = {
  name: 'topics',
  items: () => ['topics'],
  path: () => folder,
  render: (_, model, page) => (
    <DimensionIndex page={page} title={page.t('menu.topics')} intro={page.t('topics.intro')}>
      <TopicTiles tiles={topicTiles([...model.catalogue.vocabularies.topics.keys()], model, page)} />
    </DimensionIndex>
  ),
};

/** Offers that are mainly about the topic stand before those that touch on it. */
export const mainlyAbout = (topic: string, model: SiteModel): readonly CatalogueOffer[] => mainlyOf(model, topic);

/** The same on all pages of a topic, in every language. */
const mainlyOf = keptFor((model: SiteModel, topic: string): readonly CatalogueOffer[] => {
  const rank = ({ data }: CatalogueOffer): number => data.topics.indexOf(topic);
  return [...(model.byTopic.get(topic) ?? [])].sort((a, b) => rank(a) - rank(b));
});

export const topicRoute: Route<PagedItem> = {
  name: 'topic',
  items: ({ catalogue, byTopic }) =>
    pagesOf(catalogue.vocabularies.topics.keys(), (id) => byTopic.get(id), catalogue.site.page_size),
  path: ({ id, number }) => pagePath(`${folder}${id}/`, number),
  render: (item, model, page) => {
    const topic = model.catalogue.vocabularies.topics.get(item.id);
    if (!topic) throw new Error(`No topic “${item.id}”`);
    const title = termLabel(topic, model, page);
    return (
      <DimensionPage
        item={item}
        parent={{ title: page.t('menu.topics'), path: folder }}
        title={title}
        lead={termDescription(topic, model, page)}
        icon={topic.icon ?? ''}
        offers={mainlyAbout(topic.id, model)}
        alternates={model.byTopic.has(topic.id) ? feedOf(page, `${folder}${topic.id}/`, title.value) : []}
        grouped={false}
        model={model}
        page={page}
      >
        <BookletLink subject={{ kind: 'topic', id: topic.id }} page={page} />
      </DimensionPage>
    );
  },
};
