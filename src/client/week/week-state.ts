import { addDays, isRealDate, toDayNumber } from '../../model/calendar.ts';
import type { IsoDate } from '../../model/diagnostic.ts';

/** Which week and which topic are shown; lives in the address. */
export interface WeekState {
  /** The first of the seven days; today where it is left out. */
  readonly from?: IsoDate;
  readonly topic?: string;
}

/** Nobody plans further ahead, and rules are not known for so long; in days. */
const horizon = 364;

/** Reads the query of an address; what has passed, lies too far ahead or is no whole number of weeks from today is left out. */
export function readWeekState(query: string, today: IsoDate): WeekState {
  const parameters = new URLSearchParams(query);
  const from = parameters.get('from') ?? '';
  const topic = parameters.get('topic') ?? '';
  const isShown = isRealDate(from) && from > today && from <= addDays(today, horizon);
  return { ...(isShown ? { from } : {}), ...(topic === '' ? {} : { topic }) };
}

export function writeWeekState({ from, topic }: WeekState): string {
  const parameters = new URLSearchParams();
  if (from !== undefined) parameters.set('from', from);
  if (topic !== undefined) parameters.set('topic', topic);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The week so many days before or after; the one that begins today has no first day. */
export function moveWeek(state: WeekState, days: number, today: IsoDate): WeekState {
  const { from = today, ...rest } = state;
  const next = addDays(from, days);
  return next <= today || next > addDays(today, horizon) ? rest : { ...rest, from: next };
}

/** Whether there may be another week after the one that is shown. */
export const hasLater = ({ from = '' }: WeekState, today: IsoDate): boolean =>
  from === '' || addDays(from, 7) <= addDays(today, horizon);

/** A page that nobody has renewed for more than a week says so. */
export const isOld = (built: IsoDate, today: IsoDate): boolean => toDayNumber(today) - toDayNumber(built) > 7;
