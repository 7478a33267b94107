import { createHash } from 'node:crypto';
import { appManifest, setPath, type OfflineSet, type SetFile } from '../model/offline-set.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { kept } from '../model/reads.ts';
import type { PageContext } from '../views/page-context.ts';
import { offerCalendarPath } from './offer-calendars.ts';
import { townsWithOffers } from './offline-routes.tsx';
import { emergencyRoute } from './emergency/emergency-route.tsx';
import { guideRoute } from './guides/guide-route.tsx';
import { guidesRoute } from './guides/guides-route.tsx';
import { situationRoute } from './life-situations/situation-route.tsx';
import { offerRoute } from './offer-route.tsx';
import { offersRoute } from './offers-route.tsx';
import type { MadeFiles } from './made-files.ts';
import { Output } from './output.ts';
import type { Route } from './route.ts';
import type { Placement } from './page-contexts.ts';
import { pagePath, pagesOf } from './paging.ts';
import type { SiteModel } from './site-model.ts';
import { startRoute } from './start-route.tsx';
import { townRoute } from './town-routes.tsx';
import { weekRoute } from './week/week-route.tsx';
import { weekFilePath, weekPath } from './week/week-files.ts';

export interface OfflineMaking {
  readonly placement: Placement;
  /** All other files of the site; its folders are those of `searchFolder`. */
  readonly made: MadeFiles;
  /** The scripts that run as service worker, by plain name. */
  readonly workers: ReadonlyMap<string, Uint8Array>;
}

/** Where the files of a language's search are. */
export const searchFolder = (lang: LanguageTag): string => `search/${lang}/`;

/** Whether a built script has its place at the site's root and a name of its own. */
export const isServiceWorker = (name: string): boolean => name.startsWith('service-worker');

/**
 * What offline use needs beside pages: the service worker, and per language the description of the app and the list
 * of each town's files. Where it is switched off, only a service worker that removes its predecessor.
 */
export function offlineFiles(
  model: SiteModel,
  contexts: ReadonlyMap<string, (path: string) => PageContext>,
  { placement, made, workers }: OfflineMaking,
): Output[] {
  const worker = workers.get(model.catalogue.site.offline ? 'service-worker.js' : 'service-worker-off.js');
  const serviceWorker = worker ? [Output.ofBytes('service-worker.js', worker)] : [];
  if (!model.catalogue.site.offline) return serviceWorker;
  return [
    ...serviceWorker,
    ...Array.from(contexts, ([lang, contextOf]) => {
      const page = contextOf('');
      const ofAllTowns = kept(() => pathsOfAllTowns(model, lang, made));
      return [
        new Output(`${lang}/${appManifest}`, () => JSON.stringify(manifestOf(page, placement))),
        ...townsWithOffers(model, page).map(
          (town) =>
            new Output(setPath(lang, town.id), () => {
              const files = filesOf(town.id, model, page, made, ofAllTowns());
              const set: OfflineSet = {
                id: createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16),
                lang,
                town: town.id,
                title: town.title,
                date: page.today,
                offers: town.offers,
                bytes: files.reduce((sum, [, , bytes]) => sum + bytes, 0),
                files,
              };
              return JSON.stringify(set);
            }),
        ),
      ];
    }).flat(),
  ];
}

function manifestOf(page: PageContext, { assets }: Placement): object {
  const { site, language, dir, link, root, asset } = page;
  const icon = (name: string, type: string, sizes: string, purpose: string): object[] =>
    assets.has(name) ? [{ src: asset(name), type, sizes, purpose }] : [];
  return {
    id: link(''),
    name: site.title,
    short_name: site.title,
    ...(site.tagline === undefined ? {} : { description: site.tagline }),
    lang: new Intl.Locale(language.locale).baseName,
    dir,
    start_url: link(''),
    // Other languages are part of the same app.
    scope: root,
    // With the browser's way back, which many pages need.
    display: 'minimal-ui',
    background_color: '#faf6ee',
    theme_color: '#0a3a45',
    icons: [
      ...icon('favicon.svg', 'image/svg+xml', 'any', 'any'),
      ...icon('icon-192.png', 'image/png', '192x192', 'any'),
      ...icon('icon-512.png', 'image/png', '512x512', 'any'),
      ...icon('icon-maskable.png', 'image/png', '512x512', 'maskable'),
    ],
  };
}

/** Routes of the pages that the lists name: only these are measured while they are rendered. */
export const routesOfLists: ReadonlySet<string> = new Set(
  [
    startRoute,
    emergencyRoute,
    situationRoute,
    guidesRoute,
    guideRoute,
    offersRoute,
    townRoute,
    weekRoute,
    offerRoute,
  ].map(({ name }) => name),
);

interface PathsOfAllTowns {
  /** What the start page and every page's header lead to: in danger it must be there. */
  readonly guidance: readonly string[];
  /** Files of the search, from the site's root. */
  readonly search: readonly string[];
}

/** The same in the lists of all towns of a language. */
function pathsOfAllTowns(model: SiteModel, lang: LanguageTag, made: OfflineMaking['made']): PathsOfAllTowns {
  const pathsOf = <Item>(route: Route<Item>): string[] =>
    Array.from(route.items(model, lang), (item) => route.path(item));
  return {
    guidance: [...pathsOf(emergencyRoute), ...pathsOf(situationRoute), ...pathsOf(guidesRoute), ...pathsOf(guideRoute)],
    search: made.in(searchFolder(lang)),
  };
}

/** The start page, the list of all offers with the search, the town's pages and its offers, and all that these load. */
function filesOf(
  town: string,
  model: SiteModel,
  page: PageContext,
  made: OfflineMaking['made'],
  { guidance, search }: PathsOfAllTowns,
): SetFile[] {
  const { lang } = page;
  const offers = model.byTown.get(town) ?? [];
  const pages = [
    '',
    ...guidance,
    'angebote/',
    ...Array.from(
      pagesOf([`orte/${town}/`], () => offers, model.catalogue.site.page_size),
      ({ id, number }) => pagePath(id, number),
    ),
    weekPath({ town }),
    ...offers.map(({ id }) => `angebote/${id}/`),
  ].map((path) => `${lang}/${path}index.html`);
  const paths = new Set(pages);
  for (const path of pages) for (const file of made.get(path)?.measure().files ?? []) paths.add(file);
  for (const path of [...paths].filter((name) => name.endsWith('.css')))
    for (const font of made.get(path)?.measure().files ?? []) paths.add(font);
  paths.add(`${lang}/${weekFilePath({ town })}`);
  for (const offer of offers) {
    const calendar = offerCalendarPath(offer, model, lang);
    if (calendar !== undefined) paths.add(calendar);
  }
  for (const path of search) paths.add(path);
  return [...paths].sort().flatMap((path) => {
    const file = made.get(path);
    if (!file) return [];
    const { hash, bytes } = file.measure();
    return [[path, hash, bytes] as const];
  });
}
