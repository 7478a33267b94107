import type { CatalogueOffer } from '../model/catalogue.ts';
import { keptFor } from '../model/reads.ts';
import type { Occurrence } from '../model/schedule.ts';
import { occurrencesIn, timetableOf } from '../model/timetable.ts';
import type { NextDate } from '../views/components/next-dates/next-dates.tsx';
import type { PageContext } from '../views/page-context.ts';
import { holidaysOf } from './holidays.ts';
import { timeText } from './schedule-text.ts';
import type { SiteModel } from './site-model.ts';

/** More than are needed today: those that pass before the next build are hidden by the page's script. */
const count = 6;

/** The next dates of an offer, from the day of the build or the end of its pause. */
export function nextDatesOf(offer: CatalogueOffer, model: SiteModel, page: PageContext): NextDate[] {
  return occurrencesOf(model, offer).map((occurrence) => {
    const time = timeText(occurrence, page);
    return {
      datetime: occurrence.from ? `${occurrence.date}T${occurrence.from}` : occurrence.date,
      date: page.formats.date(occurrence.date, 'weekday'),
      ...(time ? { time } : {}),
    };
  });
}

/** The same in every language, so they are looked for once. */
const occurrencesOf = keptFor(({ catalogue }: SiteModel, offer: CatalogueOffer): readonly Occurrence[] => {
  const timetable = timetableOf(offer);
  return timetable ? occurrencesIn(timetable, { from: catalogue.today, count }, holidaysOf(catalogue)) : [];
});
