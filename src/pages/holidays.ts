import type { Holidays } from '../model/timetable.ts';
import { publicHolidaysOf } from '../model/public-holidays.ts';
import { perCatalogue } from './per-catalogue.ts';

/** The days on which what recurs may fall out, where the site is. */
export const holidaysOf = perCatalogue(({ site }): Holidays => ({
  schoolHolidays: site.school_holidays,
  isPublicHoliday: publicHolidaysOf(site.country, site.state),
}));
