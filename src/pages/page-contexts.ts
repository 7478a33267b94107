import type { Extension } from '../extension.ts';
import { ownPartsOf } from '../extensions/own-parts.ts';
import { formatsFor } from '../i18n/formats.ts';
import { findLanguage, type Language } from '../i18n/languages.ts';
import { loadMessages } from '../i18n/load-texts.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { PrintedBooklet } from '../model/printed-booklet.ts';
import { appManifest } from '../model/offline-set.ts';
import { labelIn } from '../model/label-in.ts';
import { Families, reckoned } from '../model/reads.ts';
import { textsIn } from '../model/translation.ts';
import type { MenuLink, PageContext } from '../views/page-context.ts';
import { makesStatement, statementPath } from './accessibility/statement-route.tsx';
import { emergencyPath, hasEmergencyPage } from './emergency/emergency-path.ts';
import { glossaryPath, hasGlossary } from './glossary/page-words.tsx';
import { bookletsPath } from './booklet/booklet-link.tsx';
import { myListPath } from './my-list-route.tsx';
import { type Previews, previewAddresses } from './previews.ts';
import { hasHub, hubPath, linksOf } from './steering-links.ts';

/** Where the site will stand and what its built files are called. */
export interface Placement {
  /** `/` or `/path/`. */
  readonly basePath: string;
  readonly siteUrl?: string;
  /** Address of a built file below the base path, by its plain name: `site.css` → `assets/site.3f2a.css`. */
  readonly assets: ReadonlyMap<string, string>;
  /** Only for a site that knows its own address. */
  readonly previews?: Previews;
  /** Booklets that were printed, and the folder they are in. */
  readonly booklets?: { readonly folder: string; readonly printed: readonly PrintedBooklet[] };
  /** The town's own code. */
  readonly extension?: Extension;
}

/** Makes the page contexts of one language; what all its pages share is computed once. */
export function pageContextsOf(
  catalogue: Catalogue,
  lang: LanguageTag,
  placement: Placement,
  families = new Families(),
): (path: string) => PageContext {
  const language = requireLanguage(lang);
  const formats = formatsFor(lang);
  const t = createTranslator(loadMessages(lang, catalogue.texts.get(lang)), formats);
  const { site } = catalogue;
  const link = (path: string, target: LanguageTag = lang): string => `${placement.basePath}${target}/${path}`;
  const asset = (name: string): string => {
    const path = placement.assets.get(name);
    if (path === undefined) throw new Error(`No built file “${name}”`);
    return placement.basePath + path;
  };
  const shared = {
    language,
    lang,
    dir: language.dir,
    t,
    formats,
    languages: catalogue.languages.map(requireLanguage),
    site: {
      title: labelIn(site.title, lang, site.source_language),
      ...(site.tagline ? { tagline: labelIn(site.tagline, lang, site.source_language) } : {}),
      ...(site.notice ? { notice: labelIn(site.notice, lang, site.source_language) } : {}),
      publisher: site.publisher,
      ...(placement.siteUrl ? { url: placement.siteUrl } : {}),
    },
    today: catalogue.today,
    root: placement.basePath,
    media: `${placement.basePath}media/`,
    ...(site.offline ? { appManifest: link(appManifest) } : {}),
    link,
    asset,
    fonts: Array.from(placement.assets.keys())
      .filter(
        (name) =>
          language.font !== undefined && name.startsWith(`font-${language.font}-`) && name.endsWith('-400.woff2'),
      )
      .map(asset),
  };
  const booklets = placement.booklets?.printed.filter((booklet) => booklet.lang === lang) ?? [];
  const previews = placement.previews && previewAddresses(placement.previews, placement.basePath, shared);
  const menu = (where: 'main' | 'footer'): readonly (MenuLink & { path: string })[] =>
    Array.from(catalogue.pages.values())
      .filter(({ data }) => (data.menu ?? 'footer') === where)
      .sort((a, b) => (a.data.order ?? 100) - (b.data.order ?? 100) || (a.id < b.id ? -1 : 1))
      .map((page) => {
        const title = textsIn(page, lang).text('title');
        return {
          label: title?.value ?? page.id,
          ...(title && title.lang !== lang ? { lang: title.lang } : {}),
          href: link(`${page.id}/`),
          path: `${page.id}/`,
        };
      });
  const browse = (
    [
      ['angebote/', t('menu.offers')],
      ['themen/', t('menu.topics')],
      ['orte/', t('menu.towns')],
    ] as const
  ).map(([path, label]) => ({ label, href: link(path), path }));
  // Kept under a name: what a page's body or an offer says seldom changes what stands in the menus of all pages.
  const menus = reckoned(families, `menus ${lang}`, () => ({
    main: asMenu([...browse, ...menu('main'), ...emergency()]),
    footer: asMenu(footer()),
  }));
  const emergency = (): readonly (MenuLink & { path: string })[] =>
    hasEmergencyPage(catalogue)
      ? [{ label: t('emergency.title'), href: link(emergencyPath), path: emergencyPath, urgent: true }]
      : [];
  const footer = (): readonly (MenuLink & { path: string })[] =>
    [
      [myListPath, t('list.title')] as const,
      ...(hasGlossary(catalogue) ? [[glossaryPath, t('glossary.title')] as const] : []),
      ...(booklets.length > 0 ? [[bookletsPath, t('booklets.title')] as const] : []),
      ['mitmachen/', t('datasheet.title')] as const,
      ...linksOf('footer', catalogue).map(({ path, title }) => [path, t(title)] as const),
      ...(hasHub(catalogue) ? [[hubPath, t('steering.title')] as const] : []),
    ]
      .map(([path, label]): MenuLink & { path: string } => ({ label, href: link(path), path }))
      .concat(menu('footer'))
      .concat(
        makesStatement(catalogue)
          ? [{ label: t('accessibility.title'), href: link(statementPath), path: statementPath }]
          : [],
      );
  const own = placement.extension && ownPartsOf(placement.extension, catalogue);
  const pages = { ...shared, ...(previews ? { previews } : {}), ...(booklets.length > 0 ? { booklets } : {}) };
  let last: PageContext | undefined;
  return (path) => {
    // Asked for each time, so that it is noted who has read them.
    const { main, footer: foot } = menus('');
    // All cards of a language are made for one page.
    if (last?.path === path) return last;
    const page = { ...pages, path, mainMenu: menuAt(path, main), footerMenu: menuAt(path, foot) };
    if (own) return { ...page, own: own(page) };
    return (last = page);
  };
}

/** A menu with the paths that its links lead to: most pages are none of them, and share the links as they are. */
interface Menu {
  readonly links: readonly MenuLink[];
  readonly paths: readonly string[];
}

const asMenu = (links: readonly (MenuLink & { path: string })[]): Menu => ({
  links: links.map(({ path: _path, ...link }) => link),
  paths: links.map(({ path }) => path),
});

const menuAt = (path: string, { links, paths }: Menu): readonly MenuLink[] =>
  paths.includes(path)
    ? links.map((link, index) => (paths[index] === path ? { ...link, current: true } : link))
    : links;

function requireLanguage(tag: LanguageTag): Language {
  const language = findLanguage(tag);
  if (!language) throw new Error(`No interface language “${tag}”`);
  return language;
}
