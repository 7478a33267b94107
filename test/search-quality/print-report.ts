import { kinds } from './judged-queries.ts';
import { qualityOf, type Outcome, type Quality } from './measure-quality.ts';

/** One engine's answers, or why it has none. */
export interface Measured {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  readonly reason?: string;
}

const columns = [
  ['nDCG@10', ({ ndcg }: Quality) => ndcg.toFixed(3).replace(/^0/, '')],
  ['recall@10', ({ recall }: Quality) => recall.toFixed(3).replace(/^0/, '')],
  ['empty answers', ({ empty }: Quality) => `${Math.round(empty * 100)} %`],
] as const;

/** Tables by language and by kind of query, then so many of the queries that the first engine answered worst. */
export function printReport(measured: readonly Measured[], worst: number): string {
  const all = measured[0]?.outcomes ?? [];
  const langs = [...new Set(all.map(({ lang }) => lang))];
  const asked = kinds.filter((kind) => all.some((outcome) => outcome.kind === kind));
  return [
    `${all.length} judged queries in ${langs.length} languages`,
    ...columns.map(([title, show]) => table(`${title} by language`, 'lang', langs, measured, show)),
    table('nDCG@10 by kind of query', 'kind', asked, measured, columns[0][1]),
    ...(worst > 0 ? [worstOf(all, worst)] : []),
  ].join('\n\n');
}

function table(
  title: string,
  key: 'lang' | 'kind',
  groups: readonly string[],
  measured: readonly Measured[],
  show: (quality: Quality) => string,
): string {
  const cells = (outcomes: readonly Outcome[], print: (quality: Quality) => string): string[] =>
    [outcomes, ...groups.map((group) => outcomes.filter((outcome) => outcome[key] === group))].map((list) =>
      print(qualityOf(list)),
    );
  const first = Math.max(...measured.map(({ name }) => name.length));
  const line = (name: string, row: readonly string[]): string =>
    [
      name.padEnd(first),
      ...row.map((cell, index) => cell.padStart(Math.max(5, (['all', ...groups][index] ?? '').length))),
    ].join('  ');
  return [
    title,
    line('', ['all', ...groups]),
    ...measured.map(({ name, outcomes, reason }) =>
      reason === undefined ? line(name, cells(outcomes, show)) : `${name.padEnd(first)}  could not run: ${reason}`,
    ),
    line(
      'queries',
      cells(measured[0]?.outcomes ?? [], ({ queries }) => String(queries)),
    ),
  ].join('\n');
}

function worstOf(outcomes: readonly Outcome[], count: number): string {
  const sorted = [...outcomes].sort((a, b) => a.ndcg - b.ndcg).slice(0, count);
  return [
    `The ${sorted.length} queries that are answered worst`,
    ...sorted.map(({ lang, query, kind, ndcg, found, relevant }) => {
      const best = Object.entries(relevant)
        .sort(([, a], [, b]) => b - a)
        .slice(0, 4)
        .map(([id, grade]) => `${id} ${grade}`);
      const came = found.slice(0, 4).map((id) => `${id} ${relevant[id] ?? 0}`);
      return `${ndcg.toFixed(2)}  ${lang}  ${query}  (${kind})\n      wanted: ${best.join(', ')}\n      came:   ${came.join(', ') || 'nothing'}`;
    }),
  ].join('\n');
}
