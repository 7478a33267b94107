/** The result cards of the real page, in a script of their own that shares nothing with the engine's. */
import { drawResults, type ResultsProps } from '../../../src/client/search/draw-results.ts';

/** Resolves when all cards stand on the page. */
export async function show(results: ResultsProps['results']): Promise<void> {
  const place = document.getElementById('results')!;
  let list = place.querySelector('ul');
  if (!list) {
    list = document.createElement('ul');
    list.className = 'result-list';
    place.append(list);
  }
  await drawResults({ results, level: 3 }, list);
}
