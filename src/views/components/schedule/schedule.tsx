import type { VNode } from 'preact';
import { type ShownText, Text } from '../text/text.tsx';

/** One rule of when an offer takes place, in words. */
export interface ScheduleLine {
  /** Days and rhythm, or single dates. */
  readonly days?: string;
  readonly time?: string;
  /** First and last day, school holidays. */
  readonly details: readonly string[];
  readonly note?: ShownText;
}

export function Schedule({ lines }: { readonly lines: readonly ScheduleLine[] }): VNode {
  return (
    <ul class="schedule">
      {lines.map(({ days, time, details, note }, index) => (
        <li key={index}>
          {days && <span class="schedule-days">{days}</span>}
          {time && <span class="schedule-time">{time}</span>}
          {details.map((detail) => (
            <span key={detail} class="schedule-detail">
              {detail}
            </span>
          ))}
          {note && (
            <span class="schedule-detail">
              <Text text={note} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
