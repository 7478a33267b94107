import type { VNode } from 'preact';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { ReadAloud } from '../../views/components/read-aloud/read-aloud.tsx';
import { Word, type ExplainedTerm } from '../../views/components/word-list/word-list.tsx';
import type { PageContext } from '../../views/page-context.ts';
import type { Route } from '../route.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { explainedTerm, explainedTerms, glossaryPath, hasGlossary } from './page-words.tsx';

/** All words that the site explains, by the letter with which they begin in letters and on doors. */
export const glossaryRoute: Route<'glossary'> = {
  name: 'glossary',
  items: ({ catalogue }) => (hasGlossary(catalogue) ? ['glossary'] : []),
  path: () => glossaryPath,
  render: (_, model, page) => <GlossaryPage model={model} page={page} />,
};

/** Ä stands with A, as in a dictionary. */
const letterOf = (word: string): string => (word.normalize('NFD')[0] ?? '').toUpperCase();

function GlossaryPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  const collator = new Intl.Collator(model.catalogue.site.source_language);
  const terms = explainedTerms(model.catalogue)
    .map((term) => explainedTerm(term, model, page))
    .sort((a, b) => collator.compare(a.word.value, b.word.value));
  const byLetter = new Map<string, ExplainedTerm[]>();
  for (const term of terms) {
    const letter = letterOf(term.word.value);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), term]);
  }
  return (
    <Document page={page} title={t('glossary.title')} description={t('glossary.lead')} scripts={['reading.js']}>
      <div class="wrap wrap-narrow glossary">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('glossary.title') }} lead={{ value: t('glossary.lead') }} />
        <ReadAloud page={page} entries />
        <nav class="letters no-print" aria-label={t('glossary.letters')}>
          {Array.from(byLetter.keys(), (letter) => (
            <a key={letter} href={`#${letter}`}>
              {letter}
            </a>
          ))}
        </nav>
        {Array.from(byLetter, ([letter, group]) => (
          <section key={letter}>
            <h2 id={letter}>{letter}</h2>
            <dl>
              {group.map((term) => (
                <Word key={term.anchor} term={term} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Document>
  );
}
