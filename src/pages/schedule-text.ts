import { weekdays } from '../model/schedule.ts';
import type { Offer } from '../model/schema.generated.ts';
import type { LocalisedTexts } from '../model/translation.ts';
import type { ScheduleLine } from '../views/components/schedule/schedule.tsx';
import type { PageContext } from '../views/page-context.ts';
import { optionalText } from './shown-text.ts';

type Rule = NonNullable<Offer['schedule']>[number];

type Day = (typeof weekdays)[number];

/** More dates than this are no help on a page; the next ones are listed anyway. */
const shownDates = 6;

/** From when to when, in words; undefined where a rule names no time. */
export function timeText(
  { from, to }: { from?: string; to?: string },
  { t, formats }: Pick<PageContext, 't' | 'formats'>,
): string | undefined {
  if (from && to) return t('schedule.time-range', { from: formats.time(from), to: formats.time(to) });
  if (from) return t('schedule.time-from', { from: formats.time(from) });
  return to && t('schedule.time-to', { to: formats.time(to) });
}

/** When an offer takes place, rule by rule. */
export function scheduleLines(offer: Offer, texts: LocalisedTexts, page: PageContext): ScheduleLine[] {
  return (offer.schedule ?? []).map((rule, index) => {
    const days = daysText(rule, page);
    const time = timeText(rule, page);
    const note = optionalText(texts.text(`schedule.${index}.note`), page);
    return {
      ...(days ? { days } : {}),
      ...(time ? { time } : {}),
      details: detailsOf(rule, page),
      ...(note ? { note } : {}),
    };
  });
}

function daysText({ days, every = 'week', dates }: Rule, page: PageContext): string | undefined {
  const { t, formats, today } = page;
  const parts: string[] = [];
  if (days) {
    // “The first Monday to Friday of the month” would be another thing than the first of each of these days.
    const weekly = every === 'week' || every === 'two-weeks';
    parts.push(t(`enum.every.${every}`, { days: weekly ? weekdaysText(days, page) : listOfDays(days, page) }));
  }
  if (dates) {
    const ahead = dates.filter((date) => date >= today).sort();
    const shown = (ahead.length > 0 ? ahead : [...dates].sort().slice(-1)).slice(0, shownDates);
    parts.push(formats.list(shown.map((date) => formats.date(date))));
  }
  return parts.length > 0 ? formats.list(parts) : undefined;
}

const inOrder = (days: readonly string[]): Day[] => weekdays.filter((day) => days.includes(day));

const listOfDays = (days: readonly string[], { formats }: PageContext): string =>
  formats.list(inOrder(days).map((day) => formats.weekday(day)));

/** Weekdays in the order of the week; three and more in a row as “Monday to Friday”. */
function weekdaysText(days: readonly string[], { t, formats }: PageContext): string {
  const runs: Day[][] = [];
  for (const day of inOrder(days)) {
    const run = runs.at(-1);
    const before = weekdays[weekdays.indexOf(day) - 1];
    if (run && run.at(-1) === before) run.push(day);
    else runs.push([day]);
  }
  return formats.list(
    runs.flatMap((run) => {
      const names = run.map((day) => formats.weekday(day));
      const [first = '', ...others] = names;
      return others.length > 1 ? t('schedule.day-range', { first, last: others.at(-1) ?? first }) : names;
    }),
  );
}

function detailsOf({ valid, school_holidays: holidays }: Rule, { t, formats, today }: PageContext): string[] {
  const details: string[] = [];
  // A first day that has passed says nothing any more.
  const from = valid?.from && valid.from > today ? formats.date(valid.from) : undefined;
  const until = valid?.until && formats.date(valid.until);
  if (from && until) details.push(t('schedule.valid-range', { from, until }));
  else if (from) details.push(t('schedule.valid-from', { from }));
  else if (until) details.push(t('schedule.valid-until', { until }));
  if (holidays === 'yes' || holidays === 'no') details.push(t(`schedule.holidays.${holidays}`));
  return details;
}

/** All rules in one line, for lists: days, and the time where there is only one; undefined where neither is fixed. */
export function scheduleSummary(offer: Offer, page: PageContext): string | undefined {
  const { t, formats, today } = page;
  const rules = (offer.schedule ?? []).filter(({ valid }) => !valid?.until || valid.until >= today);
  const days = weekdays.filter((day) => rules.some((rule) => rule.days?.includes(day)));
  const dates = rules.flatMap((rule) => rule.dates ?? []).filter((date) => date >= today);
  const named =
    days.length > 0 ? weekdaysText(days, page) : dates.length > 0 ? formats.date(dates.sort()[0] ?? today) : undefined;
  if (named === undefined)
    return offer.registration.kind === 'appointment' ? t('enum.registration.appointment') : undefined;
  const timed = rules.filter((rule) => rule.days ?? rule.dates);
  const times = new Set(timed.map((rule) => timeText(rule, page)));
  const [time] = times;
  return times.size === 1 && time ? t('schedule.days-time', { days: named, time }) : named;
}
