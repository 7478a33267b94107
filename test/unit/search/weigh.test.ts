import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fields, type FieldName } from '../../../src/search/manifest.ts';
import { weigh } from '../../../src/search/weigh.ts';
import { indexWithLunr, spellOut, type SpelledDocument } from './lunr-builder.ts';

/** Spellings by number, with names that trip up objects used as maps, and numbers that they put first. */
const spellings = ['kurs', 'constructor', '__proto__', '1', '10', 'hasOwnProperty', 'ärzte', 'مدرسه', '#topic/a', '𐌰𐌱'];

const terms = fc.array(fc.array(fc.nat(spellings.length - 1), { maxLength: 15 }), { maxLength: 3 });
const documents = fc.array(
  fc.record({
    terms: fc.record(
      Object.fromEntries(fields.map((field) => [field, terms])) as Record<FieldName, fc.Arbitrary<number[][]>>,
    ),
  }),
  { maxLength: 40 },
);

/** `field document term` → weight × 1000, of all terms. */
function weightsOfLunr(list: readonly SpelledDocument[]): Map<string, number> {
  const { invertedIndex, fieldVectors } = indexWithLunr(list);
  const weights = new Map<string, number>();
  for (const [reference, { elements }] of Object.entries(fieldVectors)) {
    const vector = new Map(
      Array.from({ length: elements.length / 2 }, (_, index) => [elements[2 * index], elements[2 * index + 1]]),
    );
    for (const term of Object.keys(invertedIndex)) {
      // oxlint-disable-next-line no-underscore-dangle -- lunr's name for the number of a term in its vectors
      const weight = vector.get(invertedIndex[term]?._index);
      if (weight !== undefined) weights.set(`${reference.replace('/', ' ')} ${term}`, Math.round(weight * 1000));
    }
  }
  return weights;
}

describe('weigh', () => {
  it('gives each term in each field the weight that lunr gives it', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const ours = new Map<string, number>();
        weigh(list, spellings.length).forEach(({ starts, documents: numbers, weights }, field) => {
          spellings.forEach((spelling, term) => {
            for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place++)
              ours.set(`${fields[field]} ${numbers[place]} ${spelling}`, weights[place] ?? NaN);
          });
        });
        const theirs = weightsOfLunr(spellOut(list, (term) => spellings[term] ?? ''));
        expect(ours.size).toBe(theirs.size);
        for (const [key, weight] of theirs) expect(ours.get(key), key).toBe(weight);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) },
    );
  });

  it('lists the documents of each term in rising order', () => {
    const empty = { title: [], summary: [], topics: [], keywords: [], body: [], parts: [] };
    const list = [0, 1, 0, 1, 1].map((term) => ({ terms: { ...empty, body: [[term], [term]] } }));
    const body = weigh(list, 2)[fields.indexOf('body')];
    expect([...(body?.starts ?? [])]).toEqual([0, 2, 5]);
    expect([...(body?.documents ?? [])]).toEqual([0, 2, 1, 3, 4]);
  });

  it('knows no weights where there is nothing', () => {
    for (const { starts, documents: numbers } of weigh([], 3)) {
      expect([...starts]).toEqual([0, 0, 0, 0]);
      expect(numbers).toHaveLength(0);
    }
  });
});
