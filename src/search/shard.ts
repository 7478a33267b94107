import { ByteReader, ByteWriter } from './bytes.ts';

/** Where a term stands in one field: rising document numbers, and for each lunr's weight of the term × 1000. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly weights: Uint32Array;
}

/** A word that stands for a concept (a topic, a town, a weekday …) in some language; weight 1 where it is the whole name. */
export interface Meaning {
  readonly concept: string;
  readonly weight: number;
}

export interface Term {
  readonly term: string;
  /** By number of the field; undefined where the term stands in no document's field. */
  readonly fields: readonly (Postings | undefined)[];
  readonly meanings: readonly Meaning[];
}

/** Weights of meanings are stored as this many parts of one. */
const meaningParts = 12;
const hasMeanings = 128;

/** Consecutive terms of the index, column by column, because like numbers next to each other pack best. At most 7 fields. */
export function encodeShard(terms: readonly Term[]): Uint8Array {
  const out = new ByteWriter();
  const lists = terms.flatMap(({ fields }) => fields.filter((list) => list !== undefined));
  let heaviest = 0;
  for (const { weights } of lists) for (const weight of weights) if (weight > heaviest) heaviest = weight;
  const width = heaviest < 2 ** 16 ? 2 : 4;
  out.frontCoded(terms.map(({ term }) => term));
  out.byte(width);
  for (const { fields, meanings } of terms) {
    const present = fields.reduce((flags, list, field) => (list ? flags | (1 << field) : flags), 0);
    out.byte(present | (meanings.length > 0 ? hasMeanings : 0));
  }
  for (const { documents } of lists) out.number(documents.length);
  for (const { documents } of lists) out.rising(documents);
  for (let byte = 0; byte < width; byte++) for (const { weights } of lists) out.column(weights, 8 * byte);
  for (const { meanings } of terms) {
    if (meanings.length === 0) continue;
    out.number(meanings.length);
    for (const { concept, weight } of meanings) {
      out.text(concept);
      out.byte(Math.round(weight * meaningParts));
    }
  }
  return out.take();
}

export function decodeShard(bytes: Uint8Array, fieldCount: number): Term[] {
  const input = new ByteReader(bytes);
  const names = input.frontCoded();
  const width = input.byte();
  const flags = names.map(() => input.byte());
  const sizes = flags.flatMap((present) =>
    present & (hasMeanings - 1) ? fieldsIn(present, fieldCount).map(() => input.number()) : [],
  );
  const documents = sizes.map((size) => input.rising(size));
  const weights = sizes.map((size) => new Uint32Array(size));
  for (let byte = 0; byte < width; byte++) {
    for (const list of weights)
      for (let index = 0; index < list.length; index++)
        list[index] = (list[index] ?? 0) + input.byte() * 2 ** (8 * byte);
  }
  let next = 0;
  return names.map((term, index) => {
    const present = flags[index] ?? 0;
    const fields: (Postings | undefined)[] = [];
    for (const field of fieldsIn(present, fieldCount)) {
      fields[field] = { documents: documents[next] ?? new Uint32Array(), weights: weights[next] ?? new Uint32Array() };
      next += 1;
    }
    const meanings =
      present & hasMeanings
        ? Array.from({ length: input.number() }, () => ({ concept: input.text(), weight: input.byte() / meaningParts }))
        : [];
    return { term, fields, meanings };
  });
}

function fieldsIn(flags: number, fieldCount: number): number[] {
  const fields: number[] = [];
  for (let field = 0; field < fieldCount; field++) if (flags & (1 << field)) fields.push(field);
  return fields;
}
