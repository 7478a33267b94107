/** The filters of the offer list, in the order in which they are shown; names as they stand in the address. */
export const filterKeys = [
  'topic',
  'town',
  'audience',
  'language',
  'type',
  'day',
  'cost',
  'german',
  'registration',
  'childcare',
  'step_free',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What the reader looks for; lives in the address, so that a search can be shared and the back button undoes it. */
export interface SearchState {
  readonly text: string;
  readonly filters: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
}

/** Longer input is cut: nobody types it, and every word costs a look-up. */
const maximumLength = 200;

/** Reads a search from the query of an address (`?q=kurs&town=lindenau&town=erlensee`); unknown names are ignored. */
export function readSearchState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const filters: Partial<Record<FilterKey, string[]>> = {};
  for (const key of filterKeys) {
    const values = Array.from(new Set(parameters.getAll(key))).filter((value) => value !== '');
    if (values.length > 0) filters[key] = values;
  }
  return { text: (parameters.get('q') ?? '').slice(0, maximumLength), filters };
}

/** The query of an address for a search, `''` for an empty one. */
export function writeSearchState({ text, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  for (const key of filterKeys) for (const value of filters[key] ?? []) parameters.append(key, value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The search with one filter value switched on or off. */
export function toggleFilter(state: SearchState, key: FilterKey, value: string): SearchState {
  const values = state.filters[key] ?? [];
  const changed = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const { [key]: _, ...others } = state.filters;
  return { ...state, filters: changed.length > 0 ? { ...others, [key]: changed } : others };
}

/** True where neither words nor filters are set: the list of all offers is shown then. */
export const isEmptySearch = (state: SearchState): boolean => writeSearchState(state) === '';
