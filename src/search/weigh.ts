import { fields, type FieldName } from './manifest.ts';
import { NumberList } from './number-list.ts';

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

/** The terms of one field of all documents, as numbers: those of document n run from `starts[n]` to `starts[n + 1]`. */
export interface TermColumn {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
}
export type TermColumns = Readonly<Record<FieldName, TermColumn>>;

/** A column in the making, document after document. */
export class TermColumnWriter {
  readonly #starts: NumberList;
  readonly #terms = new NumberList();

  constructor(documentCount: number) {
    this.#starts = new NumberList(documentCount + 1);
    this.#starts.push(0);
  }

  push(term: number): void {
    this.#terms.push(term);
  }

  /** What follows belongs to the next document. */
  endDocument(): void {
    this.#starts.push(this.#terms.length);
  }

  take(): TermColumn {
    return { starts: this.#starts.all(), terms: this.#terms.all() };
  }
}

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
export function weigh(columns: TermColumns, termCount: number): WeighedField[] {
  const documentCount = columns.title.starts.length - 1;
  const counted = fields.map((field) => startsOf(columns[field], termCount));
  const rarity = new Float64Array(termCount);
  for (let term = 0; term < termCount; term++) {
    let found = 0;
    for (const starts of counted) found += starts[term + 1]! - starts[term]!;
    if (found > 0) rarity[term] = Math.log(1 + Math.abs((documentCount - found + 0.5) / (found + 0.5)));
  }
  return fields.map((field, index) => weighField(columns[field], fieldBoosts[field], counted[index]!, rarity));
}

/** In how many documents each term stands, added up. */
function startsOf({ starts, terms }: TermColumn, termCount: number): Uint32Array {
  const found = new Uint32Array(termCount + 1);
  const lastSeen = new Uint32Array(termCount);
  for (let document = 1; document < starts.length; document++) {
    const end = starts[document]!;
    for (let place = starts[document - 1]!; place < end; place++) {
      const term = terms[place]!;
      if (lastSeen[term] === document) continue;
      lastSeen[term] = document;
      found[term + 1]! += 1;
    }
  }
  for (let term = 0; term < termCount; term++) found[term + 1]! += found[term]!;
  return found;
}

function weighField(
  { starts: texts, terms }: TermColumn,
  boost: number,
  starts: Uint32Array,
  rarity: Float64Array,
): WeighedField {
  const documentCount = texts.length - 1;
  const averageLength = terms.length / documentCount;
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Uint32Array(documents.length);
  const next = starts.slice();
  const counts = new Uint32Array(rarity.length);
  for (let document = 0; document < documentCount; document++) {
    const begin = texts[document]!;
    const end = texts[document + 1]!;
    for (let place = begin; place < end; place++) counts[terms[place]!]! += 1;
    const discount = k1 * (1 - b + b * ((end - begin) / averageLength));
    for (let place = begin; place < end; place++) {
      const term = terms[place]!;
      const count = counts[term]!;
      if (count === 0) continue;
      counts[term] = 0;
      // In lunr's order of operations: another would round differently.
      let score = (rarity[term]! * ((k1 + 1) * count)) / (discount + count);
      score *= boost;
      const found = next[term]!++;
      documents[found] = document;
      weights[found] = Math.round(score * 1000);
    }
  }
  return { starts, documents, weights };
}
