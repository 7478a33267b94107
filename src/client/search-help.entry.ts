/** What most queries do without, loaded by the search's worker for the others. */
export { searchHelp } from '../search/search-help.ts';
