import type { ComponentChildren, VNode } from 'preact';

export interface DatedItem {
  readonly key: string;
  readonly date: string;
  /** For machines: ISO. */
  readonly dateTime: string;
  readonly children: ComponentChildren;
}

/** What happened when; the newest first. */
export function DatedList({ items }: { readonly items: readonly DatedItem[] }): VNode {
  return (
    <ol class="dated-list">
      {items.map(({ key, date, dateTime, children }) => (
        <li key={key}>
          <time dateTime={dateTime}>{date}</time>
          <div>{children}</div>
        </li>
      ))}
    </ol>
  );
}
