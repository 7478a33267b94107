import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface ListedChange {
  readonly title: ShownText;
  /** Absent where there is no page any more. */
  readonly href?: string;
  /** What is different, or whose it is. */
  readonly note?: ShownText;
}

/** What has changed, one line each: made to be read aloud in a meeting, on a screen or from paper. */
export function ChangeList({ changes }: { readonly changes: readonly ListedChange[] }): VNode {
  return (
    <ul class="change-list">
      {changes.map(({ title, href, note }, index) => (
        <li key={index}>
          {href === undefined ? (
            <span {...foreign(title)}>{title.value}</span>
          ) : (
            <a href={href} {...foreign(title)}>
              {title.value}
            </a>
          )}
          {note && (
            <span class="change-note" {...foreign(note)}>
              {note.value}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
