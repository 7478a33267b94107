/** Our search as readers have it: the engine in its worker, the result cards on the page. */
import type * as Cards from './cards.ts';
import type { SearchOutcome } from '../../../src/client/search-worker.entry.ts';
import { createSearchClient } from '../../../src/client/search/search-client.ts';

const client = createSearchClient({
  lang: 'de',
  worker: '/search-worker.js',
  near: '',
  help: '/search-help.js',
  root: '/',
});
let cards: Promise<typeof Cards> | undefined;

/** Milliseconds to the answer; the results are on the page when it resolves. */
export async function run(query: string): Promise<number> {
  const begun = performance.now();
  // As on the real page, where it goes when somebody begins to type.
  document.getElementById('list')?.setAttribute('hidden', '');
  cards ??= import('./cards.ts');
  const show = async (outcome: SearchOutcome): Promise<void> => (await cards)?.show(outcome);
  const outcome = await client.ask({ text: query, filters: {} }, { limit: 10, onFirst: (first) => void show(first) });
  if (outcome.results.length === 0) throw new Error(`Nothing found for ${query}`);
  const answered = performance.now() - begun;
  await show(outcome);
  return answered;
}
