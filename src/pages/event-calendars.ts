import { writeFeed, writeFeedEntry } from '../exports/feed.ts';
import { type CalendarEntry, type CalendarText, writeCalendar, writeEntry, writeWhen } from '../exports/ics.ts';
import { catalogueUuids } from '../content/uuid-v5.ts';
import { formatsFor } from '../i18n/formats.ts';
import { addMonths } from '../model/calendar.ts';
import type { CatalogueEvent } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { textsIn } from '../model/translation.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { eventsFolder, sortEvents } from './event-data.ts';
import { feedPath } from './event-routes.tsx';
import { entryTitle, placeName } from './names.ts';
import { Output } from './output.ts';
import { venueName } from './place-address.tsx';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export type Contexts = ReadonlyMap<LanguageTag, (path: string) => PageContext>;

const uuidOf = ({ catalogue: { site } }: SiteModel): ReturnType<typeof catalogueUuids> => catalogueUuids(site);

/** The whole address where the site knows its own. */
const addressOf = (href: string, { site }: PageContext): string => (site.url ? new URL(href, site.url).href : href);

/** One calendar per event, and one per network with all its events, in every language. */
export const eventCalendars = (model: SiteModel, contexts: Contexts): Output[] =>
  Array.from(contexts).flatMap(([lang, contextOf]) => {
    const page = contextOf(eventsFolder);
    const { events, networks } = model.catalogue;
    const calendar = (path: string, title: ShownText, shown: () => readonly CatalogueEvent[]): Output =>
      new Output(`${lang}/${path}`, () =>
        writeCalendar({
          name: title.value,
          language: title.lang ?? lang,
          timeZone: model.catalogue.site.time_zone,
          entries: shown().map((event) => writeEntry(calendarEntry(event, model, page), model.catalogue.today)),
        }),
      );
    return [
      ...Array.from(events.values(), (event) =>
        calendar(`${eventsFolder}${event.id}/termin.ics`, entryTitle(event, page), () => [event]),
      ),
      ...Array.from(networks.values(), (network) =>
        calendar(`netzwerke/${network.id}/termine.ics`, entryTitle(network, page), () => {
          const { coming, past } = sortEvents(model, network.id);
          return [...past.toReversed(), ...coming];
        }),
      ),
    ];
  });

function calendarEntry(event: CatalogueEvent, model: SiteModel, page: PageContext): CalendarEntry {
  const { id, data, place } = event;
  const texts = textsIn(event, page.lang);
  const inLanguage = (text: ShownText): CalendarText => ({ value: text.value, lang: text.lang ?? page.lang });
  const summary = optionalText(texts.text('summary'), page);
  const lastDay = data.until ?? data.date;
  // A time without an end on another day would make it look like one long meeting: then only the days count.
  const timed = data.from !== undefined && (data.to !== undefined || lastDay === data.date);
  const venue = place && !place.protected ? venueName({ entry: event, place, model, page })?.value : undefined;
  const town = place && placeName(place.town, model, page).value;
  const where = place && [venue, place.street, [place.postalCode, town].filter(Boolean).join(' ')].filter(Boolean);
  return {
    uid: uuidOf(model)('event', id),
    title: inLanguage(entryTitle(event, page)),
    cancelled: data.status === 'cancelled',
    when: writeWhen(
      {
        start: { date: data.date, ...(timed ? { time: data.from } : {}) },
        ...(timed
          ? data.to === undefined
            ? {}
            : { end: { date: lastDay, time: data.to } }
          : { end: { date: lastDay } }),
      },
      model.catalogue.site.time_zone,
    ),
    ...(summary ? { description: inLanguage(summary) } : {}),
    ...(where ? { place: { value: where.join(', ') } } : data.url ? { place: { value: data.url } } : {}),
    ...(place?.geo ? { geo: place.geo } : {}),
    url: addressOf(page.link(`${eventsFolder}${id}/`), page),
  };
}

/** One feed of all events in every language; a town without events has none. */
export const eventFeeds = (model: SiteModel, contexts: Contexts): Output[] =>
  model.catalogue.events.size === 0
    ? []
    : Array.from(
        contexts,
        ([lang, contextOf]) => new Output(`${lang}/${feedPath}`, () => feedOf(model, contextOf(eventsFolder))),
      );

/** Nobody writes down when an event was announced; so long before it, it counts as new. */
const announcedBefore = 3;

function feedOf(model: SiteModel, page: PageContext): string {
  const { catalogue } = model;
  const { coming, past } = sortEvents(model);
  const uuid = uuidOf(model);
  const href = (path: string): string => addressOf(page.link(path), page);
  // The day must not move from build to build: readers would be told of the same event again and again.
  const updated = ({ data }: CatalogueEvent, isPast: boolean): string => {
    const day = isPast ? data.date : addMonths(data.date, -announcedBefore);
    return day < catalogue.today ? day : catalogue.today;
  };
  return writeFeed({
    id: `urn:uuid:${uuid('events', page.lang)}`,
    title: page.t('app.page-title', { page: page.t('event.title'), site: page.site.title }),
    language: page.lang,
    author: catalogue.site.publisher.name,
    self: href(feedPath),
    page: href(eventsFolder),
    updated: catalogue.today,
    entries: [...coming.toReversed(), ...past].map((event) => {
      const { value, lang } = entryTitle(event, page);
      const date = formatsFor(lang ?? page.lang).date(event.data.date);
      const summary = optionalText(textsIn(event, page.lang).text('summary'), page);
      return writeFeedEntry({
        id: `urn:uuid:${uuid('event', event.id)}`,
        title:
          event.data.status === 'cancelled'
            ? { value: `${page.t('event.cancelled')} ${value}` }
            : { value: `${date}: ${value}`, ...(lang === undefined ? {} : { lang }) },
        updated: updated(event, past.includes(event)),
        href: href(`${eventsFolder}${event.id}/`),
        ...(summary ? { summary } : {}),
      });
    }),
  });
}
