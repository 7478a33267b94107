import lunr from 'lunr';
import { fields, type FieldName } from './manifest.ts';
import type { Postings, Term } from './shard.ts';
import { byUnits } from './terms.ts';

/** How much a word weighs by where it stands. Multiplied into lunr's weights, so that a query need not repeat it. */
const fieldBoosts: Readonly<Record<FieldName, number>> = {
  title: 3,
  summary: 1.6,
  topics: 2.5,
  keywords: 1.6,
  body: 1,
  parts: 1.2,
};

/** A document as lunr gets it: the terms of each field, analysed; `boost` multiplies its weights. */
export interface AnalysedDocument {
  readonly terms: Readonly<Record<FieldName, readonly string[]>>;
  readonly boost: number;
}

/** What is used of a finished `lunr.Builder`; lunr's types call it private, its serialised index has the same content. */
export interface LunrData {
  readonly invertedIndex: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>> & { readonly _index: number }>
  >;
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>;
}

interface LunrBuilder extends LunrData {
  tokenizer: (terms: readonly string[]) => readonly string[];
  ref(name: string): void;
  field(name: string, options: { boost: number }): void;
  add(document: Readonly<Record<string, unknown>>, attributes: { boost: number }): void;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/** The analysed documents in lunr's own weights; without its set of tokens, which takes longest and is not needed. */
export function indexWithLunr(documents: readonly AnalysedDocument[]): LunrData {
  const builder = new lunr.Builder() as unknown as LunrBuilder;
  // Plain strings do as lunr's tokens where nothing is asked of their metadata, and cost half the time.
  builder.tokenizer = (terms) => terms;
  builder.ref('number');
  for (const field of fields) builder.field(field, { boost: fieldBoosts[field] });
  documents.forEach(({ terms, boost }, number) => builder.add({ ...terms, number }, { boost }));
  builder.calculateAverageFieldLengths();
  builder.createFieldVectors();
  return builder;
}

/** Turns lunr's vectors (by document) into postings (by term), terms sorted. */
export function termsOf({ invertedIndex, fieldVectors }: LunrData): Term[] {
  const spellings = Object.keys(invertedIndex);
  const byNumber: { documents: number[]; weights: number[] }[][] = spellings.map(() => []);
  for (const [reference, { elements }] of Object.entries(fieldVectors)) {
    const slash = reference.indexOf('/');
    const field = fields.indexOf(reference.slice(0, slash) as FieldName);
    const document = Number(reference.slice(slash + 1));
    for (let place = 0; place < elements.length; place += 2) {
      const lists = byNumber[elements[place] ?? 0];
      if (!lists) continue;
      const list = (lists[field] ??= { documents: [], weights: [] });
      list.documents.push(document);
      list.weights.push(Math.round((elements[place + 1] ?? 0) * 1000));
    }
  }
  return spellings
    .map((term) => {
      // oxlint-disable-next-line no-underscore-dangle -- lunr's name for the number of a term in its vectors
      const lists = byNumber[invertedIndex[term]?._index ?? -1] ?? [];
      const columns: (Postings | undefined)[] = Array.from(
        lists,
        (list) => list && { documents: Uint32Array.from(list.documents), weights: Uint32Array.from(list.weights) },
      );
      return { term, fields: columns, meanings: [] };
    })
    .sort((a, b) => byUnits(a.term, b.term));
}
