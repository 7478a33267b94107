import { addDays, fromDayNumber, toDayNumber, weekdayOf } from './calendar.ts';
import type { IsoDate } from './diagnostic.ts';

/** Easter Sunday of the Gregorian calendar, by Lichtenberg's form of the method of Gauss, which needs no exceptions. */
export function easterSunday(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const leapDaysLeftOut = Math.floor((3 * century + 3) / 4);
  const moon = 15 + leapDaysLeftOut - Math.floor((8 * century + 13) / 25);
  const cycle = year % 19;
  const fullMoonSeed = (19 * cycle + moon) % 30;
  const fullMoon = 21 + fullMoonSeed - Math.floor((fullMoonSeed + Math.floor(cycle / 11)) / 29);
  const firstSunday = 7 - ((year + Math.floor(year / 4) + 2 - leapDaysLeftOut) % 7);
  const toSunday = 7 - ((fullMoon - firstSunday) % 7);
  return addDays(`${year}-03-01`, fullMoon + toSunday - 1);
}

/** Days by month and day, or by their distance from Easter Sunday. */
interface Rules {
  readonly fixed: readonly string[];
  readonly fromEaster: readonly number[];
}

const everywhere: Rules = { fixed: ['01-01', '05-01', '10-03', '12-25', '12-26'], fromEaster: [-2, 1, 39, 50] };

const epiphany = '01-06';
const womensDay = '03-08';
const assumption = '08-15';
const reformationDay = '10-31';
const allSaints = '11-01';
const corpusChristi = 60;

/** What each German state adds, by its ISO 3166-2 code. Holidays of single towns are left out. */
const states: Readonly<Record<string, Rules>> = {
  BB: { fixed: [reformationDay], fromEaster: [0, 49] },
  BE: { fixed: [womensDay], fromEaster: [] },
  BW: { fixed: [epiphany, allSaints], fromEaster: [corpusChristi] },
  BY: { fixed: [epiphany, allSaints], fromEaster: [corpusChristi] },
  HB: { fixed: [reformationDay], fromEaster: [] },
  HE: { fixed: [], fromEaster: [corpusChristi] },
  HH: { fixed: [reformationDay], fromEaster: [] },
  MV: { fixed: [womensDay, reformationDay], fromEaster: [] },
  NI: { fixed: [reformationDay], fromEaster: [] },
  NW: { fixed: [allSaints], fromEaster: [corpusChristi] },
  RP: { fixed: [allSaints], fromEaster: [corpusChristi] },
  SH: { fixed: [reformationDay], fromEaster: [] },
  SL: { fixed: [assumption, allSaints], fromEaster: [corpusChristi] },
  SN: { fixed: [reformationDay], fromEaster: [] },
  ST: { fixed: [epiphany, reformationDay], fromEaster: [] },
  TH: { fixed: ['09-20', reformationDay], fromEaster: [] },
};

/** The Wednesday before 23 November, a holiday in Saxony alone. */
function repentanceDay(year: number): IsoDate {
  const before = toDayNumber(`${year}-11-22`);
  return fromDayNumber(before - ((weekdayOf(before) - 2 + 7) % 7));
}

export type IsPublicHoliday = (date: IsoDate) => boolean;

/** Public holidays of a German state such as `NW`; outside of Germany none are known. */
export function publicHolidaysOf(country: string, state: string): IsPublicHoliday {
  const own = country === 'DE' ? states[state] : undefined;
  if (!own) return () => false;
  const byYear = new Map<number, ReadonlySet<IsoDate>>();

  function inYear(year: number): ReadonlySet<IsoDate> {
    const easter = easterSunday(year);
    const dates = [...everywhere.fixed, ...own!.fixed].map((day) => `${year}-${day}`);
    dates.push(...[...everywhere.fromEaster, ...own!.fromEaster].map((days) => addDays(easter, days)));
    if (state === 'SN') dates.push(repentanceDay(year));
    return new Set(dates);
  }

  return (date) => {
    const year = Number(date.slice(0, 4));
    let holidays = byYear.get(year);
    if (!holidays) byYear.set(year, (holidays = inYear(year)));
    return holidays.has(date);
  };
}
