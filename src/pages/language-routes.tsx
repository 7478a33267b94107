import { EntryList } from '../views/components/entry-list/entry-list.tsx';
import { languageLinks, languageTags } from './dimension-links.ts';
import { DimensionIndex, DimensionPage } from './dimension-page.tsx';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';
import { languageTitle } from './shown-text.ts';

const folder = 'sprachen/';

export const spokenLanguagesRoute: Route<'languages'> = {
  name: 'languages',
  items: () => ['languages'],
  path: () => folder,
  render: (_, model, page) => (
    <DimensionIndex page={page} title={page.t('menu.languages')} intro={page.t('languages.intro')}>
      <EntryList
        entries={languageLinks(model, page).map(({ href, label, second }, index) => ({
          href,
          title: label,
          second,
          count: page.t('count.offers', { count: model.byLanguage.get(languageTags(model)[index] ?? '')?.length ?? 0 }),
        }))}
      />
    </DimensionIndex>
  ),
};

export const spokenLanguageRoute: Route<PagedItem> = {
  name: 'language',
  items: (model) => pagesOf(languageTags(model), (tag) => model.byLanguage.get(tag), model.catalogue.site.page_size),
  path: ({ id, number }) => pagePath(`${folder}${id}/`, number),
  render: (item, model, page) => (
    <DimensionPage
      item={item}
      parent={{ title: page.t('menu.languages'), path: folder }}
      title={{ value: languageTitle(item.id, page) }}
      offers={model.byLanguage.get(item.id) ?? []}
      grouped
      model={model}
      page={page}
    />
  ),
};
