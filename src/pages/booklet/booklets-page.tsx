import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import type { PrintedBooklet } from '../../model/printed-booklet.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { EntryList } from '../../views/components/entry-list/entry-list.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { renderMarkup } from '../../views/render-markup.ts';
import { Output } from '../output.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { subjectName } from './booklet.ts';
import { bookletsPath, bookletHref, fileText } from './booklet-link.tsx';

/** The booklets that were printed, as files, and a page in each of their languages that lists them. */
export function bookletOutputs(model: SiteModel, pages: Iterable<PageContext>, folder: string): Output[] {
  return Array.from(pages).flatMap((page) => {
    const { booklets = [] } = page;
    if (booklets.length === 0) return [];
    return [
      new Output(
        `${page.lang}/${bookletsPath}index.html`,
        () => `<!doctype html>${renderMarkup(<BookletsPage model={model} page={page} />)}`,
      ),
      ...booklets.map(({ file }) => {
        const path = join(folder, file);
        const { size, mtimeMs } = statSync(path);
        return new Output(`hefte/${file}`, () => readFileSync(path), undefined, `${size} ${mtimeMs}`);
      }),
    ];
  });
}

function BookletsPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t, booklets = [] } = page;
  const group = (kind: PrintedBooklet['kind'], title: string): VNode | false => {
    const entries = booklets
      .filter((booklet) => booklet.kind === kind)
      .map((booklet) => ({
        href: bookletHref(booklet, page),
        title: subjectName(booklet, model, page),
        count: fileText(booklet, page),
      }));
    return (
      entries.length > 0 && (
        <section class="related">
          <h2>{title}</h2>
          <EntryList entries={entries} />
        </section>
      )
    );
  };
  return (
    <Document page={page} title={t('booklets.title')} description={t('booklets.intro')}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('booklets.title') }} lead={{ value: t('booklets.intro') }} />
        <p>{t('booklets.how')}</p>
        {group('town', t('menu.towns'))}
        {group('topic', t('menu.topics'))}
      </div>
    </Document>
  );
}
