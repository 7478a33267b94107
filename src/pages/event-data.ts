import type { CatalogueEvent } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { EntryRow } from '../views/components/entry-rows/entry-rows.tsx';
import type { PageContext } from '../views/page-context.ts';
import { entryTitle, placeName } from './names.ts';
import { timeText } from './schedule-text.ts';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export const eventsFolder = 'termine/';

/** Coming events, the next one first; past ones, the latest first. `network`: only those of one. */
export interface SortedEvents {
  readonly coming: readonly CatalogueEvent[];
  readonly past: readonly CatalogueEvent[];
}

const startOf = ({ data }: CatalogueEvent): string => `${data.date} ${data.from ?? ''}`;

/** An event is over when it was held, or when its last day has passed whatever its status says. */
export const isOver = ({ data }: CatalogueEvent, today: string): boolean =>
  data.status === 'held' || (data.until ?? data.date) < today;

export function sortEvents({ catalogue }: SiteModel, network?: string): SortedEvents {
  const all = [...catalogue.events.values()]
    .filter(({ data }) => network === undefined || data.networks?.includes(network))
    .sort((a, b) => {
      const [first, second] = [startOf(a), startOf(b)];
      return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
    });
  return {
    coming: all.filter((event) => !isOver(event, catalogue.today)),
    past: all.filter((event) => isOver(event, catalogue.today)).reverse(),
  };
}

/** For `<time datetime>` and for search engines: local time of the place. */
export const startTime = ({ data }: CatalogueEvent): string => (data.from ? `${data.date}T${data.from}` : data.date);

/** The day, or the first and last. */
export function daysText({ data }: CatalogueEvent, { t, formats }: PageContext): string {
  const first = formats.date(data.date);
  return data.until === undefined || data.until === data.date
    ? first
    : t('schedule.valid-range', { from: first, until: formats.date(data.until) });
}

/** An event in a list; on the page of a network (`of`) only the others are named. */
export function eventRow(event: CatalogueEvent, model: SiteModel, page: PageContext, of?: string): EntryRow {
  const { t } = page;
  const { data, place } = event;
  const time = timeText(data, page);
  const summary = optionalText(textsIn(event, page.lang).text('summary'), page);
  const networks = (data.networks ?? [])
    .filter((id) => id !== of)
    .flatMap((id) => model.catalogue.networks.get(id) ?? []);
  return {
    href: page.link(`${eventsFolder}${event.id}/`),
    title: entryTitle(event, page),
    kicker: t(`enum.event.${data.kind}`),
    date: { datetime: startTime(event), text: daysText(event, page) },
    ...(data.status === 'cancelled' ? { badge: { tone: 'stop', label: t('event.cancelled') } } : {}),
    ...(summary ? { text: summary } : {}),
    details: [
      ...(time !== undefined && !isOver(event, page.today) ? [{ value: time }] : []),
      ...(place ? [placeName(place.town, model, page)] : data.url ? [{ value: t('enum.delivery.online') }] : []),
      ...networks.map((network) => entryTitle(network, page)),
    ],
  };
}
