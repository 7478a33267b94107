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

/** Kilometres that can be chosen. */
export const nearDistances = [2, 5, 10, 25] as const;

/** What the reader looks for; lives in the address, so that a search can be shared and the back button undoes it. */
export interface SearchState {
  readonly text: string;
  readonly filters: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
  /** `today`, `week` for the seven days from today, or a day. */
  readonly when?: string;
  /** Id of the place that distances are measured from; the reader's own position is never part of this. */
  readonly near?: string;
  /** Kilometres. */
  readonly within?: number;
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
  const when = parameters.get('when') ?? '';
  const near = parameters.get('near') ?? '';
  const within = Number(parameters.get('within'));
  return {
    text: (parameters.get('q') ?? '').slice(0, maximumLength),
    filters,
    ...(when === 'today' || when === 'week' || isDate(when) ? { when } : {}),
    ...(near === '' ? {} : { near }),
    ...(nearDistances.some((km) => km === within) ? { within } : {}),
  };
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The query of an address for a search, `''` for an empty one. */
export function writeSearchState({ text, filters, when, near, within }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  for (const key of filterKeys) for (const value of filters[key] ?? []) parameters.append(key, value);
  if (when !== undefined) parameters.set('when', when);
  if (near !== undefined) parameters.set('near', near);
  // Without a place there is nothing to measure from; the position stays on the device, so only its limit can go along.
  if (within !== undefined) parameters.set('within', String(within));
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

/** True where nothing is asked for: the list of all offers is shown then. A limit alone asks for nothing. */
export const isEmptySearch = ({ text, filters, when, near }: SearchState): boolean =>
  writeSearchState({ text, filters }) === '' && when === undefined && near === undefined;
