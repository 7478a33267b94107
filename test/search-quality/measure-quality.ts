import type { Find } from './engines/engine.ts';
import type { JudgedQuery } from './judged-queries.ts';
import { mean, ndcg, recall } from './measures.ts';

/** How well one query was answered. */
export interface Outcome extends JudgedQuery {
  /** The first ten. */
  readonly found: readonly string[];
  readonly ndcg: number;
  readonly recall: number;
}

/** Means over queries; `empty` is the share that got no answer at all. */
export interface Quality {
  readonly queries: number;
  readonly ndcg: number;
  readonly recall: number;
  readonly empty: number;
}

/** Asks all queries of one language, one after the other. */
export async function askAll(find: Find, queries: readonly JudgedQuery[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const judged of queries) {
    const found = (await find(judged.query)).slice(0, 10);
    outcomes.push({ ...judged, found, ndcg: ndcg(found, judged.relevant), recall: recall(found, judged.relevant) });
  }
  return outcomes;
}

export const qualityOf = (outcomes: readonly Outcome[]): Quality => ({
  queries: outcomes.length,
  ndcg: mean(outcomes.map((outcome) => outcome.ndcg)),
  recall: mean(outcomes.map((outcome) => outcome.recall)),
  empty: mean(outcomes.map(({ found }) => (found.length === 0 ? 1 : 0))),
});
