import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { Document } from './read-document.ts';

/** What a schema says of a document. */
export interface Verdict {
  /** The schema, and the country whose formats count. */
  readonly rule: string;
  readonly problems: readonly Diagnostic[];
}

/** What checks say that look at nothing but the documents of one entry. */
export interface EntryVerdict {
  readonly collection: string;
  readonly translations: readonly Document[];
  /** By the name of the check, and what it looks at beside them. */
  readonly found: Map<string, readonly unknown[]>;
  /** The checks that found nothing in an earlier process. */
  readonly quiet: ReadonlySet<string>;
  /** Whoever was seen last to have just these documents. */
  holder?: object;
}

/** A document that comes with what an earlier process has found in it. */
export abstract class JudgedDocument implements Document {
  abstract readonly file: string;
  abstract readonly data: Document['data'];
  abstract readonly body: string;
  abstract verdict: Verdict | undefined;
  abstract entryVerdict: EntryVerdict | undefined;
  abstract readonly facts: DocumentFacts;
}

/** What was found by looking at one document alone: it stays true for as long as that is the same document. */
class Findings<Found extends object> {
  readonly #found = new WeakMap<Document, Found>();
  readonly #key: 'verdict' | 'entryVerdict';

  constructor(key: 'verdict' | 'entryVerdict') {
    this.#key = key;
  }

  get(document: Document): Found | undefined {
    return document instanceof JudgedDocument ? (document[this.#key] as Found | undefined) : this.#found.get(document);
  }

  has(document: Document): boolean {
    return this.get(document) !== undefined;
  }

  set(document: Document, found: Found): void {
    if (document instanceof JudgedDocument) Object.assign(document, { [this.#key]: found });
    else this.#found.set(document, found);
  }
}

export const verdicts = new Findings<Verdict>('verdict');

/** By the document of the source: true for as long as these are the same documents. */
export const entryVerdicts = new Findings<EntryVerdict>('entryVerdict');
