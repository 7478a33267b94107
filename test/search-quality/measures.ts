/** How many results a phone shows before somebody gives up. */
const depth = 10;

const gain = (grade: number): number => 2 ** grade - 1;

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, depth).reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);

/** nDCG@10: 1 where the best offers stand first in the best order, 0 where none of the first ten is right. */
export function ndcg(found: readonly string[], relevant: Readonly<Record<string, number>>): number {
  const ideal = Object.values(relevant).sort((a, b) => b - a);
  return discounted(found.map((id) => relevant[id] ?? 0)) / discounted(ideal);
}

/** Recall@10: the share of right offers that stand among the first ten, of as many as can. */
export function recall(found: readonly string[], relevant: Readonly<Record<string, number>>): number {
  const right = found.slice(0, depth).filter((id) => relevant[id] !== undefined).length;
  return right / Math.min(depth, Object.keys(relevant).length);
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
