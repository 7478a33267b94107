import { evaluate, type ExpandedClause, type Scores } from './evaluate.ts';
import { fields, type FieldName } from './manifest.ts';
import type { Term } from './shard.ts';
import { Spellings } from './spellings.ts';
import type { Terms } from './terms.ts';

/** A clause as lunr's query builder takes it (`usePipeline: false`): the term may have `*` anywhere, or an edit distance. */
export interface LunrClause {
  readonly term: string;
  readonly fields?: readonly FieldName[];
  readonly boost?: number;
  readonly editDistance?: number;
  readonly presence?: ExpandedClause['presence'];
}

/** Runs clauses over the files: documents with lunr's scores, found in lunr's order. What they find is in lunr's guide to searching. */
export async function runLunrQuery(
  clauses: readonly LunrClause[],
  terms: Terms,
  documentCount: number,
): Promise<Scores> {
  const expanded = clauses.map(async (clause) => ({
    // Words that only name a concept are in no document, so lunr would not know them.
    terms: (await expand(clause, terms)).filter(({ fields: lists }) => lists.length > 0),
    ...(clause.fields && { fields: clause.fields.map((field) => fields.indexOf(field)) }),
    boost: clause.boost ?? 1,
    presence: clause.presence ?? ('optional' as const),
  }));
  return evaluate(await Promise.all(expanded), documentCount, fields.length);
}

async function expand({ term, editDistance }: LunrClause, terms: Terms): Promise<Term[]> {
  const spellings = new Spellings(terms);
  if (editDistance !== undefined) return terms.exactly(await spellings.near(term, editDistance));
  const first = term.indexOf('*');
  if (first === -1) return terms.exactly([term]);
  if (first === term.length - 1) return terms.prefix(term.slice(0, first));
  if (term.lastIndexOf('*') === 0) return spellings.suffix(term.slice(1));
  const pattern = new RegExp(`^${term.split(/\*+/).map(escaped).join('[^]*')}$`);
  return spellings.matching((candidate) => pattern.test(candidate), term.slice(0, first));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
