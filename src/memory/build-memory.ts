import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Ledger, type SavedLedger } from '../pages/ledger.ts';
import { codeHash } from './code-hash.ts';
import { memoryFile } from './memory-file.ts';
import { readFilesOf, readWhole, writeFilesOf } from './remembered-site.ts';
import { replaceFile } from '../content/replace-file.ts';
import { holdsNoOther, isSame, listFiles, stateOf, type SiteFiles } from './site-files.ts';
import { spareFolder, writeUpdate } from './site-update.ts';

const digestLength = 20;

/** Above this many files it would cost more memory than it saves time. */
export const mostFilesRemembered = 60_000;

/** More than this share of the files is not exchanged one by one. */
const mostExchanged = 0.5;

interface Saved {
  /** Hash of all code that takes part. */
  readonly code: string;
  /** The state of the site that the ledger is about. */
  readonly state: string;
  readonly ledger: SavedLedger;
}

/**
 * What a build of an output folder leaves for the next one: of what each file was made, and what it was like when it was
 * written. Whatever is wrong with it, it is as if there were none, and everything is made anew.
 */
export class BuildMemory {
  readonly ledger: Ledger;
  readonly #output: string;
  readonly #code: string;
  readonly #before: SiteFiles | undefined;
  readonly #lost = new Set<string>();

  /** `output`: the folder where the site stands. */
  constructor(output: string) {
    this.#output = resolve(output);
    this.#code = codeHash();
    const saved = readSaved(memoryFile(this.#output, 'ledger'), this.#code);
    const before = saved && readFilesOf(this.#output);
    const isOne = before !== undefined && before.state === saved?.state;
    this.ledger = new Ledger(isOne ? saved.ledger : undefined);
    this.#before = isOne ? before : undefined;
  }

  /** The files of the last build that are gone or are not as they were written; known by size and time. */
  lostFiles(): Iterable<string> {
    for (const [path, state] of this.#before?.files ?? [])
      if (!isSame(state, stateOf(join(this.#output, path)))) this.#lost.add(path);
    return this.#lost;
  }

  /**
   * Completes a folder that holds the files that were made by those of the last build, and remembers all of it.
   * `makeAgain` is asked for files that cannot be had.
   */
  complete(
    staging: string,
    paths: readonly string[],
    wasMade: (path: string) => boolean,
    makeAgain: (path: string) => void,
  ): void {
    const state = randomUUID();
    const before = this.#before;
    const made: string[] = [];
    const kept: string[] = [];
    /** How many of those that are kept the last build had. */
    let known = 0;
    const listed = new Set<string>();
    for (const path of paths) {
      listed.add(path);
      if (wasMade(path)) {
        made.push(path);
        continue;
      }
      kept.push(path);
      if (before?.files.has(path)) known += 1;
    }
    const gone: string[] = [];
    for (const path of before?.files.keys() ?? []) if (!listed.has(path)) gone.push(path);
    const isExchange = before !== undefined && made.length + gone.length <= mostExchanged * before.files.size;
    const hasSpare =
      isExchange &&
      known === kept.length &&
      existsSync(spareFolder(this.#output, before.state)) &&
      // What a fork adds to the build is not known to be in the copy.
      listFiles(staging).every((path) => listed.has(path));
    if (!hasSpare)
      for (const path of kept) {
        if (this.#keep(path, staging)) continue;
        makeAgain(path);
        made.push(path);
      }
    const files = new Map(before?.files);
    for (const path of gone) files.delete(path);
    for (const path of made) {
      const now = stateOf(join(staging, path));
      if (now) files.set(path, now);
      else {
        // It was made, but is not there: whatever took it away may do so again.
        files.delete(path);
        this.ledger.forget(path);
      }
    }
    const canBecomeSpare =
      isExchange && holdsNoOther(this.#output, before.files, readWhole(this.#output, before.state)?.folders);
    writeUpdate(staging, {
      state,
      ...(hasSpare ? { spare: before.state } : {}),
      ...(canBecomeSpare ? { made } : {}),
      gone,
    });
    this.ledger.finish();
    const saved: Saved = { code: this.#code, state, ledger: this.ledger.save() };
    const bytes = serialize(saved);
    replaceFile(memoryFile(this.#output, 'ledger'), [createHash('sha1').update(bytes).digest(), bytes]);
    writeFilesOf(this.#output, { state, files });
  }

  /** Puts a file of the last build into the new folder as well; false where it cannot be had. */
  #keep(path: string, staging: string): boolean {
    const from = join(this.#output, path);
    const to = join(staging, path);
    try {
      mkdirSync(dirname(to), { recursive: true });
      try {
        linkSync(from, to);
      } catch {
        copyFileSync(from, to);
        const { atime, mtime } = statSync(from);
        utimesSync(to, atime, mtime);
      }
      return isSame(this.#before?.files.get(path), stateOf(to));
    } catch {
      return false;
    }
  }
}

function readSaved(file: string, code: string): Saved | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(digestLength);
    if (!createHash('sha1').update(content).digest().equals(bytes.subarray(0, digestLength))) return undefined;
    const saved = deserialize(content) as Saved;
    return saved.code === code ? saved : undefined;
  } catch {
    return undefined;
  }
}
