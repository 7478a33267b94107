import { manifestName } from '../../search/manifest.ts';
import type { Origin } from '../../search/near/near-manifest.ts';
import type { Counts, Distance, SearchOutcome, WorkerAnswer, WorkerRequest } from '../search-worker.entry.ts';
import type { NearWish } from './near-words.ts';
import type { SearchState } from './search-state.ts';

/** What the search needs to know of the page it stands on. */
export interface SearchPlace {
  readonly lang: string;
  /** Address of the worker's script. */
  readonly worker: string;
  /** Address of the script that knows days and distances. */
  readonly near: string;
  /** Address of the script that most queries do without. */
  readonly help: string;
  /** Address below which the files of the index lie: the site's base path. */
  readonly root: string;
}

/** A newer question has overtaken this one; nothing to show. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export interface SearchClient {
  /** Loads script and index ahead of the first question. */
  prepare(): void;
  /** Rejects with `Overtaken` when another question follows, with another error when the index cannot be loaded. */
  ask(state: SearchState, options: AskOptions): Promise<SearchOutcome>;
  /** Calls back with the places that distances can be measured from, and with the distances to choose from; not at all where they cannot be loaded. */
  origins(onOrigins: OnOrigins): void;
}

export type OnOrigins = (origins: readonly Origin[], distances: readonly Distance[]) => void;

export interface AskOptions {
  readonly limit: number;
  /** Called before the answer where its first results are there and others are still being loaded. */
  readonly onFirst?: (outcome: SearchOutcome) => void;
  /** Called after the answer with the counts behind the filter values, unless another question has followed; left out, none are loaded. */
  readonly onCounts?: (counts: Counts) => void;
  readonly near?: NearWish;
}

interface Question extends Pick<AskOptions, 'onFirst' | 'onCounts'> {
  readonly resolve: (outcome: SearchOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** Loads a file beside the worker's script instead of after it: on a slow line every turn counts. */
async function loadEarly(root: string, name: string): Promise<Extract<WorkerRequest, { kind: 'file' }>> {
  try {
    const response = await fetch(root + name);
    return response.ok ? { kind: 'file', name, bytes: await response.arrayBuffer() } : { kind: 'file', name };
  } catch {
    return { kind: 'file', name };
  }
}

/** The search in a worker of its own, started at the first call. */
export function createSearchClient({ lang, worker: address, near, help, root }: SearchPlace): SearchClient {
  let worker: Worker | undefined;
  let latest = 0;
  let asked: Question | undefined;
  const waiting = new Map<number, Question>();
  let tellOrigins: OnOrigins = () => {};

  const rejectAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(address, { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === 'counts') {
        if (data.id === latest) asked?.onCounts?.(data.counts);
        return;
      }
      if (data.kind === 'origins') {
        tellOrigins(data.origins, data.distances);
        return;
      }
      const question = waiting.get(data.id);
      if (data.kind === 'first') {
        question?.onFirst?.(data.outcome);
        return;
      }
      waiting.delete(data.id);
      if (data.kind === 'result') question?.resolve(data.outcome);
      else question?.reject(new Error(data.message));
    });
    started.addEventListener('error', () => {
      // The script itself did not load: the next question starts anew.
      worker = undefined;
      rejectAll(new Error('The search worker could not be started'));
    });
    started.postMessage({ kind: 'open', lang, root, near, help } satisfies WorkerRequest);
    void loadEarly(root, manifestName(lang)).then((file) => started.postMessage(file, file.bytes ? [file.bytes] : []));
    return started;
  };
  const send = (request: WorkerRequest): void => (worker ??= start()).postMessage(request);

  return {
    prepare: () => send({ kind: 'prepare' }),
    origins: (onOrigins) => {
      tellOrigins = onOrigins;
      send({ kind: 'origins' });
    },
    ask: ({ text, filters }, { limit, onFirst, onCounts, near: wish }) => {
      rejectAll(new Overtaken());
      const id = ++latest;
      return new Promise((resolve, reject) => {
        asked = { resolve, reject, ...(onFirst && { onFirst }), ...(onCounts && { onCounts }) };
        waiting.set(id, asked);
        send({
          kind: 'ask',
          id,
          text,
          filters: { ...filters },
          limit,
          counting: onCounts !== undefined,
          ...(wish ? { near: wish } : {}),
        });
      });
    },
  };
}
