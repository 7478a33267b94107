import { writeEntry } from '../datasheet/write-offer.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import type { Data } from './hand-in.ts';

/** In characters; a few paragraphs say what is missing. */
const bodyLimit = 5000;

/** What the network decides about a need, not whoever hands it in. */
const decidedLater: ReadonlySet<string> = new Set(['source', 'date', 'status', 'measures']);

/** The file of a need from “What is missing here?”; what the form does not ask for is left for the check to refuse. */
export function writeNeed(data: Data, body: string, date: IsoDate): string {
  const handedIn = Object.entries(data).filter(
    ([key, value]) => !decidedLater.has(key) && value !== null && value !== undefined,
  );
  return writeEntry('needs', { ...Object.fromEntries(handedIn), source: 'form', date, status: 'open' }, body);
}

/** What a schema cannot say of the text below the fields. */
export const checkNeedText = (file: string, body: string): Diagnostic[] =>
  body.length > bodyLimit ? [diagnose('too-long', file, { field: 'body', limit: bodyLimit, length: body.length })] : [];
