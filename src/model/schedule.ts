import { daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from './calendar.ts';
import type { IsoDate } from './diagnostic.ts';
import type { IsPublicHoliday } from './public-holidays.ts';
import type { Offer, Site } from './schema.generated.ts';

export type Schedule = NonNullable<Offer['schedule']>;
export type ScheduleItem = Schedule[number];
export type SchoolHolidays = NonNullable<Site['school_holidays']>;

export interface Occurrence {
  readonly date: IsoDate;
  /** `HH:MM`, local time. */
  readonly from?: string;
  readonly to?: string;
  /** Which item of the schedule it comes from: its note belongs to it. */
  readonly index: number;
}

export interface OccurrenceOptions {
  /** The first day that counts, usually today. */
  readonly from: IsoDate;
  /** The last day that counts, such as the end of the offer. */
  readonly until?: IsoDate;
  readonly count: number;
  readonly schoolHolidays: SchoolHolidays;
  readonly isPublicHoliday: IsPublicHoliday;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How far ahead a recurring offer is looked for, from the day it may first take place. */
const horizon = 400;

/** Which of its weekday a date is in its month, for `every: second-of-month` and its like. */
const nthOfMonth: Readonly<Record<string, number>> = {
  'first-of-month': 1,
  'second-of-month': 2,
  'third-of-month': 3,
  'fourth-of-month': 4,
};

/** Both are day numbers. */
const mondayOf = (some: number): number => some - weekdayOf(some);

/** Whether the rhythm of an item falls on that day; the weekday is already known to fit. */
function isInRhythm({ every = 'week', valid }: ScheduleItem, day: number, date: IsoDate): boolean {
  if (every === 'week') return true;
  if (every === 'two-weeks') {
    // Without a first week nobody can say which weeks are meant.
    if (valid?.from === undefined) return false;
    return ((mondayOf(day) - mondayOf(toDayNumber(valid.from))) / 7) % 2 === 0;
  }
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  if (every === 'last-of-month') return dayOfMonth > daysInMonth(year, month) - 7;
  return Math.ceil(dayOfMonth / 7) === nthOfMonth[every];
}

const laterOf = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b > a ? b : a);
const earlierOf = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

function occurrencesOf(
  item: ScheduleItem,
  index: number,
  { from, until, count, schoolHolidays, isPublicHoliday }: OccurrenceOptions,
): Occurrence[] {
  const first = laterOf(from, item.valid?.from);
  const last = earlierOf(until, item.valid?.until);
  const at = (date: IsoDate): Occurrence => ({
    date,
    ...(item.from === undefined ? {} : { from: item.from }),
    ...(item.to === undefined ? {} : { to: item.to }),
    index,
  });
  // A date that somebody wrote down is meant, holiday or not.
  const found = new Set((item.dates ?? []).filter((date) => date >= first && (last === undefined || date <= last)));

  if (item.days) {
    const wanted = new Set(item.days.map((day) => weekdays.indexOf(day)));
    const start = toDayNumber(first);
    const end = Math.min(start + horizon, last === undefined ? Infinity : toDayNumber(last));
    let recurring = 0;
    for (let day = start; day <= end && recurring < count; day += 1) {
      if (!wanted.has(weekdayOf(day))) continue;
      const date = fromDayNumber(day);
      if (!isInRhythm(item, day, date) || isPublicHoliday(date)) continue;
      if (
        item.school_holidays === 'no' &&
        schoolHolidays.some((holiday) => holiday.from <= date && date <= holiday.until)
      )
        continue;
      found.add(date);
      recurring += 1;
    }
  }
  return [...found].map(at);
}

/**
 * The next times an offer takes place, soonest first. What recurs by weekday is taken to fall out on public holidays,
 * and in school holidays where the offer says so: a wasted way is worse than a missed date.
 */
export function nextOccurrences(schedule: Schedule, options: OccurrenceOptions): Occurrence[] {
  const key = ({ date, from = '' }: Occurrence): string => `${date} ${from}`;
  return schedule
    .flatMap((item, index) => occurrencesOf(item, index, options))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.index - b.index))
    .slice(0, options.count);
}
