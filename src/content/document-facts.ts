import type { Document } from './read-document.ts';
import { JudgedDocument } from './verdicts.ts';

/**
 * Short texts that follow from a document alone and are kept with it from one process to the next, which then need not
 * look at its fields: `digest`, a hash of its file's text; `words`, its `textHash`; `revision` of an offer; `phones`, the
 * country and the numbers of the contacts as they are dialled there, as JSON; `state`, what a translation says of itself,
 * as JSON.
 */
export type DocumentFacts = Partial<Record<(typeof factNames)[number], string>>;

export const factNames = ['digest', 'words', 'revision', 'phones', 'state'] as const;

const known = new WeakMap<object, DocumentFacts>();

/** What is known of a document, to be added to. */
export function factsOf(document: Pick<Document, 'data' | 'body'>): DocumentFacts {
  if (document instanceof JudgedDocument) return document.facts;
  let facts = known.get(document);
  if (!facts) known.set(document, (facts = {}));
  return facts;
}
