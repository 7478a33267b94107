import type { VNode } from 'preact';
import type { PageContext } from '../../page-context.ts';

export function SiteFooter({ page }: { readonly page: PageContext }): VNode {
  const { publisher } = page.site;
  const own = page.own?.fill('footer');
  return (
    <footer class="site-footer">
      <div class="wrap">
        <nav aria-label={page.t('app.footer-menu')}>
          <ul>
            {[...page.mainMenu, ...page.footerMenu].map(({ href, label, lang, current }) => (
              <li key={href}>
                <a href={href} lang={lang} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {page.t('footer.publisher')}{' '}
          <bdi>{publisher.url ? <a href={publisher.url}>{publisher.name}</a> : publisher.name}</bdi>
        </p>
        <p>{page.t('footer.as-of', { date: page.formats.date(page.today) })}</p>
        {own && <div class="own-code">{own}</div>}
        {page.site.url && <p class="print-only">{new URL(page.link(page.path), page.site.url).href}</p>}
        {publisher.email && (
          <p class="no-print">
            <a href={`mailto:${publisher.email}`}>{page.t('footer.report')}</a>
          </p>
        )}
      </div>
    </footer>
  );
}
