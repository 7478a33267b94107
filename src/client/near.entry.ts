/** Days and distances, loaded when somebody first asks for them: by the search's worker, and by the page for the words. */
export { originsOf, refineByNear } from '../search/near/near-search.ts';
export { formatDistance } from '../i18n/format-distance.ts';
export { nearQuestion, withFacts, writeFacts } from './search/near-words.ts';
export { askPosition } from './search/reader-position.ts';
