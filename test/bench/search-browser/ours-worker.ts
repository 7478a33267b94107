/** Our search as readers have it: the engine in its worker, the result cards on the page. */
import type * as Cards from './cards.ts';
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
  cards ??= import('./cards.ts');
  const { results } = await client.ask({ text: query, filters: {} }, { limit: 10 });
  if (results.length === 0) throw new Error(`Nothing found for ${query}`);
  const answered = performance.now() - begun;
  await (await cards).show(results);
  return answered;
}
