import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../src/search/build-index.ts';
import { searchInputFor } from '../../../../src/search/documents.ts';
import { manifestName } from '../../../../src/search/manifest.ts';
import { orderIn } from '../../../../src/search/near/index-order.ts';
import { headOf, orderOf } from '../../../../src/search/read-documents.ts';
import { makeModel, makeOffer } from '../../pages/small-catalogue.ts';

describe('the order of an index', () => {
  it('is read from its files', () => {
    const { catalogue } = makeModel(['c', 'a', 'b'].map((id) => makeOffer(id, { title: `Kurs ${id}` })));
    const input = searchInputFor(catalogue, 'de', () => null);
    const index = buildIndex(input);
    const { ids, order } = orderIn(index, 'de');
    const heads = input.documents.map(headOf);
    expect(ids).toEqual(orderOf(heads).map((document) => heads[document]!.id));
    expect(ids).toHaveLength(3);
    expect([...index.keys()].filter((path) => path.includes(order))).toHaveLength(1);
    index.delete(manifestName('de'));
    expect(() => orderIn(index, 'de')).toThrow(manifestName('de'));
  });
});
