import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Entry {
  readonly href: string;
  readonly title: ShownText;
  /** The title in another language. */
  readonly second?: ShownText;
  readonly kicker?: string;
  /** Number of offers, in words. */
  readonly count: string;
}

/** Towns, organisations or languages with what is to be found there. */
export function EntryList({ entries }: { readonly entries: readonly Entry[] }): VNode {
  return (
    <ul class="entry-list" role="list">
      {entries.map(({ href, title, second, kicker, count }) => (
        <li key={href}>
          <a class="entry" href={href}>
            {kicker && <span class="entry-kicker">{kicker}</span>}
            <span class="entry-title" {...foreign(title)}>
              {title.value}
            </span>
            {second && (
              <span class="entry-second" {...foreign(second)}>
                {second.value}
              </span>
            )}
            <span class="entry-count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
