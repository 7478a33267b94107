import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { folderHash } from './content/folder-hash.ts';
import { Ledger, type SavedLedger } from './pages/ledger.ts';

const root = join(import.meta.dirname, '..');
const folder = '.cache/builds';
const digestLength = 20;

/** Above this many files it would cost more memory than it saves time. */
export const mostFilesRemembered = 60_000;

/** Size and time of the last change of a file, by which it is known to be the one that was written. */
export type FileState = readonly [size: number, modified: number];

interface Saved {
  /** Hash of all code that takes part. */
  readonly code: string;
  readonly ledger: SavedLedger;
  readonly files: ReadonlyMap<string, FileState>;
}

/**
 * What a build of an output folder leaves for the next one: of what each file was made, and what it was like when it was
 * written. Whatever is wrong with it, it is as if there were none, and everything is made anew.
 */
export class BuildMemory {
  readonly ledger: Ledger;
  readonly #output: string;
  readonly #code: string;
  readonly #files: ReadonlyMap<string, FileState>;

  /** `output`: the folder where the site stands. */
  constructor(output: string) {
    this.#output = resolve(output);
    this.#code = codeHash();
    const saved = readSaved(memoryFile(this.#output), this.#code);
    this.ledger = new Ledger(saved?.ledger);
    this.#files = saved?.files ?? new Map();
  }

  /** The files of the last build that are gone or are not as they were written; known by size and time. */
  lostFiles(): string[] {
    return Array.from(this.#files).flatMap(([path, state]) =>
      isSame(state, stateOf(join(this.#output, path))) ? [] : [path],
    );
  }

  /** Puts a file of the last build into the new folder as well; false where it cannot be had. */
  keep(path: string, staging: string): boolean {
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
      return isSame(this.#files.get(path), stateOf(to));
    } catch {
      return false;
    }
  }

  /** Remembers the files that now are in the new folder. */
  save(staging: string, paths: Iterable<string>): void {
    const files = new Map<string, FileState>();
    for (const path of paths) {
      const state = stateOf(join(staging, path));
      if (state) files.set(path, state);
      // It was made, but is not there: whatever took it away may do so again.
      else this.ledger.forget(path);
    }
    const saved: Saved = { code: this.#code, ledger: this.ledger.save(), files };
    const bytes = serialize(saved);
    replaceFile(memoryFile(this.#output), [createHash('sha1').update(bytes).digest(), bytes]);
  }
}

/** Writes a file whole or not at all. Where that is not possible the site is there all the same: the next build makes it anew. */
export function replaceFile(file: string, chunks: readonly Uint8Array[]): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const open = openSync(half, 'w');
    try {
      for (const chunk of chunks) writeFileSync(open, chunk);
    } finally {
      closeSync(open);
    }
    renameSync(half, file);
    forgetOldest(dirname(file));
  } catch {
    rmSync(half, { force: true });
  }
}

/** Output folders come and go, as those of tests do. */
const mostRemembered = 16;

function forgetOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const age = (file: string): number => -(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  for (const file of files.sort((a, b) => age(a) - age(b)).slice(mostRemembered)) rmSync(file, { force: true });
}

/** Where what is remembered of an output folder, given as a whole path, is kept. */
export const memoryFile = (output: string): string =>
  join(folder, `${createHash('sha256').update(output).digest('hex').slice(0, 16)}.bin`);

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

let code: string | undefined;

/** All that decides how content becomes files: our own code, what a fork added to it, its libraries, and the machine's. */
export const codeHash = (): string => (code ??= hashCode());

function hashCode(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const name of ['src', 'schemas']) hash.update(folderHash(join(root, name)));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name))
      hash.update(`${entry.name}\0`).update(readFileSync(join(root, entry.name)));
  return hash.digest('hex');
}

export function stateOf(path: string): FileState | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined;
}

const isSame = (before: FileState | undefined, now: FileState | undefined): boolean =>
  before !== undefined && now !== undefined && before[0] === now[0] && before[1] === now[1];
