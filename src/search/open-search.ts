import type { LanguageTag } from '../model/diagnostic.ts';
import { ByteReader } from './bytes.ts';
import { documentSet, FacetIndex, has, type DocumentSet, type FacetCounts, type Filters } from './facets.ts';
import { readJson, SearchFiles, SearchLoadError, type FetchShard } from './files.ts';
import { interpret, shortestPrefix, type Interpreter } from './interpret.ts';
import { bestOf, markable, rankDocuments, withConcepts, withOwnTown, type Ranking, type Sense } from './rank.ts';
import type { Closest } from './relax.ts';
import type { SearchHelp } from './search-help.ts';
import { makeStemmer } from './stem.ts';
import { Terms } from './terms.ts';
import { tokenize, withoutProclitic, withPersianEndings, words } from './tokenize.ts';

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
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
  /** Called with the first hits where these have their cards and others are still being loaded; not where there is a suggestion to wait for. */
  readonly onFirst?: (answer: FirstAnswer) => void;
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
  /** How each word was read. */
  readonly senses: readonly Sense[];
  /** "Did you mean": the query with mistyped words put right. */
  readonly suggestion?: string;
  /** Present where nothing was found; what to offer instead. */
  readonly relaxed?: Relaxed;
}

/** What is known of an answer when the first of its hits are there. */
export type FirstAnswer = Pick<Answer, 'total' | 'isTooShort' | 'hits' | 'terms' | 'senses'>;

/** What comes closest where nothing matches. */
export interface Relaxed extends Pick<Closest, 'without' | 'topics'> {
  readonly total: number;
  readonly hits: readonly Hit[];
}

/** The offers found without their cards. */
export interface Ranked {
  /** Numbers of the documents, best first. */
  readonly documents: readonly number[];
  /** By number of the document. */
  readonly scores: Float64Array;
  readonly senses: readonly Sense[];
}

export interface Search {
  /** One page of the answer, with cards, counts and help. */
  query(text: string, filters?: Filters, options?: QueryOptions): Promise<Answer>;
  /** All offers found; an empty text lists all that pass the filters. */
  rank(text: string, filters?: Filters, options?: RankOptions): Promise<Ranked>;
  /** What else stands beside the index, read from its own files. */
  files<T>(read: (files: SearchFiles) => Promise<T>): Promise<T>;
}

export type RankOptions = Pick<QueryOptions, 'town' | 'refine' | 'signal'>;

/** As many as are seen first. Browsers load six files at once from a server that gives them one after the other (HTTP/1.1). */
const firstHits = 4;

/** More words than anybody means; each costs look-ups. */
const mostWords = 24;

/**
 * Opens the search of one language. `loadHelp` loads the rarer half of the script, from an address of its own in the
 * browser; it is asked again where that has failed.
 */
export async function openSearch({
  lang,
  fetchShard,
  loadHelp,
}: {
  readonly lang: LanguageTag;
  readonly fetchShard: FetchShard;
  readonly loadHelp: () => Promise<SearchHelp>;
}): Promise<Search> {
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
  return {
    query: (...question) => retrying((current) => current.query(...question)),
    rank: (...question) => retrying((current) => current.rank(...question)),
    files: (read) => retrying((current) => read(current.index)),
  };
}

type Actions = Pick<Search, 'query' | 'rank'> & { readonly index: SearchFiles };

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
  const cardOf = async (document: number): Promise<[id: string, card: unknown]> => {
    const { perFile } = manifest.cards;
    const file = (await files.load('cards', Math.floor(document / perFile), readJson)) as [id: string, card: unknown][];
    const card = file[document % perFile];
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

  const pick = async (text: string, filters: Filters, { town, refine, signal }: RankOptions): Promise<Picked> => {
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

  const rank: Search['rank'] = async (text, filters = {}, options = {}) => {
    const { found, documents, first } = await pick(text, filters, options);
    return { documents: first(documents, Infinity), scores: found.scores, senses: found.senses };
  };

  const query = async (text: string, filters: Filters = {}, options: QueryOptions = {}): Promise<Answer> => {
    const { offset = 0, limit = 10, facets = facetIndex.keys, onFirst, signal } = options;
    const { found, chosen, documents, first } = await pick(text, filters, options);
    // To whoever asks in the same thread, this is where a newer question comes in, before this one asks for its files.
    await nextTask();
    signal?.throwIfAborted();
    const { scores, senses, isTooShort } = found;
    const part = { total: documents.length, isTooShort, terms: markable(senses), senses };
    const needsHelp =
      documents.length === 0 || senses.some(({ readings }) => readings.some(({ kind }) => kind === 'typo'));
    const loading = hitsOf(first(documents, offset + limit).slice(offset), scores);
    let isWhole = false;
    const tellFirst = async (): Promise<void> => {
      const hits = await Promise.all(loading.slice(0, firstHits));
      await nextTask();
      if (!isWhole && !signal?.aborted) onFirst?.({ ...part, hits });
    };
    // Whoever waits for all hits hears of what went wrong.
    if (onFirst && !needsHelp && loading.length > firstHits) tellFirst().catch(() => {});
    const [hits, counts] = await Promise.all([
      Promise.all(loading),
      facetIndex.counts(facets, documentSet(manifest.documents, found.documents), chosen),
    ]);
    isWhole = true;
    const help = needsHelp ? await loadHelp() : undefined;
    const closest =
      documents.length === 0 ? await help?.relax(found.documents, chosen, manifest.documents, facetIndex) : undefined;
    const nearest = closest && (await Promise.all(hitsOf(first(closest.documents, limit), scores)));
    signal?.throwIfAborted();
    const suggestion = help?.suggestionFor(
      text,
      senses,
      hits.map(({ card }) => card),
      interpreter.stemmers.ofTexts,
      tokenize,
    );
    return {
      ...part,
      hits,
      facets: counts,
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

  const hitsOf = (documents: readonly number[], scores: Float64Array): Promise<Hit>[] =>
    documents.map(async (document) => {
      const [id, card] = await cardOf(document);
      return { id, document, score: scores[document] ?? 0, card };
    });

  return { query, rank, index: files };
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
