import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import { ChosenFilters } from '../../views/components/chosen-filters/chosen-filters.tsx';
import { FilterPanel } from '../../views/components/filter-panel/filter-panel.tsx';
import { LinkChips } from '../../views/components/link-chips/link-chips.tsx';
import { ResultList } from '../../views/components/result-list/result-list.tsx';
import { SearchBox } from '../../views/components/search-box/search-box.tsx';
import { SearchStatus } from '../../views/components/search-status/search-status.tsx';
import type { SearchPageData } from '../../views/search-page-data.ts';
import type { Counts, SearchOutcome } from '../search-worker.entry.ts';
import { Overtaken, type SearchClient } from './search-client.ts';
import {
  isEmptySearch,
  readSearchState,
  toggleFilter,
  writeSearchState,
  type FilterKey,
  type SearchState,
} from './search-state.ts';

const resultsAtFirst = 12;

interface Props {
  readonly t: Translate;
  readonly page: SearchPageData;
  readonly client: SearchClient;
  /** The paged list that stands in the page without a search; hidden while results are shown. */
  readonly list: HTMLElement;
  /** What was typed before the application stood. */
  readonly typed: string;
}

type Answer = { readonly state: 'loading' | 'error' } | { readonly state: 'ready'; readonly outcome: SearchOutcome };

/** Search box, filters and results; the address always says what is shown, so that it can be shared and gone back to. */
export function SearchApp({ t, page, client, list, typed }: Props): VNode {
  const [search, setSearch] = useState<SearchState>(() => {
    const asked = readSearchState(location.search);
    return typed === '' ? asked : { ...asked, text: typed };
  });
  const [limit, setLimit] = useState(resultsAtFirst);
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [counts, setCounts] = useState<Counts>();
  // Counts are loaded once somebody looks at the filters: their columns are more bytes than the results.
  const [counting, setCounting] = useState(() => Object.keys(search.filters).length > 0);
  const empty = isEmptySearch(search);
  const results = useRef<HTMLElement>(null);
  /** Number of offers that were shown before the reader asked for more. */
  const shownBefore = useRef(0);

  const change = (next: SearchState): void => {
    setSearch(next);
    setLimit(resultsAtFirst);
    // Typing rewrites one entry of the history; choosing a filter makes a new one.
    const replaces = next.filters === search.filters && !empty;
    history[replaces ? 'replaceState' : 'pushState'](null, '', `${location.pathname}${writeSearchState(next)}`);
  };

  useEffect(() => {
    const onPopState = (): void => {
      setSearch(readSearchState(location.search));
      setLimit(resultsAtFirst);
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, []);

  // Before anything is painted: list and results must not be seen together.
  useLayoutEffect(() => {
    list.hidden = !empty;
  }, [empty]);

  useEffect(() => {
    if (empty) {
      setAnswer({ state: 'loading' });
      return undefined;
    }
    let wanted = true;
    client.ask(search, { limit, ...(counting ? { onCounts: setCounts } : {}) }).then(
      (outcome) => wanted && setAnswer({ state: 'ready', outcome }),
      (error: unknown) => wanted && !(error instanceof Overtaken) && setAnswer({ state: 'error' }),
    );
    return () => {
      wanted = false;
    };
  }, [search, limit, attempt, counting]);

  const outcome = answer.state === 'ready' ? answer.outcome : undefined;
  const groups = useMemo(
    () =>
      page.groups.map((group) => ({
        ...group,
        options: group.options.map((option) => ({
          ...option,
          chosen: search.filters[group.field as FilterKey]?.includes(option.value) ?? false,
          ...(counts && !empty ? { count: counts[group.field]?.[option.value] ?? 0 } : {}),
        })),
      })),
    [page.groups, search.filters, counts, empty],
  );
  const chosen = groups.flatMap((group) =>
    group.options
      .filter((option) => option.chosen)
      .map(({ value, label }) => ({
        field: group.field,
        value,
        label: group.dependent ? { ...label, value: `${group.label}: ${label.value}` } : label,
      })),
  );
  const toggle = (field: string, value: string): void => change(toggleFilter(search, field as FilterKey, value));
  const shown = outcome && (outcome.total > 0 ? outcome.results : outcome.nearest?.results);

  /** For a button that goes away when it is used: the focus must not fall to the beginning of the page. */
  const focusResults = (next: SearchState = search): void => {
    const place = isEmptySearch(next) ? list : results.current;
    if (!place) return;
    place.hidden = false;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const remove = (field: string, value: string): void => {
    const next = toggleFilter(search, field as FilterKey, value);
    focusResults(next);
    change(next);
  };
  useLayoutEffect(() => {
    if (shownBefore.current === 0 || (shown?.length ?? 0) <= shownBefore.current) return;
    results.current?.querySelectorAll<HTMLElement>('.offer-card-title a')[shownBefore.current]?.focus();
    shownBefore.current = 0;
  }, [shown]);

  const nearTopics = (outcome?.nearest?.topics ?? []).flatMap((id) => {
    const option = page.groups.find(({ field }) => field === 'topic')?.options.find(({ value }) => value === id);
    return option
      ? [{ href: page.action + writeSearchState({ text: '', filters: { topic: [id] } }), label: option.label }]
      : [];
  });

  return (
    <div class="search" onFocusIn={() => client.prepare()}>
      <SearchBox
        t={t}
        action={page.action}
        value={search.text}
        onInput={(text) => change({ ...search, text })}
        onSubmit={(text) => change({ ...search, text })}
      />
      <div class="search-body">
        <div class="search-filters" onClick={() => setCounting(true)} onFocusIn={() => setCounting(true)}>
          <FilterPanel
            t={t}
            groups={groups}
            {...(outcome && !empty ? { total: outcome.total } : {})}
            onToggle={toggle}
            onClear={() => change({ ...search, filters: {} })}
            onDone={() => {
              focusResults();
              results.current?.scrollIntoView();
            }}
          />
        </div>
        {!empty && (
          <section
            class={outcome ? 'search-results' : 'search-results search-results-waiting'}
            aria-labelledby="search-results-title"
            ref={results}
            tabIndex={-1}
          >
            <h2 id="search-results-title" class="visually-hidden">
              {t('search.results-title')}
            </h2>
            <ChosenFilters t={t} chosen={chosen} onRemove={remove} />
            <SearchStatus
              t={t}
              state={answer.state}
              about={writeSearchState(search)}
              missing={page.missing + writeSearchState(search)}
              total={outcome?.total ?? 0}
              tooShort={outcome?.isTooShort ?? false}
              relaxed={outcome?.total === 0 && (shown?.length ?? 0) > 0}
              {...(outcome?.suggestion === undefined ? {} : { suggestions: [outcome.suggestion] })}
              onSuggestion={(text) => {
                focusResults();
                change({ ...search, text });
              }}
              onRetry={() => {
                focusResults();
                setAnswer({ state: 'loading' });
                setAttempt(attempt + 1);
              }}
            />
            {shown && <ResultList results={shown} level={3} />}
            {outcome && outcome.total > outcome.results.length && outcome.results.length > 0 && (
              <button
                class="button button-plain"
                type="button"
                onClick={() => {
                  shownBefore.current = outcome.results.length;
                  setLimit(limit + resultsAtFirst);
                }}
              >
                {t('search.more')}
              </button>
            )}
            {nearTopics.length > 0 && (
              <>
                <h3>{t('start.topics')}</h3>
                <LinkChips links={nearTopics} />
              </>
            )}
          </section>
        )}
      </div>
    </div>
  );
}
