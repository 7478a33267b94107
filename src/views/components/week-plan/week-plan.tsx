import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { foreign, type ShownText } from '../text/text.tsx';

export interface WeekItem {
  readonly href: string;
  readonly title: ShownText;
  readonly time?: string;
  readonly where?: ShownText;
  /** What must be known before one goes: registration, or a date to be asked for. */
  readonly note?: string;
}

export interface WeekDay {
  readonly date: string;
  /** Weekday and date in words. */
  readonly title: string;
  readonly isHoliday: boolean;
  readonly items: readonly WeekItem[];
  /** Those that are not shown, and where they are. */
  readonly more?: { readonly count: number; readonly href: string };
}

export interface WeekPlanProps {
  readonly t: Translate;
  /** From when to when, in words. */
  readonly range: string;
  readonly days: readonly WeekDay[];
}

/** Day by day what takes place: one below the other on a phone, columns where there is room. */
export function WeekPlan({ t, range, days }: WeekPlanProps): VNode {
  return (
    <section class="week-plan" aria-labelledby="week-range">
      <h2 id="week-range">{range}</h2>
      <ol class="week-days">
        {days.map(({ date, title, isHoliday, items, more }) => (
          <li key={date} class="week-day" data-date={date}>
            <h3>
              <time dateTime={date}>{title}</time>
              {isHoliday && <span class="week-holiday">{t('week.holiday')}</span>}
            </h3>
            {items.length === 0 && !more && <p class="week-nothing">{t('week.nothing')}</p>}
            {items.length > 0 && (
              <ul role="list">
                {items.map(({ href, title: name, time, where, note }, index) => (
                  <li key={`${href} ${index}`}>
                    {time !== undefined && <p class="week-time">{time}</p>}
                    <p class="week-title" {...foreign(name)}>
                      <a href={href}>{name.value}</a>
                    </p>
                    {(where ?? note) !== undefined && (
                      <p class="week-where">
                        {where && <bdi {...foreign(where)}>{where.value}</bdi>}
                        {where && note !== undefined && ' · '}
                        {note}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {more && (
              <p class="week-more">
                <a href={more.href}>{t('week.more', { count: more.count })}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
