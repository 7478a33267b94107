import type { ComponentChildren, VNode } from 'preact';
import type { CatalogueOffer } from '../model/catalogue.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { type Alternate, Document } from '../views/components/document/document.tsx';
import { ReadAloud } from '../views/components/read-aloud/read-aloud.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { type PageWords, WordsOfPage } from './glossary/page-words.tsx';
import { Listing } from './listing.tsx';
import type { PagedItem } from './paging.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

export interface DimensionPageProps {
  readonly item: PagedItem;
  /** The list of all pages of this kind. */
  readonly parent: { readonly title: string; readonly path: string };
  readonly title: ShownText;
  readonly kicker?: string;
  readonly lead?: ShownText;
  readonly icon?: string;
  readonly offers: readonly CatalogueOffer[];
  readonly grouped: boolean;
  readonly alternates?: readonly Alternate[];
  /** Names of built scripts for the first page. */
  readonly scripts?: readonly string[];
  /** Stands before the offers on the first page. */
  readonly children?: ComponentChildren;
  /** Stands behind the offers on the first page; it may use what `steering.css` styles. */
  readonly after?: ComponentChildren;
  /** The words that `children` has marked are explained at the end of the first page, and it can be read aloud. */
  readonly words?: PageWords;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** All offers of one topic, town, group, organisation or language. */
export function DimensionPage(props: DimensionPageProps): VNode {
  const {
    item,
    parent,
    title,
    kicker,
    lead,
    icon,
    offers,
    grouped,
    alternates,
    scripts,
    children,
    after,
    words,
    model,
    page,
  } = props;
  return (
    <Document
      page={page}
      title={title.value}
      description={lead?.value}
      alternates={alternates}
      scripts={item.number === 1 ? [...(scripts ?? []), ...(words ? ['reading.js'] : [])] : []}
      styles={after ? ['steering.css'] : []}
    >
      <div class="wrap">
        <Breadcrumb {...stepsTo(page, [{ value: parent.title }, parent.path])} />
        <PageHeading title={title} kicker={kicker} lead={lead} icon={icon} />
        {item.number === 1 && words && <ReadAloud page={page} />}
        {item.number === 1 && children}
        {offers.length > 0 && <p class="list-count">{page.t('count.offers', { count: offers.length })}</p>}
        <Listing
          offers={offers}
          list={`${parent.path}${item.id}/`}
          number={item.number}
          grouped={grouped}
          model={model}
          page={page}
        />
        {item.number === 1 && after}
        {item.number === 1 && words && <WordsOfPage words={words} model={model} page={page} />}
      </div>
    </Document>
  );
}

export interface DimensionIndexProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ComponentChildren;
  readonly page: PageContext;
}

/** All topics, towns, groups, organisations or languages. */
export function DimensionIndex({ title, intro, children, page }: DimensionIndexProps): VNode {
  return (
    <Document page={page} title={title} description={intro}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: title }} lead={{ value: intro }} />
        {children}
      </div>
    </Document>
  );
}
