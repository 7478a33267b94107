import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentCache } from '../../content/content-cache.ts';
import { openFolder, type OpenFolder } from '../../content/open-folder.ts';
import { readContent, readOpened, type Content } from '../../content/read-content.ts';
import type { Result } from '../../model/result.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { checkContent, type CheckedContent, type CheckOptions } from '../check-content.ts';
import { compareDocuments, documentsOf, type FileChange } from './compare-documents.ts';
import { contentBefore } from './content-before.ts';
import { changesSince, findBase, listTree, writeTree, type Changes, type GitProblem } from './git-tree.ts';
import { openTree } from './open-tree.ts';
import { findSimilarOffers, type SimilarOffer } from './similar-offers.ts';

/** What a change does to the content. All paths relative to the content folder. */
export interface CheckedChanges {
  readonly names: ReadonlySet<string>;
  /** What has changed in each of them. Finding out means reading the older state. */
  readonly files: () => readonly FileChange[];
  /** In changed files: all of them, whoever made them. */
  readonly inChanged: readonly Diagnostic[];
  /** In files that were not touched: those that were not there before. */
  readonly elsewhere: readonly Diagnostic[];
  /** How many problems are gone. Finding out means checking the older state, too. */
  readonly solved: () => number;
  /** For each new offer the others that it may repeat. */
  readonly similar: () => ReadonlyMap<string, readonly SimilarOffer[]>;
  readonly sources: ReadonlyMap<string, string>;
  /** In which pages of offers are looked at: `de`. */
  readonly sourceLanguage: string;
}

type Read = Result<Content, Diagnostic>;

const problemsOf = ({ value, problems }: Before['read'], options: CheckOptions): readonly Diagnostic[] => [
  ...problems,
  ...checkContent(value, options).problems,
];

/** A folder that gives the documents that were read of it once again to whoever asks for them. */
function alreadyRead(folder: OpenFolder, { value }: Read): OpenFolder {
  const documents = documentsOf(value);
  return {
    ...folder,
    readParsed(file, parse) {
      const known = documents.get(file);
      return known ? { value: known, problems: [] } : folder.readParsed(file, parse);
    },
  };
}

interface Before {
  readonly read: Result<CheckedContent, Diagnostic>;
  readonly exists: (file: string) => boolean;
}

/** Reads a folder as it was in a commit; `folder` is the same one as it is, and `now` what was read of it. */
function readBefore(contentDir: string, commit: string, changes: Changes, folder: OpenFolder, now: Read): Before {
  const { files, areAll } = changes;
  const read = areAll && !folder.hasLinks() ? contentBefore(contentDir, changes, now) : undefined;
  if (read) {
    const there = new Set([...files].flatMap(([path, entry]) => (entry ? [path, ...foldersOf(path)] : [])));
    return { read, exists: (file) => there.has(file) };
  }
  const entries = listTree(contentDir, commit);
  const there = new Set(entries.flatMap(({ path }) => (files.has(path) ? [path, ...foldersOf(path)] : [])));
  const exists = (file: string): boolean => there.has(file);
  if (!entries.some(({ isLink }) => isLink))
    return { read: readOpened(openTree(contentDir, entries, files, alreadyRead(folder, now))), exists };
  // Where a link leads, only a file system knows.
  const scratch = mkdtempSync(join(tmpdir(), 'check-base-'));
  try {
    writeTree(contentDir, commit, scratch);
    return { read: readContent(scratch), exists };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
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

/** What `make` gives, made when it is asked for first. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
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
  const changes = changesSince(contentDir, base.commit);
  const { files } = changes;
  cache?.startRound();
  const folder = openFolder(contentDir, cache);
  const after = readOpened(folder);
  const now = problemsOf(after, options);
  const before = once(() => readBefore(contentDir, base.commit, changes, folder, after));
  const problemsThen = once(() => problemsOf(before().read, options));
  const compared = once(() =>
    compareDocuments(
      files.keys(),
      documentsOf(before().read.value, files),
      documentsOf(after.value, files),
      (file) => ({ before: before().exists(file), after: isThere(contentDir, file) }),
    ),
  );
  const untouched = now.filter(({ file }) => !files.has(file));
  return {
    names: new Set(files.keys()),
    files: compared,
    inChanged: now.filter(({ file }) => files.has(file)),
    elsewhere: untouched.length === 0 ? [] : without(untouched, problemsThen()),
    solved: () => without(problemsThen(), now).length,
    similar: () => similarOffers(compared(), after.value),
    sources: after.value.sources,
    sourceLanguage: after.value.sourceLanguage,
  };
}

function similarOffers(files: readonly FileChange[], content: Content): ReadonlyMap<string, readonly SimilarOffer[]> {
  const found = files.flatMap(({ file, kind }) => {
    const id = kind === 'new' ? offerOf(file) : undefined;
    return id === undefined ? [] : [[id, findSimilarOffers(content, id)] as const];
  });
  return new Map(found.filter(([, similar]) => similar.length > 0));
}
