import type { VNode } from 'preact';
import type { PageContext } from '../../page-context.ts';
import { BrandMark } from '../brand-mark/brand-mark.tsx';
import { LanguageSwitch } from '../language-switch/language-switch.tsx';
import { TextSize } from '../text-size/text-size.tsx';

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
        <div class="site-header-tools">
          <TextSize t={page.t} />
          <LanguageSwitch
            label={page.t('language-switch.label')}
            current={page.language}
            choices={page.languages.map((language) => ({ language, href: page.link(page.path, language.tag) }))}
          />
        </div>
        <nav class="main-menu" aria-label={page.t('app.main-menu')}>
          <ul>
            {page.mainMenu.map(({ href, label, lang, current, urgent }) => (
              <li key={href} class={urgent ? 'menu-urgent' : undefined}>
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
