import type { VNode } from 'preact';
import type { PageContext } from '../../page-context.ts';
import { BrandMark } from '../brand-mark/brand-mark.tsx';
import { LanguageSwitch } from '../language-switch/language-switch.tsx';

export function SiteHeader({ page }: { readonly page: PageContext }): VNode {
  return (
    <header class="site-header">
      {page.site.notice && (
        <p class="site-notice">
          <span>{page.site.notice}</span>
        </p>
      )}
      <div class="site-header-row wrap">
        <a class="brand" href={page.link('')}>
          <BrandMark />
          <span class="brand-name">{page.site.title}</span>
        </a>
        <LanguageSwitch
          label={page.t('language-switch.label')}
          current={page.language}
          choices={page.languages.map((language) => ({ language, href: page.link(page.path, language.tag) }))}
        />
        <nav class="main-menu" aria-label={page.t('app.main-menu')}>
          <ul>
            {page.mainMenu.map(({ href, label, lang, current }) => (
              <li key={href}>
                <a href={href} lang={lang} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
