import lunr from 'lunr';
import { fields, type FieldName } from '../../../src/search/manifest.ts';
import type { TermColumns } from '../../../src/search/count-terms.ts';
import { fieldBoosts } from '../../../src/search/weight.ts';

/** A document as lunr gets it: the terms of each field. */
export interface SpelledDocument {
  readonly terms: Readonly<Record<FieldName, readonly string[]>>;
}

/** Analysed documents with their terms in letters. */
export function spellOut(columns: TermColumns, spelling: (term: number) => string): SpelledDocument[] {
  const termsOf = (field: FieldName, document: number): string[] => {
    const { starts, terms } = columns[field];
    return Array.from(terms.subarray(starts[document], starts[document + 1]), spelling);
  };
  return Array.from({ length: columns.title.starts.length - 1 }, (_, document) => ({
    terms: Object.fromEntries(fields.map((field) => [field, termsOf(field, document)])) as Record<FieldName, string[]>,
  }));
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
  add(document: Readonly<Record<string, unknown>>): void;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/** The documents indexed by lunr itself, whose weights are the model for ours; references are their places in the list. */
export function indexWithLunr(documents: readonly SpelledDocument[]): LunrData {
  const builder = new lunr.Builder() as unknown as LunrBuilder;
  // Plain strings do as lunr's tokens where nothing is asked of their metadata.
  builder.tokenizer = (terms) => terms;
  builder.ref('number');
  fields.forEach((field, number) => builder.field(field, { boost: fieldBoosts[number] ?? NaN }));
  documents.forEach(({ terms }, number) => builder.add({ ...terms, number }));
  builder.calculateAverageFieldLengths();
  builder.createFieldVectors();
  return builder;
}
