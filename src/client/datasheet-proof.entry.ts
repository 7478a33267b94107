/** The puzzle that keeps robots out is solved here, off the main thread. */
import { solvePuzzle } from './datasheet/solve-puzzle.ts';

export interface PuzzleRequest {
  readonly challenge: string;
  readonly difficulty: number;
}

export type PuzzleAnswer = { readonly nonce: string } | { readonly failed: string };

interface WorkerScope {
  onmessage: ((event: MessageEvent<PuzzleRequest>) => void) | null;
  postMessage(answer: PuzzleAnswer): void;
}
const scope = self as unknown as WorkerScope;

// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- a worker's scope
scope.onmessage = ({ data }) => {
  solvePuzzle(data.challenge, data.difficulty).then(
    (nonce) => scope.postMessage({ nonce }),
    (error: unknown) => scope.postMessage({ failed: String(error) }),
  );
};
