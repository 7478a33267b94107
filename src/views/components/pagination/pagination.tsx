import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';

export interface PaginationProps {
  readonly t: Translate;
  readonly current: number;
  readonly total: number;
  readonly previous?: string;
  readonly next?: string;
  /** The pages to show, in order; a gap in the numbers is drawn as one. */
  readonly pages: readonly { readonly number: number; readonly href: string }[];
}

export function Pagination({ t, current, total, previous, next, pages }: PaginationProps): VNode {
  return (
    <nav class="pagination" aria-label={t('pagination.label')}>
      <p class="pagination-state">{t('pagination.page', { page: current, total })}</p>
      <ul>
        {previous && (
          <li>
            <a class="button button-second pagination-previous" rel="prev" href={previous}>
              <Icon name="arrow" />
              {t('pagination.previous')}
            </a>
          </li>
        )}
        {pages.map(({ number, href }, index) => (
          <li key={number} class={number - (pages[index - 1]?.number ?? 0) > 1 ? 'pagination-gap' : undefined}>
            <a
              class="pagination-number"
              href={href}
              aria-label={t('pagination.go', { page: number })}
              aria-current={number === current ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
        {next && (
          <li>
            <a class="button button-second" rel="next" href={next}>
              {t('pagination.next')}
              <Icon name="arrow" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
