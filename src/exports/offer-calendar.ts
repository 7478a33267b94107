import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { publicHolidaysOf } from '../model/public-holidays.ts';
import { boundsOf, timetableOf } from '../model/timetable.ts';
import { keptFor } from '../model/reads.ts';
import { textsIn } from '../model/translation.ts';
import { writeCalendar, writeEntry, writeWhen, type CalendarText, type WrittenEntry, type WrittenWhen } from './ics.ts';
import { recurringTimes } from './recurrence.ts';

/** What the calendars of one language have in common. */
export interface CalendarLanguage {
  readonly catalogue: Catalogue;
  readonly lang: LanguageTag;
  /** Absolute address of an offer's page; undefined where the site does not know its own. */
  readonly pageOf: (id: string) => string | undefined;
}

/** What an offer puts into every calendar of a language. */
export type EntriesOf = (offer: CatalogueOffer) => readonly WrittenEntry[];

export interface OfferCalendar extends Pick<CalendarLanguage, 'catalogue' | 'lang'> {
  readonly offers: readonly CatalogueOffer[];
  /** What the calendar is called in the reader's list of calendars. */
  readonly name: string;
  readonly entriesOf: EntriesOf;
}

/** Where to go, in one line; of a protected place only the town. */
function placeLine({ place }: CatalogueOffer, { catalogue, lang }: CalendarLanguage): CalendarText | undefined {
  if (!place) return undefined;
  const entry = catalogue.places.get(place.town);
  const town = (entry && textsIn(entry, lang).text('name')?.value) ?? place.town;
  const city = [place.postalCode, town].filter(Boolean).join(' ');
  const parts = place.protected ? [town] : [place.name, place.street, city];
  return { value: parts.filter(Boolean).join(', '), lang: catalogue.site.source_language };
}

/** An entry of an offer's calendar without its texts. */
interface Time {
  readonly uid: string;
  readonly when: WrittenWhen;
}

/** The same in every language, so they are looked for and written once. */
const timesOf = keptFor((offer: CatalogueOffer, catalogue: Catalogue): readonly Time[] => {
  const { site, today } = catalogue;
  const timetable = timetableOf(offer);
  if (!timetable) return [];
  const times = recurringTimes(timetable.schedule, {
    ...boundsOf(timetable, { from: today }),
    schoolHolidays: site.school_holidays,
    isPublicHoliday: publicHolidaysOf(site.country, site.state),
  });
  return times.map(({ first, recurrence }) => ({
    // Counted by the schedule's own items: when a single day has passed, the others must keep their names.
    uid: `${offer.id}-${first.index}${recurrence ? '' : `-${first.date}`}@${hostOf(catalogue)}`,
    when: writeWhen(
      {
        start: { date: first.date, ...(first.from === undefined ? {} : { time: first.from }) },
        ...(first.from !== undefined && first.to !== undefined ? { end: { date: first.date, time: first.to } } : {}),
        ...(recurrence ? { recurrence } : {}),
      },
      site.time_zone,
    ),
  }));
});

/** An offer stands in a calendar of its own and in those of all its towns: its entries are written once for them. */
export const entriesIn =
  (language: CalendarLanguage): EntriesOf =>
  (offer) =>
    writtenFor(language, offer);

/** Nothing while it is paused without an end, or where no day is fixed. */
const writtenFor = keptFor((language: CalendarLanguage, offer: CatalogueOffer): readonly WrittenEntry[] => {
  const { id, data, place } = offer;
  const { catalogue, lang, pageOf } = language;
  const texts = textsIn(offer, lang);
  const title = texts.text('title') ?? { value: data.title, lang: offer.language };
  const summary = texts.text('summary');
  const phone = data.contacts.find((contact) => contact.phone !== undefined)?.phone;
  const url = pageOf(id);
  const description = [summary?.value, phone].filter(Boolean).join('\n');
  const where = placeLine(offer, language);
  return timesOf(offer, catalogue).map(({ uid, when }) =>
    writeEntry(
      {
        uid,
        title,
        when,
        ...(description === '' ? {} : { description: { value: description, lang: summary?.lang ?? title.lang } }),
        ...(where ? { place: where } : {}),
        ...(place?.geo && !place.protected ? { geo: place.geo } : {}),
        ...(url === undefined ? {} : { url }),
      },
      catalogue.today,
    ),
  );
});

/** The same in every build: by it a calendar knows which entries it has already. */
const hostOf = ({ site }: Catalogue): string =>
  site.url !== undefined && URL.canParse(site.url) ? new URL(site.url).host : site.region;

/** All that takes place of these offers, for the reader's own calendar. */
export function offerCalendar({ catalogue, offers, lang, name, entriesOf }: OfferCalendar): string {
  return writeCalendar({
    name,
    language: lang,
    timeZone: catalogue.site.time_zone,
    entries: offers.flatMap(entriesOf),
  });
}

/** Whether an offer has anything to put into a calendar; cheaper than making it. */
export const hasDates = (offer: CatalogueOffer): boolean => timetableOf(offer) !== undefined;
