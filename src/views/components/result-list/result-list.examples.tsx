import type { Examples } from '../../example-sets.ts';
import { plainCard } from '../offer-card/offer-card.examples.tsx';
import { ResultList } from './result-list.tsx';

export const examples: Examples = {
  three: () => (
    <ResultList level={3} results={['#one', '#two', '#three'].map((href) => ({ card: { ...plainCard, href } }))} />
  ),
};
