import { createHash } from 'node:crypto';
import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import type { LanguageTag } from '../model/diagnostic.ts';
import { analyse, type Analysis } from './analyse.ts';
import { asidesIn } from './asides.ts';
import { alsoAsked, alsoWritten } from './asked-languages.ts';
import { ByteWriter } from './bytes.ts';
import { frameOf } from './card-frame.ts';
import { encodeFacets } from './facets.ts';
import type { Frequencies } from './frequencies.ts';
import { writeLeads } from './lead-list.ts';
import { leadsIn } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import {
  fields,
  fileName,
  formatVersion,
  hashLength,
  manifestName,
  type FileKind,
  type Manifest,
  type Starts,
} from './manifest.ts';
import { orderOf, readDocuments } from './read-documents.ts';
import { SearchCache } from './search-cache.ts';
import type { SearchDocument, SearchInput } from './search-document.ts';
import { encodeShard, type Meaning, type Occurrences, type Term } from './shard.ts';
import { writeSorted } from './sorted-strings.ts';
import type { StemRules } from './stem.ts';
import { stemRulesFor } from './stem/rules.ts';
import { stopWordsFor } from './stop-words.ts';
import { byUnits } from './terms.ts';
import { countTerms, type CountedField } from './count-terms.ts';

/** How the index is cut into files: in bytes before packing, which halves them; chosen by test/bench/search-size.ts. */
export interface FileSizes {
  /** Up to this size all postings go into one file: more would cost requests and save no bytes. */
  readonly plain: number;
  readonly shard: number;
  /** A term with longer postings has a file of its own, so that its neighbours stay cheap. */
  readonly largeTerm: number;
  readonly dictionary: number;
  readonly facets: number;
  /** Not bytes but cards: as many in one file. */
  readonly cards: number;
}
const defaultSizes: FileSizes = {
  plain: 16_000,
  shard: 2_000,
  largeTerm: 6_000,
  dictionary: 5_000,
  facets: 12_000,
  cards: 2,
};

/** Up to so many files of a kind have a hash each, so that an edit gives new names to no others than it changes. */
const mostOwnHashes: Partial<Record<FileKind, number>> = { terms: 400 };
/** Of more files several have one in common, so that there are no more: each hash costs every reader four bytes. */
const mostHashes: Partial<Record<FileKind, number>> = { terms: 8, cards: 8, dictionary: 2, endings: 2 };

/**
 * All files of one language's search, by path from the site's root: the same input gives the same bytes, whatever is in
 * the cache.
 */
export function buildIndex(
  input: SearchInput,
  sizes: FileSizes = defaultSizes,
  cache = new SearchCache(),
): Map<string, Uint8Array> {
  return cache.index(input, JSON.stringify(sizes), () => filesOf(input, sizes, cache));
}

function filesOf(input: SearchInput, sizes: FileSizes, cache: SearchCache): Map<string, Uint8Array> {
  const { language, concepts } = input;
  const { lexicon } = cache;
  const pack = (content: Uint8Array): Uint8Array => cache.packed(content, deflate);
  const read = input.read?.(lexicon) ?? readDocuments(input.documents, language, lexicon);
  const order = orderOf(read.heads);
  const sorted = order.map((document) => read.heads[document]!);
  const names = cache.meaningsOf(concepts);
  const analysis = analyse(read, { language, order, names }, lexicon);
  const { terms, present, frequencies } = termsOf(analysis, lexicon);

  const { mixed, common } = shardsOf(terms, sizes);
  const shards = [...mixed, ...common.map((term) => [term])];
  const spellings = (list: readonly string[]): string[][] =>
    shards.length > 1 ? cutSorted(list, sizes.dictionary, list.map(spellingSize), (term) => term) : [];
  const dictionary = spellings(terms.map(spelling));
  const endings = spellings(backwards(present, lexicon));
  const facets = facetGroups(sorted, sizes.facets);
  const frame = frameOf(sorted.map(({ card }) => card));
  const framed = bytesOf(frame);
  const contents: Record<FileKind, Uint8Array[]> = {
    terms: shards.map((group) => {
      const parts = encodeShard(group, frequencies);
      return cache.packed(Buffer.concat(parts), () => deflateParts(parts));
    }),
    dictionary: dictionary.map((group) => pack(frontCoded(group))),
    endings: endings.map((group) => pack(frontCoded(group))),
    facets: facets.map((group) => pack(encodeFacets(new Map(group)))),
    cards: groupsOf(sorted, sizes.cards).map((group) => {
      const content = bytesOf(`[${group.map(({ id, card }) => `[${JSON.stringify(id)},${card || 'null'}]`).join()}]`);
      return cache.packed(Buffer.concat([framed, content]), () =>
        deflateRawSync(content, { ...fitting(content, framed.length), dictionary: framed }),
      );
    }),
    ids: [pack(json(sorted.map(({ id }) => id)))],
    compounds: [pack(frontCoded(analysis.compoundParts))],
    smalltalk: [pack(frontCoded(smallTalk(language, [...alsoWritten, ...alsoAsked], analysis, lexicon)))],
  };
  const manifest: Manifest = {
    format: formatVersion,
    language,
    documents: sorted.length,
    lengths: fields.map((field) => analysis.columns[field].terms.length),
    terms: separators(mixed.map((group) => group.map(spelling))),
    ...(shards.length > 1 && {
      common: writeSorted(common.map(spelling)),
      dictionary: separators(dictionary),
      endings: separators(endings),
      leads: writeLeads(leadsIn(shards, names.placesOfNames([language, ...alsoWritten], lexicon))),
    }),
    ranks: sorted.map(({ rank }) => rank).join(''),
    facets: Object.fromEntries(facets.flatMap((group, file) => group.map(([key]) => [key, file]))),
    cards: { perFile: sizes.cards, frame },
    ...hashesOf(contents),
    stemmers: {
      ofTexts: stemRulesOf([language, ...alsoWritten]),
      ofNames: stemRulesOf(alsoAsked.filter((lang) => lang !== language)),
    },
  };
  const files = new Map([[manifestName(language), json(manifest)]]);
  for (const kind of Object.keys(contents) as FileKind[]) {
    contents[kind].forEach((content, number) => files.set(fileName(manifest, kind, number), content));
  }
  return files;
}

/** All terms in documents and all words that name concepts, by spelling; `present` marks their numbers. */
function termsOf(
  { columns: texts, meaningsOf }: Analysis,
  lexicon: Lexicon,
): { terms: Term<Occurrences>[]; present: Uint8Array; frequencies: Frequencies } {
  const { fields: columns, frequencies } = countTerms(texts, lexicon.size);
  const terms: Term<Occurrences>[] = [];
  const present = new Uint8Array(lexicon.size);
  for (const number of lexicon.sorted()) {
    const found = postingsOf(number, columns);
    const meant = meaningsOf(number);
    if (found.length === 0 && !meant) continue;
    present[number] = 1;
    terms.push({ term: lexicon.spelling(number), fields: found, meanings: meant ?? noMeanings });
  }
  return { terms, present, frequencies };
}

/** By field; nearly all terms of the lexicon are in no document of this language. */
function postingsOf(term: number, columns: readonly CountedField[]): readonly (Occurrences | undefined)[] {
  let found: (Occurrences | undefined)[] | undefined;
  for (let field = 0; field < columns.length; field++) {
    const { starts, documents, found: frequencies } = columns[field]!;
    const start = starts[term]!;
    const end = starts[term + 1]!;
    if (end <= start) continue;
    found ??= [];
    found[field] = { documents: documents.subarray(start, end), found: frequencies.subarray(start, end) };
  }
  return found ?? noPostings;
}

const noPostings: readonly undefined[] = [];
const noMeanings: readonly Meaning[] = [];

/**
 * Stop words and asides of the readers' language, and of others those that are no name: who types on a Turkish page
 * means iş, who types on an English one means is. Asides of other languages than German would double the file.
 */
function smallTalk(
  language: LanguageTag,
  others: readonly LanguageTag[],
  { meaningsOf }: Analysis,
  lexicon: Lexicon,
): string[] {
  const own = new Set([...stopWordsFor([language]), ...asidesIn([language])]);
  const all = new Set([...own, ...stopWordsFor(others), ...asidesIn(alsoWritten)]);
  return [...all]
    .filter((word) => own.has(word) || !meaningsOf(lexicon.numberOf(word))?.some(({ weight }) => weight === 1))
    .sort(byUnits);
}

function backwards(present: Uint8Array, lexicon: Lexicon): string[] {
  const spellings: string[] = [];
  for (const number of lexicon.sortedBackwards()) if (present[number]) spellings.push(lexicon.backwards(number));
  return spellings;
}

/** One file for few terms; else files of like size, and terms with long postings each in its own. */
function shardsOf(
  terms: readonly Term<Occurrences>[],
  sizes: FileSizes,
): { readonly mixed: Term<Occurrences>[][]; readonly common: Term<Occurrences>[] } {
  const mixed: Term<Occurrences>[] = [];
  const mixedSizes: number[] = [];
  const common: Term<Occurrences>[] = [];
  let total = 0;
  for (const term of terms) {
    const size = termSize(term);
    total += size;
    if (size > sizes.largeTerm) common.push(term);
    else mixedSizes[mixed.push(term) - 1] = size;
  }
  if (total <= sizes.plain) return { mixed: [[...terms]], common: [] };
  return { mixed: cutSorted(mixed, sizes.shard, mixedSizes, spelling), common };
}

function termSize({ term, fields: lists, meanings }: Term<Occurrences>): number {
  let postings = 0;
  for (const list of lists) if (list) postings += 1 + 3 * list.documents.length;
  return 3 + term.length / 2 + postings + meanings.length * 3;
}

const spellingSize = (term: string): number => 2 + term.length / 2;

/** How much smaller or larger than wished for a group of sorted strings may be, so that it begins with what is told in few letters. */
const slack = 0.6;

/**
 * Sorted items in groups of about `size`, parted where the separator is short and like the one before, because all
 * separators are in the manifest, which everybody loads first. Never no group at all.
 */
function cutSorted<T>(items: readonly T[], size: number, sizes: readonly number[], spelt: (item: T) => string): T[][] {
  const groups: T[][] = [];
  let from = 0;
  let previous = '';
  while (from < items.length) {
    let filled = sizes[from]!;
    let bestEnd = items.length;
    let bestCost = Infinity;
    let bestStart = '';
    let end = from + 1;
    for (; end < items.length && (filled <= size * (1 + slack) || bestCost === Infinity); end++) {
      const wouldFill = filled + sizes[end]!;
      if (filled >= size * (1 - slack) || wouldFill > size * (1 + slack)) {
        const first = spelt(items[end]!);
        /** As long as the separator. */
        const length = Math.min(first.length, sharedStart(spelt(items[end - 1]!), first) + 1);
        const shared = Math.min(length - 1, sharedStart(previous, first));
        const cost = letterCost * (length - shared) + length + Math.abs(filled - size) / size;
        if (cost < bestCost) {
          bestEnd = end;
          bestCost = cost;
          bestStart = first.slice(0, length);
        }
      }
      filled = wouldFill;
    }
    // What is left may fit as it is.
    if (end === items.length && filled <= size) {
      bestEnd = end;
      bestStart = '';
    }
    groups.push(items.slice(from, bestEnd));
    from = bestEnd;
    previous = bestStart;
  }
  return groups.length > 0 ? groups : [[]];
}

/** What a letter that the separator before does not have costs, besides what each letter does, in evenness of sizes. */
const letterCost = 2;

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Consecutive items in groups of about `size`; never no group at all. */
function cut<T>(items: readonly T[], size: number, sizeOf: (item: T) => number): T[][] {
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
    if (filled + itemSize > size) close();
    group.push(item);
    filled += itemSize;
  }
  close();
  return groups.length > 0 ? groups : [[]];
}

const separators = (groups: readonly (readonly string[])[]): Starts =>
  writeSorted(groups.map((group, index) => (index === 0 ? '' : separator(groups[index - 1]!.at(-1)!, group[0]!))));

/** The shortest beginning of `first` that sorts above `before`, which sorts below `first`. */
const separator = (before: string, first: string): string => first.slice(0, sharedStart(before, first) + 1);

/** The facets with the documents of each value, in groups of about one file: small ones together. */
function facetGroups(
  documents: readonly Pick<SearchDocument, 'facets'>[],
  size: number,
): [key: string, values: Map<string, number[]>][][] {
  const columns = new Map<string, Map<string, number[]>>();
  for (const [number, { facets }] of documents.entries()) {
    for (const key in facets) {
      let column = columns.get(key);
      if (!column) columns.set(key, (column = new Map()));
      for (const value of facets[key] ?? []) {
        const list = column.get(value);
        if (!list) column.set(value, [number]);
        // A value may be named twice.
        else if (list.at(-1) !== number) list.push(number);
      }
    }
  }
  const sorted = [...columns]
    .sort(([a], [b]) => byUnits(a, b))
    .map(([key, values]): [string, Map<string, number[]>] => [
      key,
      new Map([...values].sort(([a], [b]) => byUnits(a, b))),
    ]);
  return cut(sorted, size, ([, values]) => [...values.values()].reduce((sum, list) => sum + 8 + list.length, 0));
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

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
const spelling = ({ term }: Term<Occurrences>): string => term;

const deflate = (content: Uint8Array): Uint8Array => deflateRawSync(content, fitting(content));

/** What hardly becomes shorter does not with another strategy either: to try it would save one byte in ten thousand. */
const hardlyPacked = 0.75;

/** Each part with a code of its own; to who reads it, it is one stream. */
function deflateParts(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return deflate(parts[0]!);
  const packed = parts.map((part, index) => {
    const finishFlush = index === parts.length - 1 ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const options = { ...fitting(part), finishFlush };
    const best = deflateRawSync(part, options);
    if (best.length > part.length * hardlyPacked) return best;
    const other = deflateRawSync(part, { ...options, strategy: constants.Z_HUFFMAN_ONLY });
    return other.length < best.length ? other : best;
  });
  return new Uint8Array(Buffer.concat(packed));
}

/**
 * A window no larger than the content costs no bytes and saves a third of the time; so does room for one file instead of
 * 16 kB, which are thousands of times thrown away.
 */
function fitting({ length }: Uint8Array, before = 0): ZlibOptions {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(before + length + deflateMargin))));
  return { level: 9, windowBits, chunkSize: length + deflateMargin };
}

/** What deflate keeps free of its window. */
const deflateMargin = 262;

function hashesOf(
  contents: Readonly<Record<FileKind, readonly Uint8Array[]>>,
): Pick<Manifest, 'hashes' | 'filesPerHash'> {
  const hashes = {} as Record<FileKind, string>;
  const filesPerHash: Partial<Record<FileKind, number>> = {};
  for (const kind of Object.keys(contents) as FileKind[]) {
    const { length } = contents[kind];
    const most = length <= (mostOwnHashes[kind] ?? 0) ? length : (mostHashes[kind] ?? length);
    const together = Math.max(1, Math.ceil(length / most));
    if (together > 1) filesPerHash[kind] = together;
    hashes[kind] = groupsOf(contents[kind], together).map(hashOf).join('');
  }
  return { hashes, filesPerHash };
}

/** Small letters and digits only: the hash stands in file names. */
function hashOf(contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return Array.from(hash.digest().subarray(0, hashLength), (byte) => hashLetters[byte & 31]).join('');
}

/** Five bits each, as many as a letter takes in the packed manifest. */
const hashLetters = '0123456789abcdefghijklmnopqrstuv';

const stemRulesOf = (langs: readonly LanguageTag[]): StemRules[] =>
  [...new Set(langs.map(stemRulesFor))].filter((rules) => rules !== undefined);
