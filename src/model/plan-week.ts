import { addDays } from './calendar.ts';
import type { IsoDate } from './diagnostic.ts';
import type { Occurrence } from './schedule.ts';
import { occurrencesIn, type Holidays, type Timetable } from './timetable.ts';

/** One day and what takes place on it, by time. */
export interface PlannedDay<Entry> {
  readonly date: IsoDate;
  readonly isHoliday: boolean;
  readonly times: readonly { readonly entry: Entry; readonly time: Occurrence }[];
}

/** Seven days from `from` on; entries of the same time keep their order. */
export function planWeek<Entry extends { readonly timetable: Timetable }>(
  entries: readonly Entry[],
  from: IsoDate,
  holidays: Holidays,
): PlannedDay<Entry>[] {
  const until = addDays(from, 6);
  const times = entries.flatMap((entry) =>
    occurrencesIn(entry.timetable, { from, until }, holidays).map((time) => ({ entry, time })),
  );
  const start = ({ time }: { readonly time: Occurrence }): string => time.from ?? '';
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index);
    return {
      date,
      isHoliday: holidays.isPublicHoliday(date),
      times: times
        .filter(({ time }) => time.date === date)
        .sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0)),
    };
  });
}
