/** The result cards of the real page, in a script of their own that shares nothing with the engine's. */
import { drawResults, type ResultsProps } from '../../../src/client/search/draw-results.ts';

let overtaken = new AbortController();

/** Resolves when all cards stand on the page. */
export async function show(shown: Omit<ResultsProps, 'level'>): Promise<void> {
  overtaken.abort();
  overtaken = new AbortController();
  const place = document.getElementById('results')!;
  let list = place.querySelector('ul');
  if (!list) {
    list = document.createElement('ul');
    list.className = 'result-list';
    place.append(list);
  }
  await drawResults({ ...shown, level: 3 }, list, overtaken.signal);
}
