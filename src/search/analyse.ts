import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { likely } from './interpret.ts';
import type { Lexicon } from './lexicon.ts';
import { conceptTerm, type FieldName } from './manifest.ts';
import { memoised } from './memoised.ts';
import type { Concept, Mentions, SearchDocument } from './search-document.ts';
import type { Meaning } from './shard.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';

/** How surely the name of a concept means what that belongs to. */
const broaderShare = 0.5;

/** More do not make an offer more about its topic. */
const mostMentions = 3;

/** Terms as numbers of the lexicon, in as many lists as texts they come from: most lists are shared by many languages. */
export type TermLists = readonly (readonly number[])[];

/** The terms of each field of a document. */
export interface AnalysedDocument {
  readonly terms: Readonly<Record<FieldName, TermLists>>;
}

/** Texts turned into terms. */
export interface Analysis {
  /** In the order of the documents. */
  readonly documents: readonly AnalysedDocument[];
  /** Each word that names concepts, with what it may mean. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** The stems into which German compounds fell, sorted. */
  readonly compoundParts: readonly string[];
}

/**
 * Each word stands in the index in its stem; a name of a concept as it is, too, because a query may be in a language
 * whose stemmer the page does not have.
 */
export function analyse(
  documents: readonly SearchDocument[],
  concepts: readonly Concept[],
  lexicon: Lexicon,
): Analysis {
  const { meanings, fullNames, germanNames } = meaningsOf(concepts, lexicon);
  const germanTexts = documents.map((document) =>
    textsOf(document)
      .filter(({ lang }) => isGerman(lang))
      .map(({ value }) => lexicon.words(value)),
  );
  const parts = compoundPartsIn(spellings([germanNames, ...germanTexts.flat()], lexicon), stemmerFor('de'));
  const partsOf = Array.from<readonly number[] | undefined>({ length: lexicon.size });
  const partsIn = (words: readonly number[]): number[] => {
    const found: number[] = [];
    for (const word of words) {
      const numbers = (partsOf[word] ??= parts.of(lexicon.spelling(word)).map((part) => lexicon.numberOf(part)));
      for (const number of numbers) found.push(number);
    }
    return found;
  };
  const conceptNumber = memoised((id: string) => lexicon.numberOf(conceptTerm(id)));
  const termsIn = (text: Text): readonly number[] => lexicon.terms(text);

  const analysed = documents.map(({ fields, mentions, topics, attributes }, number): AnalysedDocument => {
    const named = (field: keyof Mentions): number[] => (mentions?.[field] ?? []).map(conceptNumber);
    const heading = [fields.title, fields.summary];
    const [title = [], summary = []] = heading.map(termsIn);
    const german = heading.filter(({ lang }) => isGerman(lang)).map(({ value }) => partsIn(lexicon.words(value)));
    return {
      terms: {
        title: [title, named('title')],
        summary: [summary, named('summary')],
        topics: [[...topics, ...mentionedIn([title, summary, ...german], topics)].map(conceptNumber)],
        keywords: [...fields.keywords.map(termsIn), attributes.map(conceptNumber)],
        body: [...fields.body.map(termsIn), named('body')],
        parts: [...german, ...(germanTexts[number] ?? []).slice(german.length).map(partsIn)],
      },
    };
  });
  return { documents: analysed, meanings, compoundParts: parts.used(spellings([germanNames], lexicon)) };

  /** Each topic once for each word in the heading that names it: so the topic's own offers come before its neighbours. */
  function mentionedIn(heading: TermLists, topics: readonly string[]): string[] {
    const naming = new Set<number>();
    for (const list of heading) for (const term of list) if (fullNames.has(term)) naming.add(term);
    const counts = new Map(topics.map((id) => [id, 0]));
    for (const term of naming) {
      for (const id of fullNames.get(term) ?? []) {
        const count = counts.get(id);
        if (count !== undefined && count < mostMentions) counts.set(id, count + 1);
      }
    }
    return [...counts].flatMap(([id, count]) => Array.from({ length: count }, () => id));
  }
}

/** What the names of concepts say, whatever the documents are. */
interface NamesRead {
  /** Each word of each name → the concepts it is likely to mean. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** Words that are a whole name → the concepts that they surely mean. */
  readonly fullNames: ReadonlyMap<number, readonly string[]>;
  /** The words of all German names. */
  readonly germanNames: ReadonlySet<number>;
}

/**
 * Each word of each name → the concepts it may mean, and how surely: by its share of the shortest name it stands in and
 * by how many of the concept's names in that language have it. `niemiecki` is half of `język niemiecki`, but in most
 * names of learning German.
 */
function meaningsOf(concepts: readonly Concept[], lexicon: Lexicon): NamesRead {
  const known = namesRead.get(lexicon);
  if (known?.concepts === concepts) return known.read;
  const shares = new Map<number, Map<string, number>>();
  const ids = new Set(concepts.map(({ id }) => id));
  const germanNames = new Set<number>();
  for (const { id, names, broader = [] } of concepts) {
    const byLanguage = new Map<LanguageTag, Text[]>();
    for (const name of names) {
      const list = byLanguage.get(name.lang);
      if (list) list.push(name);
      else byLanguage.set(name.lang, [name]);
    }
    for (const [lang, list] of byLanguage) {
      for (const [form, weight] of weightsIn(list, lang, lexicon)) {
        const share = shares.get(form) ?? new Map<string, number>();
        share.set(id, Math.max(share.get(id) ?? 0, weight));
        for (const other of broader)
          if (ids.has(other)) share.set(other, Math.max(share.get(other) ?? 0, weight * broaderShare));
        shares.set(form, share);
      }
      if (isGerman(lang)) for (const { value } of list) for (const word of lexicon.words(value)) germanNames.add(word);
    }
  }
  const meanings = new Map(
    [...shares].map(([word, found]) => [
      word,
      [...found].filter(([, weight]) => weight >= likely).map(([concept, weight]) => ({ concept, weight })),
    ]),
  );
  const fullNames = new Map<number, string[]>();
  for (const [word, list] of meanings) {
    const named = list.filter(({ weight }) => weight === 1).map(({ concept }) => concept);
    if (named.length > 0) fullNames.set(word, named);
  }
  const read = { meanings, fullNames, germanNames };
  namesRead.set(lexicon, { concepts, read });
  return read;
}

/** The languages of a site share their concepts. */
const namesRead = new WeakMap<Lexicon, { readonly concepts: readonly Concept[]; readonly read: NamesRead }>();

/** Added to the number of names, so that a word in both of two names says less than one in ten of twelve. */
const fewNames = 4;

/** How surely each word, as it is and in its stem, means the concept of these names, all in one language. */
function weightsIn(names: readonly Text[], lang: LanguageTag, lexicon: Lexicon): Map<number, number> {
  const found = new Map<number, { share: number; names: number }>();
  for (const { value } of names) {
    const all = lexicon.words(value);
    const telling = all.filter((word) => !stopWordsOf(lang).has(lexicon.spelling(word)));
    const named = new Set(telling.length > 0 ? telling : all);
    for (const form of new Set([...named, ...[...named].map((word) => lexicon.stem(word, lang))])) {
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

const stopWordsOf = memoised((lang: LanguageTag): ReadonlySet<string> => new Set(stopWordsFor([lang])));

const textsOf = ({ fields: { title, summary, keywords, body } }: SearchDocument): Text[] => [
  title,
  summary,
  ...keywords,
  ...body,
];

/** Of all numbers in the lists, each once. */
function spellings(lists: Iterable<Iterable<number>>, lexicon: Lexicon): Set<string> {
  const seen = new Uint8Array(lexicon.size);
  const found = new Set<string>();
  for (const list of lists) {
    for (const number of list) {
      if (seen[number] === 1) continue;
      seen[number] = 1;
      found.add(lexicon.spelling(number));
    }
  }
  return found;
}
