import type { VNode } from 'preact';
import type { PrintedBooklet } from '../../model/printed-booklet.ts';
import type { PageContext } from '../../views/page-context.ts';
import type { BookletSubject } from './booklet-name.ts';

/** Below the language. */
export const bookletsPath = 'hefte/';

export const bookletHref = ({ file }: PrintedBooklet, page: PageContext): string => `${page.root}hefte/${file}`;

/** “PDF, 24 pages, 0.8 MB, as of …”: whoever pays for every megabyte wants to know before. */
export const fileText = ({ pages, bytes, date }: PrintedBooklet, { t, formats }: PageContext): string =>
  t('booklets.file', {
    pages,
    size: formats.number(Math.max(0.1, Math.round(bytes / 1e5) / 10)),
    date: formats.date(date),
  });

/** On the page of a town or topic: its booklet, where there is one in this language. */
export function BookletLink({
  subject,
  page,
}: {
  readonly subject: BookletSubject;
  readonly page: PageContext;
}): VNode | null {
  const booklet = page.booklets?.find(({ kind, id }) => kind === subject.kind && id === subject.id);
  if (!booklet) return null;
  return (
    <p class="no-print">
      <a href={bookletHref(booklet, page)} type="application/pdf">
        {page.t('booklets.download')}
      </a>{' '}
      <span class="label">{fileText(booklet, page)}</span>
    </p>
  );
}
