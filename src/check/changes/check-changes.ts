import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent, type Content } from '../../content/read-content.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { checkContent, type CheckOptions } from '../check-content.ts';
import { compareDocuments, documentsOf, type FileChange } from './compare-documents.ts';
import { changedFiles, findBase, writeTree, type GitProblem } from './git-tree.ts';
import { findSimilarOffers, type SimilarOffer } from './similar-offers.ts';

/** What a change does to the content. All paths relative to the content folder. */
export interface CheckedChanges {
  readonly files: readonly FileChange[];
  /** In changed files: all of them, whoever made them. */
  readonly inChanged: readonly Diagnostic[];
  /** In files that were not touched: those that were not there before. */
  readonly elsewhere: readonly Diagnostic[];
  /** How many problems are gone. */
  readonly solved: number;
  /** For each new offer the others that it may repeat. */
  readonly similar: ReadonlyMap<string, readonly SimilarOffer[]>;
  readonly sources: ReadonlyMap<string, string>;
  /** In which pages of offers are looked at: `de`. */
  readonly sourceLanguage: string;
}

interface CheckedFolder {
  readonly content: Content;
  readonly problems: readonly Diagnostic[];
}

function checkFolder(folder: string, options: CheckOptions): CheckedFolder {
  const { value: content, problems } = readContent(folder);
  return { content, problems: [...problems, ...checkContent(content, options).problems] };
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

/** Compares the content with what it was in `ref` (a branch, a commit); reads that from git and changes nothing there. */
export function checkChanges(contentDir: string, ref: string, options: CheckOptions): CheckedChanges | GitProblem {
  const base = findBase(contentDir, ref);
  if (typeof base === 'string') return base;
  const files = changedFiles(contentDir, base.commit);
  const scratch = mkdtempSync(join(tmpdir(), 'check-base-'));
  try {
    writeTree(contentDir, base.commit, scratch);
    const before = checkFolder(scratch, options);
    const after = checkFolder(contentDir, options);
    const changes = compareDocuments(files, documentsOf(before.content), documentsOf(after.content), (file) => ({
      before: isThere(scratch, file),
      after: isThere(contentDir, file),
    }));
    const newOffers = changes.flatMap(({ file, kind }) => {
      const id = kind === 'new' ? offerOf(file) : undefined;
      return id === undefined ? [] : [id];
    });
    const similar = newOffers.map((id) => [id, findSimilarOffers(after.content, id)] as const);
    return {
      files: changes,
      inChanged: after.problems.filter(({ file }) => files.has(file)),
      elsewhere: without(
        after.problems.filter(({ file }) => !files.has(file)),
        before.problems,
      ),
      solved: without(before.problems, after.problems).length,
      similar: new Map(similar.filter(([, found]) => found.length > 0)),
      sources: after.content.sources,
      sourceLanguage: after.content.sourceLanguage,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
