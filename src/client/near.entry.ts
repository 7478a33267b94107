/** Loaded by the search's worker when somebody first asks for a day or a distance. */
export { originsOf, refineByNear } from '../search/near/near-search.ts';
