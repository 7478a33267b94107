import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentCache } from '../../content/content-cache.ts';
import { openFolder, type OpenFolder } from '../../content/open-folder.ts';
import { readContent, readOpened, type Content } from '../../content/read-content.ts';
import type { Result } from '../../model/result.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { checkContent, type CheckOptions } from '../check-content.ts';
import { compareDocuments, documentsOf, type FileChange } from './compare-documents.ts';
import { changedFiles, findBase, listTree, writeTree, type GitProblem } from './git-tree.ts';
import { openTree } from './open-tree.ts';
import { findSimilarOffers, type SimilarOffer } from './similar-offers.ts';

/** What a change does to the content. All paths relative to the content folder. */
export interface CheckedChanges {
  readonly files: readonly FileChange[];
  /** In changed files: all of them, whoever made them. */
  readonly inChanged: readonly Diagnostic[];
  /** In files that were not touched: those that were not there before. */
  readonly elsewhere: readonly Diagnostic[];
  /** How many problems are gone. Finding out means checking the older state. */
  readonly solved: () => number;
  /** For each new offer the others that it may repeat. */
  readonly similar: ReadonlyMap<string, readonly SimilarOffer[]>;
  readonly sources: ReadonlyMap<string, string>;
  /** In which pages of offers are looked at: `de`. */
  readonly sourceLanguage: string;
}

type Read = Result<Content, Diagnostic>;

const problemsOf = ({ value, problems }: Read, options: CheckOptions): readonly Diagnostic[] => [
  ...problems,
  ...checkContent(value, options).problems,
];

/** A folder that gives what it has read once again to whoever asks for it. */
function remembering(folder: OpenFolder): OpenFolder {
  const known = new Map<string, ReturnType<OpenFolder['readParsed']>>();
  return {
    ...folder,
    readParsed(file, parse) {
      if (!known.has(file)) known.set(file, folder.readParsed(file, parse));
      return known.get(file);
    },
  };
}

/** Reads a folder as it was in a commit; `now` is the same folder as it is. */
function readBefore(contentDir: string, commit: string, changed: ReadonlySet<string>, now: OpenFolder): Before {
  const entries = listTree(contentDir, commit);
  const paths = new Set(entries.map(({ path }) => path));
  let folders: ReadonlySet<string> | undefined;
  const exists = (file: string): boolean =>
    paths.has(file) || (folders ??= new Set(entries.flatMap(({ path }) => [...foldersOf(path)]))).has(file);
  if (!entries.some(({ isLink }) => isLink))
    return { read: readOpened(openTree(contentDir, entries, changed, now)), exists };
  // Where a link leads, only a file system knows.
  const scratch = mkdtempSync(join(tmpdir(), 'check-base-'));
  try {
    writeTree(contentDir, commit, scratch);
    return { read: readContent(scratch), exists };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Before {
  readonly read: Read;
  readonly exists: (file: string) => boolean;
}

function* foldersOf(path: string): Generator<string> {
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) yield path.slice(0, cut);
}

/** Two problems are the same one when file, code and facts are: lines move. */
const identity = ({ file, code, args }: Diagnostic): string => JSON.stringify([file, code, args]);

/** Those of `some` that `others` do not have, as often as they have them more often. */
function without(some: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const left = new Map<string, number>();
  for (const problem of others) left.set(identity(problem), (left.get(identity(problem)) ?? 0) + 1);
  return some.filter((problem) => {
    const count = left.get(identity(problem)) ?? 0;
    if (count > 0) left.set(identity(problem), count - 1);
    return count === 0;
  });
}

const isThere = (folder: string, file: string): boolean =>
  lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined;

/** The offer whose own sheet a file is; undefined for translations and everything else. */
const offerOf = (file: string): string | undefined => /^offers\/([^/.]+)\.md$/.exec(file)?.[1];

/**
 * Compares the content with what it was in `ref` (a branch, a commit); reads that from git and changes nothing there.
 * `cache`: of the same folder.
 */
export function checkChanges(
  contentDir: string,
  ref: string,
  options: CheckOptions,
  cache?: ContentCache,
): CheckedChanges | GitProblem {
  const base = findBase(contentDir, ref);
  if (typeof base === 'string') return base;
  const files = changedFiles(contentDir, base.commit);
  cache?.startRound();
  const folder = remembering(openFolder(contentDir, cache));
  const after = readOpened(folder);
  const now = problemsOf(after, options);
  const before = readBefore(contentDir, base.commit, files, folder);
  let then: readonly Diagnostic[] | undefined;
  const problemsThen = (): readonly Diagnostic[] => (then ??= problemsOf(before.read, options));
  const [old, current] = [documentsOf(before.read.value, files), documentsOf(after.value, files)];
  const changes = compareDocuments(files, old, current, (file) => ({
    before: before.exists(file),
    after: isThere(contentDir, file),
  }));
  const newOffers = changes.flatMap(({ file, kind }) => {
    const id = kind === 'new' ? offerOf(file) : undefined;
    return id === undefined ? [] : [id];
  });
  const similar = newOffers.map((id) => [id, findSimilarOffers(after.value, id)] as const);
  const untouched = now.filter(({ file }) => !files.has(file));
  return {
    files: changes,
    inChanged: now.filter(({ file }) => files.has(file)),
    elsewhere: untouched.length === 0 ? [] : without(untouched, problemsThen()),
    solved: () => without(problemsThen(), now).length,
    similar: new Map(similar.filter(([, found]) => found.length > 0)),
    sources: after.value.sources,
    sourceLanguage: after.value.sourceLanguage,
  };
}
