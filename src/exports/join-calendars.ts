import { escapeText, foldLine } from './ics.ts';

/** What of a calendar file is taken over: its entries, and the time zones that they name. */
const parts = /^BEGIN:(VEVENT|VTIMEZONE)\r?\n[^]*?^END:\1\r?\n/gm;

/**
 * One calendar of several that this program has written: each entry and each time zone once, in the order in which
 * they come. What is no calendar adds nothing.
 */
export function joinCalendars(calendars: readonly string[], name: string, lang: string): string {
  const zones = new Map<string, string>();
  const entries = new Map<string, string>();
  for (const calendar of calendars) {
    for (const [part, kind] of calendar.matchAll(parts)) {
      const known = kind === 'VEVENT' ? entries : zones;
      const id = /^(?:UID|TZID):([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/m.exec(part)?.[1] ?? part;
      if (!known.has(id)) known.set(id, part);
    }
  }
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Angebotslotse//Calendar//DE',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${lang}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
  ];
  const body = [...zones.values(), ...entries.values()].join('');
  return `${head.map((line) => `${foldLine(line)}\r\n`).join('')}${body}END:VCALENDAR\r\n`;
}

/** Whether there is anything in a calendar. */
export const hasEntries = (calendar: string): boolean => /^BEGIN:VEVENT\r?$/m.test(calendar);
