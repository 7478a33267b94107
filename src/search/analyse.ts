import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import type { AnalysedDocument } from './lunr-index.ts';
import type { Concept, SearchDocument } from './search-document.ts';
import type { Meaning } from './shard.ts';
import { makeStemmer, type Stemmer } from './stem.ts';
import { stemRulesFor } from './stem/rules.ts';
import { stopWordsFor } from './stop-words.ts';
import { words } from './tokenize.ts';

/** What each step of a document's rank adds to its weights: enough to decide between equals, too little to outdo a better match. */
const rankStep = 0.03;

/** Texts turned into terms. */
export interface Analysis {
  /** In the order of the documents. */
  readonly documents: readonly AnalysedDocument[];
  /** Each word that names concepts, with what it may mean. */
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** The stems into which German compounds fell, sorted. */
  readonly compoundParts: readonly string[];
}

/** What a concept is called among the terms; no word of a text contains `#`. */
export const conceptTerm = (id: string): string => `#${id}`;

/**
 * Each word stands in the index in its stem; a name of a concept as it is, too, because a query may be in a language
 * whose stemmer the page does not have.
 */
export function analyse(documents: readonly SearchDocument[], concepts: readonly Concept[]): Analysis {
  const parts = compoundPartsIn(
    [...documents.flatMap(textsOf), ...concepts.flatMap(({ names }) => names)],
    stemmerFor('de'),
  );
  const analysed = documents.map((document) => {
    const { title, summary, keywords, body } = document.fields;
    const german = textsOf(document).filter(({ lang }) => isGerman(lang));
    const terms = {
      title: termsIn(title),
      summary: termsIn(summary),
      keywords: [...keywords.flatMap(termsIn), ...document.concepts.map(conceptTerm)],
      body: body.flatMap(termsIn),
      parts: german.flatMap(({ value }) => words(value).flatMap((word) => parts.of(word))),
    };
    return { terms, boost: 1 + rankStep * document.rank };
  });
  return { documents: analysed, meanings: meaningsOf(concepts), compoundParts: parts.used() };
}

function termsIn({ value, lang }: Text): string[] {
  const stem = stemmerFor(lang);
  return words(value).map(stem);
}

/** Each word of each name → the concepts it may mean: by its share of the name, the largest over all names. */
function meaningsOf(concepts: readonly Concept[]): Map<string, Meaning[]> {
  const shares = new Map<string, Map<string, number>>();
  for (const { id, names } of concepts) {
    for (const { value, lang } of names) {
      const stops = new Set(stopWordsFor([lang]));
      const all = words(value);
      const telling = all.filter((word) => !stops.has(word));
      const named = [...new Set(telling.length > 0 ? telling : all)];
      const stem = stemmerFor(lang);
      for (const word of named) {
        for (const form of new Set([word, stem(word)])) {
          const known = shares.get(form) ?? new Map<string, number>();
          known.set(id, Math.max(known.get(id) ?? 0, 1 / named.length));
          shares.set(form, known);
        }
      }
    }
  }
  return new Map(
    [...shares].map(([word, found]) => [word, [...found].map(([concept, weight]) => ({ concept, weight }))]),
  );
}

const textsOf = ({ fields: { title, summary, keywords, body } }: SearchDocument): Text[] => [
  title,
  summary,
  ...keywords,
  ...body,
];

const stemmers = new Map<LanguageTag, Stemmer>();

/** Leaves the words of a language without rules as they are. */
function stemmerFor(lang: LanguageTag): Stemmer {
  const known = stemmers.get(lang);
  if (known) return known;
  const rules = stemRulesFor(lang);
  const stemmer = rules ? makeStemmer(rules) : (word: string): string => word;
  stemmers.set(lang, stemmer);
  return stemmer;
}
