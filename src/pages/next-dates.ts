import type { CatalogueOffer } from '../model/catalogue.ts';
import { publicHolidaysOf } from '../model/public-holidays.ts';
import { nextOccurrences } from '../model/schedule.ts';
import type { NextDate } from '../views/components/next-dates/next-dates.tsx';
import type { PageContext } from '../views/page-context.ts';
import { timeText } from './schedule-text.ts';
import type { SiteModel } from './site-model.ts';

/** More than are needed today: those that pass before the next build are hidden by the page's script. */
const count = 6;

/** The next dates of an offer, from the day of the build or the end of its pause. */
export function nextDatesOf(offer: CatalogueOffer, { catalogue }: SiteModel, page: PageContext): NextDate[] {
  const { schedule, paused, valid } = offer.data;
  if (!schedule || offer.standing === 'ended') return [];
  // A pause without an end has no next date.
  if (offer.standing === 'paused' && !paused?.until) return [];
  const begins = [catalogue.today, valid?.from, offer.standing === 'paused' ? paused?.until : undefined];
  const from = begins.reduce<string>(
    (latest, day) => (day !== undefined && day > latest ? day : latest),
    catalogue.today,
  );
  return nextOccurrences(schedule, {
    from,
    ...(valid?.until === undefined ? {} : { until: valid.until }),
    count,
    schoolHolidays: catalogue.site.school_holidays,
    isPublicHoliday: publicHolidaysOf(catalogue.site.country, catalogue.site.state),
  }).map((occurrence) => {
    const time = timeText(occurrence, page);
    return {
      datetime: occurrence.from ? `${occurrence.date}T${occurrence.from}` : occurrence.date,
      date: page.formats.date(occurrence.date, 'weekday'),
      ...(time ? { time } : {}),
    };
  });
}
