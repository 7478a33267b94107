import { fromDayNumber, toDayNumber } from '../../model/calendar.ts';
import type { IsoDate } from '../../model/diagnostic.ts';
import type { ScheduleItem } from '../../model/schedule.ts';
import { inRhythmFrom, type Timetable } from '../../model/timetable.ts';
import { ByteReader, ByteWriter } from '../bytes.ts';

/** Days are counted from here: 2020-01-01. */
const firstDay = 18_262;

const rhythms = [
  'week',
  'two-weeks',
  'first-of-month',
  'second-of-month',
  'third-of-month',
  'fourth-of-month',
  'last-of-month',
] as const satisfies readonly NonNullable<ScheduleItem['every']>[];

/** What a rule says of one of its weekdays, and the documents that have it. */
export interface DayRule {
  readonly every: (typeof rhythms)[number];
  /** `HH:MM` */
  readonly from?: string;
  readonly to?: string;
  /** Not in school holidays. */
  readonly termOnly: boolean;
  readonly valid: { readonly from?: IsoDate; readonly until?: IsoDate };
  readonly documents: ArrayLike<number>;
}

/** A day that somebody wrote down. */
export interface SingleDate {
  readonly date: IsoDate;
  readonly from?: string;
  readonly to?: string;
  readonly document: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

const flags = { from: 8, to: 16, termOnly: 32, first: 64, last: 128 };

/** The rules of one weekday. */
export function encodeRules(rules: readonly DayRule[]): Uint8Array {
  const out = new ByteWriter();
  for (const { every, from, to, termOnly, valid, documents } of rules) {
    out.byte(
      rhythms.indexOf(every) |
        (from === undefined ? 0 : flags.from) |
        (to === undefined ? 0 : flags.to) |
        (termOnly ? flags.termOnly : 0) |
        (valid.from === undefined ? 0 : flags.first) |
        (valid.until === undefined ? 0 : flags.last),
    );
    if (from !== undefined) out.number(minutesOf(from));
    if (to !== undefined) out.number(minutesOf(to));
    if (valid.from !== undefined) out.number(dayOf(valid.from));
    if (valid.until !== undefined) out.number(dayOf(valid.until));
    out.number(documents.length);
    out.rising(documents);
  }
  return out.take();
}

export function decodeRules(bytes: Uint8Array): DayRule[] {
  const input = new ByteReader(bytes);
  const rules: DayRule[] = [];
  while (!input.done) {
    const head = input.byte();
    const time = (flag: number): string | undefined => (head & flag ? timeOf(input.number()) : undefined);
    const day = (flag: number): IsoDate | undefined => (head & flag ? dateOf(input.number()) : undefined);
    const [from, to, first, last] = [time(flags.from), time(flags.to), day(flags.first), day(flags.last)];
    rules.push({
      every: rhythms[head & 7] ?? 'week',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      termOnly: (head & flags.termOnly) !== 0,
      valid: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { until: last }) },
      documents: input.rising(input.number()),
    });
  }
  return rules;
}

/** Must be sorted by date. */
export function encodeDates(dates: readonly SingleDate[]): Uint8Array {
  const out = new ByteWriter();
  let previous = firstDay;
  for (const { date, from, to, document } of dates) {
    const day = toDayNumber(date);
    out.number(day - previous);
    previous = day;
    // 0 stands for no time.
    out.number(from === undefined ? 0 : minutesOf(from) + 1);
    out.number(to === undefined ? 0 : minutesOf(to) + 1);
    out.number(document);
  }
  return out.take();
}

export function decodeDates(bytes: Uint8Array): SingleDate[] {
  const input = new ByteReader(bytes);
  const dates: SingleDate[] = [];
  let day = firstDay;
  while (!input.done) {
    day += input.number();
    const from = input.number();
    const to = input.number();
    dates.push({
      date: fromDayNumber(day),
      ...(from === 0 ? {} : { from: timeOf(from - 1) }),
      ...(to === 0 ? {} : { to: timeOf(to - 1) }),
      document: input.number(),
    });
  }
  return dates;
}

const dayOf = (date: IsoDate): number => Math.max(0, toDayNumber(date) - firstDay);
const dateOf = (day: number): IsoDate => fromDayNumber(day + firstDay);

/** A timetable taken apart: rules by weekday, 0 for Monday, and single days; what is over before `today` is left out. */
export function takeApart(
  { schedule, from: begin, until: end }: Timetable,
  today: IsoDate,
): {
  readonly rules: readonly (readonly [weekday: number, rule: Omit<DayRule, 'documents'>])[];
  readonly dates: readonly Omit<SingleDate, 'document'>[];
} {
  const rules: [number, Omit<DayRule, 'documents'>][] = [];
  const dates: Omit<SingleDate, 'document'>[] = [];
  for (const { days = [], every = 'week', from, to, dates: single = [], valid = {}, school_holidays } of schedule) {
    const times = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const [last] = [valid.until, end].filter((day) => day !== undefined).sort();
    let [first] = [valid.from, begin]
      .filter((day) => day !== undefined)
      .sort()
      .reverse();
    for (const date of single) {
      if (date >= today && (first === undefined || date >= first) && (last === undefined || date <= last))
        dates.push({ date, ...times });
    }
    // Without a first week nobody can say which weeks are meant.
    if ((last !== undefined && last < today) || (every === 'two-weeks' && valid.from === undefined)) continue;
    if (every === 'two-weeks' && valid.from !== undefined && first !== undefined)
      first = fromDayNumber(inRhythmFrom(toDayNumber(first), valid.from));
    // A rule that has begun needs no first day, unless its rhythm is counted from it.
    if (every !== 'two-weeks' && first !== undefined && first <= today) first = undefined;
    for (const day of days)
      rules.push([
        weekdayNumbers[day],
        {
          every,
          ...times,
          termOnly: school_holidays === 'no',
          valid: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { until: last }) },
        },
      ]);
  }
  return { rules, dates };
}

const weekdayNumbers = { monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6 } as const;
