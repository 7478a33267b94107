import { formatDistance } from '../../i18n/format-distance.ts';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import { addDays, isRealDate } from '../../model/calendar.ts';
import { timeText } from '../../pages/schedule-text.ts';
import type { NearQuestion } from '../../search/near/near-search.ts';
import type { OfferCardProps } from '../../views/components/offer-card/offer-card.tsx';
import type { Result } from '../search-worker.entry.ts';
import { timeHere, todayHere } from '../today.ts';
import type { SearchState } from './search-state.ts';

export interface Words {
  readonly t: Translate;
  readonly formats: Formats;
  readonly lang: string;
}

/** What a search asks of days and distances. */
export function nearQuestion({ text, when, near, within }: SearchState, position: NearQuestion['near']): NearQuestion {
  const from = position ?? near;
  const today = todayHere();
  const day = when === 'today' || when === 'week' ? today : when !== undefined && isRealDate(when) ? when : undefined;
  return {
    now: { date: today, time: timeHere() },
    ...(day === undefined ? {} : { when: { from: day, until: when === 'week' ? addDays(day, 6) : day } }),
    ...(from === undefined ? {} : { near: from }),
    ...(from === undefined || within === undefined ? {} : { within }),
    hasWords: text.trim() !== '',
  };
}

/** A result with what there is to say about when and where. */
export function withFacts({ facts, card, ...marks }: Result, words: Words): Omit<OfferCardProps, 'level'> {
  const { t, formats, lang } = words;
  const next = facts?.next;
  const time = next && timeText(next, words);
  const day = next && (next.date === todayHere() ? t('near.today') : formats.date(next.date, 'weekday'));
  const when = day !== undefined && time ? t('schedule.days-time', { days: day, time }) : day;
  const away = facts?.onRequest
    ? t('near.on-request')
    : facts?.away === undefined
      ? undefined
      : t('near.away', { distance: formatDistance(facts.away, lang) });
  return {
    card: when === undefined ? card : { ...card, when },
    ...marks,
    ...(away === undefined ? {} : { away }),
  };
}
