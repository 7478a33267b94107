import { ByteReader, ByteWriter } from './bytes.ts';
import type { Frequencies } from './frequencies.ts';
import { rarityOf, weightOf, type Averages } from './weight.ts';

/** Where a term stands in one field: rising document numbers, and for each lunr's weight of the term × 1000. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly weights: Uint32Array;
}

/** Where a term stands in one field, and how often: numbers of `Frequencies`. */
export interface Occurrences {
  readonly documents: Uint32Array;
  readonly found: Uint32Array;
}

/** A word that stands for a concept (a topic, a town, a weekday …) in some language; weight 1 where it is the whole name. */
export interface Meaning {
  readonly concept: string;
  readonly weight: number;
}

export interface Term<List = Postings> {
  readonly term: string;
  /** By number of the field; undefined where the term stands in no document's field. */
  readonly fields: readonly (List | undefined)[];
  readonly meanings: readonly Meaning[];
}

/** In how many fields of documents a term stands. */
export const frequencyOf = ({ fields }: Term<Pick<Postings, 'documents'>>): number =>
  fields.reduce((sum, postings) => sum + (postings?.documents.length ?? 0), 0);

/** Weights of meanings are stored as this many parts of one. */
const meaningParts = 12;
const hasMeanings = 128;

/** As many frequencies can be told by a byte. */
const mostInByte = 256;

/** Shorter parts are not worth a code of their own. */
const leastPart = 120;

/**
 * Consecutive terms of the index, column by column, because like numbers next to each other pack best; in parts to be
 * packed each by itself, because the gaps of a long list follow other odds than what follows them. At most 7 fields.
 * Nothing in it depends on other documents than those in which the terms are, so that an edit changes few files: weights
 * would change with every edit, because all averages are in them.
 */
export function encodeShard(terms: readonly Term<Occurrences>[], frequencies: Frequencies): Uint8Array[] {
  const out = new ByteWriter();
  const lists: Occurrences[] = [];
  for (const { fields } of terms) for (const list of fields) if (list) lists.push(list);
  out.frontCoded(terms.map(({ term }) => term));
  for (const { fields, meanings } of terms) {
    let present = 0;
    for (let field = 0; field < fields.length; field++) if (fields[field]) present |= 1 << field;
    out.byte(present | (meanings.length > 0 ? hasMeanings : 0));
  }
  for (const { documents } of lists) out.number(documents.length);
  const inParts = (list: Occurrences, write: () => void): void => {
    const isLong = list.documents.length >= leastPart;
    if (isLong) out.part();
    write();
    if (isLong) out.part();
  };
  for (const list of lists) inParts(list, () => out.rising(list.documents));
  const { used, places } = frequenciesIn(lists, frequencies);
  out.number(used.length);
  out.rising(used.map((number) => frequencies.lengths[number]!));
  for (const number of used) out.number(frequencies.counts[number]!);
  for (const list of lists)
    inParts(list, () => {
      if (used.length <= mostInByte) out.bytesFrom(list.found, places);
      else for (const number of list.found) out.number(places[number]!);
    });
  const named: Meaning[] = [];
  for (const { meanings } of terms) for (const meaning of meanings) named.push(meaning);
  const numbers = new Map<string, number>();
  for (const { concept } of named) numbers.set(concept, 0);
  const concepts = [...numbers.keys()].sort();
  for (const [number, concept] of concepts.entries()) numbers.set(concept, number);
  out.frontCoded(concepts);
  for (const { meanings } of terms) if (meanings.length > 0) out.number(meanings.length);
  for (const { concept } of named) out.number(numbers.get(concept)!);
  for (const { weight } of named) out.byte(Math.round(weight * meaningParts));
  return out.takeParts(leastPart);
}

/** Numbers of those that there are, by length and count, and the place of each among them. */
function frequenciesIn(
  lists: readonly Occurrences[],
  { lengths, counts, size }: Frequencies,
): { readonly used: number[]; readonly places: Uint32Array } {
  const places = new Uint32Array(size);
  const used: number[] = [];
  for (const { found } of lists) {
    for (let index = 0; index < found.length; index++) {
      const number = found[index]!;
      if (places[number] === 0) places[number] = used.push(number);
    }
  }
  used.sort((a, b) => lengths[a]! - lengths[b]! || counts[a]! - counts[b]!);
  used.forEach((number, place) => (places[number] = place));
  return { used, places };
}

/** The terms with lunr's weights. */
export function decodeShard(bytes: Uint8Array, averages: Averages): Term[] {
  const input = new ByteReader(bytes);
  const names = input.frontCoded();
  const flags = names.map(() => input.byte());
  const present = flags.map((set) => fieldsIn(set, averages.lengths.length));
  const sizes = present.map((list) => list.map(() => input.number()));
  const documents = sizes.map((list) => list.map((size) => input.rising(size)));
  const used = input.number();
  const lengths = input.rising(used);
  const counts = Array.from({ length: used }, () => input.number());
  const weights = sizes.map((list, term) => {
    const rarity = rarityOf(
      list.reduce((sum, size) => sum + size, 0),
      averages.documents,
    );
    return list.map((size, index) => {
      const weighed = new Uint32Array(size);
      for (let posting = 0; posting < size; posting++) {
        const place = used <= mostInByte ? input.byte() : input.number();
        weighed[posting] = weightOf(rarity, counts[place]!, lengths[place]!, present[term]![index]!, averages);
      }
      return weighed;
    });
  });
  const concepts = input.frontCoded();
  const named = flags.map((set) => (set & hasMeanings ? input.number() : 0));
  const ids = named.map((count) => Array.from({ length: count }, () => concepts[input.number()] ?? ''));
  const meanings = ids.map((list) => list.map((concept) => ({ concept, weight: input.byte() / meaningParts })));
  return names.map((term, number) => {
    const fields: (Postings | undefined)[] = [];
    present[number]!.forEach((field, index) => {
      fields[field] = { documents: documents[number]![index]!, weights: weights[number]![index]! };
    });
    return { term, fields, meanings: meanings[number] ?? [] };
  });
}

function fieldsIn(flags: number, fieldCount: number): number[] {
  const fields: number[] = [];
  for (let field = 0; field < fieldCount; field++) if (flags & (1 << field)) fields.push(field);
  return fields;
}
