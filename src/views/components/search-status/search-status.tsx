import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../../i18n/translator.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { refresh } from '../icon/icon-paths.ts';

export interface SearchStatusProps {
  readonly t: Translate;
  readonly state: 'loading' | 'error' | 'ready';
  /** What was asked: the same answer to another question is announced, too. */
  readonly about?: string;
  readonly total: number;
  /** Too few letters to look for anything: all offers are shown. */
  readonly tooShort?: boolean;
  /** The results fulfil only some of what was asked. */
  readonly relaxed?: boolean;
  /** Other spellings, the likeliest first. */
  readonly suggestions?: readonly string[];
  readonly onSuggestion?: (text: string) => void;
  readonly onRetry?: () => void;
  /** Where to say that something is missing. */
  readonly missing?: string;
}

/** Long enough that nothing is announced between two keys, short enough to be the answer to the last one; in milliseconds. */
const pauseInTyping = 900;

/** Says above the results what was found, or what to do where nothing was; screen readers announce it once per pause in typing. */
export function SearchStatus(props: SearchStatusProps): VNode {
  const { t, state, about, total, tooShort, relaxed, suggestions = [], onSuggestion, onRetry, missing } = props;
  const [announced, setAnnounced] = useState('');
  const text =
    state === 'loading'
      ? t('search.loading')
      : state === 'error'
        ? t('search.error')
        : tooShort
          ? t('search.too-short')
          : relaxed
            ? t('search.relaxed')
            : t('search.results', { count: total });
  useEffect(() => {
    setAnnounced('');
    const timer = setTimeout(() => setAnnounced(text), pauseInTyping);
    return () => clearTimeout(timer);
  }, [text, about]);
  return (
    <div class="search-status">
      <p class="search-status-count" aria-hidden="true">
        {text}
      </p>
      <p class="visually-hidden" role="status">
        {announced}
      </p>
      {state === 'error' && (
        <button class="button button-plain" type="button" onClick={onRetry}>
          <IconPath path={refresh} />
          {t('search.retry')}
        </button>
      )}
      {state === 'ready' && suggestions.length > 0 && (
        <p class="search-status-suggestions">
          {t('search.did-you-mean')}{' '}
          {suggestions.map((suggestion) => (
            <button key={suggestion} class="chip" type="button" onClick={() => onSuggestion?.(suggestion)}>
              {suggestion}
            </button>
          ))}
        </p>
      )}
      {state === 'ready' && total === 0 && <p>{t('search.no-results-help')}</p>}
      {state === 'ready' && total === 0 && !tooShort && missing !== undefined && (
        <p>
          <a href={missing}>{t('missing.title')}</a>
        </p>
      )}
    </div>
  );
}
