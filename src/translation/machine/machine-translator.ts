import type { Pieces } from '../inline-codes.ts';
import type { Answer, ServiceProblem } from './send.ts';

/** A text to be translated by a service. */
export interface MachineText {
  readonly pieces: Pieces;
  /** Codes whose characters the service may see, because they help it and are no secret: times, terms, names of houses. */
  readonly visible: ReadonlySet<number>;
}

/** A translation service, as far as this project uses one. */
export interface MachineTranslator {
  /** Finds out whether the languages are there and sets up the glossary; undefined when all is well. */
  open(): Promise<ServiceProblem | undefined>;
  /** One translation for each text, in the same order; undefined for one that has lost a placeholder or is broken. */
  translate(texts: readonly MachineText[]): Promise<Answer<readonly (string | undefined)[]>>;
  /** Whether terms must be protected because no glossary says what they are called. */
  readonly protectsTerms: boolean;
  /** Takes the glossary away again. */
  close(): Promise<void>;
}
