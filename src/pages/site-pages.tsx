import type { VNode } from 'preact';
import type { LanguageTag } from '../model/diagnostic.ts';
import { BrandMark } from '../views/components/brand-mark/brand-mark.tsx';
import { Document } from '../views/components/document/document.tsx';
import type { PageContext } from '../views/page-context.ts';
import { DesignPage } from './design/design-page.tsx';
import { Gallery } from './gallery.tsx';
import { myListPath } from './my-list-route.tsx';
import type { SiteModel } from './site-model.ts';

/** A page that is the same for readers of all languages. */
export interface SitePage {
  /** Below the site's root. */
  readonly file: string;
  /** Only for those who work on the site. */
  readonly internal?: boolean;
  /** `pages`: the start page's context of each language, in the order of `site.yml`; `theme`: the town's style sheet. */
  readonly render: (model: SiteModel, pages: ReadonlyMap<LanguageTag, PageContext>, theme?: string) => VNode;
}

export const sitePages: readonly SitePage[] = [
  { file: 'index.html', render: (_, pages) => <LanguageChoice pages={[...pages.values()]} /> },
  { file: 'merkliste/index.html', render: (_, pages) => <ListLanguages pages={[...pages.values()]} /> },
  { file: 'angebot/index.html', render: (_, pages) => <OfferLanguages pages={[...pages.values()]} /> },
  { file: '404.html', render: (_, pages) => <NotFound pages={[...pages.values()]} /> },
  {
    file: 'galerie/index.html',
    internal: true,
    render: (_, pages) => <Gallery page={firstOf([...pages.values()])} other="rtl/" />,
  },
  {
    file: 'galerie/rtl/index.html',
    internal: true,
    render: (_, pages) => {
      const all = [...pages.values()];
      return <Gallery page={all.find(({ dir }) => dir === 'rtl') ?? firstOf(all)} other="../" />;
    },
  },
  {
    file: 'gestaltung/index.html',
    internal: true,
    render: (_, pages, theme) => (
      <DesignPage page={pages.get('de') ?? firstOf([...pages.values()])} theme={theme ?? ''} />
    ),
  },
];

function firstOf(pages: readonly PageContext[]): PageContext {
  const [first] = pages;
  if (!first) throw new Error('The site has no language');
  return first;
}

interface PagesProps {
  readonly pages: readonly PageContext[];
}

interface LanguageLinksProps extends PagesProps {
  readonly title: string;
  /** Where in each language the link leads: a path below it. */
  readonly path: string;
  /** A word in each language that says what is there. */
  readonly word: 'root.welcome' | 'list.show' | 'pass-on.open';
}

/** Every language by its own name. Nobody is sent on by a guess. */
function LanguageLinks({ pages, title, path, word }: LanguageLinksProps): VNode {
  return (
    <div class="language-choice">
      <div class="wrap">
        <p class="language-choice-mark">
          <BrandMark />
        </p>
        <h1>{title}</h1>
        <ul>
          {pages.map(({ language, t, link }) => (
            <li key={language.tag}>
              <a href={link(path)} lang={language.tag} dir={language.dir} hreflang={language.tag}>
                <span class="language-choice-name">{language.name}</span>
                <span class="language-choice-welcome">{t(word)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The first page of the site. */
function LanguageChoice({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  return (
    <Document page={first} neutral description={first.site.tagline}>
      <LanguageLinks pages={pages} title={first.site.title} path="" word="root.welcome" />
    </Document>
  );
}

/** What the QR code of a list opens: each reader in the language of their own; the list stands behind the address's `#`. */
function ListLanguages({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  const title = first.t('list.choose-language');
  return (
    <Document page={first} neutral hidden title={first.t('list.title')} scripts={['list-language.js']}>
      <LanguageLinks pages={pages} title={title} path={myListPath} word="list.show" />
    </Document>
  );
}

/** What the QR code of an offer opens: a script leads on by the languages that the reader has set, else they choose. */
function OfferLanguages({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  return (
    <Document page={first} neutral hidden title={first.site.title} scripts={['offer-language.js']}>
      <LanguageLinks pages={pages} title={first.t('list.choose-language')} path="" word="pass-on.open" />
    </Document>
  );
}

/** The server knows neither the reader's language nor the page that was meant: the site's first language in full, then all others in short. */
function NotFound({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  return (
    <Document page={first} neutral hidden title={first.t('not-found.title')}>
      <div class="wrap not-found">
        <p class="language-choice-mark">
          <BrandMark />
        </p>
        <h1>{first.t('not-found.title')}</h1>
        <p>{first.t('not-found.text')}</p>
        <WaysOn page={first} />
        <ul class="not-found-languages" role="list">
          {pages.slice(1).map((page) => (
            <li key={page.lang} lang={page.lang} dir={page.dir}>
              <p>{page.t('not-found.title')}</p>
              <WaysOn page={page} />
            </li>
          ))}
        </ul>
      </div>
    </Document>
  );
}

function WaysOn({ page: { t, link } }: { readonly page: PageContext }): VNode {
  return (
    <p class="not-found-ways">
      <a href={link('')}>{t('app.home')}</a> <a href={link('angebote/')}>{t('menu.offers')}</a>
    </p>
  );
}
