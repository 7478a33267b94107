import { decompound } from './decompound.ts';
import { guess } from './guess.ts';
import { relax } from './relax.ts';
import { suggestionFor } from './suggest.ts';

/** What most queries do without, so that its script is loaded by the others only. */
export const searchHelp = { decompound, guess, relax, suggestionFor };

export type SearchHelp = typeof searchHelp;
