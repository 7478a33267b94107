import type { VNode } from 'preact';
import type { LanguageTag } from '../model/diagnostic.ts';
import { BrandMark } from '../views/components/brand-mark/brand-mark.tsx';
import { Document } from '../views/components/document/document.tsx';
import type { PageContext } from '../views/page-context.ts';
import { Gallery } from './gallery.tsx';
import type { SiteModel } from './site-model.ts';

/** A page that is the same for readers of all languages. */
export interface SitePage {
  /** Below the site's root. */
  readonly file: string;
  /** Only for those who work on the site. */
  readonly internal?: boolean;
  /** `pages`: the start page's context of each language, in the order of `site.yml`. */
  readonly render: (model: SiteModel, pages: ReadonlyMap<LanguageTag, PageContext>) => VNode;
}

export const sitePages: readonly SitePage[] = [
  { file: 'index.html', render: (_, pages) => <LanguageChoice pages={[...pages.values()]} /> },
  { file: '404.html', render: (_, pages) => <NotFound pages={[...pages.values()]} /> },
  { file: 'galerie/index.html', internal: true, render: (_, pages) => <Gallery pages={[...pages.values()]} /> },
];

function firstOf(pages: readonly PageContext[]): PageContext {
  const [first] = pages;
  if (!first) throw new Error('The site has no language');
  return first;
}

interface PagesProps {
  readonly pages: readonly PageContext[];
}

/** The first page: every language by its own name. Nobody is sent on by a guess. */
function LanguageChoice({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  return (
    <Document page={first} neutral description={first.site.tagline}>
      <div class="language-choice">
        <div class="wrap">
          <p class="language-choice-mark">
            <BrandMark />
          </p>
          <h1>{first.site.title}</h1>
          <ul>
            {pages.map(({ language, t, link }) => (
              <li key={language.tag}>
                <a href={link('')} lang={language.tag} dir={language.dir} hreflang={language.tag}>
                  <span class="language-choice-name">{language.name}</span>
                  <span class="language-choice-welcome">{t('root.welcome')}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Document>
  );
}

/** The server knows neither the reader's language nor the page that was meant, so each language helps on in turn. */
function NotFound({ pages }: PagesProps): VNode {
  const first = firstOf(pages);
  return (
    <Document page={first} neutral hidden title={first.t('not-found.title')}>
      <div class="wrap not-found">
        <p class="language-choice-mark">
          <BrandMark />
        </p>
        <h1>404</h1>
        {pages.map(({ language, t, link }) => (
          <section key={language.tag} lang={language.tag} dir={language.dir}>
            <h2>{t('not-found.title')}</h2>
            <p>{t('not-found.text')}</p>
            <p class="more-links">
              <a href={link('')}>{t('app.home')}</a> <a href={link('angebote/')}>{t('menu.offers')}</a>
            </p>
          </section>
        ))}
      </div>
    </Document>
  );
}
