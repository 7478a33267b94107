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

/** In how many fields of documents a term stands. */
export const frequencyOf = ({ fields }: Term): number =>
  fields.reduce((sum, postings) => sum + (postings?.documents.length ?? 0), 0);

/** Weights of meanings are stored as this many parts of one. */
const meaningParts = 12;
const hasMeanings = 128;

/** Shorter parts are not worth a code of their own. */
const leastPart = 120;

/**
 * Consecutive terms of the index, column by column, because like numbers next to each other pack best; in parts to be
 * packed each by itself, because the gaps of a long list follow other odds than its weights. At most 7 fields.
 */
export function encodeShard(terms: readonly Term[]): Uint8Array[] {
  const out = new ByteWriter();
  const lists: Postings[] = [];
  for (const { fields } of terms) for (const list of fields) if (list) lists.push(list);
  const { width, known } = weightCode(lists);
  out.frontCoded(terms.map(({ term }) => term));
  out.byte(width);
  for (const { fields, meanings } of terms) {
    let present = 0;
    for (let field = 0; field < fields.length; field++) if (fields[field]) present |= 1 << field;
    out.byte(present | (meanings.length > 0 ? hasMeanings : 0));
  }
  for (const { documents } of lists) out.number(documents.length);
  const inParts = (list: Postings, write: () => void): void => {
    const isLong = list.documents.length >= leastPart;
    if (isLong) out.part();
    write();
    if (isLong) out.part();
  };
  for (const list of lists) inParts(list, () => out.rising(list.documents));
  if (width === 1) {
    out.number(known.length);
    out.rising(known);
    const places = new Map(known.map((weight, place) => [weight, place]));
    for (const list of lists)
      inParts(list, () => {
        const { weights } = list;
        for (let index = 0; index < weights.length; index++) out.byte(places.get(weights[index]!) ?? 0);
      });
  } else {
    for (let byte = 0; byte < width; byte++)
      for (const list of lists) inParts(list, () => out.column(list.weights, 8 * byte));
  }
  const named = terms.flatMap(({ meanings }) => meanings);
  const concepts = named.length === 0 ? [] : [...new Set(named.map(({ concept }) => concept))].sort();
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  out.frontCoded(concepts);
  for (const { meanings } of terms) if (meanings.length > 0) out.number(meanings.length);
  for (const { concept } of named) out.number(numbers.get(concept) ?? 0);
  for (const { weight } of named) out.byte(Math.round(weight * meaningParts));
  return out.takeParts(leastPart);
}

/**
 * How weights are written: 2 or 4 columns of bytes; or where there are few different ones among many, a list of those
 * that there are and a byte each for its place in the list.
 */
function weightCode(lists: readonly Postings[]): { readonly width: 1 | 2 | 4; readonly known: readonly number[] } {
  const different = new Set<number>();
  let count = 0;
  for (const { weights } of lists) count += weights.length;
  const most = Math.min(256, Math.ceil(count / 3) - 1);
  let heaviest = 0;
  for (const { weights } of lists) {
    for (let index = 0; index < weights.length; index++) {
      const weight = weights[index]!;
      if (weight > heaviest) heaviest = weight;
      if (different.size <= most) different.add(weight);
    }
  }
  if (different.size <= most) return { width: 1, known: [...different].sort((a, b) => a - b) };
  return { width: heaviest < 2 ** 16 ? 2 : 4, known: [] };
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
  const known = width === 1 ? input.rising(input.number()) : undefined;
  const weights = sizes.map((size) => new Uint32Array(size));
  for (let byte = 0; byte < width; byte++) {
    for (const list of weights)
      for (let index = 0; index < list.length; index++)
        list[index] = known ? (known[input.byte()] ?? 0) : (list[index] ?? 0) + input.byte() * 2 ** (8 * byte);
  }
  const concepts = input.frontCoded();
  const counts = flags.map((present) => (present & hasMeanings ? input.number() : 0));
  const ids = counts.map((count) => Array.from({ length: count }, () => concepts[input.number()] ?? ''));
  const meanings = ids.map((list) => list.map((concept) => ({ concept, weight: input.byte() / meaningParts })));
  let next = 0;
  return names.map((term, index) => {
    const fields: (Postings | undefined)[] = [];
    for (const field of fieldsIn(flags[index] ?? 0, fieldCount)) {
      fields[field] = { documents: documents[next] ?? new Uint32Array(), weights: weights[next] ?? new Uint32Array() };
      next += 1;
    }
    return { term, fields, meanings: meanings[index] ?? [] };
  });
}

function fieldsIn(flags: number, fieldCount: number): number[] {
  const fields: number[] = [];
  for (let field = 0; field < fieldCount; field++) if (flags & (1 << field)) fields.push(field);
  return fields;
}
