import type { AnalysedDocument } from './analyse.ts';
import { fields, type FieldName } from './manifest.ts';

/** How much a word weighs by where it stands. Multiplied into the weights, so that a query need not repeat it. */
export const fieldBoosts: Readonly<Record<FieldName, number>> = {
  title: 3,
  summary: 1.6,
  topics: 2.5,
  keywords: 1.6,
  body: 1,
  parts: 1.2,
};

/** lunr's constants of BM25: how soon repeating a word stops counting, and how much a long field takes away. */
const k1 = 1.2;
const b = 0.75;

/** Where each term stands in one field; those of term n run from `starts[n]` to `starts[n + 1]`, by rising document. */
export interface WeighedField {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** lunr's weights × 1000, which are whole numbers. */
  readonly weights: Uint32Array;
}

/**
 * The weights that `lunr.Builder` gives, to the last bit, of terms that are numbers below `termCount`, by field. Counts in
 * arrays where lunr makes an object for each term of each field: a tenth of the time.
 */
export function weigh(documents: readonly AnalysedDocument[], termCount: number): WeighedField[] {
  const counted = fields.map((field) => countTerms(documents, field, termCount));
  const rarity = new Float64Array(termCount);
  for (let term = 0; term < termCount; term++) {
    let found = 0;
    for (const { starts } of counted) found += (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    if (found > 0) rarity[term] = Math.log(1 + Math.abs((documents.length - found + 0.5) / (found + 0.5)));
  }
  return fields.map((field, index) => {
    const { starts, averageLength } = counted[index]!;
    return { starts, ...weighField(documents, field, starts, averageLength, rarity) };
  });
}

interface CountedField {
  readonly starts: Uint32Array;
  readonly averageLength: number;
}

function countTerms(documents: readonly AnalysedDocument[], field: FieldName, termCount: number): CountedField {
  const starts = new Uint32Array(termCount + 1);
  const lastSeen = new Uint32Array(termCount);
  let length = 0;
  documents.forEach(({ terms }, number) => {
    for (const list of terms[field]) {
      length += list.length;
      for (const term of list) {
        if (lastSeen[term] === number + 1) continue;
        lastSeen[term] = number + 1;
        starts[term + 1]! += 1;
      }
    }
  });
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  return { starts, averageLength: length / documents.length };
}

function weighField(
  documents: readonly AnalysedDocument[],
  field: FieldName,
  starts: Uint32Array,
  averageLength: number,
  rarity: Float64Array,
): Omit<WeighedField, 'starts'> {
  const fieldBoost = fieldBoosts[field];
  const numbers = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Uint32Array(numbers.length);
  const next = starts.slice();
  const counts = new Uint32Array(rarity.length);
  documents.forEach(({ terms }, number) => {
    const lists = terms[field];
    let length = 0;
    for (const list of lists) {
      length += list.length;
      for (const term of list) counts[term]! += 1;
    }
    const discount = k1 * (1 - b + b * (length / averageLength));
    for (const list of lists) {
      for (const term of list) {
        const count = counts[term]!;
        if (count === 0) continue;
        counts[term] = 0;
        // In lunr's order of operations: another would round differently.
        let score = (rarity[term]! * ((k1 + 1) * count)) / (discount + count);
        score *= fieldBoost;
        const place = next[term]!++;
        numbers[place] = number;
        weights[place] = Math.round(score * 1000);
      }
    }
  });
  return { documents: numbers, weights };
}
