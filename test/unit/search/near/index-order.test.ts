import { describe, expect, it } from 'vitest';
import { buildIndex, inOrder } from '../../../../src/search/build-index.ts';
import { searchInputFor } from '../../../../src/search/documents.ts';
import { manifestName } from '../../../../src/search/manifest.ts';
import { orderIn } from '../../../../src/search/near/index-order.ts';
import { makeModel, makeOffer } from '../../pages/small-catalogue.ts';

describe('the order of an index', () => {
  it('is read from its files', () => {
    const { catalogue } = makeModel(['c', 'a', 'b'].map((id) => makeOffer(id, { title: `Kurs ${id}` })));
    const input = searchInputFor(catalogue, 'de', () => null);
    const index = buildIndex(input);
    const { ids, order } = orderIn(index, 'de');
    expect(ids).toEqual(inOrder(input.documents).map(({ id }) => id));
    expect(ids).toHaveLength(3);
    expect([...index.keys()].filter((path) => path.includes(order))).toHaveLength(1);
    index.delete(manifestName('de'));
    expect(() => orderIn(index, 'de')).toThrow(manifestName('de'));
  });
});
