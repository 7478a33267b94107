import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
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
import {
  type FileState,
  foldersNow,
  foldersOf,
  holdsNoOther,
  isSame,
  listFiles,
  packFiles,
  readFiles,
  type SiteFiles,
  stateOf,
} from './site-files.ts';
import { spareFolder, writeUpdate } from './site-update.ts';

const root = join(import.meta.dirname, '..');
const folder = '.cache/builds';
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
    const file = memoryFile(this.#output);
    const saved = readSaved(file, this.#code);
    const before = saved && readFiles(filesFile(file));
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
    const kept = paths.filter((path) => !wasMade(path));
    const listed = new Set(paths);
    const gone = before ? [...before.files.keys()].filter((path) => !listed.has(path)) : [];
    const isExchange =
      before !== undefined && paths.length - kept.length + gone.length <= mostExchanged * before.files.size;
    const hasSpare =
      isExchange &&
      kept.every((path) => before.files.has(path)) &&
      existsSync(spareFolder(this.#output, before.state)) &&
      // What a fork adds to the build is not known to be in the copy.
      listFiles(staging).every((path) => listed.has(path));
    const again = new Set<string>();
    if (!hasSpare)
      for (const path of kept) {
        if (this.#keep(path, staging)) continue;
        makeAgain(path);
        again.add(path);
      }
    const made = paths.filter((path) => wasMade(path) || again.has(path));
    const files = new Map<string, FileState>();
    const fresh = new Set(made);
    for (const path of paths) {
      const now = fresh.has(path) ? stateOf(join(staging, path)) : before?.files.get(path);
      if (now) files.set(path, now);
      // It was made, but is not there: whatever took it away may do so again.
      else this.ledger.forget(path);
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
    const file = memoryFile(this.#output);
    const saved: Saved = { code: this.#code, state, ledger: this.ledger.save() };
    const bytes = serialize(saved);
    replaceFile(file, [createHash('sha1').update(bytes).digest(), bytes]);
    replaceFile(filesFile(file), [packFiles({ state, files })]);
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

/** What is known of a site as a whole since it was put in its place. */
export interface Whole {
  /** Hash of all that it is made from, where that is known. */
  readonly stamp: string | undefined;
  readonly state: string;
  readonly folders: ReadonlyMap<string, number>;
}

const wholeFile = (output: string): string => memoryFile(output).replace(/bin$/, 'whole');
const filesFile = (memory: string): string => memory.replace(/bin$/, 'files');

/** `output`: a whole path; `state`: where only that one is of interest. */
export function readWhole(output: string, state?: string): Whole | undefined {
  try {
    const whole = deserialize(readFileSync(wholeFile(output))) as Whole;
    return state === undefined || whole.state === state ? whole : undefined;
  } catch {
    return undefined;
  }
}

export const readFilesOf = (output: string): SiteFiles | undefined => readFiles(filesFile(memoryFile(output)));

/** Remembers a site that has just been put in its place, and counts its pages; `state`: the one that the build has taken down, if it has. */
export function rememberSite(output: string, stamp: string | undefined, state: string | undefined): number {
  let site = readFilesOf(output);
  if (state === undefined || site?.state !== state) {
    const states = listFiles(output).flatMap((path) => {
      const now = stateOf(join(output, path));
      return now ? [[path, now] as const] : [];
    });
    site = { state: randomUUID(), files: new Map(states) };
    replaceFile(filesFile(memoryFile(output)), [packFiles(site)]);
  }
  const whole: Whole = { stamp, state: site.state, folders: foldersNow(output, foldersOf(site.files.keys())) };
  replaceFile(wholeFile(output), [serialize(whole)]);
  return [...site.files.keys()].filter((path) => path.endsWith('.html')).length;
}

/** Output folders come and go, as those of tests do. */
const mostRemembered = 60;

/** Writes a file whole or not at all; of the files beside it the latest stay. Where that is not possible the site is there all the same: the next build makes it anew. */
export function replaceFile(file: string, chunks: readonly Uint8Array[], most = mostRemembered): void {
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
    forgetOldest(dirname(file), most);
  } catch {
    rmSync(half, { force: true });
  }
}

function forgetOldest(place: string, most: number): void {
  const files = readdirSync(place).map((name) => join(place, name));
  const age = (file: string): number => -(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  for (const file of files.sort((a, b) => age(a) - age(b)).slice(most)) rmSync(file, { force: true });
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

/** Where `cli/compiled.js` says that it runs this, and from which folder. */
const compiledFolder: unique symbol = Symbol.for('angebotslotse.compiled');

let code: string | undefined;

/** All that decides how content becomes files: our own code, what a fork added to it, its libraries, and the machine's. */
export const codeHash = (): string => (code ??= knownHash() ?? hashCode());

/** The sources were looked at when they were compiled, and are compiled again when one has changed. */
function knownHash(): string | undefined {
  const compiled = (globalThis as { [compiledFolder]?: string })[compiledFolder];
  if (compiled === undefined) return undefined;
  const file = join(compiled, 'code-hash');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const hash = hashCode();
    replaceFile(file, [Buffer.from(hash)], Infinity);
    return hash;
  }
}

function hashCode(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const name of ['src', 'schemas']) hash.update(folderHash(join(root, name)));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name))
      hash.update(`${entry.name}\0`).update(readFileSync(join(root, entry.name)));
  return hash.digest('hex');
}
