import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { TermColumnWriter, type TermColumns } from './count-terms.ts';
import type { Lexicon } from './lexicon.ts';
import { conceptTerm, type FieldName } from './manifest.ts';
import { memoised } from './memoised.ts';
import type { NameMeanings } from './name-meanings.ts';
import type { ReadDocuments } from './read-documents.ts';
import type { Meaning } from './shard.ts';
import { stemmerFor } from './stemmer-for.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { WordColumns } from './word-columns.ts';

/** More do not make an offer more about its topic. */
const mostMentions = 3;

/** Texts turned into terms. */
export interface Analysis {
  /** The terms of each field of the documents, in their order. */
  readonly columns: TermColumns;
  /** What a word may mean that names concepts. */
  readonly meaningsOf: (word: number) => readonly Meaning[] | undefined;
  /** The stems into which German compounds fell, sorted. */
  readonly compoundParts: readonly string[];
}

export interface AnalyseOptions {
  readonly language: LanguageTag;
  /** Numbers of the documents, as they stand in the index. */
  readonly order: readonly number[];
  readonly names: NameMeanings;
}

/**
 * Each word stands in the index in its stem; a name of a concept as it is, too, because a query may be in a language
 * whose stemmer the page does not have.
 */
export function analyse(
  { heads, columns: texts }: ReadDocuments,
  { language, order, names }: AnalyseOptions,
  lexicon: Lexicon,
): Analysis {
  const german = germanWordsIn(texts, lexicon);
  for (const name of names.germanWords) german.add(lexicon.spelling(name));
  const parts = compoundPartsIn(german, stemmerFor('de'));
  const partsOf = Array.from<readonly number[] | undefined>({ length: lexicon.size });
  const partsIn = (word: number): readonly number[] =>
    (partsOf[word] ??= parts.of(lexicon.spelling(word)).map((part) => lexicon.numberOf(part)));
  const conceptNumber = memoised((id: string) => lexicon.numberOf(conceptTerm(id)));
  const column = (): TermColumnWriter => new TermColumnWriter(order.length);
  const columns: Record<FieldName, TermColumnWriter> = {
    title: column(),
    summary: column(),
    topics: column(),
    keywords: column(),
    body: column(),
    parts: column(),
  };
  const isFullName = names.fullNames(lexicon.size);

  /** Terms in the heading of the document at hand that are whole names. */
  const naming = new Set<number>();

  for (const document of order) {
    const { mentions, topics, attributes } = heads[document]!;
    naming.clear();
    const title = texts.firstText(document);
    const body = title + 2 + texts.keywordsOf(document);
    const end = texts.lastText(document);
    write('title', title, true);
    write('summary', title + 1, true);
    for (let text = title + 2; text < body; text++) write('keywords', text, false);
    for (let text = body; text < end; text++) write('body', text, false);
    for (const id of attributes) columns.keywords.push(conceptNumber(id));
    for (const id of topics) columns.topics.push(conceptNumber(id));
    for (const id of namedIn(topics)) columns.topics.push(conceptNumber(id));
    for (const field of ['title', 'summary', 'body'] as const)
      for (const id of mentions?.[field] ?? []) columns[field].push(conceptNumber(id));
    for (const field of Object.values(columns)) field.endDocument();
  }
  return {
    columns: {
      title: columns.title.take(),
      summary: columns.summary.take(),
      topics: columns.topics.take(),
      keywords: columns.keywords.take(),
      body: columns.body.take(),
      parts: columns.parts.take(),
    },
    meaningsOf: names.forReadersOf(language),
    compoundParts: parts.used(Array.from(names.germanWords, (name) => lexicon.spelling(name))),
  };

  /** A text's words into a column, and their parts into another. */
  function write(field: FieldName, text: number, isHeading: boolean): void {
    const lang = texts.languageOf(text);
    const stems = lexicon.stems(lang);
    const hasParts = isGerman(lang);
    const to = columns[field];
    const end = texts.endOf(text);
    for (let place = texts.startOf(text); place < end; place++) {
      const word = texts.words.at(place);
      const term = stems ? stems.of(word) : word;
      to.push(term);
      if (isHeading && isFullName[term] === 1) naming.add(term);
      if (!hasParts) continue;
      const found = partsIn(word);
      for (let index = 0; index < found.length; index++) {
        columns.parts.push(found[index]!);
        if (isHeading && isFullName[found[index]!] === 1) naming.add(found[index]!);
      }
    }
  }

  /** Each topic once for each word in the heading that names it: so the topic's own offers come before its neighbours. */
  function namedIn(topics: readonly string[]): string[] {
    if (naming.size === 0) return [];
    const counts = new Map(topics.map((id) => [id, 0]));
    for (const term of naming) {
      for (const id of names.surely(term)) {
        const count = counts.get(id);
        if (count !== undefined && count < mostMentions) counts.set(id, count + 1);
      }
    }
    return [...counts].flatMap(([id, count]) => Array.from({ length: count }, () => id));
  }
}

/** The spellings of all German words. */
function germanWordsIn(columns: WordColumns, lexicon: Lexicon): Set<string> {
  const { words } = columns;
  const seen = new Uint8Array(lexicon.size);
  const found = new Set<string>();
  const texts = columns.documents === 0 ? 0 : columns.lastText(columns.documents - 1);
  for (let text = 0; text < texts; text++) {
    if (!isGerman(columns.languageOf(text))) continue;
    const end = columns.endOf(text);
    for (let place = columns.startOf(text); place < end; place++) {
      const word = words.at(place);
      if (seen[word] === 1) continue;
      seen[word] = 1;
      found.add(lexicon.spelling(word));
    }
  }
  return found;
}
