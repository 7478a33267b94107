import type { PuzzleAnswer, PuzzleRequest } from '../datasheet-proof.entry.ts';
import type { Diagnostic, FieldPath } from '../../model/diagnostic.ts';
import { joinedProblems } from './joined-problems.ts';
import { textOf, type Data } from './sheet-data.ts';

export type HandInKind = 'offer' | 'correction' | 'gone' | 'still-correct' | 'need';

/** What is sent; see docs/en/inbox.md. */
export interface HandIn {
  readonly kind: HandInKind;
  readonly lang: string;
  readonly id?: string;
  /** The state of the offer that the form was filled from. */
  readonly of?: string;
  /** A new organisation that comes with the offer. */
  readonly organisation?: { readonly id: string; readonly data: Data };
  readonly data?: Data;
  readonly body?: string;
}

/**
 * refused: the check of the inbox found problems · stale: somebody else has changed the offer meanwhile · busy: too many in a short time · failed: no connection, or the inbox
 * is out of order; the same can be sent again.
 */
export type Outcome =
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'refused'; readonly problems: readonly Diagnostic[] }
  | { readonly state: 'stale' | 'busy' | 'failed' };

export interface InboxPlace {
  readonly inbox: string;
  /** Solves the puzzle of a challenge. */
  readonly solve: (request: PuzzleRequest) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
}

/** Solves puzzles in a worker of its own, so that the page stays alive. */
export const solveInWorker =
  (script: string) =>
  (request: PuzzleRequest): Promise<string> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { type: 'module' });
      const end = (): void => worker.terminate();
      worker.addEventListener('message', ({ data }: MessageEvent<PuzzleAnswer>) => {
        end();
        if ('nonce' in data) resolve(data.nonce);
        else reject(new Error(data.failed));
      });
      worker.addEventListener('error', () => {
        end();
        reject(new Error('The worker could not be started'));
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(request);
    });

const outcomeOf = (status: number, reply: Record<string, unknown>): Outcome => {
  if (status === 200 || status === 202) return { state: 'sent', receipt: textOf(reply['receipt']) };
  if (status === 429 || status === 503) return { state: 'busy' };
  if (reply['key'] === 'inbox.stale') return { state: 'stale' };
  if ([400, 404, 409, 413, 422].includes(status)) {
    const found = (reply['problems'] ?? []) as readonly (Diagnostic & { path?: FieldPath | null })[];
    const problems = found.map(({ path, ...problem }) => ({ ...problem, ...(path ? { at: path } : {}) }));
    const ofOrganisation = (problem: Diagnostic): boolean => problem.file.startsWith('organisations/');
    return {
      state: 'refused',
      problems: joinedProblems(
        problems.filter((problem) => !ofOrganisation(problem)),
        problems.filter(ofOrganisation),
      ),
    };
  }
  return { state: 'failed' };
};

/** Sends a hand-in: a challenge, its solution, the data. A challenge that has run out meanwhile is asked for once more. */
export async function sendToInbox(handIn: HandIn, { inbox, solve, fetch }: InboxPlace): Promise<Outcome> {
  try {
    let outcome = await attempt();
    if (outcome === 'stale') outcome = await attempt();
    return outcome === 'stale' ? { state: 'failed' } : outcome;
  } catch {
    return { state: 'failed' };
  }

  async function attempt(): Promise<Outcome | 'stale'> {
    const asked = await fetch(`${inbox}/challenge`, { cache: 'no-store' });
    if (asked.status === 429 || asked.status === 503) return { state: 'busy' };
    if (!asked.ok) return { state: 'failed' };
    const { challenge, difficulty } = (await asked.json()) as PuzzleRequest;
    const nonce = await solve({ challenge, difficulty });
    const response = await fetch(`${inbox}/hand-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...handIn, proof: { challenge, nonce } }),
    });
    const reply = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    return response.status === 403 && reply['key'] === 'inbox.proof' ? 'stale' : outcomeOf(response.status, reply);
  }
}
