import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms, TermColumnWriter, type TermColumns } from '../../../src/search/count-terms.ts';
import { fields, type FieldName } from '../../../src/search/manifest.ts';
import { rarityOf, weightOf } from '../../../src/search/weight.ts';
import { indexWithLunr, spellOut, type SpelledDocument } from './lunr-builder.ts';

/** Spellings by number, with names that trip up objects used as maps, and numbers that they put first. */
const spellings = ['kurs', 'constructor', '__proto__', '1', '10', 'hasOwnProperty', 'ärzte', 'مدرسه', '#topic/a', '𐌰𐌱'];

/** The terms of each field of a document. */
type Terms = Partial<Record<FieldName, readonly number[]>>;

const terms = fc.array(fc.nat(spellings.length - 1), { maxLength: 30 });
const documents = fc.array(
  fc.record(Object.fromEntries(fields.map((field) => [field, terms])) as Record<FieldName, fc.Arbitrary<number[]>>),
  { maxLength: 40 },
);

function columnsOf(list: readonly Terms[]): TermColumns {
  const column = (field: FieldName) => {
    const writer = new TermColumnWriter(list.length);
    for (const document of list) {
      for (const term of document[field] ?? []) writer.push(term);
      writer.endDocument();
    }
    return writer.take();
  };
  return Object.fromEntries(fields.map((field) => [field, column(field)])) as Record<
    FieldName,
    ReturnType<typeof column>
  >;
}

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

describe('countTerms', () => {
  it('counts what lunr weighs each term in each field by', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const columns = columnsOf(list);
        const averages = { documents: list.length, lengths: fields.map((field) => columns[field].terms.length) };
        const { fields: counted, frequencies } = countTerms(columns, spellings.length);
        const ours = new Map<string, number>();
        spellings.forEach((spelling, term) => {
          const found = counted.reduce((sum, { starts }) => sum + (starts[term + 1] ?? 0) - (starts[term] ?? 0), 0);
          counted.forEach(({ starts, documents: numbers, found: often }, field) => {
            for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place++) {
              const count = frequencies.counts[often[place] ?? -1] ?? NaN;
              const length = frequencies.lengths[often[place] ?? -1] ?? NaN;
              ours.set(
                `${fields[field]} ${numbers[place]} ${spelling}`,
                weightOf(rarityOf(found, list.length), count, length, field, averages),
              );
            }
          });
        });
        const theirs = weightsOfLunr(spellOut(columns, (term) => spellings[term] ?? ''));
        expect(ours.size).toBe(theirs.size);
        for (const [key, weight] of theirs) expect(ours.get(key), key).toBe(weight);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) },
    );
  });

  it('lists the documents of each term in rising order', () => {
    const list = [0, 1, 0, 1, 1].map((term) => ({ body: [term, term] }));
    const { fields: counted, frequencies } = countTerms(columnsOf(list), 2);
    const body = counted[fields.indexOf('body')];
    expect([...(body?.starts ?? [])]).toEqual([0, 2, 5]);
    expect([...(body?.documents ?? [])]).toEqual([0, 2, 1, 3, 4]);
    const often = new Set(body?.found);
    expect(Array.from(often, (number) => [frequencies.counts[number], frequencies.lengths[number]])).toEqual([[2, 2]]);
  });

  it('counts nothing where there is nothing', () => {
    for (const { starts, documents: numbers } of countTerms(columnsOf([]), 3).fields) {
      expect([...starts]).toEqual([0, 0, 0, 0]);
      expect(numbers).toHaveLength(0);
    }
  });
});
