import { fromEach } from '../../model/reads.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { WeekFile } from '../../views/week-page-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import type { Contexts } from '../event-calendars.ts';
import { Output } from '../output.ts';
import type { SiteModel } from '../site-model.ts';
import { timedOffers, weekItem, type WeekScope } from './week-entries.ts';

/** So many offers a reader's device can be asked to load at once; above, the list of offers answers better. */
const mostEntries = 400;

export const weekPath = (scope: WeekScope): string => (scope === 'all' ? 'woche/' : `woche/${scope.town}/`);

export const hasWeekFile = (scope: WeekScope, model: SiteModel): boolean =>
  timedOffers(scope, model).length <= mostEntries;

/** All towns where something has days or dates; and everything together. */
export const weekScopes = (model: SiteModel): WeekScope[] => [
  'all',
  ...Array.from(model.byTown.keys(), (town) => ({ town })).filter((scope) => timedOffers(scope, model).length > 0),
];

export const weekFilePath = (scope: WeekScope): string => `${weekPath(scope)}woche.json`;

/** What the script of a week's page reckons other weeks from, in every language. */
export const weekFiles = (model: SiteModel, contexts: Contexts): Output[] =>
  Array.from(contexts).flatMap(([lang, contextOf]) =>
    fromEach(
      () => weekScopes(model),
      (scope) =>
        hasWeekFile(scope, model)
          ? [
              new Output(
                `${lang}/${weekFilePath(scope)}`,
                () => JSON.stringify(weekFile(scope, model, contextOf(weekPath(scope)))),
                loadsNothing,
              ),
            ]
          : [],
    ),
  );

/** Measured while it is rendered: the lists for offline use ask for it. */
const loadsNothing = (): readonly string[] => [];

function weekFile(scope: WeekScope, model: SiteModel, page: PageContext): WeekFile {
  const { site, today } = model.catalogue;
  return {
    built: today,
    country: site.country,
    state: site.state,
    schoolHolidays: site.school_holidays
      .filter(({ until }) => until >= today)
      .map(({ from, until }) => ({ from, until })),
    entries: timedOffers(scope, model).map(({ offer, timetable }) => ({
      ...weekItem(offer, scope, model, page),
      topics: offer.data.topics,
      timetable: { ...timetable, schedule: withoutNotes(timetable.schedule) },
    })),
  };
}

/** The notes are on the offer's own page; an item that has only a note says no time. */
const withoutNotes = (schedule: Schedule): Schedule =>
  schedule.flatMap(({ note: _note, ...item }) => (item.days || item.dates ? [item] : []));
