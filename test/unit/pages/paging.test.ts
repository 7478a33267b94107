import { describe, expect, test } from 'vitest';
import { pagePath, pagesOf, paginationOf, slicePage } from '../../../src/pages/paging.ts';
import { makeModel, makePage } from './small-catalogue.ts';

describe('pages of lists', () => {
  test('an empty list has one page, the others as many as they need', () => {
    const entries = new Map([
      ['full', [1, 2, 3, 4, 5]],
      ['even', [1, 2]],
    ]);
    const pages = Array.from(pagesOf(['full', 'even', 'empty'], (id) => entries.get(id), 2));
    expect(pages.map(({ id, number }) => `${id} ${number}`)).toEqual([
      'full 1',
      'full 2',
      'full 3',
      'even 1',
      'empty 1',
    ]);
  });

  test('the pages together show every entry once', () => {
    const entries = [1, 2, 3, 4, 5];
    expect([1, 2, 3].flatMap((number) => slicePage(entries, number, 2))).toEqual(entries);
  });

  test('the first page is the list itself', () => {
    expect(pagePath('angebote/', 1)).toBe('angebote/');
    expect(pagePath('angebote/', 3)).toBe('angebote/seite/3/');
  });

  test('links lead to the ends and the neighbours', () => {
    const page = makePage(makeModel([]), 'de');
    const { previous, next, total, pages } = paginationOf('angebote/', 5, 200, 20, page) ?? {};
    expect({ previous, next, total }).toEqual({
      previous: '/base/de/angebote/seite/4/',
      next: '/base/de/angebote/seite/6/',
      total: 10,
    });
    expect(pages?.map(({ number }) => number)).toEqual([1, 4, 5, 6, 10]);
    expect(paginationOf('angebote/', 1, 20, 20, page)).toBeUndefined();
  });
});
