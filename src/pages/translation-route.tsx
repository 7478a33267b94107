import type { VNode } from 'preact';
import { findLanguage } from '../i18n/languages.ts';
import {
  countStates,
  countWords,
  publishedEntries,
  translationWork,
  type StateCounts,
  type TranslatedEntry,
  type TranslationWork,
} from '../insight/translation-status.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { keptFor } from '../model/reads.ts';
import { perCatalogue } from './per-catalogue.ts';
import { targetFile } from '../translation/translatable-entry.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../views/components/document/document.tsx';
import { EntryList } from '../views/components/entry-list/entry-list.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { Pagination } from '../views/components/pagination/pagination.tsx';
import { TranslationList, type TranslationTask } from '../views/components/translation-list/translation-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { paginationOf, pagePath, slicePage } from './paging.ts';
import type { Route } from './route.ts';
import { languageTitle, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';
import { startLink, templateAddress, translationTemplate } from './translation-links.ts';

const folder = 'mitmachen/uebersetzen/';

interface Status {
  readonly counts: StateCounts;
  readonly total: number;
  readonly open: readonly TranslationWork[];
  /** In all open texts. */
  readonly words: number;
}

const publishedIn = perCatalogue(publishedEntries);

/** What there is to do in a language: missing texts first, and of those what readers look for most. */
const statusIn = keptFor((catalogue: Catalogue, lang: LanguageTag): Status => {
  const work = translationWork(publishedIn(catalogue), lang);
  const inState = (wanted: string): TranslationWork[] => work.filter(({ state }) => state === wanted);
  const open = [...inState('missing'), ...inState('outdated')];
  const words = open.reduce((sum, { entry }) => sum + countWords(entry), 0);
  return { counts: countStates(work), total: work.length, open, words };
});

const done = ({ counts, total }: Status): number => total - counts.missing - counts.outdated;

/** What is missing in each language, for the volunteers who can change that. */
export const translationRoute: Route<number> = {
  name: 'translation',
  items({ catalogue }, lang) {
    const entries = lang === catalogue.site.source_language ? 0 : statusIn(catalogue, lang).open.length;
    const pages = Math.max(1, Math.ceil(entries / catalogue.site.page_size));
    return Array.from({ length: pages }, (_, index) => index + 1);
  },
  path: (number) => pagePath(folder, number),
  render(number, model, page) {
    const { t } = page;
    const isSource = page.lang === model.catalogue.site.source_language;
    return (
      <Document page={{ ...page, path: folder }} title={t('translate.title')} description={t('translate.lead')}>
        <div class="wrap wrap-narrow">
          <Breadcrumb {...stepsTo(page)} />
          <PageHeading title={{ value: t('translate.title') }} lead={{ value: t('translate.lead') }} />
          {isSource ? <Languages model={model} page={page} /> : <OpenTexts number={number} model={model} page={page} />}
        </div>
      </Document>
    );
  },
};

interface PartProps {
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** Readers of the source language choose the one that they can write. */
function Languages({ model: { catalogue }, page }: PartProps): VNode {
  const { t } = page;
  const entries = catalogue.languages
    .filter((tag) => tag !== catalogue.site.source_language)
    .map((tag) => {
      const status = statusIn(catalogue, tag);
      const title = languageTitle(tag, page);
      const own = findLanguage(tag)?.name ?? tag;
      return {
        href: page.link(folder, tag),
        title: { value: title },
        ...(own === title ? {} : { second: { value: own, lang: tag } }),
        count: [
          t('translate.progress', { done: done(status), total: status.total }),
          t('translate.missing', { count: status.counts.missing }),
          ...(status.counts.outdated > 0 ? [t('translate.outdated', { count: status.counts.outdated })] : []),
        ].join(' · '),
      };
    });
  return (
    <section class="translation-part">
      <h2>{t('translate.languages')}</h2>
      <EntryList entries={entries} />
    </section>
  );
}

function OpenTexts({ number, model, page }: PartProps & { readonly number: number }): VNode {
  const { t } = page;
  const { catalogue } = model;
  const size = catalogue.site.page_size;
  const status = statusIn(catalogue, page.lang);
  const { counts, open, words } = status;
  const pagination = paginationOf(folder, number, open.length, size, page);
  const progress = (
    <>
      <p>{t('translate.progress', { done: done(status), total: status.total })}</p>
      <p>
        {t('translate.missing', { count: counts.missing })} {t('translate.outdated', { count: counts.outdated })}
        {open.length > 0 && ` (${t('translate.words', { count: words })})`}
      </p>
    </>
  );
  if (open.length === 0) {
    return (
      <>
        {progress}
        <Notice tone="note" title={t('translate.complete')} />
      </>
    );
  }
  return (
    <>
      {progress}
      <section class="translation-part">
        <h2>{t('translate.how')}</h2>
        <p>{t('translate.how-text')}</p>
      </section>
      <section class="translation-part">
        <h2>{t('translate.list')}</h2>
        <TranslationList tasks={slicePage(open, number, size).map((work) => taskOf(work, catalogue, page))} />
      </section>
      {pagination && <Pagination t={t} {...pagination} />}
    </>
  );
}

/** Title of an offer or page; organisations and places have a name instead. */
function titleOf({ data, id }: TranslatedEntry): string {
  const { title, name } = data as { title?: unknown; name?: unknown };
  return typeof title === 'string' ? title : typeof name === 'string' ? name : id;
}

function taskOf({ entry, state }: TranslationWork, { site }: Catalogue, page: PageContext): TranslationTask {
  const { t, lang } = page;
  const isNew = state === 'missing';
  const title = titleOf(entry);
  const template = translationTemplate(entry, t('translate.hint'));
  const subject = t('translate.mail-subject', { title });
  const start = startLink(site, entry, lang, { subject, template, isNew });
  const file = targetFile(entry.collection, entry.id, lang);
  return {
    id: `translate-${entry.collection}-${entry.id}`,
    title: shownText({ value: title, lang: site.source_language }, page),
    state: t(isNew ? 'translate.state-missing' : 'translate.state-outdated'),
    length: t('translate.words', { count: countWords(entry) }),
    start: { href: start.href, label: t(isNew ? 'translate.start' : 'translate.change') },
    ...(start.hasText
      ? {}
      : {
          template: {
            href: templateAddress(template),
            label: t('translate.download'),
            file: file.split('/').at(-1) ?? file,
          },
        }),
  };
}
