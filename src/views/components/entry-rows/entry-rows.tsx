import type { VNode } from 'preact';
import { Badge, type Tone } from '../badge/badge.tsx';
import { foreign, type ShownText, Text } from '../text/text.tsx';

export interface EntryRow {
  readonly href: string;
  readonly title: ShownText;
  /** What kind of thing it is. */
  readonly kicker?: string;
  readonly badge?: { readonly tone: Tone; readonly label: string };
  /** When it is; for `<time datetime>` and for people. */
  readonly date?: { readonly datetime: string; readonly text: string };
  readonly text?: ShownText;
  /** Short facts in one line. */
  readonly details?: readonly ShownText[];
  /** Stands below the row before it as a part of it. */
  readonly inner?: boolean;
}

export interface EntryRowsProps {
  readonly rows: readonly EntryRow[];
  /** Of the titles. */
  readonly level?: 2 | 3 | 4;
}

/** Networks, meetings or programmes one below the other, each with what helps to choose. */
export function EntryRows({ rows, level = 3 }: EntryRowsProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <ul class="entry-rows" role="list">
      {rows.map(({ href, title, kicker, badge, date, text, details = [], inner }) => (
        <li key={href} class={inner ? 'entry-row entry-row-inner' : 'entry-row'}>
          <p class="entry-row-kicker">
            {date && (
              <time class="entry-row-date" dateTime={date.datetime}>
                {date.text}
              </time>
            )}
            {kicker && <span>{kicker}</span>}
            {badge && <Badge {...badge} />}
          </p>
          <Heading class="entry-row-title" {...foreign(title)}>
            <a href={href}>{title.value}</a>
          </Heading>
          {text && (
            <p class="entry-row-text" {...foreign(text)}>
              {text.value}
            </p>
          )}
          {details.length > 0 && (
            <ul class="inline-list entry-row-details">
              {details.map((detail) => (
                <li key={detail.value}>
                  <Text text={detail} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
