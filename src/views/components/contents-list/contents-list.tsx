import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface ContentsItem {
  readonly href: string;
  readonly label: ShownText;
  readonly items?: readonly ContentsItem[];
}

interface Props {
  readonly title: string;
  readonly items: readonly ContentsItem[];
}

/** Table of contents of a long page. */
export function ContentsList({ title, items }: Props): VNode {
  return (
    <nav class="contents-list" aria-label={title}>
      <p class="contents-list-title" aria-hidden="true">
        {title}
      </p>
      <Items items={items} />
    </nav>
  );
}

function Items({ items }: Pick<Props, 'items'>): VNode {
  return (
    <ol>
      {items.map(({ href, label, items: below }) => (
        <li key={href}>
          <a href={href} {...foreign(label)}>
            {label.value}
          </a>
          {below && below.length > 0 && <Items items={below} />}
        </li>
      ))}
    </ol>
  );
}
