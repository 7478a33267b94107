import { addDays } from '../model/calendar.ts';
import type { Geo } from '../model/schema.generated.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { Recurrence } from './recurrence.ts';
import { instantOf, timeZoneLines } from './time-zone.ts';

/** A day, or a minute of it in the calendar's time zone. */
export interface Moment {
  readonly date: IsoDate;
  /** `HH:MM` */
  readonly time?: string;
}

/** A text and its language. */
export interface CalendarText {
  readonly value: string;
  readonly lang?: LanguageTag;
}

/** When an entry takes place. */
export interface When {
  readonly start: Moment;
  /** Without times: the last day. Absent where nobody knows when it ends. */
  readonly end?: Moment;
  readonly recurrence?: Recurrence;
}

/** The same in all languages, written once for them: see `writeWhen`. */
export interface WrittenWhen {
  readonly timed: boolean;
  /** Whole lines of a calendar. */
  readonly lines: string;
}

export interface CalendarEntry {
  /** The same in every build and language: by it a calendar knows what it has already. */
  readonly uid: string;
  readonly title: CalendarText;
  readonly cancelled?: boolean;
  readonly when: WrittenWhen;
  readonly description?: CalendarText;
  readonly place?: CalendarText;
  readonly geo?: Geo;
  readonly url?: string;
}

/** An entry as it stands in every calendar of its language: see `writeEntry`. */
export interface WrittenEntry {
  readonly timed: boolean;
  /** Whole lines of a calendar. */
  readonly lines: string;
}

export interface Calendar {
  readonly name: string;
  readonly language: LanguageTag;
  /** IANA name: `Europe/Berlin`. */
  readonly timeZone: string;
  readonly entries: readonly WrittenEntry[];
}

/** Longest line in octets, without its end (RFC 5545, 3.1). */
const lineLength = 75;

/** Breaks a line between characters, never within one; what follows begins with a blank. */
export function foldLine(line: string): string {
  // Most lines are short in any script; a UTF-16 unit takes three octets at most.
  if (line.length * 3 <= lineLength) return line;
  let folded = '';
  let octets = 0;
  let done = 0;
  for (let at = 0; at < line.length;) {
    const codePoint = line.codePointAt(at) ?? 0;
    const size = octetsOf(codePoint);
    if (octets + size > lineLength) {
      folded += `${line.slice(done, at)}\r\n `;
      done = at;
      octets = 1;
    }
    octets += size;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return folded + line.slice(done);
}

/** In UTF-8. */
const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/** A text value (RFC 5545, 3.3.11); characters that a calendar must not contain are left out. */
export function escapeText(text: string): string {
  const trimmed = text.trim();
  // oxlint-disable-next-line no-control-regex -- these are what must not get in
  if (!/[\u0000-\u001f\u007f\\;,]/.test(trimmed)) return trimmed;
  return (
    trimmed
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- these are what must not get in
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replaceAll(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

const writeLines = (lines: readonly string[]): string => lines.map((line) => `${foldLine(line)}\r\n`).join('');

/** A calendar as RFC 5545 wants it: for one event, for all of a network, for offers that recur. */
export function writeCalendar({ name, language, timeZone, entries }: Calendar): string {
  const title = escapeText(name);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Angebotslotse//Calendar//DE',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${title}`,
    `X-WR-CALNAME:${title}`,
    `X-WR-TIMEZONE:${timeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...(entries.some(({ timed }) => timed) ? timeZoneLines(timeZone) : []),
  ];
  const body = entries.map(({ lines }) => lines).join('');
  return `${writeLines(head)}${body}END:VCALENDAR\r\n`;
}

const writeText = (property: string, { value, lang }: CalendarText): string =>
  `${property}${lang === undefined ? '' : `;LANGUAGE=${lang}`}:${escapeText(value)}`;

/** An entry of a calendar. `stamp` is the day of the build: two builds of the same day give the same bytes. */
export function writeEntry(
  { uid, title, cancelled, when, description, place, geo, url }: CalendarEntry,
  stamp: IsoDate,
): WrittenEntry {
  const head = [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    // A calendar that has the event already takes the newer state only with a higher number.
    ...(cancelled ? ['SEQUENCE:1', 'STATUS:CANCELLED'] : ['STATUS:CONFIRMED']),
  ];
  const rest = [writeText('SUMMARY', title)];
  if (description) rest.push(writeText('DESCRIPTION', description));
  if (place) rest.push(writeText('LOCATION', place));
  if (geo) rest.push(`GEO:${geo.lat};${geo.lon}`);
  if (url !== undefined) rest.push(`URL:${url}`);
  rest.push('END:VEVENT');
  return { timed: when.timed, lines: writeLines(head) + when.lines + writeLines(rest) };
}

/** When an entry takes place, in the words of a calendar of a time zone. */
export function writeWhen({ start, end, recurrence }: When, timeZone: string): WrittenWhen {
  // All dates of an entry are days, or all are times.
  const timed = start.time !== undefined;
  const at = (property: string, moments: readonly Moment[]): string =>
    timed
      ? `${property};TZID=${timeZone}:${moments.map(({ date, time = '00:00' }) => `${compact(date)}T${compact(time)}00`).join(',')}`
      : `${property};VALUE=DATE:${moments.map(({ date }) => compact(date)).join(',')}`;
  const lines = [at('DTSTART', [start]), ...endLines(), ...(recurrence ? recurrenceLines(recurrence) : [])];
  return { timed, lines: writeLines(lines) };

  function endLines(): string[] {
    // The day after the last one ends what has no times.
    if (!timed) return [at('DTEND', [{ date: addDays(end?.date ?? start.date, 1) }])];
    return end?.time === undefined ? [] : [at('DTEND', [end])];
  }

  function recurrenceLines({ every, interval = 1, days, until, excluded }: Recurrence): string[] {
    const parts = [
      `FREQ=${every === 'week' ? 'WEEKLY' : 'MONTHLY'}`,
      ...(interval === 1 ? [] : [`INTERVAL=${interval}`, 'WKST=MO']),
      `BYDAY=${days.join(',')}`,
      ...(until === undefined ? [] : [`UNTIL=${timed ? endOfDay(until, timeZone) : compact(until)}`]),
    ];
    const left = excluded.map((date) => ({ ...start, date }));
    return [`RRULE:${parts.join(';')}`, ...(left.length > 0 ? [at('EXDATE', left)] : [])];
  }
}

/** In UTC, as the last moment of a rule must be written. */
const endOfDay = (date: IsoDate, timeZone: string): string =>
  `${compact(instantOf(date, '23:59', timeZone).toISOString().slice(0, 16))}00Z`;
