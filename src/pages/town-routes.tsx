import { textsIn } from '../model/translation.ts';
import { renderMarkdown } from '../content/markdown.ts';
import { EntryList } from '../views/components/entry-list/entry-list.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { BookletLink } from './booklet/booklet-link.tsx';
import { townIds } from './dimension-links.ts';
import { DimensionIndex, DimensionPage } from './dimension-page.tsx';
import { MapLink } from './map/map-routes.tsx';
import { placeName } from './names.ts';
import { hasTownCalendar, townCalendarPath } from './offer-calendars.ts';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import { hasTownOffline, TownOffline } from './offline-routes.tsx';
import { weekPath } from './week/week-files.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';

const folder = 'orte/';

export const townsRoute: Route<'towns'> = {
  name: 'towns',
  items: () => ['towns'],
  path: () => folder,
  render: (_, model, page) => (
    <DimensionIndex page={page} title={page.t('menu.towns')} intro={page.t('towns.intro')}>
      <MapLink model={model} page={page} />
      <EntryList
        entries={townIds(model).map((id) => ({
          href: page.link(`${folder}${id}/`),
          title: placeName(id, model, page),
          count: page.t('count.offers', { count: model.byTown.get(id)?.length ?? 0 }),
        }))}
      />
    </DimensionIndex>
  ),
};

export const townRoute: Route<PagedItem> = {
  name: 'town',
  items: (model) => pagesOf(townIds(model), (id) => model.byTown.get(id), model.catalogue.site.page_size),
  path: ({ id, number }) => pagePath(`${folder}${id}/`, number),
  render: (item, model, page) => {
    const town = model.catalogue.places.get(item.id);
    if (!town) throw new Error(`No town “${item.id}”`);
    const texts = textsIn(town, page.lang);
    const body = shownText(texts.body, page);
    return (
      <DimensionPage
        item={item}
        parent={{ title: page.t('menu.towns'), path: folder }}
        title={placeName(item.id, model, page)}
        lead={optionalText(texts.text('summary'), page)}
        offers={model.byTown.get(town.id) ?? []}
        grouped
        scripts={hasTownOffline(town.id, model) ? ['offline-panel.js'] : []}
        model={model}
        page={page}
      >
        {body.value.trim() !== '' && (
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
        )}
        <div class="list-ways">
          {hasTownCalendar(town.id, model) && (
            <p class="no-print">
              <a class="arrow-link" href={page.link(weekPath({ town: town.id }))}>
                {page.t('week.title')}
              </a>
            </p>
          )}
          <MapLink town={town.id} model={model} page={page} />
        </div>
        {hasTownCalendar(town.id, model) && (
          <p class="no-print">
            <a href={page.link(townCalendarPath(town.id))} type="text/calendar">
              {page.t('network.calendar')}
            </a>
          </p>
        )}
        <BookletLink subject={{ kind: 'town', id: town.id }} page={page} />
        {hasTownOffline(town.id, model) && <TownOffline town={town.id} model={model} page={page} />}
      </DimensionPage>
    );
  },
};
