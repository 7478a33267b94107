import type { LanguageTag } from '../model/diagnostic.ts';
import { ByteReader } from './bytes.ts';
import { documentSet, FacetIndex, has, type DocumentSet, type FacetCounts, type Filters } from './facets.ts';
import { SearchFiles, SearchLoadError, type FetchShard } from './files.ts';
import { interpret, shortestPrefix, type Interpreter } from './interpret.ts';
import {
  bestOf,
  markable,
  matchesOf,
  rankDocuments,
  withConcepts,
  withOwnTown,
  type Match,
  type Ranking,
  type Sense,
} from './rank.ts';
import type { Closest } from './relax.ts';
import type { SearchHelp } from './search-help.ts';
import { makeStemmer } from './stem.ts';
import { Terms } from './terms.ts';
import { tokenize, withoutProclitic, withPersianEndings, words } from './tokenize.ts';

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly matches: readonly Match[];
  /** Number of the document, by which a refinement knows it. */
  readonly document: number;
  /** What the result list shows; only where the answer was asked for with a limit. */
  readonly card?: unknown;
}

export interface QueryOptions {
  readonly offset?: number;
  readonly limit?: number;
  /** The facets to count; none saves loading their columns. Default: all. */
  readonly facets?: readonly string[];
  /** Id of the reader's own town: its offers come first where scores are close. */
  readonly town?: string;
  /** Narrows and orders what was found by what the index itself does not know. */
  readonly refine?: Refine;
  readonly signal?: AbortSignal;
}

export type Refine = (files: SearchFiles) => Promise<Refinement>;

export interface Refinement {
  /** The documents that pass, by a name of its own for each question asked: it narrows as a filter of that key would. */
  readonly chosen: ReadonlyMap<string, DocumentSet>;
  /** Puts those that pass into another order than that of their scores. */
  readonly order?: (documents: readonly number[], scores: Float64Array) => readonly number[];
}

export interface Answer {
  /** Number of all offers found, of which `hits` are a part. */
  readonly total: number;
  /** True where so little was typed that nothing was looked up and all offers are listed. */
  readonly isTooShort: boolean;
  readonly hits: readonly Hit[];
  readonly facets: FacetCounts;
  /** Folded words to mark in a hit's texts, for `highlight`. */
  readonly terms: readonly string[];
  /** "Did you mean": the query with mistyped words put right. */
  readonly suggestion?: string;
  /** Present where nothing was found; what to offer instead. */
  readonly relaxed?: Relaxed;
}

/** What comes closest where nothing matches. */
export interface Relaxed extends Pick<Closest, 'without' | 'topics'> {
  readonly total: number;
  readonly hits: readonly Hit[];
}

export interface CatalogueSearch {
  /** All offers found, best first, without cards; an empty text lists all that pass the filters. */
  (text: string, filters?: Filters, options?: Pick<QueryOptions, 'town' | 'signal'>): Promise<Hit[]>;
  search(text: string, filters?: Filters, options?: Pick<QueryOptions, 'town' | 'signal'>): Promise<Hit[]>;
  /** One page of the answer, with cards, counts and help. */
  query(text: string, filters?: Filters, options?: QueryOptions): Promise<Answer>;
  /** The cards of these offers, in the order given; offers that the catalogue does not know are left out. */
  cards(ids: readonly string[]): Promise<{ readonly id: string; readonly card: unknown }[]>;
  /** What else stands beside the index, read from its own files. */
  files<T>(read: (files: SearchFiles) => Promise<T>): Promise<T>;
}

/** More words than anybody means; each costs look-ups. */
const mostWords = 24;

/**
 * Opens the search of one language, in the browser or in Node.
 * @example const search = await openCatalogueSearch({ lang: 'ar', fetchShard: (name) => readFile(join('_site', name)) });
 */
export const openCatalogueSearch = (place: {
  readonly lang: LanguageTag;
  readonly fetchShard: FetchShard;
}): Promise<CatalogueSearch> =>
  openSearch({ ...place, loadHelp: async () => (await import('./search-help.ts')).searchHelp });

/** The same for who loads the rarer half of the script from an address of its own; asked again where that has failed. */
export async function openSearch({
  lang,
  fetchShard,
  loadHelp,
}: {
  readonly lang: LanguageTag;
  readonly fetchShard: FetchShard;
  readonly loadHelp: () => Promise<SearchHelp>;
}): Promise<CatalogueSearch> {
  const open = async (): Promise<Actions> => actionsOver(await SearchFiles.open(lang, fetchShard), loadHelp);
  let actions = await open();
  // A file that is gone was most likely replaced when the site was built anew: the new manifest knows its successor.
  const retrying = async <Result>(ask: (current: Actions) => Promise<Result>): Promise<Result> => {
    try {
      return await ask(actions);
    } catch (error) {
      if (!(error instanceof SearchLoadError)) throw error;
      actions = await open();
      return ask(actions);
    }
  };
  const search: Actions['search'] = (...question) => retrying((current) => current.search(...question));
  return Object.assign(search, {
    search,
    query: (...question: Parameters<Actions['query']>) => retrying((current) => current.query(...question)),
    cards: (...question: Parameters<Actions['cards']>) => retrying((current) => current.cards(...question)),
    files: <T>(read: (files: SearchFiles) => Promise<T>) => retrying((current) => read(current.index)),
  });
}

type Actions = Pick<CatalogueSearch, 'search' | 'query' | 'cards'> & { readonly index: SearchFiles };

function actionsOver(files: SearchFiles, loadHelp: () => Promise<SearchHelp>): Actions {
  const { manifest } = files;
  const terms = new Terms(files);
  const facetIndex = new FacetIndex(files);
  const ranks = new Uint8Array(manifest.ranks.length);
  for (let document = 0; document < ranks.length; document++)
    ranks[document] = manifest.ranks.charCodeAt(document) - 48;
  const interpreter: Interpreter = {
    terms,
    stemmers: {
      ofTexts: manifest.stemmers.ofTexts.map(makeStemmer),
      ofNames: manifest.stemmers.ofNames.map(makeStemmer),
    },
    compoundParts: () => files.load('compounds', 0, (bytes) => new Set(new ByteReader(bytes).frontCoded())),
    loadHelp,
  };
  const loadSmallTalk = (): Promise<ReadonlySet<string>> =>
    files.load('smalltalk', 0, (bytes) => new Set(new ByteReader(bytes).frontCoded()));
  /** The words to look up, without repetition and, where others are left, without small talk. */
  const queryWords = async (text: string): Promise<string[]> => {
    const all = [...new Set(words(withPersianEndings(text)))];
    if (all.length < 2) return all;
    const small = await loadSmallTalk();
    const telling = all.filter((word) => !small.has(word) && !small.has(withoutProclitic(word) ?? word));
    return (telling.length > 0 ? telling : all).slice(0, mostWords);
  };
  const loadIds = (): Promise<string[]> => files.load('ids', 0, (bytes) => parse(bytes) as string[]);
  const loadCards = (file: number): Promise<[id: string, card: unknown][]> =>
    files.load('cards', file, (bytes) => parse(bytes) as [string, unknown][]);
  const cardOf = async (document: number): Promise<[id: string, card: unknown]> => {
    const { perFile } = manifest.cards;
    const card = (await loadCards(Math.floor(document / perFile)))[document % perFile];
    if (!card) throw new RangeError(`The search knows no document ${document}.`);
    return card;
  };

  const find = async (text: string, town: string | undefined): Promise<Found> => {
    const asked = await queryWords(text);
    const [ownTownSet, ...interpreted] = await Promise.all([
      town === undefined ? undefined : facetIndex.withAny('town', [town]),
      ...asked.map((word, index) => interpret(word, index === asked.length - 1, interpreter)),
    ]);
    // One or two letters that are no word: the reader has only begun to type.
    if (interpreted.every(({ word, readings }) => readings.length === 0 && word.length < shortestPrefix)) {
      return {
        senses: [],
        isTooShort: asked.length > 0 || text.trim() !== '',
        documents: Array.from(ranks.keys()),
        scores: withOwnTown(Float64Array.from(ranks), ownTownSet),
      };
    }
    const senses = await withConcepts(interpreted, terms, manifest.documents);
    // To rank thousands takes as long as to read what was loaded.
    await nextTask();
    return { senses, isTooShort: false, ...rankDocuments(senses, ranks, ownTownSet) };
  };

  const pick = async (text: string, filters: Filters, { town, refine, signal }: QueryOptions): Promise<Picked> => {
    const [byScore, byFacet, refinement] = await Promise.all([
      find(text, town),
      facetIndex.chosen(filters),
      refine?.(files),
    ]);
    signal?.throwIfAborted();
    const chosen = new Map([...byFacet, ...(refinement?.chosen ?? [])]);
    const order = refinement?.order;
    const found = order
      ? { ...byScore, documents: order(bestOf(byScore.documents, byScore.scores), byScore.scores) }
      : byScore;
    const passing = [...chosen.values()];
    const documents =
      passing.length === 0
        ? found.documents
        : found.documents.filter((document) => passing.every((set) => has(set, document)));
    return {
      found,
      chosen,
      documents,
      first: (list, count) => (order ? list.slice(0, count) : bestOf(list, found.scores, count)),
    };
  };

  const search = async (
    text: string,
    filters: Filters = {},
    options: Pick<QueryOptions, 'town' | 'signal'> = {},
  ): Promise<Hit[]> => {
    const { found, documents, first } = await pick(text, filters, options);
    const ids = documents.length > 0 ? await loadIds() : [];
    options.signal?.throwIfAborted();
    return first(documents, Infinity).map((document) => ({
      id: ids[document] ?? '',
      document,
      score: found.scores[document] ?? 0,
      matches: matchesOf(document, found.senses),
    }));
  };

  const query = async (text: string, filters: Filters = {}, options: QueryOptions = {}): Promise<Answer> => {
    const { offset = 0, limit = 10, facets = facetIndex.keys, signal } = options;
    const { found, chosen, documents, first } = await pick(text, filters, options);
    // To whoever asks in the same thread, this is where a newer question comes in, before this one asks for its files.
    await nextTask();
    signal?.throwIfAborted();
    const [hits, counts] = await Promise.all([
      hitsOf(first(documents, offset + limit).slice(offset), found),
      facetIndex.counts(facets, documentSet(manifest.documents, found.documents), chosen),
    ]);
    const help =
      documents.length === 0 || found.senses.some(({ readings }) => readings.some(({ kind }) => kind === 'typo'))
        ? await loadHelp()
        : undefined;
    const closest =
      documents.length === 0 ? await help?.relax(found.documents, chosen, manifest.documents, facetIndex) : undefined;
    const nearest = closest && (await hitsOf(first(closest.documents, limit), found));
    signal?.throwIfAborted();
    const suggestion = help?.suggestionFor(
      text,
      found.senses,
      hits.map(({ card }) => card),
      interpreter.stemmers.ofTexts,
      tokenize,
    );
    return {
      total: documents.length,
      isTooShort: found.isTooShort,
      hits,
      facets: counts,
      terms: markable(found.senses),
      ...(suggestion !== undefined && { suggestion }),
      ...(closest && {
        relaxed: {
          without: closest.without,
          total: closest.documents.length,
          hits: nearest ?? [],
          topics: closest.topics,
        },
      }),
    };
  };

  const hitsOf = (documents: readonly number[], found: Found): Promise<Hit[]> =>
    Promise.all(
      documents.map(async (document) => {
        const [id, card] = await cardOf(document);
        return { id, document, score: found.scores[document] ?? 0, matches: matchesOf(document, found.senses), card };
      }),
    );

  const cards = async (ids: readonly string[]): Promise<{ id: string; card: unknown }[]> => {
    const numbers = new Map((await loadIds()).map((id, document) => [id, document]));
    const known = ids.map((id) => numbers.get(id)).filter((document) => document !== undefined);
    return Promise.all(
      known.map(async (document) => ({ id: (await cardOf(document))[0], card: (await cardOf(document))[1] })),
    );
  };

  return { search, query, cards, index: files };
}

interface Found extends Ranking {
  readonly isTooShort: boolean;
  readonly senses: readonly Sense[];
}

interface Picked {
  readonly found: Found;
  readonly chosen: ReadonlyMap<string, DocumentSet>;
  /** Those of `found` that pass the filters, in no order. */
  readonly documents: readonly number[];
  /** So many of these documents as are shown first, in that order. */
  readonly first: (documents: readonly number[], count: number) => readonly number[];
}

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
