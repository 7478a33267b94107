import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface LinkChip {
  readonly href: string;
  readonly label: ShownText;
  /** The same name in another language, e.g. a language's name in itself. */
  readonly second?: ShownText;
}

/** Short ways to pages of the same kind, e.g. towns. */
export function LinkChips({ links }: { readonly links: readonly LinkChip[] }): VNode {
  return (
    <ul class="link-chips" role="list">
      {links.map(({ href, label, second }) => (
        <li key={href}>
          <a class="chip" href={href}>
            <span {...foreign(label)}>{label.value}</span>
            {second && (
              <span class="chip-second" {...foreign(second)}>
                {second.value}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
