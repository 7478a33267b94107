import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';

export interface SearchStatusProps {
  readonly t: Translate;
  readonly state: 'loading' | 'error' | 'ready';
  readonly total: number;
  /** The results fulfil only some of what was asked. */
  readonly relaxed?: boolean;
  /** Other spellings, the likeliest first. */
  readonly suggestions?: readonly string[];
  readonly onSuggestion?: (text: string) => void;
  readonly onRetry?: () => void;
}

/** Says above the results what was found, or what to do where nothing was; screen readers announce every change. */
export function SearchStatus(props: SearchStatusProps): VNode {
  const { t, state, total, relaxed, suggestions = [], onSuggestion, onRetry } = props;
  return (
    <div class="search-status">
      <p class="search-status-count" role="status">
        {state === 'loading'
          ? t('search.loading')
          : state === 'error'
            ? t('search.error')
            : relaxed
              ? t('search.relaxed')
              : t('search.results', { count: total })}
      </p>
      {state === 'error' && (
        <button class="button button-plain" type="button" onClick={onRetry}>
          <Icon name="refresh" />
          {t('search.retry')}
        </button>
      )}
      {state === 'ready' && suggestions.length > 0 && (
        <p class="search-status-suggestions">
          {t('search.did-you-mean')}{' '}
          {suggestions.map((text) => (
            <button key={text} class="chip" type="button" onClick={() => onSuggestion?.(text)}>
              {text}
            </button>
          ))}
        </p>
      )}
      {state === 'ready' && total === 0 && <p>{t('search.no-results-help')}</p>}
    </div>
  );
}
