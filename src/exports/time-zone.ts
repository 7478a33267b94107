import { toDayNumber } from '../model/calendar.ts';
import type { IsoDate } from '../model/diagnostic.ts';

const minute = 60_000;

/** Making one takes longer than the whole calendar that needs it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  return format;
}

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const name = formatIn(zone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(name ?? '') ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The instant at which the clocks of a zone show that day and time (`HH:MM`). */
export function instantOf(date: IsoDate, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const local = toDayNumber(date) * 24 * 60 * minute + (hours * 60 + minutes) * minute;
  // The offset of the guess may be that of the other side of a change of clocks; asking again with it settles that.
  const guess = local - offsetAt(local, zone) * minute;
  return new Date(local - offsetAt(guess, zone) * minute);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${twoDigits(size % 60)}`;
}

/** Part of a year-round rule: from its Sunday of 1996 on, clocks go from one offset to the other at 01:00 UTC. */
const change = (kind: 'STANDARD' | 'DAYLIGHT', from: number, to: number): string[] => {
  const [day, month] = kind === 'DAYLIGHT' ? ['19960331', 3] : ['19961027', 10];
  const local = 60 + from;
  return [
    `BEGIN:${kind}`,
    `DTSTART:${day}T${twoDigits(Math.floor(local / 60))}${twoDigits(local % 60)}00`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
};

/**
 * The VTIMEZONE of a zone, line by line. Zones with summer time are taken to follow the rule of the European Union
 * (directive 2000/84/EC): the last Sundays of March and October.
 */
export function timeZoneLines(zone: string): readonly string[] {
  let lines = knownLines.get(zone);
  if (!lines) knownLines.set(zone, (lines = makeLines(zone)));
  return lines;
}

/** Each of ten thousand calendars begins with them. */
const knownLines = new Map<string, readonly string[]>();

function makeLines(zone: string): string[] {
  const winter = offsetAt(Date.UTC(2026, 0, 15), zone);
  const summer = offsetAt(Date.UTC(2026, 6, 15), zone);
  const observances =
    winter === summer
      ? [
          'BEGIN:STANDARD',
          'DTSTART:19700101T000000',
          `TZOFFSETFROM:${offsetText(winter)}`,
          `TZOFFSETTO:${offsetText(winter)}`,
          'END:STANDARD',
        ]
      : [...change('DAYLIGHT', winter, summer), ...change('STANDARD', summer, winter)];
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'];
}
