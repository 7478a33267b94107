import { toDayNumber, weekdayOf } from './calendar.ts';
import type { CatalogueOffer } from './catalogue.ts';
import type { IsoDate } from './diagnostic.ts';
import { nextOccurrences, type Occurrence, type OccurrenceOptions, type Schedule } from './schedule.ts';

/** When an offer takes place: its schedule and the days between which it holds. */
export interface Timetable {
  readonly schedule: Schedule;
  /** Before this day nothing takes place: the offer begins later, or is paused. */
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/** Of an offer that has days or dates; undefined where it has none, has ended or is paused without an end. */
export function timetableOf({ data, standing }: Pick<CatalogueOffer, 'data' | 'standing'>): Timetable | undefined {
  const { schedule, paused, valid } = data;
  if (!schedule?.some(({ days, dates }) => days ?? dates) || standing === 'ended') return undefined;
  if (standing === 'paused' && paused?.until === undefined) return undefined;
  const [from] = [valid?.from, standing === 'paused' ? paused?.until : undefined]
    .filter((day) => day !== undefined)
    .sort()
    .reverse();
  return {
    schedule,
    ...(from === undefined ? {} : { from }),
    ...(valid?.until === undefined ? {} : { until: valid.until }),
  };
}

export type Holidays = Pick<OccurrenceOptions, 'schoolHolidays' | 'isPublicHoliday'>;

export interface Window {
  readonly from: IsoDate;
  readonly until?: IsoDate;
  /** Left out: all in the window, which must have an end then. */
  readonly count?: number;
}

/** The bounds of `nextOccurrences` for a timetable from some day on. */
export const boundsOf = (timetable: Timetable, { from, until }: Window): Pick<OccurrenceOptions, 'from' | 'until'> => {
  const last = [until, timetable.until].filter((day) => day !== undefined).sort()[0];
  return {
    from: timetable.from !== undefined && timetable.from > from ? timetable.from : from,
    ...(last === undefined ? {} : { until: last }),
  };
};

/** More than can take place between any two days that are asked for. */
const all = 10_000;

/** When it takes place in a window, soonest first. */
export const occurrencesIn = (timetable: Timetable, window: Window, holidays: Holidays): Occurrence[] =>
  nextOccurrences(timetable.schedule, { ...boundsOf(timetable, window), count: window.count ?? all, ...holidays });

/** Whether it is over at this minute of this day (`HH:MM`); one that nobody knows the end of lasts until the evening. */
export const isOver = ({ date, to }: Pick<Occurrence, 'date' | 'to'>, day: IsoDate, time: string): boolean =>
  date < day || (date === day && to !== undefined && to <= time);

/** The first day from `day` on, at most 13 later, that lies in a week of the same two-week rhythm as `start`. */
export function inRhythmFrom(day: number, start: IsoDate): number {
  const monday = (some: number): number => some - weekdayOf(some);
  const weeks = (monday(day) - monday(toDayNumber(start))) / 7;
  return weeks % 2 === 0 ? day : monday(day) + 7;
}
