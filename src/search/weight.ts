import type { Manifest } from './manifest.ts';

/** How much a word weighs by where it stands: in title, summary, topics, keywords, body and parts, as `fields` has them. */
export const fieldBoosts = [3, 1.6, 2.5, 1.6, 1, 1.2] as const;

/** lunr's constants of BM25: how soon repeating a word stops counting, and how much a long field takes away. */
const k1 = 1.2;
const b = 0.75;

/** What lunr's weights depend on besides the documents in which a term stands. */
export type Averages = Pick<Manifest, 'documents' | 'lengths'>;

/** lunr's idf of a term; `found`: in how many fields of documents it stands. */
export const rarityOf = (found: number, documents: number): number =>
  Math.log(1 + Math.abs((documents - found + 0.5) / (found + 0.5)));

/** lunr's weight × 1000, a whole number, of a term that stands `count` times among the `length` terms of a field. */
export function weightOf(
  rarity: number,
  count: number,
  length: number,
  field: number,
  { documents, lengths }: Averages,
): number {
  // In lunr's order of operations: another would round differently.
  const discount = k1 * (1 - b + b * (length / (lengths[field]! / documents)));
  const score = (rarity * ((k1 + 1) * count)) / (discount + count);
  return Math.round(score * fieldBoosts[field]! * 1000);
}
