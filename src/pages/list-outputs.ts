import { readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { ExportFile } from '../exports/export-file.ts';
import { ownExports } from '../extensions/own-exports.ts';
import { prepareExport, type Exporting } from '../exports/exporting.ts';
import { listExports } from '../exports/list-exports.ts';
import { offerFeed } from '../exports/offer-feed.ts';
import { sitemaps, type SitemapPage } from '../exports/sitemap.ts';
import { filesOfPage, filesOfStyle } from '../model/offline-set.ts';
import { buildIndex } from '../search/build-index.ts';
import { searchInputFor } from '../search/documents.ts';
import { SearchCache } from '../search/search-cache.ts';
import { eventCalendars, eventFeeds } from './event-calendars.ts';
import { gapsFiles } from './matrix-data.ts';
import { offerCalendars } from './offer-calendars.ts';
import { offerCard } from './offer-card.ts';
import { offerSources } from './offer-source.ts';
import { isServiceWorker, offlineFiles } from './offline-files.ts';
import { Output } from './output.ts';
import { pageContextsOf, type Placement } from './page-contexts.ts';
import { labelIn } from '../model/label-in.ts';
import { routes } from './routes.ts';
import { createSiteModel, type SiteModel } from './site-model.ts';
import { sitePages } from './site-pages.tsx';

export interface ListOptions {
  readonly placement: Placement;
  /** Built files that are no pages: path → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The municipality's pictures: name → path of the file. */
  readonly media: ReadonlyMap<string, string>;
  /** What earlier builds in the same process know of the search. */
  readonly searchCache?: SearchCache;
  /** With the gallery of components. */
  readonly gallery: boolean;
}

/** Names of the groups that `listOutputs` gives, known before there is a catalogue: one per route, then the rest. */
export const outputGroups: readonly string[] = [
  ...routes.map(({ name }) => name),
  'site',
  'search',
  'gaps-files',
  'sources',
  'calendars',
  'feeds',
  'exports',
  'assets',
  'media',
  'offline-files',
];

const document = (render: () => VNode): (() => string) => {
  return () => `<!doctype html>${renderToString(render())}`;
};

/** Every file of the site, by group: listed here, made only when it is asked for. */
export function listOutputs(catalogue: Catalogue, options: ListOptions): ReadonlyMap<string, readonly Output[]> {
  const model = createSiteModel(catalogue);
  const contexts = new Map(
    catalogue.languages.map((lang) => [lang, pageContextsOf(catalogue, lang, options.placement)]),
  );
  const groups = new Map<string, Output[]>();
  const { offline } = catalogue.site;
  const filesOf = offline ? (html: string) => filesOfPage(html, options.placement.basePath) : undefined;
  const findable = new Map<string, string[]>();

  for (const route of routes) {
    const outputs: Output[] = [];
    for (const [lang, contextOf] of contexts) {
      for (const item of route.items(model, lang)) {
        const path = route.path(item);
        if (!route.isHidden?.(item, model)) findable.set(path, [...(findable.get(path) ?? []), lang]);
        outputs.push(
          new Output(
            `${lang}/${path}index.html`,
            document(() => route.render(item, model, contextOf(path))),
            filesOf,
          ),
        );
      }
    }
    groups.set(route.name, outputs);
  }

  const startPages = new Map(Array.from(contexts, ([lang, contextOf]) => [lang, contextOf('')]));
  groups.set(
    'site',
    sitePages
      .filter(({ internal }) => !internal || options.gallery)
      .map(
        ({ file, render }) =>
          new Output(
            file,
            document(() => render(model, startPages)),
          ),
      ),
  );
  const { placement, searchCache: cache = new SearchCache() } = options;
  cache.startRound();
  groups.set(
    'search',
    Array.from(contexts, ([lang, contextOf]) => {
      const page = contextOf('angebote/');
      const input = searchInputFor(catalogue, lang, (offer) => offerCard(offer, model, page), {
        cache,
        cardsFrom: `${placement.basePath} ${placement.siteUrl}`,
      });
      const files = buildIndex(input, undefined, cache);
      return Array.from(files, ([path, bytes]) => new Output(path, () => bytes));
    }).flat(),
  );
  groups.set('gaps-files', gapsFiles(model, contexts));
  groups.set('sources', offerSources(model));
  groups.set('calendars', [...eventCalendars(model, contexts), ...offerCalendars(model, contexts)]);
  groups.set('feeds', eventFeeds(model, contexts));
  groups.set('exports', exportsOf(model, options.placement, findable));
  const workers = new Map<string, Uint8Array>();
  const workerPaths = new Set<string>();
  for (const [name, path] of placement.assets) {
    const bytes = options.files.get(path);
    if (!isServiceWorker(name) || !bytes) continue;
    workers.set(name, bytes);
    workerPaths.add(path);
  }
  groups.set(
    'assets',
    Array.from(options.files)
      .filter(([path]) => !workerPaths.has(path))
      .map(
        ([path, bytes]) => new Output(path, () => bytes, offline && path.endsWith('.css') ? filesOfStyle : undefined),
      ),
  );
  groups.set(
    'media',
    Array.from(options.media, ([name, file]) => new Output(`media/${name}`, () => readFileSync(file))),
  );
  const made = new Map([...groups.values()].flat().map((output) => [output.path, output]));
  groups.set('offline-files', offlineFiles(model, contexts, { placement, made, workers }));
  return groups;
}

/** Data for other programs; a sitemap and what names it only for a site that knows its own address. */
function exportsOf(model: SiteModel, placement: Placement, findable: ReadonlyMap<string, readonly string[]>): Output[] {
  const exporting = prepareExport(model.catalogue, placement);
  const pages: SitemapPage[] = Array.from(findable, ([path, languages]) => ({ path, languages }));
  const found =
    placement.siteUrl === undefined
      ? []
      : [
          ...sitemaps(pages, exporting.address),
          { path: 'robots.txt', make: () => `User-agent: *\nSitemap: ${exporting.address('sitemap.xml')}\n` },
        ];
  const own = placement.extension ? ownExports(placement.extension, exporting) : [];
  return [...listExports(exporting), ...own, ...feedsOf(model, placement, exporting), ...found].map(
    ({ path, make }) => new Output(path, make),
  );
}

/** A feed per language, and per topic that has offers. */
function feedsOf(model: SiteModel, placement: Placement, exporting: Exporting): ExportFile[] {
  const { catalogue, current, byTopic } = model;
  if (placement.siteUrl === undefined) return [];
  const { address, uuid } = exporting;
  return catalogue.languages.flatMap((lang) => {
    const feed = (folder: string, title: () => string, offers: readonly CatalogueOffer[]): ExportFile => ({
      path: `${lang}/${folder}feed.xml`,
      make: () =>
        offerFeed({
          catalogue,
          offers,
          lang,
          title: title(),
          uuid,
          self: address(`${lang}/${folder}feed.xml`),
          page: address(`${lang}/${folder === '' ? 'angebote/' : folder}`),
          pageOf: (id) => exporting.offerAddress(id, lang),
        }),
    });
    const site = (): string => labelIn(catalogue.site.title, lang, catalogue.site.source_language);
    return [
      feed('', site, current),
      ...Array.from(byTopic, ([topic, offers]) => {
        const term = catalogue.vocabularies.topics.get(topic);
        const title = (): string =>
          `${term ? labelIn(term.label, lang, catalogue.site.source_language) : topic} – ${site()}`;
        return feed(`themen/${topic}/`, title, offers);
      }),
    ];
  });
}
