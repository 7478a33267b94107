import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import lunr from 'lunr';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { ByteWriter } from './bytes.ts';
import { compoundPartsIn, isGerman, type CompoundParts } from './compound-parts.ts';
import { encodeFacets } from './facets.ts';
import {
  fields,
  fileName,
  formatVersion,
  hashLength,
  manifestName,
  type FieldName,
  type Manifest,
  type Ranges,
} from './manifest.ts';
import type { Concept, SearchDocument, SearchInput } from './search-document.ts';
import { encodeShard, type Meaning, type Postings, type Term } from './shard.ts';
import { makeStemmer, type Stemmer } from './stem.ts';
import { stemRulesFor } from './stem/rules.ts';
import { stopWordsFor } from './stop-words.ts';
import { byUnits, reversed } from './terms.ts';
import { words } from './tokenize.ts';

/** How much a word weighs by where it stands. Multiplied into lunr's weights, so that a query need not repeat it. */
const fieldBoosts: Readonly<Record<FieldName, number>> = { title: 3, summary: 1.6, keywords: 2, body: 1, parts: 1.2 };

/** Raw sizes in bytes, about half of that when packed: files of 4–5 KB, where a round trip costs more than its bytes. */
const shardSize = 7_000;
const largeTermSize = 4_000;
const dictionarySize = 9_000;
const facetFileSize = 12_000;
/** Up to this size all postings go into one file: more would cost requests and save no bytes. */
const plainSize = 16_000;
const cardsPerFile = 16;

/** Languages in which visitors ask on any page: their endings, and the words of questions in German and English. */
const alsoAsked = ['de', 'en', 'tr', 'ar', 'fa', 'uk', 'ru'];
const alsoSmallTalk = ['de', 'en'];

/** What a concept is called among lunr's terms; no word of a text contains `#`. */
export const conceptTerm = (id: string): string => `#${id}`;

/** All files of one language's search, by path from the site's root: the same input gives the same bytes. */
export function buildIndex({ language, documents, concepts }: SearchInput): Map<string, Uint8Array> {
  const stemmers = new Map<LanguageTag, Stemmer | undefined>();
  const stemmerOf = (lang: LanguageTag): Stemmer | undefined => {
    if (!stemmers.has(lang)) {
      const rules = stemRulesFor(lang);
      stemmers.set(lang, rules && makeStemmer(rules));
    }
    return stemmers.get(lang);
  };
  const sorted = [...documents].sort(
    (a, b) => byUnits(a.group, b.group) || byUnits(a.fields.title.value, b.fields.title.value) || byUnits(a.id, b.id),
  );
  const parts = compoundPartsIn(
    [
      ...sorted.flatMap(({ fields: { title, summary, keywords, body } }) => [title, summary, ...keywords, ...body]),
      ...concepts.flatMap(({ names }) => names),
    ],
    stemmerOf('de') ?? ((word) => word),
  );
  const index = lunrIndexOf(sorted, stemmerOf, parts);
  const terms = mergeMeanings(termsOf(index), meaningsOf(concepts, stemmerOf));

  const files = new Map<string, Uint8Array>();
  const add = (kind: string, content: Uint8Array): string => {
    const packed = deflateRawSync(content, { level: 9 });
    const hash = createHash('sha256').update(packed).digest('base64url').replace(/[-_]/g, 'x').slice(0, hashLength);
    files.set(fileName(language, kind, hash), packed);
    return hash;
  };
  const addAll = (kind: string, contents: readonly Uint8Array[]): string =>
    contents.map((content, number) => add(`${kind}${number}`, content)).join('');
  const addRanges = <T>(
    kind: string,
    groups: readonly (readonly T[])[],
    key: (item: T) => string,
    encode: (items: readonly T[]) => Uint8Array,
  ): Ranges => ({
    starts: separators(groups.map((group) => group.map(key))),
    files: addAll(
      kind,
      groups.map((group) => encode(group)),
    ),
  });

  const shards = shardsOf(terms);
  const spellings = terms.map(spelling);
  const manifest: Manifest = {
    format: formatVersion,
    language,
    documents: sorted.length,
    terms: addRanges('terms', shards, spelling, encodeShard),
    ...(shards.length > 1 && {
      dictionary: addRanges('dictionary', cut(spellings, dictionarySize, spellingSize), same, frontCoded),
      endings: addRanges(
        'endings',
        cut(spellings.map(reversed).sort(byUnits), dictionarySize, spellingSize),
        same,
        frontCoded,
      ),
    }),
    cards: {
      perFile: cardsPerFile,
      files: addAll(
        'cards',
        groupsOf(sorted, cardsPerFile).map((group) => json(group.map(({ id, card }) => [id, card]))),
      ),
    },
    facets: addFacets(sorted, addAll),
    ids: add('ids', json(sorted.map(({ id }) => id))),
    ranks: add(
      'ranks',
      Uint8Array.from(sorted, ({ rank }) => rank),
    ),
    compounds: add('compounds', frontCoded(parts.used())),
    stemmers: [...new Set([language, ...alsoAsked].map(stemRulesFor))].filter((rules) => rules !== undefined),
    stopWords: stopWordsFor([language, ...alsoSmallTalk]),
  };
  files.set(manifestName(language), json(manifest));
  return files;
}

/** The lunr index behind the files: numbered documents, our own words instead of lunr's pipeline, which empties all but Latin words. */
function lunrIndexOf(
  documents: readonly SearchDocument[],
  stemmerOf: (lang: LanguageTag) => Stemmer | undefined,
  parts: CompoundParts,
): LunrData {
  const analyse = ({ value, lang }: Text): string[] => {
    const stem = stemmerOf(lang);
    return words(value).flatMap((word) => {
      const short = stem ? stem(word) : word;
      return short === word ? [word] : [word, short];
    });
  };
  const partsOf = (text: Text): string[] =>
    isGerman(text.lang) ? words(text.value).flatMap((word) => parts.of(word)) : [];
  return indexWithLunr(
    documents.map(({ fields: { title, summary, keywords, body }, concepts }) => ({
      title: analyse(title),
      summary: analyse(summary),
      keywords: [...keywords.flatMap(analyse), ...concepts.map(conceptTerm)],
      body: body.flatMap(analyse),
      parts: [title, summary, ...keywords, ...body].flatMap(partsOf),
    })),
  );
}

/** What is used of a finished `lunr.Builder`; lunr's types call it private, its serialised index has the same content. */
export interface LunrData {
  readonly invertedIndex: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>> & { readonly _index: number }>
  >;
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>;
}

interface LunrBuilder extends LunrData {
  tokenizer: (words: readonly string[]) => lunr.Token[];
  ref(name: string): void;
  field(name: string, options: { boost: number }): void;
  add(document: Readonly<Record<string, unknown>>): void;
  calculateAverageFieldLengths(): void;
  createFieldVectors(): void;
}

/** The analysed documents in lunr's own weights; without its set of tokens, which takes longest and is not needed. */
export function indexWithLunr(documents: readonly Readonly<Record<FieldName, readonly string[]>>[]): LunrData {
  const builder = new lunr.Builder() as unknown as LunrBuilder;
  builder.tokenizer = (list) => list.map((word) => new lunr.Token(word, {}));
  builder.ref('number');
  for (const field of fields) builder.field(field, { boost: fieldBoosts[field] });
  documents.forEach((document, number) => builder.add({ ...document, number }));
  builder.calculateAverageFieldLengths();
  builder.createFieldVectors();
  return builder;
}

/** Turns lunr's vectors (by document) into postings (by term), terms sorted. */
export function termsOf({ invertedIndex, fieldVectors }: LunrData): Term[] {
  const spellings = Object.keys(invertedIndex);
  const byNumber: { documents: number[]; weights: number[] }[][] = spellings.map(() => []);
  for (const [reference, { elements }] of Object.entries(fieldVectors)) {
    const slash = reference.indexOf('/');
    const field = fields.indexOf(reference.slice(0, slash) as FieldName);
    const document = Number(reference.slice(slash + 1));
    for (let place = 0; place < elements.length; place += 2) {
      const lists = byNumber[elements[place] ?? 0];
      if (!lists) continue;
      const list = (lists[field] ??= { documents: [], weights: [] });
      list.documents.push(document);
      list.weights.push(Math.round((elements[place + 1] ?? 0) * 1000));
    }
  }
  return spellings
    .map((term) => {
      const lists = byNumber[invertedIndex[term]?._index ?? -1] ?? [];
      const columns: (Postings | undefined)[] = Array.from(
        lists,
        (list) => list && { documents: Uint32Array.from(list.documents), weights: Uint32Array.from(list.weights) },
      );
      return { term, fields: columns, meanings: [] };
    })
    .sort((a, b) => byUnits(a.term, b.term));
}

/** Each word of each name → the concepts it may mean: by its share of the name, the largest over all names. */
function meaningsOf(
  concepts: readonly Concept[],
  stemmerOf: (lang: LanguageTag) => Stemmer | undefined,
): Map<string, Meaning[]> {
  const shares = new Map<string, Map<string, number>>();
  for (const { id, names } of concepts) {
    for (const { value, lang } of names) {
      const stops = new Set(stopWordsFor([lang]));
      const all = words(value);
      const telling = all.filter((word) => !stops.has(word));
      const named = [...new Set(telling.length > 0 ? telling : all)];
      const stem = stemmerOf(lang);
      for (const word of named) {
        for (const form of new Set([word, stem ? stem(word) : word])) {
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

function mergeMeanings(terms: readonly Term[], meanings: ReadonlyMap<string, readonly Meaning[]>): Term[] {
  const known = new Set(terms.map(spelling));
  const named = [...meanings]
    .filter(([term]) => !known.has(term))
    .map(([term, found]): Term => ({ term, fields: [], meanings: found }));
  return [...terms.map((term) => ({ ...term, meanings: meanings.get(term.term) ?? [] })), ...named].sort((a, b) =>
    byUnits(a.term, b.term),
  );
}

/** One file for few terms; else files of like size, and terms with long postings each in its own. */
function shardsOf(terms: readonly Term[]): Term[][] {
  const total = terms.reduce((size, term) => size + termSize(term), 0);
  return total <= plainSize ? [[...terms]] : cut(terms, shardSize, termSize, largeTermSize);
}

function termSize({ term, fields: lists, meanings }: Term): number {
  const postings = lists.reduce((size, list) => size + (list ? 1 + 3 * list.documents.length : 0), 0);
  return 3 + term.length / 2 + postings + meanings.length * 3;
}

const spellingSize = (term: string): number => 2 + term.length / 2;

/** Consecutive items in groups of about `size`; an item above `large` has a group of its own. Never no group at all. */
function cut<T>(items: readonly T[], size: number, sizeOf: (item: T) => number, large = Infinity): T[][] {
  const groups: T[][] = [];
  let group: T[] = [];
  let filled = 0;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
    filled = 0;
  };
  for (const item of items) {
    const itemSize = sizeOf(item);
    if (itemSize > large || filled + itemSize > size) close();
    group.push(item);
    filled += itemSize;
    if (itemSize > large) close();
  }
  close();
  return groups.length > 0 ? groups : [[]];
}

/** The shortest strings that tell the groups apart: each sorts above all of the group before and not above its own first. */
function separators(groups: readonly (readonly string[])[]): string[] {
  return groups.map((group, index) => {
    const before = groups[index - 1]?.at(-1);
    const first = group[0] ?? '';
    if (before === undefined) return '';
    for (let length = 1; length < first.length; length++)
      if (first.slice(0, length) > before) return first.slice(0, length);
    return first;
  });
}

/** Small facets share a file; each file is loaded when one of its facets is first needed. */
function addFacets(
  documents: readonly SearchDocument[],
  addAll: (kind: string, contents: readonly Uint8Array[]) => string,
): Manifest['facets'] {
  const columns = new Map<string, Map<string, number[]>>();
  documents.forEach(({ facets }, number) => {
    for (const [key, values] of Object.entries(facets)) {
      const column = columns.get(key) ?? new Map<string, number[]>();
      for (const value of new Set(values)) {
        const list = column.get(value);
        if (list) list.push(number);
        else column.set(value, [number]);
      }
      columns.set(key, column);
    }
  });
  const sorted = [...columns]
    .sort(([a], [b]) => byUnits(a, b))
    .map(([key, values]) => [key, new Map([...values].sort(([a], [b]) => byUnits(a, b)))] as const);
  const sizeOf = ([, values]: (typeof sorted)[number]): number =>
    [...values.values()].reduce((size, list) => size + 8 + list.length, 0);
  const groups = cut(sorted, facetFileSize, sizeOf);
  const fileOf = Object.fromEntries(groups.flatMap((group, file) => group.map(([key]) => [key, file])));
  return {
    fileOf,
    files: addAll(
      'facets',
      groups.map((group) => encodeFacets(new Map(group))),
    ),
  };
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function frontCoded(strings: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  out.frontCoded(strings);
  return out.take();
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const spelling = ({ term }: Term): string => term;
const same = (term: string): string => term;
