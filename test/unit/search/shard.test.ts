import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../../src/search/bytes.ts';
import { decodeFacets, encodeFacets, has } from '../../../src/search/facets.ts';
import { decodeShard, encodeShard, type Term } from '../../../src/search/shard.ts';

const numbers = (most: number): fc.Arbitrary<Uint32Array> =>
  fc
    .uniqueArray(fc.nat(most), { minLength: 1, maxLength: 30 })
    .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));

const postings = numbers(100_000).chain((documents) =>
  fc
    .array(fc.nat(200_000), { minLength: documents.length, maxLength: documents.length })
    .map((weights) => ({ documents, weights: Uint32Array.from(weights) })),
);

/** Any string that can be written as UTF-8. */
const spelling = fc.string({ unit: 'binary', maxLength: 12 });

const terms: fc.Arbitrary<Term[]> = fc.array(
  fc.record({
    term: spelling,
    fields: fc.array(fc.option(postings, { nil: undefined }), { maxLength: 6 }),
    meanings: fc.array(fc.record({ concept: spelling, weight: fc.constantFrom(1, 1 / 2, 1 / 3, 1 / 4) }), {
      maxLength: 3,
    }),
  }),
  { maxLength: 20 },
);

describe('a posting shard', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const read = decodeShard(Buffer.concat(encodeShard(list)), 6);
        expect(read).toHaveLength(list.length);
        list.forEach(({ term, fields, meanings }, index) => {
          expect(read[index]?.term).toBe(term);
          expect(read[index]?.meanings.map(({ concept }) => concept)).toEqual(meanings.map(({ concept }) => concept));
          meanings.forEach(({ weight }, place) => expect(read[index]?.meanings[place]?.weight).toBeCloseTo(weight, 1));
          for (let field = 0; field < 6; field++) expect(read[index]?.fields[field]).toEqual(fields[field]);
        });
      }),
    );
  });

  it('that was cut off is an error, not an empty answer', () => {
    const [whole] = encodeShard([
      {
        term: 'kurs',
        fields: [{ documents: Uint32Array.of(1, 5), weights: Uint32Array.of(900, 12_000) }],
        meanings: [],
      },
    ]);
    expect(() => decodeShard((whole ?? new Uint8Array()).subarray(0, -1), 6)).toThrow(RangeError);
  });
});

describe('bytes', () => {
  it('hold any number of 32 bits and strings that begin alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), fc.array(spelling), (list, strings) => {
        const out = new ByteWriter();
        for (const number of list) out.number(number);
        out.frontCoded(strings.sort());
        const input = new ByteReader(out.take());
        expect(list.map(() => input.number())).toEqual(list);
        expect(input.frontCoded()).toEqual(strings);
        expect(input.done).toBe(true);
      }),
    );
  });
});

describe('facet columns', () => {
  it('read as they were written', () => {
    const columns = new Map([
      [
        'town',
        new Map([
          ['a', [0, 31, 32, 99]],
          ['b', []],
        ]),
      ],
      ['cost', new Map([['free', [1]]])],
    ]);
    const facets = decodeFacets(encodeFacets(columns), 100);
    const documents = (key: string, value: string): number[] =>
      Array.from({ length: 100 }, (_, number) => number).filter((number) =>
        has(facets.get(key)?.get(value) ?? new Uint32Array(), number),
      );
    expect(documents('town', 'a')).toEqual([0, 31, 32, 99]);
    expect(documents('town', 'b')).toEqual([]);
    expect(documents('cost', 'free')).toEqual([1]);
  });
});
