import type { IsoDate } from '../model/diagnostic.ts';
import {
  nextOccurrences,
  type Occurrence,
  type OccurrenceOptions,
  type Schedule,
  type ScheduleItem,
} from '../model/schedule.ts';

/** How an entry of a calendar comes again; its own start is the first time. */
export interface Recurrence {
  readonly every: 'week' | 'month';
  /** 2: every other week. */
  readonly interval?: number;
  /** As RFC 5545 writes them: `MO`, `2TU` for the second Tuesday of a month, `-1FR` for its last Friday. */
  readonly days: readonly string[];
  /** The last day on which it may happen. */
  readonly until?: IsoDate;
  /** Days on which the rule would fall but nothing happens. */
  readonly excluded: readonly IsoDate[];
}

/** One entry that a schedule makes in a calendar: a rule, or a single day that somebody wrote down. */
export interface RecurringTime {
  readonly first: Occurrence;
  readonly recurrence?: Recurrence;
}

/** More occurrences than lie within the time that `nextOccurrences` looks ahead. */
const many = 1000;

const dayCodes = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
} as const;

const nth: Readonly<Record<string, number>> = {
  'first-of-month': 1,
  'second-of-month': 2,
  'third-of-month': 3,
  'fourth-of-month': 4,
  'last-of-month': -1,
};

/** On which days a rule falls, as RFC 5545 writes them, and whether it is one of weeks or of months. */
export function ruleDays({ days = [], every = 'week' }: ScheduleItem): Pick<Recurrence, 'every' | 'days'> {
  const place = nth[every];
  return { every: place === undefined ? 'week' : 'month', days: days.map((day) => `${place ?? ''}${dayCodes[day]}`) };
}

/**
 * A schedule as rules for a calendar: public holidays, and school holidays where the offer says so, are excluded one
 * by one as far as they are known. What has no date from `from` on is left out.
 */
export function recurringTimes(schedule: Schedule, options: Omit<OccurrenceOptions, 'count'>): RecurringTime[] {
  return schedule.flatMap((item, index) => [
    ...byRule(item, options).map((time) => withIndex(time, index)),
    ...byDate(item, options).map((time) => withIndex(time, index)),
  ]);
}

const withIndex = (time: RecurringTime, index: number): RecurringTime => ({ ...time, first: { ...time.first, index } });

const find = (item: ScheduleItem, options: Omit<OccurrenceOptions, 'count'>): Occurrence[] =>
  nextOccurrences([item], { ...options, count: many });

function byRule(item: ScheduleItem, options: Omit<OccurrenceOptions, 'count'>): RecurringTime[] {
  const { days, every = 'week', valid } = item;
  if (!days) return [];
  const { dates: _dates, ...weekly } = item;
  const takesPlace = find(weekly, options);
  const [first] = takesPlace;
  if (!first) return [];
  const falls = find(weekly, { ...options, schoolHolidays: [], isPublicHoliday: () => false });
  const kept = new Set(takesPlace.map(({ date }) => date));
  const [end] = [valid?.until, options.until].filter((day) => day !== undefined).sort();
  const recurrence: Recurrence = {
    ...ruleDays(item),
    ...(every === 'two-weeks' ? { interval: 2 } : {}),
    ...(end === undefined ? {} : { until: end }),
    excluded: falls.map(({ date }) => date).filter((date) => date > first.date && !kept.has(date)),
  };
  return [{ first, recurrence }];
}

/** Days of their own, one entry each: many calendars do not know lists of days (RDATE). */
function byDate(item: ScheduleItem, options: Omit<OccurrenceOptions, 'count'>): RecurringTime[] {
  if (!item.dates) return [];
  const { days: _days, ...single } = item;
  const { dates: _dates, ...weekly } = item;
  // A date that the rule brings anyway would stand there twice.
  const byWeekday = new Set(item.days ? find(weekly, options).map(({ date }) => date) : []);
  return find(single, options)
    .filter(({ date }) => !byWeekday.has(date))
    .map((first) => ({ first }));
}
