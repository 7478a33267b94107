import { formatDistance } from '../../i18n/format-distance.ts';
import { formatsFor, type Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import { addDays, isRealDate } from '../../model/calendar.ts';
import type { Geo } from '../../model/schema.generated.ts';
import { timeText } from '../../pages/schedule-text.ts';
import type { NearFacts, NearQuestion } from '../../search/near/near-search.ts';
import type { OfferCardProps } from '../../views/components/offer-card/offer-card.tsx';
import type { Result } from '../search-worker.entry.ts';
import { timeHere, todayHere } from '../today.ts';
import type { SearchState } from './search-state.ts';

/** What a search asks of days and distances. */
export interface NearWish extends Pick<SearchState, 'text' | 'when' | 'near' | 'within'> {
  /** Where the reader is; goes before a place of the list. */
  readonly position?: Geo;
  /** When it is asked, by the page's clock: milliseconds since 1970. */
  readonly at: number;
}

/** The same with the day and minute that it is then; for the worker, because formats of `Intl` hold up the page. */
export function nearQuestion({ text, when, near, within, position, at }: NearWish): NearQuestion {
  const from = position ?? near;
  const asked = new Date(at);
  const today = todayHere(asked);
  const day = when === 'today' || when === 'week' ? today : when !== undefined && isRealDate(when) ? when : undefined;
  return {
    now: { date: today, time: timeHere(asked) },
    ...(day === undefined ? {} : { when: { from: day, until: when === 'week' ? addDays(day, 6) : day } }),
    ...(from === undefined ? {} : { near: from }),
    ...(from === undefined || within === undefined ? {} : { within }),
    hasWords: text.trim() !== '',
  };
}

/** What is known of a result, with days and distances as its language writes them. */
export interface WrittenFacts extends Pick<NearFacts, 'onRequest'> {
  readonly next?: { readonly day: string; readonly isToday: boolean; readonly from?: string; readonly to?: string };
  readonly away?: string;
}

/** For the worker as well. */
export function writeFacts({ next, away, onRequest }: NearFacts, lang: string, { at }: NearWish): WrittenFacts {
  return {
    ...(next
      ? {
          next: {
            day: formatsFor(lang).date(next.date, 'weekday'),
            isToday: next.date === todayHere(new Date(at)),
            ...(next.from === undefined ? {} : { from: next.from }),
            ...(next.to === undefined ? {} : { to: next.to }),
          },
        }
      : {}),
    ...(away === undefined ? {} : { away: formatDistance(away, lang) }),
    ...(onRequest ? { onRequest } : {}),
  };
}

/** A result with what there is to say about when and where. */
export function withFacts(
  { facts, card, ...marks }: Result,
  words: { readonly t: Translate; readonly formats: Formats },
): Omit<OfferCardProps, 'level'> {
  const { t } = words;
  const next = facts?.next;
  const time = next && timeText(next, words);
  const day = next && (next.isToday ? t('near.today') : next.day);
  const when = day !== undefined && time ? t('schedule.days-time', { days: day, time }) : day;
  const away = facts?.onRequest
    ? t('near.on-request')
    : facts?.away === undefined
      ? undefined
      : t('near.away', { distance: facts.away });
  return {
    card: when === undefined ? card : { ...card, when },
    ...marks,
    ...(away === undefined ? {} : { away }),
  };
}
