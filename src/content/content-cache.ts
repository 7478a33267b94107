import { statSync, type Stats } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import type { Document } from './read-document.ts';

/** A file that was written so shortly before it was read may have been written again without a new time, in ms. */
const tooFresh = 1500;

interface KnownFile {
  readonly size: number;
  readonly changed: number;
  readonly inode: number;
  readonly readAt: number;
  readonly text: string;
  parsed?: Result<Document | undefined, Diagnostic>;
}

/**
 * What was read of a content folder by the last build: a file that has not changed is not read and parsed again, and
 * its document is the very same object. Files are known by size, time and place on disk.
 */
export class ContentCache {
  #now = new Map<string, KnownFile>();
  #before: ReadonlyMap<string, KnownFile> = new Map();

  /** What the build that begins does not ask for is forgotten by the one after it. */
  startRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** The text of a file as it was read before, where it is still that file; otherwise what `read` gives. */
  text(file: string, path: string, read: () => string | undefined): string | undefined {
    const known = this.#now.get(file) ?? this.#before.get(file);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (known && stat && isSame(known, stat)) {
      this.#now.set(file, known);
      return known.text;
    }
    const readAt = Date.now();
    const text = read();
    // A file that cannot be read says so anew each time.
    if (text === undefined || !stat) return text;
    const { size, ctimeMs: changed, ino: inode } = stat;
    const same = known?.text === text ? known.parsed : undefined;
    this.#now.set(file, { size, changed, inode, readAt, text, ...(same ? { parsed: same } : {}) });
    return text;
  }

  /** What a file was parsed to, where its text is the same. */
  parsed(
    file: string,
    text: string,
    parse: () => Result<Document | undefined, Diagnostic>,
  ): Result<Document | undefined, Diagnostic> {
    const known = this.#now.get(file);
    if (known?.text !== text) return parse();
    return (known.parsed ??= parse());
  }
}

const isSame = ({ size, changed, inode, readAt }: KnownFile, stat: Stats): boolean =>
  size === stat.size && changed === stat.ctimeMs && inode === stat.ino && readAt - changed > tooFresh;
