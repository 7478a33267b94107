import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { Geo } from '../../model/schema.generated.ts';
import { ChosenFilters } from '../../views/components/chosen-filters/chosen-filters.tsx';
import { FilterPanel } from '../../views/components/filter-panel/filter-panel.tsx';
import { NearBar } from '../../views/components/near-bar/near-bar.tsx';
import { LinkChips } from '../../views/components/link-chips/link-chips.tsx';
import { SearchBox } from '../../views/components/search-box/search-box.tsx';
import { SearchStatus } from '../../views/components/search-status/search-status.tsx';
import type { SearchPageData } from '../../views/search-page-data.ts';
import type * as NearScript from '../near.entry.ts';
import type { Counts, SearchOutcome } from '../search-worker.entry.ts';
import { DrawnResults } from './drawn-results.tsx';
import { type OnOrigins, Overtaken, type SearchClient } from './search-client.ts';
import {
  isEmptySearch,
  readSearchState,
  toggleFilter,
  writeSearchState,
  type FilterKey,
  type SearchState,
} from './search-state.ts';

const resultsAtFirst = 12;
/** Kilometres from which on nobody goes there: better say so. */
const tooFar = 50;
/** Metres: what is less exact is said. */
const roughFrom = 1000;

interface Props {
  readonly t: Translate;
  readonly formats: Formats;
  readonly page: SearchPageData;
  readonly client: SearchClient;
  /** The paged list that stands in the page without a search; hidden while results are shown. */
  readonly list: HTMLElement;
  /** What was typed before the application stood. */
  readonly typed: string;
}

type Answer =
  | { readonly state: 'loading' }
  /** With the first results, where only the others did not come. */
  | { readonly state: 'error'; readonly outcome?: SearchOutcome }
  | { readonly state: 'ready'; readonly outcome: SearchOutcome };

/** Search box, filters and results; the address always says what is shown, so that it can be shared and gone back to. */
export function SearchApp({ t, formats, page, client, list, typed }: Props): VNode {
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
  /** Where the reader is: lives here and nowhere else. */
  const [position, setPosition] = useState<Geo>();
  const [placeOpen, setPlaceOpen] = useState(search.near !== undefined);
  const [origins, setOrigins] = useState<Parameters<OnOrigins>>();
  const [said, setSaid] = useState('');
  /** What knows days and distances, loaded when somebody asks for them. */
  const [near, setNear] = useState<typeof NearScript>();
  const empty = isEmptySearch(search) && position === undefined;
  const asksNear = search.when !== undefined || search.near !== undefined || position !== undefined;
  const results = useRef<HTMLElement>(null);
  /** Number of offers that were shown before the reader asked for more. */
  const shownBefore = useRef(0);

  /** As the reader left it, also where that is still to be drawn. */
  const latest = useRef(search);
  latest.current = search;
  /** What is to be written into the address, behind what the reader waits for: it takes longer than to draw a letter. */
  const unwritten = useRef<{ readonly address: string; readonly isNew: boolean } | undefined>(undefined);
  const change = (next: SearchState): void => {
    const before = latest.current;
    latest.current = next;
    setSearch(next);
    setLimit(resultsAtFirst);
    // Typing rewrites one entry of the history; choosing a filter makes a new one.
    const replaces =
      next.filters === before.filters &&
      next.when === before.when &&
      next.near === before.near &&
      !(isEmptySearch(before) && position === undefined);
    const waiting = unwritten.current;
    unwritten.current = {
      address: `${location.pathname}${writeSearchState(next)}`,
      isNew: !replaces || waiting?.isNew === true,
    };
    if (!waiting) setTimeout(writeAddress);
  };
  const writeAddress = (): void => {
    if (unwritten.current)
      history[unwritten.current.isNew ? 'pushState' : 'replaceState'](null, '', unwritten.current.address);
    unwritten.current = undefined;
  };

  useEffect(() => {
    const onPopState = (): void => {
      unwritten.current = undefined;
      latest.current = readSearchState(location.search);
      setSearch(latest.current);
      setLimit(resultsAtFirst);
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, []);

  /** Some browsers remember that an address could not be loaded, so each try has its own. */
  const loadNear = (): Promise<typeof NearScript> =>
    import(attempt === 0 ? page.near : `${page.near}?${attempt}`) as Promise<typeof NearScript>;

  useEffect(() => {
    if (placeOpen && !origins) client.origins((...answered) => setOrigins(answered));
    if (near || !(asksNear || placeOpen)) return;
    loadNear().then(setNear, () => setAnswer({ state: 'error' }));
  }, [placeOpen, origins, asksNear, attempt]);

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
    if (asksNear && !near) return undefined;
    let kept: { readonly outcome?: SearchOutcome } = {};
    const show = (outcome: SearchOutcome): void => {
      if (wanted) setAnswer({ state: 'ready', outcome });
    };
    const showFirst = (outcome: SearchOutcome): void => {
      kept = { outcome: { ...outcome, awaited: 0 } };
      show(outcome);
    };
    const options = {
      limit,
      // Who asks for more keeps what is there.
      ...(limit === resultsAtFirst ? { onFirst: showFirst } : {}),
      ...(counting ? { onCounts: setCounts } : {}),
      ...(asksNear ? { near: { ...search, ...(position ? { position } : {}), at: Date.now() } } : {}),
    };
    client.ask(search, options).then(show, (error: unknown) => {
      if (wanted && !(error instanceof Overtaken)) setAnswer({ state: 'error', ...kept });
    });
    return () => {
      wanted = false;
    };
  }, [search, position, limit, attempt, counting, asksNear && near]);

  const outcome = answer.state === 'loading' ? undefined : answer.outcome;
  const shownCounts = empty ? undefined : counts;
  const groups = useMemo(
    () =>
      page.groups.map((group) => ({
        ...group,
        options: group.options.map((option) => ({
          ...option,
          chosen: search.filters[group.field as FilterKey]?.includes(option.value) ?? false,
          ...(shownCounts ? { count: shownCounts[group.field]?.[option.value] ?? 0 } : {}),
        })),
      })),
    [page.groups, search.filters, shownCounts],
  );
  const chosenDay = search.when !== undefined && search.when !== 'today' && search.when !== 'week';
  const chosen = groups.flatMap((group) =>
    group.options
      .filter((option) => option.chosen)
      .map(({ value, label }) => ({
        field: group.field,
        value,
        label: group.dependent ? { ...label, value: `${group.label}: ${label.value}` } : label,
      })),
  );
  if (chosenDay) chosen.push({ field: 'when', value: '', label: { value: formats.date(search.when, 'weekday') } });
  const originLabel = position ? { value: t('near.here') } : outcome?.from?.origin?.label;
  if (originLabel) chosen.push({ field: 'near', value: '', label: originLabel });
  const toggle = useRef((_field: string, _value: string): void => {});
  toggle.current = (field, value) => change(toggleFilter(latest.current, field as FilterKey, value));
  const onToggle = useCallback((field: string, value: string) => toggle.current(field, value), []);
  const away = (km: number): string => near?.formatDistance(km, page.lang) ?? '';
  const setWhen = (when: string | undefined): void => {
    const { when: _, ...others } = latest.current;
    change(when === undefined ? others : { ...others, when });
  };
  const setWithin = (km: number): void => {
    const { within: _, ...others } = latest.current;
    change(km === 0 ? others : { ...others, within: km });
  };
  const setOrigin = (id: string): void => {
    const { near: _, within: limited, ...others } = latest.current;
    setPosition(undefined);
    setSaid('');
    change(id === '' ? others : { ...others, near: id, ...(limited === undefined ? {} : { within: limited }) });
  };
  const useOwnPosition = async (): Promise<void> => {
    setSaid(t('near.asking'));
    const found = await (near ?? (await loadNear().catch(() => undefined)))?.askPosition();
    if (!found) {
      setSaid(t('search.error'));
      return;
    }
    if (found.state !== 'found') {
      setSaid(t(`near.${found.state}`));
      return;
    }
    setSaid(found.accuracy > roughFrom ? t('near.rough', { distance: away(found.accuracy / 1000) }) : '');
    setPosition(found.point);
    const { near: _, ...others } = latest.current;
    if (latest.current.near !== undefined) change(others);
  };
  const from = outcome?.from;
  const isFar = from?.nearest !== undefined && Number.isFinite(from.nearest) && from.nearest > tooFar;
  const shown = outcome && (outcome.total > 0 ? outcome.results : outcome.nearest?.results);
  // The same as long as nothing in it changes, so that it is not drawn again with each key.
  const drawn = useMemo(() => shown?.map((result) => near?.withFacts(result, { t, formats }) ?? result), [shown, near]);

  /** For a button that goes away when it is used: the focus must not fall to the beginning of the page. */
  const focusResults = (next: SearchState = latest.current): void => {
    const place = isEmptySearch(next) ? list : results.current;
    if (!place) return;
    place.hidden = false;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const remove = (field: string, value: string): void => {
    const { when: _, ...anyDay } = latest.current;
    const { near: __, ...anywhere } = latest.current;
    const next =
      field === 'when' ? anyDay : field === 'near' ? anywhere : toggleFilter(latest.current, field as FilterKey, value);
    focusResults(next);
    if (field === 'near') setPosition(undefined);
    change(next);
  };
  useLayoutEffect(() => {
    if (shownBefore.current === 0 || (shown?.length ?? 0) <= shownBefore.current) return;
    results.current?.querySelectorAll<HTMLElement>('.offer-card-title a')[shownBefore.current]?.focus();
    shownBefore.current = 0;
  }, [shown]);

  /** For buttons among the results that go away with what they change. */
  const then = (act: () => void): void => {
    focusResults();
    act();
  };
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
        onInput={(text) => change({ ...latest.current, text })}
        onSubmit={(text) => change({ ...latest.current, text })}
      />
      <div class="search-body">
        <div class="search-side">
          <NearBar
            t={t}
            {...(search.when === undefined ? {} : { when: search.when })}
            open={placeOpen}
            isNear={search.near !== undefined || position !== undefined}
            {...(origins ? { origins: origins[0] } : {})}
            origin={position ? '' : (search.near ?? '')}
            within={search.within ?? 0}
            distances={origins?.[1] ?? []}
            said={said || (isFar && position ? t('near.far', { distance: away(from.nearest ?? 0) }) : '')}
            onWhen={(way) => setWhen(latest.current.when === way ? undefined : way)}
            onOpen={() => setPlaceOpen(!placeOpen)}
            onOrigin={setOrigin}
            onPosition={() => void useOwnPosition()}
            onWithin={setWithin}
          />
          <div class="search-filters" onClick={() => setCounting(true)} onFocusIn={() => setCounting(true)}>
            <FilterPanel
              t={t}
              groups={groups}
              gradually
              {...(outcome && !empty ? { total: outcome.total } : {})}
              onToggle={onToggle}
              onClear={() => change({ ...latest.current, filters: {} })}
              onDone={() => {
                focusResults();
                results.current?.scrollIntoView();
              }}
            />
          </div>
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
              about={`${writeSearchState(search)} ${position ? 'here' : ''}`}
              missing={page.missing + writeSearchState(search)}
              total={outcome?.total ?? 0}
              tooShort={outcome?.isTooShort ?? false}
              relaxed={outcome?.total === 0 && (shown?.length ?? 0) > 0}
              {...(outcome?.suggestion === undefined ? {} : { suggestions: [outcome.suggestion] })}
              onSuggestion={(text) => {
                focusResults();
                change({ ...latest.current, text });
              }}
              onRetry={() => {
                focusResults();
                setAnswer({ state: 'loading' });
                setAttempt(attempt + 1);
              }}
            />
            {outcome?.total === 0 && search.when === 'today' && (
              <button class="button button-plain" type="button" onClick={() => then(() => setWhen('week'))}>
                {t('near.try-week')}
              </button>
            )}
            {from && outcome.total > 0 && search.text.trim() === '' && <p class="near-order">{t('near.order')}</p>}
            {from && search.within !== undefined && (
              <p class="near-order">
                {t('near.only-placed')}
                <button class="button-plain near-lift" type="button" onClick={() => then(() => setWithin(0))}>
                  {t('near.lift')}
                </button>
              </p>
            )}
            {drawn && <DrawnResults results={drawn} awaited={outcome?.awaited ?? 0} level={3} />}
            {outcome && outcome.total > outcome.results.length && outcome.results.length > 0 && !outcome.awaited && (
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
