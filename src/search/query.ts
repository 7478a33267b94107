import type { LanguageTag } from '../model/diagnostic.ts';
import { ByteReader } from './bytes.ts';
import { evaluate, type ExpandedClause } from './evaluate.ts';
import {
  documentSet,
  FacetIndex,
  has,
  intersection,
  type DocumentSet,
  type FacetCounts,
  type Filters,
} from './facets.ts';
import { SearchFiles, type FetchShard } from './files.ts';
import {
  conceptsNamed,
  frequencyOf,
  interpret,
  type InterpretedWord,
  type Interpreter,
  type MatchKind,
} from './interpret.ts';
import { conceptTerm, fields, type FieldName } from './manifest.ts';
import type { Term } from './shard.ts';
import { makeStemmer, type Stemmer } from './stem.ts';
import { Terms } from './terms.ts';
import { tokenize, words } from './tokenize.ts';

/** Why an offer was found: which word of the query, by which term of the index, where. */
export interface Match {
  readonly word: string;
  readonly kind: MatchKind | 'concept';
  /** Folded; for a concept its id, e.g. `topics/housing`. */
  readonly term: string;
  readonly fields: readonly FieldName[];
}

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly matches: readonly Match[];
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
  readonly signal?: AbortSignal;
}

export interface Answer {
  /** Number of all offers found, of which `hits` are a part. */
  readonly total: number;
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
export interface Relaxed {
  /** Keys of the filters that must go so that the same words find something; empty where the words find nothing at all. */
  readonly without: readonly string[];
  readonly total: number;
  readonly hits: readonly Hit[];
  /** Values of the facet `topic` with the most offers among those hits, or in the catalogue. */
  readonly topics: readonly string[];
}

export interface CatalogueSearch {
  /** All offers found, best first, without cards; an empty text lists all that pass the filters. */
  (text: string, filters?: Filters, options?: Pick<QueryOptions, 'town' | 'signal'>): Promise<Hit[]>;
  search(text: string, filters?: Filters, options?: Pick<QueryOptions, 'town' | 'signal'>): Promise<Hit[]>;
  /** One page of the answer, with cards, counts and help. */
  query(text: string, filters?: Filters, options?: QueryOptions): Promise<Answer>;
  /** The cards of these offers, in the order given; offers that the catalogue does not know are left out. */
  cards(ids: readonly string[]): Promise<{ readonly id: string; readonly card: unknown }[]>;
}

const conceptBoost = 1.4;
/** What being in the reader's own town adds to a score. */
const ownTown = 0.1;
const nearestTopics = 6;

/**
 * Opens the search of one language, in the browser or in Node.
 * @example const search = await openCatalogueSearch({ lang: 'ar', fetchShard: (name) => readFile(join('_site', name)) });
 */
export async function openCatalogueSearch({
  lang,
  fetchShard,
}: {
  readonly lang: LanguageTag;
  readonly fetchShard: FetchShard;
}): Promise<CatalogueSearch> {
  const files = await SearchFiles.open(lang, fetchShard);
  const { manifest } = files;
  const terms = new Terms(files);
  const facetIndex = new FacetIndex(files);
  const stopWords = new Set(manifest.stopWords);
  const interpreter: Interpreter = {
    terms,
    stemmers: {
      ofTexts: manifest.stemmers.ofTexts.map(makeStemmer),
      ofNames: manifest.stemmers.ofNames.map(makeStemmer),
    },
    compoundParts: () => files.load('compounds', 0, (bytes) => new Set(new ByteReader(bytes).frontCoded())),
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
    const ownTownSet = town === undefined ? undefined : facetIndex.withAny('town', [town]);
    if (text.trim() === '') {
      const ranks = await files.load('ranks', 0, (bytes) => bytes);
      return { senses: [], ...sorted(Array.from(ranks.keys()), Float64Array.from(ranks), await ownTownSet) };
    }
    const asked = queryWords(text, stopWords);
    const interpreted = await Promise.all(
      asked.map((word, index) => interpret(word, index === asked.length - 1, interpreter)),
    );
    const senses = await withConcepts(interpreted, terms);
    return { senses, ...rankDocuments(senses, manifest.documents, await ownTownSet) };
  };

  const pick = async (text: string, filters: Filters, { town, signal }: QueryOptions): Promise<Picked> => {
    const [found, chosen] = await Promise.all([find(text, town), facetIndex.chosen(filters)]);
    signal?.throwIfAborted();
    const passing = [...chosen.values()];
    const documents =
      passing.length === 0
        ? found.documents
        : found.documents.filter((document) => passing.every((set) => has(set, document)));
    return { found, chosen, documents };
  };

  const search = async (
    text: string,
    filters: Filters = {},
    options: Pick<QueryOptions, 'town' | 'signal'> = {},
  ): Promise<Hit[]> => {
    const { found, documents } = await pick(text, filters, options);
    const ids = documents.length > 0 ? await loadIds() : [];
    options.signal?.throwIfAborted();
    return documents.map((document) => ({
      id: ids[document] ?? '',
      score: found.scores[document] ?? 0,
      matches: matchesOf(document, found.senses),
    }));
  };

  const query = async (text: string, filters: Filters = {}, options: QueryOptions = {}): Promise<Answer> => {
    const { offset = 0, limit = 10, facets = facetIndex.keys, signal } = options;
    const { found, chosen, documents } = await pick(text, filters, options);
    const [hits, counts] = await Promise.all([
      hitsOf(documents.slice(offset, offset + limit), found),
      facetIndex.counts(facets, documentSet(manifest.documents, found.documents), chosen),
    ]);
    const relaxed = documents.length === 0 ? await relax(found, chosen, limit) : undefined;
    signal?.throwIfAborted();
    const suggestion = suggestionFor(text, found.senses, hits, interpreter.stemmers.ofTexts);
    return {
      total: documents.length,
      hits,
      facets: counts,
      terms: markable(found.senses),
      ...(suggestion !== undefined && { suggestion }),
      ...(relaxed && { relaxed }),
    };
  };

  const hitsOf = (documents: readonly number[], found: Found): Promise<Hit[]> =>
    Promise.all(
      documents.map(async (document) => {
        const [id, card] = await cardOf(document);
        return { id, score: found.scores[document] ?? 0, matches: matchesOf(document, found.senses), card };
      }),
    );

  /** Leaves out the one filter without which most is found, else all of them. */
  const relax = async (found: Found, chosen: ReadonlyMap<string, DocumentSet>, limit: number): Promise<Relaxed> => {
    const all = documentSet(manifest.documents, found.documents);
    const passing = (left: readonly string[]): number[] => {
      const set = intersection(
        all,
        [...chosen].filter(([key]) => !left.includes(key)).map(([, documents]) => documents),
      );
      return found.documents.filter((document) => has(set, document));
    };
    const attempts = [...chosen.keys()].map((key) => ({ without: [key], documents: passing([key]) }));
    attempts.sort((a, b) => b.documents.length - a.documents.length);
    const best =
      attempts[0] && attempts[0].documents.length > 0
        ? attempts[0]
        : { without: found.documents.length > 0 ? [...chosen.keys()] : [], documents: found.documents };
    const base =
      best.documents.length > 0
        ? documentSet(manifest.documents, best.documents)
        : documentSet(
            manifest.documents,
            Array.from({ length: manifest.documents }, (_, document) => document),
          );
    const { topic = {} } = await facetIndex.counts(['topic'], base, new Map());
    const topics = Object.entries(topic)
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a);
    return {
      without: best.without,
      total: best.documents.length,
      hits: await hitsOf(best.documents.slice(0, limit), found),
      topics: topics.slice(0, nearestTopics).map(([id]) => id),
    };
  };

  const cards = async (ids: readonly string[]): Promise<{ id: string; card: unknown }[]> => {
    const numbers = new Map((await loadIds()).map((id, document) => [id, document]));
    const known = ids.map((id) => numbers.get(id)).filter((document) => document !== undefined);
    return Promise.all(
      known.map(async (document) => ({ id: (await cardOf(document))[0], card: (await cardOf(document))[1] })),
    );
  };

  return Object.assign(search, { search, query, cards });
}

/** A word with its readings, and the concepts it may name with their terms. */
interface Sense extends InterpretedWord {
  readonly concepts: readonly { readonly id: string; readonly term: Term; readonly boost: number }[];
}

interface Found {
  readonly senses: readonly Sense[];
  /** All documents found, best first, filters not yet applied. */
  readonly documents: readonly number[];
  readonly scores: Float64Array;
}

interface Picked {
  readonly found: Found;
  readonly chosen: ReadonlyMap<string, DocumentSet>;
  /** Those of `found` that pass the filters. */
  readonly documents: readonly number[];
}

/** The words to look up, without repetition and, where others are left, without stop words. */
function queryWords(text: string, stopWords: ReadonlySet<string>): string[] {
  const all = [...new Set(words(text))];
  const telling = all.filter((word) => !stopWords.has(word));
  return (telling.length > 0 ? telling : all).slice(0, 24);
}

/** A name of several words counts by the square of its share that the query has: `job` alone is little of `job centre`. */
async function withConcepts(interpreted: readonly InterpretedWord[], terms: Terms): Promise<Sense[]> {
  const shares = interpreted.map(({ readings }) => conceptsNamed(readings));
  const totals = new Map<string, number>();
  for (const share of shares)
    for (const [concept, weight] of share) totals.set(concept, Math.min(1, (totals.get(concept) ?? 0) + weight));
  const found = new Map(
    (await terms.exactly([...totals.keys()].map((concept) => conceptTerm(concept)))).map((term) => [term.term, term]),
  );
  return interpreted.map((word, index) => ({
    ...word,
    concepts: [...(shares[index] ?? [])].flatMap(([id, weight]) => {
      const term = found.get(conceptTerm(id));
      return term ? [{ id, term, boost: conceptBoost * weight * (totals.get(id) ?? 0) }] : [];
    }),
  }));
}

/** lunr's scores, times the share of the query's words that a document has. */
function rankDocuments(
  senses: readonly Sense[],
  documentCount: number,
  ownTownSet: DocumentSet | undefined,
): Omit<Found, 'senses'> {
  const answered = senses.map(({ readings, concepts }) => [...readings, ...concepts]).filter((list) => list.length > 0);
  // To lunr, a query of no clauses finds everything.
  if (answered.length === 0) return { documents: [], scores: new Float64Array(documentCount) };
  const clauses = answered
    .flat()
    .map(({ term, boost }): ExpandedClause => ({ terms: [term], boost, presence: 'optional' }));
  const { found, scores } = evaluate(clauses, documentCount, fields.length);
  const covered = new Uint8Array(documentCount);
  for (const list of answered) {
    const documents = new Set<number>();
    for (const { term } of list)
      for (const postings of term.fields) postings?.documents.forEach((document) => documents.add(document));
    for (const document of documents) covered[document] = (covered[document] ?? 0) + 1;
  }
  return sorted(
    found,
    scores.map((score, document) => score * ((covered[document] ?? 0) / answered.length)),
    ownTownSet,
  );
}

/** Best first; equals in the order of their numbers, which is that of topic and title. */
function sorted(
  found: readonly number[],
  scores: Float64Array,
  ownTownSet: DocumentSet | undefined,
): Omit<Found, 'senses'> {
  if (ownTownSet) scores = scores.map((score, document) => score * (has(ownTownSet, document) ? 1 + ownTown : 1));
  return { scores, documents: [...found].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b) };
}

function matchesOf(document: number, senses: readonly Sense[]): Match[] {
  const fieldsOf = (term: Term): FieldName[] =>
    fields.filter((_, field) => term.fields[field]?.documents.includes(document));
  return senses
    .flatMap(({ word, readings, concepts }) => [
      ...readings.map(({ kind, term }) => ({ word, kind, term: term.term, fields: fieldsOf(term) })),
      ...concepts.map(({ id, term }) => ({ word, kind: 'concept' as const, term: id, fields: fieldsOf(term) })),
    ])
    .filter((match) => match.fields.length > 0);
}

/** Longer terms that merely begin like a word need no entry: the word itself marks them. */
function markable(senses: readonly Sense[]): string[] {
  return [
    ...new Set(
      senses.flatMap(({ word, readings }) => [
        word,
        ...readings.filter(({ kind }) => kind !== 'prefix').map(({ term }) => term.term),
      ]),
    ),
  ];
}

/** Mistyped words replaced by the most frequent near one, where a hit shows how that is really spelt: terms are folded stems. */
function suggestionFor(
  text: string,
  senses: readonly Sense[],
  hits: readonly Hit[],
  stemmers: readonly Stemmer[],
): string | undefined {
  const corrections = new Map<string, string>();
  for (const { word, readings } of senses) {
    const typos = readings.filter(({ kind }) => kind === 'typo');
    if (typos.length === 0 || typos.length < readings.length) continue;
    const best = typos.reduce((a, b) => (frequencyOf(b.term) > frequencyOf(a.term) ? b : a)).term.term;
    const shown = spellingIn(
      hits.map(({ card }) => card),
      (other) => other === best || stemmers.some((stem) => stem(other) === best),
    );
    if (shown !== undefined) corrections.set(word, shown);
  }
  if (corrections.size === 0) return undefined;
  let suggestion = '';
  let end = 0;
  for (const token of tokenize(text)) {
    const correction = corrections.get(token.word);
    if (correction === undefined) continue;
    suggestion += text.slice(end, token.start) + correction;
    end = token.end;
  }
  return suggestion + text.slice(end);
}

/** The first word in any text within a JSON value that `isMeant` accepts in its folded form, as it is written there. */
function spellingIn(value: unknown, isMeant: (word: string) => boolean): string | undefined {
  if (typeof value === 'string') {
    const token = tokenize(value).find(({ word }) => isMeant(word));
    return token && value.slice(token.start, token.end);
  }
  if (value === null || typeof value !== 'object') return undefined;
  for (const inner of Object.values(value)) {
    const spelling = spellingIn(inner, isMeant);
    if (spelling !== undefined) return spelling;
  }
  return undefined;
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
