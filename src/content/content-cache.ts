import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { factsOf } from './document-facts.ts';
import { identityOf, isUnchanged, lookOf, type FileIdentity } from './file-identity.ts';
import type { Document } from './read-document.ts';
import { packDocuments, unpackDocuments, type KeptDocuments, type StoredFile } from './stored-documents.ts';

type Parsed = Result<Document | undefined, Diagnostic>;

export interface KnownFile extends FileIdentity {
  readonly text: string;
  parsed?: Parsed;
}

/**
 * What was read of a content folder by the last build: a file that has not changed is not read and parsed again, and
 * its document is the very same object. Files are known by size, time and place on disk.
 */
export class ContentCache {
  #now = new Map<string, KnownFile>();
  #before: ReadonlyMap<string, KnownFile>;
  readonly #stored: ReadonlyMap<string, StoredFile>;

  /** `kept`: what `pack` gave to an earlier process that ran the same code. */
  constructor(kept?: KeptDocuments) {
    this.#stored = (kept && unpackDocuments(kept)) ?? new Map();
    this.#before = this.#stored;
  }

  /** What the build that begins does not ask for is forgotten by the one after it. */
  startRound(): void {
    if (this.#now.size === 0) return;
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** The file as it was read before, where it is still that file. */
  unchanged(file: string, path: string): KnownFile | undefined {
    const known = this.#now.get(file) ?? this.#before.get(file);
    const stat = known && lookOf(path);
    if (!known || !stat || !isUnchanged(known, stat)) return undefined;
    this.#now.set(file, known);
    return known;
  }

  /** The text of a file as it was read before, where it is still that file; otherwise what `read` gives. */
  text(file: string, path: string, read: () => string | undefined): string | undefined {
    const same = this.unchanged(file, path);
    if (same) return same.text;
    const stat = statSync(path, { throwIfNoEntry: false });
    const identity = stat && identityOf(stat);
    const text = read();
    // A file that cannot be read says so anew each time.
    if (text === undefined || !identity) return text;
    const before = this.#now.get(file) ?? this.#before.get(file);
    const parsed = before?.text === text ? before.parsed : undefined;
    this.#now.set(file, { ...identity, text, ...(parsed ? { parsed } : {}) });
    return text;
  }

  /** What a file was parsed to, where its text is the same. */
  parsed(file: string, text: string, parse: () => Parsed): Parsed {
    const known = this.#now.get(file);
    if (known?.text !== text) return parse();
    if (known.parsed) return known.parsed;
    const parsed = (known.parsed = parse());
    if (parsed.value) factsOf(parsed.value).digest = hash('sha1', text, 'base64');
    return parsed;
  }

  /** All that the last round has read, for another process; undefined where nothing is new to what this one was given. */
  pack(): KeptDocuments | undefined {
    const isOld =
      this.#now.size === this.#stored.size &&
      [...this.#now].every(([file, known]) => this.#stored.get(file) === known && !(known as StoredFile).hasNews);
    return isOld ? undefined : packDocuments(this.#now);
  }
}
