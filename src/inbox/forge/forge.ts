import type { HandInFile } from '../apply-hand-in.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** Files to be changed together on a branch of their own, and the words around them. */
export interface Proposal {
  /** The same for every attempt, so that one that was cut off is continued instead of repeated. */
  readonly branch: string;
  /** Paths from the root of the repository. */
  readonly files: readonly [HandInFile, ...HandInFile[]];
  readonly title: string;
  readonly commitMessage: string;
  /** A line of the commit message by which the hand-in is recognised. */
  readonly mark: string;
  readonly author: Author;
  /** What the reviewer is told; `current`: path → text of the files before the change. */
  describe(current: ReadonlyMap<string, string | undefined>): string;
}

export type Delivery =
  | { readonly outcome: 'opened' | 'already-there'; readonly where: string }
  /** `path`: the file that exists already. */
  | { readonly outcome: 'taken'; readonly path: string }
  | { readonly outcome: 'missing' | 'unreadable' }
  | { readonly outcome: 'unchanged' };

/** A place where proposals are reviewed. Delivering the same proposal again continues or finds what is there. */
export interface Forge {
  /** Throws a `ForgeError` where it does not work. */
  deliver(proposal: Proposal): Promise<Delivery>;
}

/** `passing`: worth another try (network, overload, an expired token); otherwise the forge refuses this very proposal. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  readonly passing: boolean;
  /** Seconds that the forge asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, passing: boolean, retryAfter?: number) {
    super(message);
    this.passing = passing;
    this.retryAfter = retryAfter;
  }
}
