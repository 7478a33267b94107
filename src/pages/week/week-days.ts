import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { PlannedDay } from '../../model/plan-week.ts';
import type { WeekDay, WeekItem } from '../../views/components/week-plan/week-plan.tsx';
import { timeText } from '../schedule-text.ts';

interface Words {
  readonly t: Translate;
  readonly formats: Formats;
}

/**
 * Days in words. Of a day with more than `perDay` those are shown that take place least often in the week, because what
 * is open every day can wait until tomorrow; the others are in the list of offers at `list`.
 */
export function weekDays<Entry>(
  days: readonly PlannedDay<Entry>[],
  itemOf: (entry: Entry) => Omit<WeekItem, 'time'>,
  words: Words,
  { perDay, list }: { readonly perDay: number; readonly list: string },
): WeekDay[] {
  const often = new Map<Entry, number>();
  for (const { times } of days) for (const { entry } of times) often.set(entry, (often.get(entry) ?? 0) + 1);
  return days.map(({ date, isHoliday, times }) => {
    // One left over would take as much room as the line that tells of it.
    const isFull = times.length > perDay + 1;
    const rarest = new Set(
      [...times].sort((a, b) => (often.get(a.entry) ?? 0) - (often.get(b.entry) ?? 0)).slice(0, perDay),
    );
    const shown = isFull ? times.filter((time) => rarest.has(time)) : times;
    const count = times.length - shown.length;
    return {
      date,
      isHoliday,
      title: words.formats.date(date, 'weekday'),
      items: shown.map(({ entry, time }) => {
        const text = timeText(time, words);
        return { ...itemOf(entry), ...(text ? { time: text } : {}) };
      }),
      ...(count > 0 ? { more: { count, href: `${list}${list.includes('?') ? '&' : '?'}when=${date}` } } : {}),
    };
  });
}

/** So many lines of a day a reader looks through. */
export const linesPerDay = 8;

/** From the first to the last of them, in words. */
export const rangeText = (days: readonly { readonly date: string }[], { t, formats }: Words): string =>
  t('schedule.valid-range', {
    from: formats.date(days[0]?.date ?? ''),
    until: formats.date(days.at(-1)?.date ?? ''),
  });
