import { expect, test } from 'vitest';
import { relatedOffers } from '../../../src/pages/related-offers.ts';
import { makeModel, makeOffer } from './small-catalogue.ts';

test('related offers help with the same, the nearest first, and never more than four', () => {
  const one = makeOffer('one');
  const far = makeOffer('far', {}, { towns: ['wolbersheim'] });
  const other = makeOffer('other-topic', { topics: ['health'] });
  const near = ['a', 'b', 'c', 'd'].map((id) => makeOffer(id));
  const model = makeModel([far, one, other, ...near]);
  expect(relatedOffers(one, model).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(relatedOffers(far, model)).not.toContain(far);
  expect(relatedOffers(other, model)).toEqual([]);
});

test('what has ended is nothing to go to', () => {
  const one = makeOffer('one');
  expect(relatedOffers(one, makeModel([one, makeOffer('old', {}, { standing: 'ended' })]))).toEqual([]);
});
