import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import type { AnalysedDocument } from './lunr-index.ts';
import { conceptTerm } from './manifest.ts';
import { memoised } from './memoised.ts';
import type { Concept, Mentions, SearchDocument } from './search-document.ts';
import type { Meaning } from './shard.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';
import { words } from './tokenize.ts';

/** What each step of a document's rank adds to its weights: enough to decide between equals, too little to outdo a better match. */
const rankStep = 0.03;

/** How surely the name of a concept means what that belongs to. */
const broaderShare = 0.5;

/** More do not make an offer more about its topic. */
const mostMentions = 3;

/** Texts turned into terms. */
export interface Analysis {
  /** In the order of the documents. */
  readonly documents: readonly AnalysedDocument[];
  /** Each word that names concepts, with what it may mean. */
  readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** The stems into which German compounds fell, sorted. */
  readonly compoundParts: readonly string[];
}

/**
 * Each word stands in the index in its stem; a name of a concept as it is, too, because a query may be in a language
 * whose stemmer the page does not have.
 */
export function analyse(documents: readonly SearchDocument[], concepts: readonly Concept[]): Analysis {
  const wordsOf = memoised(({ value }: Text) => words(value));
  const germanIn = (texts: readonly Text[]): string[] => texts.filter(({ lang }) => isGerman(lang)).flatMap(wordsOf);
  const termsIn = (text: Text): string[] => wordsOf(text).map(stemmerFor(text.lang));
  const names = new Set(germanIn(concepts.flatMap((concept) => concept.names)));
  const known = new Set([...germanIn(documents.flatMap(textsOf)), ...names]);
  const parts = compoundPartsIn(known, stemmerFor('de'));
  const meanings = meaningsOf(concepts);
  /** Once for each word in title and summary that names the concept: so the topic's own offers come before its neighbours. */
  const mentionsOf = (id: string, document: SearchDocument): string[] => {
    const heading = [document.fields.title, document.fields.summary];
    const said = new Set([...heading.flatMap(termsIn), ...germanIn(heading).flatMap((word) => parts.of(word))]);
    const naming = [...said].filter((term) =>
      meanings.get(term)?.some(({ concept, weight }) => concept === id && weight === 1),
    );
    return naming.slice(0, mostMentions).map(() => id);
  };
  const analysed = documents.map((document) => {
    const { title, summary, keywords, body } = document.fields;
    const named = (field: keyof Mentions): string[] => (document.mentions?.[field] ?? []).map(conceptTerm);
    const terms = {
      title: [...termsIn(title), ...named('title')],
      summary: [...termsIn(summary), ...named('summary')],
      topics: [...document.topics, ...[...new Set(document.topics)].flatMap((id) => mentionsOf(id, document))].map(
        conceptTerm,
      ),
      keywords: [...keywords.flatMap(termsIn), ...document.attributes.map(conceptTerm)],
      body: [...body.flatMap(termsIn), ...named('body')],
      parts: germanIn(textsOf(document)).flatMap((word) => parts.of(word)),
    };
    return { terms, boost: 1 + rankStep * document.rank };
  });
  return { documents: analysed, meanings, compoundParts: parts.used(names) };
}

/**
 * Each word of each name → the concepts it may mean, and how surely: by its share of the shortest name it stands in and
 * by how many of the concept's names in that language have it. `niemiecki` is half of `język niemiecki`, but in most
 * names of learning German.
 */
function meaningsOf(concepts: readonly Concept[]): ReadonlyMap<string, readonly Meaning[]> {
  const known = meaningsOfConcepts.get(concepts);
  if (known) return known;
  const shares = new Map<string, Map<string, number>>();
  const ids = new Set(concepts.map(({ id }) => id));
  for (const { id, names, broader = [] } of concepts) {
    for (const lang of new Set(names.map((name) => name.lang))) {
      for (const [form, weight] of weightsIn(names.filter((name) => name.lang === lang))) {
        const share = shares.get(form) ?? new Map<string, number>();
        share.set(id, Math.max(share.get(id) ?? 0, weight));
        for (const other of broader)
          if (ids.has(other)) share.set(other, Math.max(share.get(other) ?? 0, weight * broaderShare));
        shares.set(form, share);
      }
    }
  }
  const meanings = new Map(
    [...shares].map(([word, found]) => [word, [...found].map(([concept, weight]) => ({ concept, weight }))]),
  );
  meaningsOfConcepts.set(concepts, meanings);
  return meanings;
}

/** Added to the number of names, so that a word in both of two names says less than one in ten of twelve. */
const fewNames = 4;

/** How surely each word, as it is and in its stem, means the concept of these names, all in one language. */
function weightsIn(names: readonly Text[]): Map<string, number> {
  const found = new Map<string, { share: number; names: number }>();
  for (const { value, lang } of names) {
    const all = words(value);
    const telling = all.filter((word) => !stopWordsOf(lang).has(word));
    const named = new Set(telling.length > 0 ? telling : all);
    for (const form of new Set([...named, ...[...named].map(stemmerFor(lang))])) {
      const before = found.get(form) ?? { share: 0, names: 0 };
      found.set(form, { share: Math.max(before.share, 1 / named.size), names: before.names + 1 });
    }
  }
  return new Map(
    [...found].map(([form, { share, names: count }]) => [
      form,
      1 - (1 - share) * (1 - count / (names.length + fewNames)),
    ]),
  );
}

const stopWordsOf = memoised((lang: LanguageTag) => new Set(stopWordsFor([lang])));

/** The languages of a site share their concepts. */
const meaningsOfConcepts = new WeakMap<readonly Concept[], ReadonlyMap<string, readonly Meaning[]>>();

const textsOf = ({ fields: { title, summary, keywords, body } }: SearchDocument): Text[] => [
  title,
  summary,
  ...keywords,
  ...body,
];
