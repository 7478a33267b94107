import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { foreign, type ShownText } from '../text/text.tsx';

export interface ExplainedTerm {
  readonly anchor: string;
  /** As it stands in letters and on doors. */
  readonly word: ShownText;
  /** What it is called in the page's language, where that has a word of its own. */
  readonly own?: ShownText;
  readonly text: ShownText;
}

export interface WordListProps {
  readonly t: Translate;
  readonly terms: readonly ExplainedTerm[];
  /** Address of the page with all words. */
  readonly all: string;
}

/** The words that a page has marked, explained at its end: there without a script, without a connection and on paper. */
export function WordList({ t, terms, all }: WordListProps): VNode | null {
  if (terms.length === 0) return null;
  return (
    <section class="word-list" data-close={t('glossary.close')}>
      <h2>{t('glossary.on-page')}</h2>
      <dl>
        {terms.map((term) => (
          <Word key={term.anchor} term={term} />
        ))}
      </dl>
      <p class="no-print">
        <a href={all}>{t('glossary.all')}</a>
      </p>
    </section>
  );
}

/** One word with its explanation. */
export function Word({ term: { anchor, word, own, text } }: { readonly term: ExplainedTerm }): VNode {
  return (
    <div id={anchor} class="word" tabIndex={-1}>
      <dt>
        <bdi {...foreign(word)}>{word.value}</bdi>
        {own && <span {...foreign(own)}>{own.value}</span>}
      </dt>
      <dd {...foreign(text)}>{text.value}</dd>
    </div>
  );
}
