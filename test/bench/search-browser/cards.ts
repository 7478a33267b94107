/** The result cards of the real page, in a script of their own that shares nothing with the engine's. */
import { h, render } from 'preact';
import { ResultList, type ResultListProps } from '../../../src/views/components/result-list/result-list.tsx';

export const show = (results: ResultListProps['results']): void =>
  render(h(ResultList, { results, level: 3 }), document.getElementById('results')!);
