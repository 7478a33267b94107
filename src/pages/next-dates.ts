import type { CatalogueOffer } from '../model/catalogue.ts';
import { publicHolidaysOf } from '../model/public-holidays.ts';
import { nextOccurrences, type Occurrence } from '../model/schedule.ts';
import type { NextDate } from '../views/components/next-dates/next-dates.tsx';
import type { PageContext } from '../views/page-context.ts';
import { timeText } from './schedule-text.ts';
import type { SiteModel } from './site-model.ts';

/** More than are needed today: those that pass before the next build are hidden by the page's script. */
const count = 6;

const known = new WeakMap<SiteModel, Map<string, readonly Occurrence[]>>();

/** The next dates of an offer, from the day of the build or the end of its pause. */
export function nextDatesOf(offer: CatalogueOffer, model: SiteModel, page: PageContext): NextDate[] {
  let ofModel = known.get(model);
  if (!ofModel) known.set(model, (ofModel = new Map()));
  let occurrences = ofModel.get(offer.id);
  if (!occurrences) ofModel.set(offer.id, (occurrences = findOccurrences(offer, model)));
  return occurrences.map((occurrence) => {
    const time = timeText(occurrence, page);
    return {
      datetime: occurrence.from ? `${occurrence.date}T${occurrence.from}` : occurrence.date,
      date: page.formats.date(occurrence.date, 'weekday'),
      ...(time ? { time } : {}),
    };
  });
}

/** The same in every language, so they are looked for once. */
function findOccurrences({ data, standing }: CatalogueOffer, { catalogue }: SiteModel): readonly Occurrence[] {
  const { schedule, paused, valid } = data;
  if (!schedule || standing === 'ended') return [];
  // A pause without an end has no next date.
  if (standing === 'paused' && !paused?.until) return [];
  const begins = [valid?.from, standing === 'paused' ? paused?.until : undefined];
  const { site, today } = catalogue;
  return nextOccurrences(schedule, {
    from: begins.reduce<string>((latest, day) => (day !== undefined && day > latest ? day : latest), today),
    ...(valid?.until === undefined ? {} : { until: valid.until }),
    count,
    schoolHolidays: site.school_holidays,
    isPublicHoliday: publicHolidaysOf(site.country, site.state),
  });
}
