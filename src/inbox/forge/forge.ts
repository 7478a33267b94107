import type { Applied } from '../apply-hand-in.ts';

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** One file to be changed on a branch of its own, and the words around it. */
export interface Proposal {
  /** The same for every attempt, so that one that was cut off is continued instead of repeated. */
  readonly branch: string;
  /** From the root of the repository. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly commitMessage: string;
  /** A line of the commit message by which the hand-in is recognised. */
  readonly mark: string;
  readonly author: Author;
  /** The new text of the file, given the present one. */
  apply(current: string | undefined): Applied;
}

export type Delivery =
  | { readonly outcome: 'opened' | 'already-there'; readonly where: string }
  | { readonly outcome: 'unchanged' | 'taken' | 'missing' | 'unreadable' };

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
