import { beforeAll, describe, expect, test } from 'vitest';
import { floor, floorOfUnseen } from '../../search-quality/floor.ts';
import { readJudgedQueries, sets, type JudgedQuery } from '../../search-quality/judged-queries.ts';
import { askAll, qualityOf, type Outcome } from '../../search-quality/measure-quality.ts';
import { ndcg, recall } from '../../search-quality/measures.ts';
import { searchOfContent } from '../../search-quality/own-search.ts';
import type { CatalogueSearch } from '../../../src/search/query.ts';

describe('the measures', () => {
  const relevant = { best: 3, good: 2, fair: 1 };

  test('give 1 to the best order and less to any other', () => {
    expect(ndcg(['best', 'good', 'fair', 'wrong'], relevant)).toBe(1);
    expect(ndcg(['good', 'best', 'fair'], relevant)).toBeLessThan(1);
    expect(ndcg(['wrong', 'best', 'good', 'fair'], relevant)).toBeLessThan(
      ndcg(['best', 'wrong', 'good', 'fair'], relevant),
    );
    expect(ndcg([], relevant)).toBe(0);
  });

  test('count only the first ten', () => {
    const late = [...Array.from({ length: 10 }, (_, index) => `wrong-${index}`), 'best'];
    expect(ndcg(late, relevant)).toBe(0);
    expect(recall(late, relevant)).toBe(0);
  });

  test('ask for no more right offers than fit into ten', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`offer-${index}`, 1]));
    expect(recall(Object.keys(many), many)).toBe(1);
    expect(recall(['best', 'wrong'], relevant)).toBeCloseTo(1 / 3);
  });
});

describe('the search of the demo', () => {
  const judged = sets.flatMap((set) => readJudgedQueries(set));
  const searches = new Map<string, CatalogueSearch>();

  beforeAll(async () => {
    const open = await searchOfContent('content', '2026-11-22');
    for (const lang of new Set(judged.map((query) => query.lang))) searches.set(lang, await open(lang));
  }, 60_000);

  test('is judged by offers that it can find', async () => {
    const known = new Set((await searches.get('de')?.(''))?.map(({ id }) => id));
    const unknown = judged.flatMap(({ relevant }) => Object.keys(relevant)).filter((id) => !known.has(id));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test.each([
    { set: 'queries', reached: floor },
    { set: 'unseen', reached: floorOfUnseen },
  ] as const)(
    'does not fall below what it reached: $set',
    async ({ set, reached }) => {
      const outcomes = await answersTo(readJudgedQueries(set), searches);
      const all = qualityOf(outcomes);
      expect(all.ndcg).toBeGreaterThanOrEqual(reached.ndcg);
      expect(all.recall).toBeGreaterThanOrEqual(reached.recall);
      expect(all.empty).toBeLessThanOrEqual(reached.empty);
      for (const lang of new Set(outcomes.map((outcome) => outcome.lang))) {
        const { ndcg: ofLanguage } = qualityOf(outcomes.filter((outcome) => outcome.lang === lang));
        expect(ofLanguage, lang).toBeGreaterThanOrEqual(reached.ndcgOfEachLanguage);
      }
    },
    60_000,
  );
});

async function answersTo(
  queries: readonly JudgedQuery[],
  searches: ReadonlyMap<string, CatalogueSearch>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [lang, search] of searches) {
    const ofLanguage = queries.filter((query) => query.lang === lang);
    outcomes.push(...(await askAll(async (query) => (await search(query)).map(({ id }) => id), ofLanguage)));
  }
  return outcomes;
}
