/** The search runs here, off the main thread: typing never waits for it. */
import { highlight } from '../search/highlight.ts';
import { manifestName } from '../search/manifest.ts';
import { openSearch, type Answer, type FirstAnswer, type Hit, type Search } from '../search/open-search.ts';
import type { Origin } from '../search/near/near-manifest.ts';
import type { NearAnswer } from '../search/near/near-search.ts';
import type * as NearScriptModule from './near.entry.ts';
import type * as HelpScriptModule from './search-help.entry.ts';
import type { OfferCardData } from '../views/components/offer-card/offer-card.tsx';
import type { Marks } from '../views/components/text/text.tsx';
import type { NearWish, WrittenFacts } from './search/near-words.ts';
import { nearDistances } from './search/search-state.ts';

export type WorkerRequest =
  /** `near` and `help` are the addresses of scripts: what knows days and distances, and what most queries do without. */
  | {
      readonly kind: 'open';
      readonly lang: string;
      readonly root: string;
      readonly near: string;
      readonly help: string;
    }
  /** A file of the index that the page has asked for while this script was still loading; without bytes where that failed. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes?: ArrayBuffer }
  /** Load the index ahead of the first question. */
  | { readonly kind: 'prepare' }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly text: string;
      readonly filters: Record<string, readonly string[]>;
      readonly limit: number;
      /** With the number of offers behind each filter value, in an answer of their own: their columns are more bytes than the results. */
      readonly counting: boolean;
      /** Asked for a day or a distance. */
      readonly near?: NearWish;
    }
  /** Which places distances can be measured from. */
  | { readonly kind: 'origins' };

/** An offer that was found, ready to be shown. */
export interface Result {
  readonly card: OfferCardData;
  readonly titleMarks: Marks;
  readonly summaryMarks: Marks;
  readonly facts?: WrittenFacts;
}

export interface SearchOutcome {
  readonly total: number;
  /** Too few letters to look for anything: these are all offers. */
  readonly isTooShort: boolean;
  readonly results: readonly Result[];
  /** How many more results are on their way; absent where these are all. */
  readonly awaited?: number;
  readonly suggestion?: string;
  /** Where nothing was found: what comes closest. */
  readonly nearest?: { readonly results: readonly Result[]; readonly topics: readonly string[] };
  /** Where distances were measured from, and how far the nearest of all offers is from there. */
  readonly from?: Pick<NearAnswer, 'origin' | 'nearest'>;
}

export interface Distance {
  readonly km: number;
  readonly label: string;
}

/** How many offers are behind each value, by filter. */
export type Counts = Answer['facets'];

export type WorkerAnswer =
  | { readonly kind: 'result'; readonly id: number; readonly outcome: SearchOutcome }
  /** The first results, ahead of all of them. */
  | { readonly kind: 'first'; readonly id: number; readonly outcome: SearchOutcome }
  | { readonly kind: 'counts'; readonly id: number; readonly counts: Counts }
  | { readonly kind: 'origins'; readonly origins: readonly Origin[]; readonly distances: readonly Distance[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkerRequest>) => void): void;
  postMessage(answer: WorkerAnswer): void;
}
const scope = self as unknown as WorkerScope;

let place: { lang: string; root: string; near: string; help: string } | undefined;
let opened: Promise<Search> | undefined;
/** The file that the page loads for us, once. */
let early: { name: string; bytes: Promise<ArrayBuffer | undefined> } | undefined;
let deliver: (bytes: ArrayBuffer | undefined) => void = () => {};

function open(): Promise<Search> {
  const { lang, root } = place ?? { lang: '', root: '/' };
  opened ??= openSearch({
    lang,
    loadHelp: async () => (await loadHelp()).searchHelp,
    fetchShard: async (name) => {
      if (early?.name === name) {
        const { bytes } = early;
        early = undefined;
        const delivered = await bytes;
        if (delivered) return delivered;
      }
      const response = await fetch(root + name);
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return response;
    },
  }).catch((error: unknown) => {
    // A failed start is not kept: the next question tries again.
    opened = undefined;
    throw error;
  });
  return opened;
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'open') {
    place = data;
    early = { name: manifestName(data.lang), bytes: new Promise((resolve) => (deliver = resolve)) };
  } else if (data.kind === 'file') deliver(data.bytes);
  else if (data.kind === 'prepare') open().catch(() => {});
  else if (data.kind === 'origins') void sendOrigins();
  else void answer(data);
});

type NearScript = typeof NearScriptModule;

const loadNear = scriptAt<NearScript>(() => place?.near ?? '');
const loadHelp = scriptAt<typeof HelpScriptModule>(() => place?.help ?? '');

/** Loads a script once. */
function scriptAt<Script>(addressOf: () => string): () => Promise<Script> {
  let loading: Promise<Script> | undefined;
  /** Some browsers remember that an address could not be loaded, so each try has its own. */
  let tries = 0;
  return () => {
    const address = addressOf();
    loading ??= (import(tries === 0 ? address : `${address}?${tries}`) as Promise<Script>).catch((error: unknown) => {
      tries += 1;
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function sendOrigins(): Promise<void> {
  try {
    const [search, { originsOf, formatDistance }] = await Promise.all([open(), loadNear()]);
    scope.postMessage({
      kind: 'origins',
      origins: await search.files(originsOf),
      distances: nearDistances.map((km) => ({ km, label: formatDistance(km, place?.lang ?? '') })),
    });
  } catch {
    // The list stays as it is; it is asked for again when it is opened again.
  }
}

/** Of the last question: nobody waits for the answers to those before. */
let current = new AbortController();

async function answer(question: Extract<WorkerRequest, { kind: 'ask' }>): Promise<void> {
  const { id, text, filters, limit, counting, near: asked } = question;
  current.abort();
  const { signal } = (current = new AbortController());
  try {
    const [search, near] = await Promise.all([open(), asked && loadNear()]);
    let nearness: NearAnswer | undefined;
    const refine =
      near &&
      asked &&
      (async (files: Parameters<typeof near.refineByNear>[0]): Promise<NearAnswer> =>
        (nearness = await near.refineByNear(files, near.nearQuestion(asked))));
    const options = {
      signal,
      ...(refine ? { refine } : {}),
      ...(asked?.near !== undefined && !asked.position ? { town: asked.near } : {}),
    };
    const show = (found: readonly Hit[], terms: readonly string[]): Result[] =>
      found.flatMap(({ card, document }) =>
        asResult(
          card as OfferCardData,
          terms,
          near && asked && nearness && near.writeFacts(nearness.factsOf(document), place?.lang ?? '', asked),
        ),
      );
    const outcomeOf = ({ total, isTooShort, hits, terms }: FirstAnswer): SearchOutcome => ({
      total,
      isTooShort,
      results: show(hits, terms),
      ...(nearness?.origin ? { from: { origin: nearness.origin, nearest: nearness.nearest } } : {}),
    });
    const found = await search.query(text, filters, {
      ...options,
      limit,
      facets: [],
      onFirst: (first) => {
        const awaited = Math.min(limit, first.total) - first.hits.length;
        scope.postMessage({ kind: 'first', id, outcome: { ...outcomeOf(first), awaited } });
      },
    });
    const { suggestion, relaxed } = found;
    scope.postMessage({
      kind: 'result',
      id,
      outcome: {
        ...outcomeOf(found),
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(relaxed ? { nearest: { results: show(relaxed.hits, found.terms), topics: relaxed.topics } } : {}),
      },
    });
    if (counting)
      scope.postMessage({
        kind: 'counts',
        id,
        counts: (await search.query(text, filters, { ...options, limit: 0 })).facets,
      });
  } catch (error) {
    if (!signal.aborted) scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}

function asResult(
  card: OfferCardData | undefined,
  terms: readonly string[],
  facts: WrittenFacts | undefined,
): Result[] {
  if (!card) return [];
  const marksIn = (text: string): Marks =>
    highlight(text, terms).map(({ start, end }) => [start, end - start] as const);
  return [
    {
      card,
      titleMarks: marksIn(card.title.value),
      summaryMarks: card.summary ? marksIn(card.summary.value) : [],
      ...(facts ? { facts } : {}),
    },
  ];
}
