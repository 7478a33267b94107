import type { VNode } from 'preact';
import type { ExplainedWord } from '../../content/markdown.ts';
import type { Catalogue, Term } from '../../model/catalogue.ts';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { keptFor } from '../../model/reads.ts';
import { termFinder } from '../../model/term-finder.ts';
import { type ExplainedTerm, WordList } from '../../views/components/word-list/word-list.tsx';
import { Explained } from '../../views/components/word-list/explained.tsx';
import type { ShownText } from '../../views/components/text/text.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { labelText } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';

export const glossaryPath = 'woerter/';

/** The words that can be explained: a new one of the municipality may still lack its explanation. */
export const explainedTerms = ({ vocabularies }: Catalogue): Term[] =>
  Array.from(vocabularies.glossary.values()).filter(({ description }) => description !== undefined);

export const hasGlossary = (catalogue: Catalogue): boolean => explainedTerms(catalogue).length > 0;

/** Where an entry stands, on the glossary's page and at the foot of every page that uses the word. */
export const wordAnchor = (id: string): string => `wort-${id}`;

const finderFor = keptFor((catalogue: Catalogue, lang: LanguageTag) =>
  termFinder(explainedTerms(catalogue), catalogue.site.source_language, lang),
);

/** The words of one page that are explained: each is marked where it stands first. */
export interface PageWords {
  /** Marks the words of a text; `lang` is that of the text where it is not the page's. */
  readonly explain: (text: string, lang?: LanguageTag) => readonly ExplainedWord[];
  /** Counts words as marked that were so in a text which was made before. */
  readonly meet: (ids: Iterable<string>) => void;
  /** What has been marked so far: to be asked when all texts have been through. */
  readonly met: ReadonlySet<string>;
}

/** Collects while the page is rendered, from its first text to its last. */
export function pageWords({ catalogue }: SiteModel, page: Pick<PageContext, 'lang'>): PageWords {
  const met = new Set<string>();
  return {
    met,
    meet(ids) {
      for (const id of ids) met.add(id);
    },
    explain: (text, lang = page.lang) =>
      finderFor(
        catalogue,
        lang,
      )(text).flatMap(({ id, start, end }) => {
        if (met.has(id)) return [];
        met.add(id);
        return [{ start, end, href: `#${wordAnchor(id)}` }];
      }),
  };
}

/** A short text with its words marked. */
export function MarkedText({ text, words }: { readonly text: ShownText; readonly words: PageWords }): VNode {
  return <Explained text={text.value} words={words.explain(text.value, text.lang)} />;
}

/** A term as a reader of the page sees it. */
export function explainedTerm(term: Term, { catalogue }: SiteModel, page: PageContext): ExplainedTerm {
  const source = catalogue.site.source_language;
  const word = labelText({ [source]: term.label[source] ?? term.id }, page, source);
  const own = labelText(term.label, page, source);
  return {
    anchor: wordAnchor(term.id),
    word,
    ...(own.value === word.value ? {} : { own }),
    text: labelText(term.description ?? {}, page, source),
  };
}

interface WordsOfPageProps {
  readonly words: PageWords;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** The explanations of the words that were marked; stands behind all texts of the page, because it asks what they used. */
export function WordsOfPage({ words, model, page }: WordsOfPageProps): VNode | null {
  const { glossary } = model.catalogue.vocabularies;
  const terms = Array.from(words.met, (id) => glossary.get(id)).flatMap((term) =>
    term ? [explainedTerm(term, model, page)] : [],
  );
  return <WordList t={page.t} terms={terms} all={page.link(glossaryPath)} />;
}
