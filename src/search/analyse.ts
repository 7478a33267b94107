import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { asidesIn } from './asides.ts';
import { alsoAsked, alsoWritten } from './asked-languages.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { TermColumnWriter, type TermColumns } from './count-terms.ts';
import { likely } from './interpret.ts';
import type { Lexicon, Stems } from './lexicon.ts';
import { conceptTerm, type FieldName } from './manifest.ts';
import { memoised } from './memoised.ts';
import { NumberList } from './number-list.ts';
import type { Concept, SearchDocument, SearchInput } from './search-document.ts';
import type { Meaning } from './shard.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';

/** How surely the name of a concept means what that belongs to. */
const broaderShare = 0.5;

/** More do not make an offer more about its topic. */
const mostMentions = 3;

/** Texts turned into terms. */
export interface Analysis {
  /** The terms of each field of the documents, in their order. */
  readonly columns: TermColumns;
  /** Each word that names concepts, with what it may mean. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** The stems into which German compounds fell, sorted. */
  readonly compoundParts: readonly string[];
}

/**
 * Each word stands in the index in its stem; a name of a concept as it is, too, because a query may be in a language
 * whose stemmer the page does not have.
 */
export function analyse({ language, documents, concepts }: SearchInput, lexicon: Lexicon): Analysis {
  const names = meaningsOf(concepts, lexicon);
  const { fullNames, germanNames } = names;
  const meanings = meaningsFor(language, names);
  const texts = new ReadTexts(documents, language, lexicon);
  const german = texts.germanWords();
  for (const name of germanNames) german.add(name);
  const parts = compoundPartsIn(german, stemmerFor('de'));
  const partsOf = Array.from<readonly number[] | undefined>({ length: lexicon.size });
  const partsIn = (word: number): readonly number[] =>
    (partsOf[word] ??= parts.of(lexicon.spelling(word)).map((part) => lexicon.numberOf(part)));
  const conceptNumber = memoised((id: string) => lexicon.numberOf(conceptTerm(id)));
  const column = (): TermColumnWriter => new TermColumnWriter(documents.length);
  const columns: Record<FieldName, TermColumnWriter> = {
    title: column(),
    summary: column(),
    topics: column(),
    keywords: column(),
    body: column(),
    parts: column(),
  };
  const isFullName = new Uint8Array(lexicon.size);
  for (const word of fullNames.keys()) isFullName[word] = 1;

  /** Terms in the heading of the document at hand that are whole names. */
  const naming = new Set<number>();

  for (const { fields, mentions, topics, attributes } of documents) {
    naming.clear();
    write('title', true);
    write('summary', true);
    for (let count = fields.keywords.length; count > 0; count--) write('keywords', false);
    for (let count = fields.body.length; count > 0; count--) write('body', false);
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
    meanings,
    compoundParts: parts.used(germanNames),
  };

  /** The next text's words into a column, and their parts into another. */
  function write(field: FieldName, isHeading: boolean): void {
    const { stems, isGerman: hasParts } = texts;
    const to = columns[field];
    for (let place = texts.start; place < texts.end; place++) {
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
    texts.next();
  }

  /** Each topic once for each word in the heading that names it: so the topic's own offers come before its neighbours. */
  function namedIn(topics: readonly string[]): string[] {
    if (naming.size === 0) return [];
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

/** The words of all texts of all documents, one text after the other: read once, and gone through twice. */
class ReadTexts {
  readonly words = new NumberList();
  readonly #ends = new NumberList();
  readonly #languages: LanguageTag[] = [];
  readonly #lexicon: Lexicon;
  #current = 0;
  #language: LanguageTag | undefined;
  /** Of the text that it stands at. */
  start = 0;
  end = 0;
  stems: Stems | null = null;
  isGerman = false;

  constructor(documents: readonly SearchDocument[], language: LanguageTag, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const { fields } of documents) {
      this.#read(fields.title, language);
      this.#read(fields.summary, language);
      for (const text of fields.keywords) this.#read(text, language);
      for (const text of fields.body) this.#read(text, language);
    }
    this.#stand();
  }

  /** What is in the readers' language is in no other language's index, unless its authors wrote it so. */
  #read({ value, lang }: Text, language: LanguageTag): void {
    this.#lexicon.read(value, this.words, lang !== language);
    this.#ends.push(this.words.length);
    this.#languages.push(lang);
  }

  /** The spellings of all German words. */
  germanWords(): Set<string> {
    const seen = new Uint8Array(this.#lexicon.size);
    const found = new Set<string>();
    let place = 0;
    for (let text = 0; text < this.#languages.length; text++) {
      const end = this.#ends.at(text);
      if (!isGerman(this.#languages[text]!)) place = end;
      for (; place < end; place++) {
        const word = this.words.at(place);
        if (seen[word] === 1) continue;
        seen[word] = 1;
        found.add(this.#lexicon.spelling(word));
      }
    }
    return found;
  }

  next(): void {
    this.#current += 1;
    this.#stand();
  }

  #stand(): void {
    if (this.#current >= this.#languages.length) return;
    this.start = this.end;
    this.end = this.#ends.at(this.#current);
    const language = this.#languages[this.#current]!;
    if (language === this.#language) return;
    this.#language = language;
    this.stems = this.#lexicon.stems(language);
    this.isGerman = isGerman(language);
  }
}

/** A word's share of the names that a concept has in one language. */
interface NameShare {
  readonly lang: LanguageTag;
  readonly concept: string;
  readonly weight: number;
}

/** What the names of concepts say, whatever the documents are. */
interface NamesRead {
  /** Each word of each name → the concepts it is likely to mean. */
  readonly meanings: ReadonlyMap<number, readonly Meaning[]>;
  /** Of those the words that stand in names of several languages. */
  readonly shared: ReadonlyMap<number, readonly NameShare[]>;
  /** Words that are a whole name → the concepts that they surely mean. */
  readonly fullNames: ReadonlyMap<number, readonly string[]>;
  /** The words of all German names. */
  readonly germanNames: ReadonlySet<string>;
}

/**
 * Each word of each name → the concepts it may mean, and how surely: by its share of the shortest name it stands in and
 * by how many of the concept's names in that language have it. `niemiecki` is half of `język niemiecki`, but in most
 * names of learning German.
 */
function meaningsOf(concepts: readonly Concept[], lexicon: Lexicon): NamesRead {
  const known = namesRead.get(lexicon);
  if (known?.concepts === concepts) return known.read;
  const shares = new Map<number, NameShare[]>();
  const ids = new Set(concepts.map(({ id }) => id));
  const germanNames = new Set<string>();
  for (const { id, names, broader = [] } of concepts) {
    const byLanguage = new Map<LanguageTag, Text[]>();
    for (const name of names) {
      const list = byLanguage.get(name.lang);
      if (list) list.push(name);
      else byLanguage.set(name.lang, [name]);
    }
    for (const [lang, list] of byLanguage) {
      for (const [form, weight] of weightsIn(list, lang, lexicon)) {
        const entries = shares.get(form) ?? [];
        entries.push({ lang, concept: id, weight });
        for (const other of broader)
          if (ids.has(other)) entries.push({ lang, concept: other, weight: weight * broaderShare });
        shares.set(form, entries);
      }
      if (isGerman(lang))
        for (const { value } of list) for (const word of lexicon.words(value)) germanNames.add(lexicon.spelling(word));
    }
  }
  const meanings = new Map([...shares].map(([word, entries]) => [word, likeliestOf(entries, () => 1)]));
  const shared = new Map([...shares].filter(([, entries]) => entries.some(({ lang }) => lang !== entries[0]?.lang)));
  const fullNames = new Map<number, string[]>();
  for (const [word, list] of meanings) {
    const named = list.filter(({ weight }) => weight === 1).map(({ concept }) => concept);
    if (named.length > 0) fullNames.set(word, named);
  }
  const read = { meanings, shared, fullNames, germanNames };
  namesRead.set(lexicon, { concepts, read });
  return read;
}

function likeliestOf(entries: readonly NameShare[], sureness: (lang: LanguageTag) => number): Meaning[] {
  const [first] = entries;
  // Most words stand in the names of one concept in one language.
  if (first && entries.length === 1) {
    const weight = first.weight * sureness(first.lang);
    return weight >= likely ? [{ concept: first.concept, weight }] : [];
  }
  const found = new Map<string, number>();
  for (const { lang, concept, weight } of entries)
    found.set(concept, Math.max(found.get(concept) ?? 0, weight * sureness(lang)));
  return [...found].filter(([, weight]) => weight >= likely).map(([concept, weight]) => ({ concept, weight }));
}

/** How surely a word of the readers' own language means what it means in another one: `mal` is no house in French. */
const foreignShare = 0.5;

/** What words mean to readers of a language: first what they mean in it. */
function meaningsFor(language: LanguageTag, { meanings, shared }: NamesRead): Map<number, readonly Meaning[]> {
  const isOwn = (lang: LanguageTag): boolean => lang === language || isGerman(lang);
  const own = new Map(meanings);
  for (const [word, entries] of shared) {
    if (!entries.some(({ lang }) => isOwn(lang))) continue;
    own.set(
      word,
      likeliestOf(entries, (lang) => (isOwn(lang) ? 1 : foreignShare)),
    );
  }
  return own;
}

/** The languages of a site share their concepts. */
const namesRead = new WeakMap<Lexicon, { readonly concepts: readonly Concept[]; readonly read: NamesRead }>();

/** Added to the number of names, so that a word in both of two names says less than one in ten of twelve. */
const fewNames = 4;

/** How surely each word, as it is and in its stem, means the concept of these names, all in one language. */
function weightsIn(names: readonly Text[], lang: LanguageTag, lexicon: Lexicon): Map<number, number> {
  const stopWords = stopWordsOf(lang);
  const asides = asidesOf(lang);
  const found = new Map<number, { share: number; names: number }>();
  const add = (form: number, share: number): void => {
    const before = found.get(form);
    if (!before) {
      found.set(form, { share, names: 1 });
      return;
    }
    if (share > before.share) before.share = share;
    before.names += 1;
  };
  const shares = new Map<number, number>();
  for (const { value } of names) {
    const all = lexicon.words(value);
    const [first] = all;
    // Most names are one word, which is all of the name.
    if (first !== undefined && all.length === 1) {
      const stem = lexicon.stem(first, lang);
      add(first, 1);
      if (stem !== first) add(stem, 1);
      continue;
    }
    const telling = all.filter((word) => !stopWords.has(lexicon.spelling(word)));
    const named = [...new Set(telling.length > 0 ? telling : all)];
    const weights = named.map((word) => (asides.has(lexicon.spelling(word)) ? asideShare : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const onlyStems = named.length > 1 && cutEverywhere.has(lang);
    shares.clear();
    named.forEach((word, index) => {
      const share = weights[index]! / whole;
      const stem = lexicon.stem(word, lang);
      shares.set(stem, Math.max(shares.get(stem) ?? 0, share));
      if (!onlyStems && stem !== word) shares.set(word, Math.max(shares.get(word) ?? 0, share));
    });
    for (const [form, share] of shares) add(form, share);
  }
  return new Map(
    Array.from(found, ([form, { share, names: count }]) => [
      form,
      1 - (1 - share) * (1 - count / (names.length + fewNames)),
    ]),
  );
}

/** Every page has their stemmers, so that a word of a longer name needs to stand there in its stem only. */
const cutEverywhere: ReadonlySet<LanguageTag> = new Set([...alsoWritten, ...alsoAsked]);
/** How much less of a name such a word is: `because of my headscarf` is said by `headscarf` alone. */
const asideShare = 0.25;

const asidesOf = memoised((lang: LanguageTag): ReadonlySet<string> => new Set(asidesIn([lang])));
const stopWordsOf = memoised((lang: LanguageTag): ReadonlySet<string> => new Set(stopWordsFor([lang])));
