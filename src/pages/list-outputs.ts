import { readFileSync, statSync } from 'node:fs';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { ExportFile } from '../exports/export-file.ts';
import { ownExports } from '../extensions/own-exports.ts';
import { prepareExport, type Exporting } from '../exports/exporting.ts';
import { listExports } from '../exports/list-exports.ts';
import { feedEntriesIn, latestOffers, offerFeed } from '../exports/offer-feed.ts';
import { sitemaps, type SitemapPage } from '../exports/sitemap.ts';
import { filesOfPage, filesOfStyle } from '../model/offline-set.ts';
import { describe, Families, fromEach, kept, recordsReads, Scope } from '../model/reads.ts';
import { trackCatalogue } from '../model/track-catalogue.ts';
import { buildIndex } from '../search/build-index.ts';
import { searchInputFor } from '../search/documents.ts';
import { nearFilesOf } from './near-files-of.ts';
import { contentHash } from '../search/content-hash.ts';
import { SearchCache } from '../search/search-cache.ts';
import { bookletsPath } from './booklet/booklet-link.tsx';
import { bookletOutputs } from './booklet/booklets-page.tsx';
import { eventCalendars, eventFeeds } from './event-calendars.ts';
import { gapsFiles } from './matrix-data.ts';
import { embedFiles } from './embed/embed-files.ts';
import { mapFiles } from './map/map-routes.tsx';
import { offerCalendars } from './offer-calendars.ts';
import { forgetKeptCards } from './kept-card.tsx';
import { keepCards, offerCard } from './offer-card.ts';
import { offerSources } from './offer-source.ts';
import type { Gathering } from './gathered-files.ts';
import { MadeFiles } from './made-files.ts';
import { isServiceWorker, offlineFiles, routesOfLists, searchFolder } from './offline-files.ts';
import { type Content, Output } from './output.ts';
import { PageBytes } from './page-bytes.ts';
import { pageContextsOf, type Placement } from './page-contexts.ts';
import { labelIn } from '../model/label-in.ts';
import { contentPageRoute } from './content-page-route.tsx';
import { eventRoute } from './event-routes.tsx';
import { fundingRoute } from './funding-routes.tsx';
import { guideRoute } from './guides/guide-route.tsx';
import { guidelineRoute } from './guideline-route.tsx';
import { indicatorRoute } from './indicator-route.tsx';
import { measureRoute } from './measure-route.tsx';
import { networkRoute } from './network-routes.tsx';
import { offerRoute } from './offer-route.tsx';
import { organisationRoute } from './organisation-routes.tsx';
import type { Collection } from '../content/schemas.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { previewFiles } from './previews.ts';
import { keepFitting } from './life-situations/fitting-offers.ts';
import { keepRelated } from './related-offers.ts';
import type { Share } from './part.ts';
import { type AnyRoute, anyRoute, routes } from './routes.ts';
import type { PageContext } from '../views/page-context.ts';
import { createSiteModel, type SiteModel } from './site-model.ts';
import { sitePages } from './site-pages.tsx';
import { weekFiles } from './week/week-files.ts';

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
  /** Where what pages share is kept under a name, for whoever wants to know whether it has changed. */
  readonly families?: Families;
  /** The town's own style sheet, for the page that shows all colours. */
  readonly theme?: string;
  /** Where only a part of the site is built: what belongs to it. Only the search is left out here. */
  readonly share?: Share;
  /** Only routes and pages of the whole site are listed. */
  readonly pagesOnly?: boolean;
  /** What pages share is kept of one language at a time. */
  readonly inLittleRoom?: boolean;
  /** Files that have been made and measured: where somebody gathers them here, what is listed is not held for the lists for offline use. */
  readonly made?: Gathering;
  /** Called where what was kept of one language has been let go, before the search of the next, which takes most. */
  readonly clear?: () => void;
}

/** Names of the groups that `listOutputs` gives, known before there is a catalogue: one per route, then the rest. */
export const outputGroups: readonly string[] = [
  ...routes.map(({ name }) => name),
  'site',
  'search',
  'gaps-files',
  'map-files',
  'embed-files',
  'sources',
  'calendars',
  'feeds',
  'exports',
  'assets',
  'media',
  'previews',
  'booklets',
  'offline-files',
];

const document = (render: () => VNode): (() => PageBytes) => {
  return () => new PageBytes(render());
};

/**
 * What all files depend on beside the catalogue, written out; undefined where that cannot be done, as with code of the
 * town's own: then nothing of an earlier build may be used.
 */
export function saltOf({
  placement,
  files,
  media: _media,
  searchCache: _cache,
  families: _families,
  share: _share,
  pagesOnly: _pagesOnly,
  inLittleRoom: _inLittleRoom,
  made: _made,
  clear: _clear,
  ...rest
}: ListOptions): string | undefined {
  const { previews, ...place } = placement;
  return describe([place, rest, previews && [...previews.languages], [...files.keys()]]);
}

/** What is listed piece by piece has the piece behind the name of its group: `search de`. */
export const groupOf = (name: string): string => name.split(' ', 1)[0]!;

/** Every file of the site, by group: listed here, made only when it is asked for. */
export function listOutputs(catalogue: Catalogue, options: ListOptions): ReadonlyMap<string, readonly Output[]> {
  const steps = listInSteps(catalogue, options);
  return new Map([...steps.first, ...Array.from(steps.later, ([name, list]) => [name, list()] as const)]);
}

/** The pages of one entry each, by collection. */
const entryRoutes: { readonly [C in Collection]?: AnyRoute } = {
  offers: anyRoute(offerRoute),
  organisations: anyRoute(organisationRoute),
  events: anyRoute(eventRoute),
  networks: anyRoute(networkRoute),
  funding: anyRoute(fundingRoute),
  guides: anyRoute(guideRoute),
  guidelines: anyRoute(guidelineRoute),
  measures: anyRoute(measureRoute),
  indicators: anyRoute(indicatorRoute),
  pages: anyRoute(contentPageRoute),
};

/** Groups that no page is made from, and that are not looked at as soon as a text is saved. */
const later: ReadonlySet<string> = new Set([
  'search',
  'gaps-files',
  'map-files',
  'embed-files',
  'sources',
  'calendars',
  'feeds',
  'exports',
  'offline-files',
]);

/** Groups of a few files that pages load, which may be measured only when a list for offline use asks for them. */
const alwaysHeld: ReadonlySet<string> = new Set(['assets', 'media', 'previews', 'booklets']);

export interface Steps {
  readonly first: ReadonlyMap<string, readonly Output[]>;
  /** To be listed one after the other, in this order. */
  readonly later: ReadonlyMap<string, () => readonly Output[]>;
}

/** Every file of the site, those first that somebody who edits looks at. */
export function listInSteps(catalogue: Catalogue, options: ListOptions): Steps {
  // Whatever is read while files are listed counts as read by each of them: it may stand in what they are made by.
  return new Scope().run(() => listAll(catalogue, options));
}

interface Prepared {
  readonly model: SiteModel;
  /** By language. */
  readonly contexts: ReadonlyMap<LanguageTag, (path: string) => PageContext>;
}

/** What all pages are made from. */
function prepare(catalogue: Catalogue, placement: Placement, families: Families, forgets = false): Prepared {
  const model = createSiteModel(catalogue, families);
  let lastUsed: LanguageTag | undefined;
  /** What is kept of a language, let go: whoever goes through a large site does so language by language. */
  const endings = new Map<LanguageTag, () => void>();
  const contexts = new Map(
    [...catalogue.languages].map((lang) => {
      const begin = (): (() => (path: string) => PageContext) =>
        kept(() => pageContextsOf(catalogue, lang, placement, families));
      let contextsOf = begin();
      const contextOf = (path: string): PageContext => {
        if (forgets && lastUsed !== lang) {
          if (lastUsed !== undefined) endings.get(lastUsed)!();
          lastUsed = lang;
        }
        return contextsOf()(path);
      };
      endings.set(lang, () => {
        contextsOf = begin();
        forgetKeptCards();
        keepCards(lang, model, contextOf, families);
      });
      return [lang, contextOf] as const;
    }),
  );
  keepRelated(model, families);
  keepFitting(model, families);
  for (const [lang, contextOf] of contexts) keepCards(lang, model, contextOf, families);
  return { model, contexts };
}

/** The pages of one entry in all languages, for which nothing else is listed. */
export function pagesOfEntry(
  catalogue: Catalogue,
  placement: Placement,
  { collection, id }: { readonly collection: Collection; readonly id: string },
): readonly Output[] {
  const route = entryRoutes[collection];
  if (!route) return [];
  const { model, contexts } = prepare(catalogue, placement, new Families());
  return Array.from(contexts).flatMap(([lang, contextOf]) =>
    [...route.items(model, lang)]
      .map((item) => ({ item, path: route.path(item) }))
      .filter(({ path }) => path.split('/').includes(id))
      .map(
        ({ item, path }) =>
          new Output(
            `${lang}/${path}index.html`,
            document(() => route.render(item, model, contextOf(path))),
          ),
      ),
  );
}

/** Lists the routes' pages of one language at a time, those of the whole site with `undefined`; for large sites, of which nothing is remembered. */
export function pageLister(
  catalogue: Catalogue,
  options: ListOptions,
): (lang: LanguageTag | undefined) => readonly Output[] {
  const prepared = prepare(catalogue, options.placement, options.families ?? new Families(), true);
  return (lang) => {
    if (lang === undefined) return pagesOfSite(prepared, options);
    // Lets go of the last language before its first page is made: whoever clears up when this is listed finds it.
    prepared.contexts.get(lang)!('');
    return routes.flatMap((route) => pagesOfRoute(route, lang, prepared, options));
  };
}

/** The pages of a route in one language. `found` is told of each page that can be found from outside. */
function pagesOfRoute(
  route: AnyRoute,
  lang: LanguageTag,
  { model, contexts }: Prepared,
  { placement }: ListOptions,
  found: (path: string) => void = () => {},
): Output[] {
  const contextOf = contexts.get(lang)!;
  const filesOf =
    model.catalogue.site.offline && routesOfLists.has(route.name)
      ? (html: Content) => filesOfPage(html, placement.basePath)
      : undefined;
  return fromEach(
    () => route.items(model, lang),
    (item) => {
      const path = route.path(item);
      if (!new Scope().run(() => route.isHidden?.(item, model))) found(path);
      const render = document(() => route.render(item, model, contextOf(path)));
      return [new Output(`${lang}/${path}index.html`, render, filesOf)];
    },
  );
}

/** The pages that there are once. */
function pagesOfSite({ model, contexts }: Prepared, options: ListOptions): Output[] {
  const startPages = new Map(Array.from(contexts, ([lang, contextOf]) => [lang, contextOf('')]));
  return sitePages
    .filter(({ internal }) => !internal || options.gallery)
    .map(({ file, internal, render }) => {
      const page = (): VNode => render(model, startPages, options.theme ?? '');
      // Components of the gallery are the browser's, too, and some of them have a state.
      return new Output(file, internal ? () => `<!doctype html>${renderToString(page())}` : document(page));
    });
}

function listAll(plain: Catalogue, options: ListOptions): Steps {
  const { placement, families = new Families() } = options;
  const catalogue = recordsReads() ? trackCatalogue(plain) : plain;
  const forgets = options.inLittleRoom === true && !recordsReads();
  const prepared = prepare(catalogue, placement, families, forgets);
  const { model, contexts } = prepared;
  const groups = new Map<string, readonly Output[]>();
  const first = new Map<string, readonly Output[]>();
  // What one group reads while it is listed is of no interest to the others.
  const waiting = new Map<string, () => readonly Output[]>();
  const list = (name: string, make: () => readonly Output[]): void => {
    const scope = new Scope();
    const listNow = (): readonly Output[] => {
      const outputs = scope.run(make);
      if (!options.made || alwaysHeld.has(name)) groups.set(name, outputs);
      return outputs;
    };
    if (later.has(groupOf(name))) waiting.set(name, listNow);
    else first.set(name, listNow());
  };
  const { offline } = catalogue.site;
  const findable = new Map<string, string[]>();

  for (const route of routes) {
    list(route.name, () =>
      [...contexts.keys()].flatMap((lang) =>
        pagesOfRoute(route, lang, prepared, options, (path) =>
          findable.set(path, [...(findable.get(path) ?? []), lang]),
        ),
      ),
    );
  }

  list('site', () => pagesOfSite(prepared, options));
  // Where nothing is remembered, it holds all texts no longer than they are needed.
  let searchCache: SearchCache | undefined;
  // Language by language: what is kept of one, such as cards, is made once for all that is made of it.
  for (const [lang, contextOf] of contexts) {
    const own = new Map([[lang, contextOf]]);
    list(`search ${lang}`, () => {
      if (!searchCache) (searchCache = options.searchCache ?? new SearchCache()).beginRound();
      const cache = searchCache;
      if (lang === plain.languages.at(-1)) {
        cache.endRound();
        searchCache = undefined;
      }
      if (options.share?.needsSearch(lang) === false) return [];
      const page = contextOf('angebote/');
      options.clear?.();
      const input = searchInputFor(plain, lang, (offer) => offerCard(offer, model, page), {
        cache,
        cardsFrom: `${placement.basePath} ${placement.siteUrl}`,
      });
      const files = buildIndex(input, undefined, cache);
      const all = [...files, ...nearFilesOf(lang, files, plain, model, page)];
      return all.map(([path, bytes]) => Output.ofBytes(path, bytes));
    });
    list(`embed-files ${lang}`, () => embedFiles(model, own, undefined));
    list(`gaps-files ${lang}`, () => gapsFiles(model, own));
    list(`map-files ${lang}`, () => mapFiles(model, own));
    list(`calendars ${lang}`, () => [
      ...eventCalendars(model, own),
      ...offerCalendars(model, lang, contextOf),
      ...weekFiles(model, own),
    ]);
    list(`feeds ${lang}`, () => eventFeeds(model, own));
  }
  list('sources', () => offerSources(model));
  list('exports', () => exportsOf(model, placement, findable));
  const workers = new Map<string, Uint8Array>();
  const workerPaths = new Set<string>();
  let embedded: Uint8Array | undefined;
  for (const [name, path] of placement.assets) {
    const bytes = options.files.get(path);
    if (name === 'embed-list.js') {
      embedded = bytes;
      workerPaths.add(path);
    }
    if (!isServiceWorker(name) || !bytes) continue;
    workers.set(name, bytes);
    workerPaths.add(path);
  }
  list('embed-files', () => embedFiles(model, new Map(), embedded));
  list('assets', () =>
    Array.from(options.files)
      .filter(([path]) => !workerPaths.has(path))
      .map(([path, bytes]) =>
        Output.ofBytes(
          path,
          bytes,
          offline && path.endsWith('.css') ? (css) => filesOfStyle(css.toString()) : undefined,
        ),
      ),
  );
  list('media', () =>
    Array.from(options.media, ([name, file]) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return new Output(`media/${name}`, () => readFileSync(file), undefined, `${stat?.size} ${stat?.mtimeMs}`);
    }),
  );
  list('previews', () =>
    placement.previews
      ? previewFiles(
          placement.previews,
          model,
          Array.from(contexts.values(), (contextOf) => contextOf('')),
        )
      : [],
  );
  list('booklets', () =>
    bookletOutputs(
      model,
      Array.from(contexts.values(), (contextOf) => contextOf(bookletsPath)),
      placement.booklets?.folder ?? '',
    ),
  );
  list('offline-files', () => {
    const made: Gathering = options.made ?? new Map<string, Output>();
    for (const outputs of groups.values()) for (const output of outputs) made.set(output.path, output);
    const files = new MadeFiles(made, families, [...contexts.keys()].map(searchFolder));
    return offlineFiles(model, contexts, { placement, made: files, workers });
  });
  const listed = new Map(first);
  // What is listed later would hold it.
  first.clear();
  return { first: listed, later: waiting };
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
  // What can be found was gathered while pages were listed, which nothing notes.
  const given = found.length > 0 ? contentHash(describe(pages)!) : '';
  const paths = found.map((file) => asOutput(file, given));
  return [
    ...[...listExports(exporting), ...own].map((file) => asOutput(file)),
    ...feedsOf(model, placement, exporting),
    ...paths,
  ];
}

const asOutput = ({ path, make, pieces }: ExportFile, given?: string): Output =>
  pieces ? Output.inPieces(path, pieces, given) : new Output(path, make, undefined, given);

/** A feed per language, and per topic that has offers. */
function feedsOf(model: SiteModel, placement: Placement, exporting: Exporting): Output[] {
  const { catalogue } = model;
  if (placement.siteUrl === undefined) return [];
  const { address, uuid } = exporting;
  const languages = catalogue.languages.map((lang) => {
    const pageOf = (id: string): string => exporting.offerAddress(id, lang);
    return { lang, entryOf: feedEntriesIn({ catalogue, lang, uuid, pageOf }) };
  });
  const site = (lang: LanguageTag): string => labelIn(catalogue.site.title, lang, catalogue.site.source_language);
  /** One in each language, of the same offers. */
  const feeds = (
    folder: string,
    title: (lang: LanguageTag) => string,
    offers: () => readonly CatalogueOffer[],
  ): Output[] => {
    const latest = kept(() => latestOffers(offers()));
    return languages.map(({ lang, entryOf }) => {
      const self = `${lang}/${folder}feed.xml`;
      return new Output(self, () =>
        offerFeed({
          catalogue,
          offers: latest(),
          lang,
          title: title(lang),
          self: address(self),
          page: address(`${lang}/${folder === '' ? 'angebote/' : folder}`),
          entryOf,
        }),
      );
    });
  };
  return [
    ...feeds('', site, () => model.current),
    ...fromEach(
      () => model.byTopic.keys(),
      (topic) => {
        const title = (lang: LanguageTag): string => {
          const term = catalogue.vocabularies.topics.get(topic);
          return `${term ? labelIn(term.label, lang, catalogue.site.source_language) : topic} – ${site(lang)}`;
        };
        return feeds(`themen/${topic}/`, title, () => model.byTopic.get(topic) ?? []);
      },
    ),
  ];
}
