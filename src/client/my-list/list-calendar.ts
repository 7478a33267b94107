import { hasEntries, joinCalendars } from '../../exports/join-calendars.ts';
import { loadOfferPage } from './load-offer-page.ts';

export interface ListCalendar {
  /** Undefined where no offer has dates. */
  readonly text: string | undefined;
  /** Number of offers that could not be loaded. */
  readonly missing: number;
}

/** The dates of all these offers in one calendar, from the offers' own files; what no longer exists is left out. */
export async function listCalendar(addresses: readonly string[], name: string, lang: string): Promise<ListCalendar> {
  let missing = 0;
  const calendars = await Promise.all(
    addresses.map(async (address) => {
      try {
        const page = await loadOfferPage(address);
        if (page === 'gone' || page.calendar === undefined) return '';
        const response = await fetch(page.calendar);
        if (!response.ok) throw new Error(`${response.status}`);
        return await response.text();
      } catch {
        missing += 1;
        return '';
      }
    }),
  );
  const text = joinCalendars(calendars, name, lang);
  return { text: hasEntries(text) ? text : undefined, missing };
}

/** Gives a text to the reader as a file; nothing leaves the device. */
export function saveFile(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
