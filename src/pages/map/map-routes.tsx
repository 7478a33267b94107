import type { ComponentChildren, VNode } from 'preact';
import { wholeMap } from '../../model/map-projection.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { DataBlock } from '../../views/components/document/data-block.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { EntryList } from '../../views/components/entry-list/entry-list.tsx';
import { MapPlaces } from '../../views/components/map-places/map-places.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { townMarks } from '../../views/components/town-map/map-marks.ts';
import { TownMap } from '../../views/components/town-map/town-map.tsx';
import type { MapPageData } from '../../views/map-page-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import { placeName } from '../names.ts';
import { Output } from '../output.ts';
import type { Route } from '../route.ts';
import { isolated } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import {
  locatedPlaces,
  mapBase,
  mapPageData,
  mapPath,
  mapTowns,
  placeData,
  placeMarks,
  placesFile,
  scaleOf,
  tileHost,
  townMapPath,
} from './map-page.ts';
import { hasMap, mostPlaces, type TownMap as Town, townMaps } from './town-maps.ts';

/** All towns on one map, each a point that leads to its own. */
export const mapRoute: Route<'map'> = {
  name: 'map',
  items: (model) => (hasMap(model) ? ['map'] : []),
  path: () => mapPath,
  render: (_, model, page) => <AllTowns model={model} page={page} />,
};

/** The map of one town with all its places. */
export const townMapRoute: Route<string> = {
  name: 'town-map',
  items: (model) => townMaps(model).keys(),
  path: townMapPath,
  render: (id, model, page) => <OneTown town={townMaps(model).get(id)!} model={model} page={page} />,
};

/** The places of each town in each language, for the script of the map. */
export const mapFiles = (
  model: SiteModel,
  contexts: ReadonlyMap<string, (path: string) => PageContext>,
): readonly Output[] =>
  Array.from(contexts, ([lang, contextOf]) =>
    Array.from(
      townMaps(model).values(),
      (town) =>
        new Output(`${lang}/${placesFile(town.id)}`, () =>
          JSON.stringify(locatedPlaces(town, model, contextOf(townMapPath(town.id)))),
        ),
    ),
  ).flat();

interface Props {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function AllTowns({ model, page }: Props): VNode {
  const { t } = page;
  const { catalogue } = model;
  const region = placeName(catalogue.site.region, model, page);
  const label = t('map.label', { name: isolated(region) });
  const towns = mapTowns(model, page);
  const data = mapPageData(model, page, label);
  return (
    <MapPage title={t('map.title')} intro={t('map.intro')} data={data} model={model} page={page}>
      <div class="map-picture">
        <SkipLink page={page} />
        <div class="map-stage">
          <TownMap
            label={label}
            view={wholeMap}
            base={mapBase(model, wholeMap)}
            names={data.names}
            marks={townMarks(towns, t)}
            scale={scaleOf(wholeMap, model, page)}
          />
        </div>
      </div>
      <section id="liste" class="map-list" aria-labelledby="map-list-title">
        <h2 id="map-list-title">{t('map.list')}</h2>
        <EntryList
          entries={towns.map(({ name, href, counts }) => ({
            href,
            title: name,
            count: t('count.offers', { count: counts[0] ?? 0 }),
          }))}
        />
      </section>
    </MapPage>
  );
}

function OneTown({ town, model, page }: Props & { readonly town: Town }): VNode {
  const { t } = page;
  const name = placeName(town.id, model, page);
  const label = t('map.label', { name: isolated(name) });
  const data = mapPageData(model, page, label, town);
  const shown =
    town.places.length <= mostPlaces
      ? town.places
      : [...town.places]
          .sort((a, b) => b.weight - a.weight || a.number - b.number)
          .slice(0, mostPlaces)
          .sort((a, b) => a.number - b.number);
  const others = (model.byTown.get(town.id)?.length ?? 0) - shown.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <MapPage
      title={t('map.town', { town: isolated(name) })}
      intro={t('map.town-intro')}
      data={data}
      parents
      model={model}
      page={page}
    >
      <div class="map-picture">
        <SkipLink page={page} />
        <div class="map-stage">
          <TownMap
            label={label}
            view={town.view}
            base={mapBase(model, town.view, town.id)}
            names={data.names}
            marks={placeMarks(town, model, page)}
            scale={scaleOf(town.view, model, page)}
          />
        </div>
      </div>
      <section id="liste" class="map-list" aria-labelledby="map-list-title">
        <h2 id="map-list-title">{t('map.places', { count: shown.length })}</h2>
        <MapPlaces places={shown.map((place) => placeData(place, model, page))} />
        {others > 0 && <p class="map-others">{t('map.no-point', { count: others })}</p>}
        <p>
          <a class="arrow-link" href={page.link(`orte/${town.id}/`)}>
            {t('map.all-offers', { town: isolated(name) })}
          </a>
        </p>
      </section>
    </MapPage>
  );
}

/** In the row where the script puts its filter. */
const SkipLink = ({ page }: { readonly page: PageContext }): VNode => (
  <div class="map-tools no-print">
    <a href="#liste">{page.t('map.skip')}</a>
  </div>
);

interface MapPageProps extends Props {
  readonly title: string;
  readonly intro: string;
  readonly data: MapPageData;
  /** Whether the map of all towns stands above it. */
  readonly parents?: boolean;
  readonly children: ComponentChildren;
}

function MapPage({ title, intro, data, parents, model, page, children }: MapPageProps): VNode {
  const host = tileHost(model.catalogue.site);
  return (
    <Document
      page={page}
      title={title}
      description={intro}
      styles={['map.css']}
      scripts={['map.js']}
      images={host === undefined ? [] : [`https://${host}`]}
    >
      <div class="wrap">
        <Breadcrumb {...(parents ? stepsTo(page, [{ value: page.t('map.title') }, mapPath]) : stepsTo(page))} />
        <PageHeading title={{ value: title }} lead={{ value: intro }} />
        <div id="map" class="map-layout">
          {children}
        </div>
        <DataBlock type="application/json" id="map-data" data={data} />
      </div>
    </Document>
  );
}

/** The way from a list of offers to where they are; null where there is no map. */
export function MapLink({ town, model, page }: Props & { readonly town?: string }): VNode | null {
  if (town === undefined ? !hasMap(model) : !townMaps(model).has(town)) return null;
  return (
    <p class="no-print">
      <a class="arrow-link" href={page.link(town === undefined ? mapPath : townMapPath(town))}>
        {page.t('map.show')}
      </a>
    </p>
  );
}
