import type { PaginationProps } from '../views/components/pagination/pagination.tsx';
import type { PageContext } from '../views/page-context.ts';

/** One page of a list that is too long for one; counts from 1. */
export interface PagedItem {
  readonly id: string;
  readonly number: number;
}

const countPages = (entries: number, size: number): number => Math.max(1, Math.ceil(entries / size));

/** All pages of the lists of these ids; an empty list has one page, too, which says what to do. */
export function* pagesOf(
  ids: Iterable<string>,
  entriesOf: (id: string) => readonly unknown[] | undefined,
  size: number,
): Generator<PagedItem> {
  for (const id of ids) {
    const pages = countPages(entriesOf(id)?.length ?? 0, size);
    for (let number = 1; number <= pages; number++) yield { id, number };
  }
}

/** Path of one page of a list: the first is the list's own, the others stand below `seite/`. */
export const pagePath = (list: string, number: number): string => (number === 1 ? list : `${list}seite/${number}/`);

/** The entries of one page. */
export const slicePage = <Entry>(entries: readonly Entry[], number: number, size: number): readonly Entry[] =>
  entries.slice((number - 1) * size, number * size);

/** Links to the other pages of a list: first, last and those around the current one; undefined where there is one page. */
export function paginationOf(
  list: string,
  number: number,
  entries: number,
  size: number,
  page: PageContext,
): Omit<PaginationProps, 't'> | undefined {
  const total = countPages(entries, size);
  if (total === 1) return undefined;
  const href = (target: number): string => page.link(pagePath(list, target));
  const near = new Set([1, number - 1, number, number + 1, total]);
  return {
    current: number,
    total,
    ...(number > 1 ? { previous: href(number - 1) } : {}),
    ...(number < total ? { next: href(number + 1) } : {}),
    pages: Array.from(near)
      .filter((target) => target >= 1 && target <= total)
      .map((target) => ({ number: target, href: href(target) })),
  };
}
