import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const kinds = [
  'word',
  'typo',
  'compound',
  'everyday',
  'question',
  'cross-language',
  'place',
  'name',
  'phrase',
] as const;

/** Files of judged queries beside this one: the search was tuned on the first, never on the unseen. */
export const sets = ['queries', 'second', 'third', 'fourth', 'unseen'] as const;
export type QuerySet = (typeof sets)[number];

/** What somebody typed on the pages of one language, and which offers are right answers. */
export interface JudgedQuery {
  readonly lang: string;
  readonly query: string;
  readonly kind: (typeof kinds)[number];
  /** Grade by offer id: 3 exactly what is meant, 2 helps, 1 acceptable; all others are wrong. */
  readonly relevant: Readonly<Record<string, number>>;
}

/** The judged queries of one file; throws where one is not as described there. */
export function readJudgedQueries(set: QuerySet = 'queries'): JudgedQuery[] {
  const text = readFileSync(join(import.meta.dirname, `${set}.yml`), 'utf8');
  const { queries } = parse(text, { merge: true, maxAliasCount: -1 }) as { queries: JudgedQuery[] };
  for (const judged of queries) {
    const grades = Object.values(judged.relevant);
    const sound =
      kinds.includes(judged.kind) && grades.length > 0 && grades.every((grade) => [1, 2, 3].includes(grade));
    if (!sound) throw new Error(`Not a judged query: ${JSON.stringify(judged)}`);
  }
  return queries;
}
