import type { CatalogueEvent } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { PageContext } from '../views/page-context.ts';
import { startTime } from './event-data.ts';
import { entryTitle } from './names.ts';
import { placeJsonLd } from './offer-json-ld.ts';
import type { SiteModel } from './site-model.ts';

/** A meeting in the words of schema.org, with nothing in it that the page does not show. */
export function eventJsonLd(event: CatalogueEvent, model: SiteModel, page: PageContext): object {
  const { data, place } = event;
  const texts = textsIn(event, page.lang);
  const title = texts.text('title');
  const online = data.url && { '@type': 'VirtualLocation', url: data.url };
  const attendance = place ? (online ? 'Mixed' : 'Offline') : online && 'Online';
  const location = [place && placeJsonLd(place, model, page), online].filter(Boolean);
  const lastDay = data.until ?? data.date;
  const networks = (data.networks ?? []).flatMap((id) => model.catalogue.networks.get(id) ?? []);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title?.value,
    description: texts.text('summary')?.value,
    inLanguage: title?.lang,
    startDate: startTime(event),
    endDate: data.to ? `${lastDay}T${data.to}` : data.until,
    eventStatus: `https://schema.org/${data.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: attendance && `https://schema.org/${attendance}EventAttendanceMode`,
    location: location.length > 0 ? location : undefined,
    organizer: networks.map((network) => ({ '@type': 'Organization', name: entryTitle(network, page).value })),
    ...(page.site.url ? { url: new URL(page.link(page.path), page.site.url).href } : {}),
  };
}
