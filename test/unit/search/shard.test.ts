import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../../src/search/bytes.ts';
import { decodeFacets, encodeFacets, has } from '../../../src/search/facets.ts';
import { decodeShard, encodeShard, frequencyOf, type Occurrences, type Term } from '../../../src/search/shard.ts';
import { Frequencies } from '../../../src/search/frequencies.ts';
import { rarityOf, weightOf } from '../../../src/search/weight.ts';
import { anyText } from '../../support/any-text.ts';

const numbers = (most: number): fc.Arbitrary<Uint32Array> =>
  fc
    .uniqueArray(fc.nat(most), { minLength: 1, maxLength: 30 })
    .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));

const frequencies = new Frequencies();
const often = fc
  .record({
    length: fc.oneof(fc.constant(5), fc.integer({ min: 1, max: 100_000 })),
    count: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ length, count }) => {
    let number = frequencies.once(length);
    for (let times = 1; times < count; times++) number = frequencies.oneMore(number);
    return number;
  });
const postings: fc.Arbitrary<Occurrences> = numbers(100_000).chain((documents) =>
  fc
    .array(often, { minLength: documents.length, maxLength: documents.length })
    .map((found) => ({ documents, found: Uint32Array.from(found) })),
);

const averages = { documents: 100_000, lengths: [90_000, 800_000, 300_000, 1, 0, 12_345] };

/** Any string that can be written as UTF-8. */
const spelling = anyText({ maxLength: 12 });

const terms: fc.Arbitrary<Term<Occurrences>[]> = fc.array(
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
        const read = decodeShard(Buffer.concat(encodeShard(list, frequencies)), averages);
        expect(read).toHaveLength(list.length);
        list.forEach((written, index) => {
          const { term, fields, meanings } = written;
          const rarity = rarityOf(frequencyOf(written), averages.documents);
          expect(read[index]?.term).toBe(term);
          expect(read[index]?.meanings.map(({ concept }) => concept)).toEqual(meanings.map(({ concept }) => concept));
          meanings.forEach(({ weight }, place) => expect(read[index]?.meanings[place]?.weight).toBeCloseTo(weight, 1));
          for (let field = 0; field < 6; field++) {
            const { documents, found } = fields[field] ?? {};
            const weights = found?.map((number) =>
              weightOf(rarity, frequencies.counts[number] ?? NaN, frequencies.lengths[number] ?? NaN, field, averages),
            );
            expect(read[index]?.fields[field]).toEqual(weights && { documents, weights });
          }
        });
      }),
    );
  });

  it('that was cut off is an error, not an empty answer', () => {
    const known = new Frequencies();
    const found = Uint32Array.of(known.once(3), known.oneMore(known.once(4)));
    const written = [{ term: 'kurs', fields: [{ documents: Uint32Array.of(1, 5), found }], meanings: [] }];
    const [whole] = encodeShard(written, known);
    expect(() => decodeShard((whole ?? new Uint8Array()).subarray(0, -1), averages)).toThrow(RangeError);
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
