import { beforeAll, describe, expect, test } from 'vitest';
import { floor } from '../../search-quality/floor.ts';
import { readJudgedQueries } from '../../search-quality/judged-queries.ts';
import { askAll, qualityOf, type Outcome } from '../../search-quality/measure-quality.ts';
import { ndcg, recall } from '../../search-quality/measures.ts';
import { searchOfContent } from '../../search-quality/own-search.ts';

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
  const outcomes: Outcome[] = [];
  const queries = readJudgedQueries();
  const langs = [...new Set(queries.map(({ lang }) => lang))];

  beforeAll(async () => {
    const open = await searchOfContent('content', '2026-11-22');
    for (const lang of langs) {
      const search = await open(lang);
      const ofLanguage = queries.filter((query) => query.lang === lang);
      outcomes.push(...(await askAll(async (query) => (await search(query)).map(({ id }) => id), ofLanguage)));
    }
  }, 60_000);

  test('is judged by offers that it can find', async () => {
    const search = await (await searchOfContent('content', '2026-11-22'))('de');
    const known = new Set((await search('')).map(({ id }) => id));
    const unknown = queries.flatMap(({ relevant }) => Object.keys(relevant)).filter((id) => !known.has(id));
    expect([...new Set(unknown)]).toEqual([]);
  }, 60_000);

  test('does not fall below what it reached', () => {
    const all = qualityOf(outcomes);
    expect(all.ndcg).toBeGreaterThanOrEqual(floor.ndcg);
    expect(all.recall).toBeGreaterThanOrEqual(floor.recall);
    expect(all.empty).toBeLessThanOrEqual(floor.empty);
    for (const lang of langs) {
      const { ndcg: reached } = qualityOf(outcomes.filter((outcome) => outcome.lang === lang));
      expect(reached, lang).toBeGreaterThanOrEqual(floor.ndcgOfEachLanguage);
    }
  });
});
