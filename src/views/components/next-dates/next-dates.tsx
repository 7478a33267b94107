import type { VNode } from 'preact';

export interface NextDate {
  /** For `<time datetime>`, in the time of the place: `2026-11-24T18:00`, or a day without time. */
  readonly datetime: string;
  readonly date: string;
  readonly time?: string;
}

export interface NextDatesProps {
  readonly title: string;
  readonly dates: readonly NextDate[];
  /** Shown where no date is left. */
  readonly none: string;
  /** The same dates as a file for the reader's own calendar. */
  readonly calendar?: { readonly href: string; readonly label: string };
}

export function NextDates({ title, dates, none, calendar }: NextDatesProps): VNode {
  return (
    <section class="next-dates">
      <h2>{title}</h2>
      <ol>
        {dates.map(({ datetime, date, time }) => (
          <li key={datetime} data-next-date>
            <time dateTime={datetime}>
              <span class="next-dates-date">{date}</span>
              {time && <span class="next-dates-time">{time}</span>}
            </time>
          </li>
        ))}
      </ol>
      <p class="next-dates-none" hidden={dates.length > 0}>
        {none}
      </p>
      {calendar && (
        <p class="no-print">
          <a href={calendar.href} type="text/calendar">
            {calendar.label}
          </a>
        </p>
      )}
    </section>
  );
}
