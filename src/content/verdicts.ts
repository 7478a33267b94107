import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from './read-document.ts';

/** What a schema says of a document. */
export interface Verdict {
  /** The schema, and the country whose formats count. */
  readonly rule: string;
  readonly problems: readonly Diagnostic[];
}

/** What was found by looking at one document alone: it stays true for as long as that is the same document. */
export const verdicts = new WeakMap<Document, Verdict>();

/** What checks say that look at nothing but the documents of one entry. */
export interface EntryVerdict {
  readonly collection: string;
  readonly translations: readonly Document[];
  /** By the name of the check. */
  readonly found: Map<string, readonly Diagnostic[]>;
}

/** By the document of the source: true for as long as these are the same documents. */
export const entryVerdicts = new WeakMap<Document, EntryVerdict>();
