import type { Term } from './shard.ts';

/** A clause of a lunr query whose term has been looked up: all terms of the index that it stands for. */
export interface ExpandedClause {
  /** Sorted by UTF-16 units, without duplicates. */
  readonly terms: readonly Term[];
  /** Numbers of the fields it is about; without it, all. */
  readonly fields?: readonly number[];
  readonly boost: number;
  readonly presence: 'optional' | 'required' | 'prohibited';
}

/** Documents in the order in which lunr finds them, and lunr's score by document number (0 elsewhere). */
export interface Scores {
  readonly found: readonly number[];
  readonly scores: Float64Array;
}

/**
 * What `lunr.Index#query` computes, over typed arrays: per field the dot product of query and document over the length
 * of the query, summed over the fields. The order of every addition is lunr's, so that the scores agree to the last
 * bit with an index whose terms are numbered, and whose clauses are expanded, in sorted order.
 */
export function evaluate(clauses: readonly ExpandedClause[], documentCount: number, fieldCount: number): Scores {
  const queries = Array.from({ length: fieldCount }, () => new Map<Term, number>());
  // The fields in which a document was found: a bit for each, and above these their order in octal digits, each plus one.
  const order = new Uint32Array(documentCount);
  const found: number[] = [];
  let required: Uint8Array | undefined;
  const prohibited = new Uint8Array(documentCount);

  for (const { terms, fields, boost, presence } of clauses) {
    const matched = presence === 'required' ? new Uint8Array(documentCount) : undefined;
    for (const term of terms) {
      for (const field of fields ?? queries.keys()) {
        const postings = term.fields[field];
        if (presence === 'prohibited') {
          for (const document of postings?.documents ?? []) prohibited[document] = 1;
          continue;
        }
        const query = queries[field];
        if (!query) continue;
        const seen = query.get(term);
        query.set(term, seen === undefined ? boost : seen + boost);
        if (!postings) continue;
        const { documents } = postings;
        if (matched) for (const document of documents) matched[document] = 1;
        if (seen !== undefined) continue;
        const bit = 1 << field;
        for (let place = 0; place < documents.length; place++) {
          const document = documents[place]!;
          const before = order[document]!;
          if ((before & bit) !== 0) continue;
          if (before === 0) found.push(document);
          let shift = fieldBits;
          while (before >>> shift > 0) shift += 3;
          order[document] = before | bit | ((field + 1) << shift);
        }
      }
    }
    if (matched) required = required ? required.map((value, document) => value & (matched[document] ?? 0)) : matched;
  }
  if (clauses.every(({ presence }) => presence === 'prohibited')) {
    for (let document = 0; document < documentCount; document++) found.push(document);
  }

  const similarities = queries.map((query, field) => similarity(query, field, documentCount));
  const scores = new Float64Array(documentCount);
  const kept = found.filter((document) => prohibited[document] === 0 && (required?.[document] ?? 1));
  for (const document of kept) {
    let score = 0;
    for (let digits = order[document]! >>> fieldBits; digits > 0; digits >>>= 3) {
      const { sums, length } = similarities[(digits & 7) - 1]!;
      // Without any clause that counts, 0 / 0: there every score is 0.
      score += (sums ? sums[document]! : 0) / length || 0;
    }
    scores[document] = score;
  }
  return { found: kept, scores };
}

/** There are at most seven fields, so that the set and the order of them are 28 bits. */
const fieldBits = 7;

/** The dot products of a query and each document in one field, if any has one, to be divided by the length of the query. */
function similarity(
  query: ReadonlyMap<Term, number>,
  field: number,
  documentCount: number,
): { readonly sums: Float64Array | undefined; readonly length: number } {
  const entries = [...query].sort(([a], [b]) => (a.term < b.term ? -1 : 1));
  let squares = 0;
  for (const [, boost] of entries) squares += boost * boost;
  let sums: Float64Array | undefined;
  for (const [term, boost] of entries) {
    const postings = term.fields[field];
    if (!postings) continue;
    sums ??= new Float64Array(documentCount);
    const { documents, weights } = postings;
    for (let place = 0; place < documents.length; place++) sums[documents[place]!]! += boost * (weights[place]! / 1000);
  }
  return { sums, length: Math.sqrt(squares) };
}
