import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { checkChanges, type CheckedChanges } from '../../../../src/check/changes/check-changes.ts';
import { compareDocuments, documentsOf, type FileChange } from '../../../../src/check/changes/compare-documents.ts';
import { changedFiles, findBase, writeTree } from '../../../../src/check/changes/git-tree.ts';
import { checkContent, type CheckOptions } from '../../../../src/check/check-content.ts';
import { ContentCache } from '../../../../src/content/content-cache.ts';
import { readContent } from '../../../../src/content/read-content.ts';
import type { KeptDocuments } from '../../../../src/content/stored-documents.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import { writeEditedTown } from '../../../support/edited-town.ts';
import { randomEdit } from '../../../support/random-edits.ts';

/** Much of what was found is true for a day. */
const days = ['2026-03-01', '2026-03-01', '2026-09-15', '2025-01-10'] as const;
/** CHANGES=500 tries as many. */
const changes = Number(process.env.CHANGES ?? 12);

const gitIn =
  (folder: string) =>
  (...args: string[]): void =>
    void execFileSync('git', ['-C', folder, '-c', 'user.name=R', '-c', 'user.email=r@example.org', ...args]);

type Seen = Pick<CheckedChanges, 'inChanged' | 'elsewhere'> & {
  readonly files: readonly FileChange[];
  readonly solved: number;
};

const tell = ({ file, code, args }: Diagnostic): string => JSON.stringify([file, code, args]);

function without(some: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const left = others.map(tell);
  return some.filter((problem) => {
    const at = left.indexOf(tell(problem));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** A document as it is read from a file, whoever has kept it. */
function plain(change: FileChange, when: 'before' | 'after'): Partial<FileChange> {
  const document = change[when];
  if (!document) return {};
  const { file, data, body } = document;
  return { [when]: { file, data, body } };
}

/** The plain way: both states are written out, read and checked in full, and know nothing of one another. */
function compareInFull(contentDir: string, scratch: string, options: CheckOptions): Seen {
  const { commit } = findBase(contentDir, 'main') as { commit: string };
  const files = changedFiles(contentDir, commit);
  mkdirSync(scratch);
  writeTree(contentDir, commit, scratch);
  const [before, after] = [scratch, contentDir].map((folder) => {
    const { value, problems } = readContent(folder);
    return { value, problems: [...problems, ...checkContent(value, options).problems] };
  }) as [{ value: ReturnType<typeof readContent>['value']; problems: Diagnostic[] }, never];
  const isThere = (folder: string, file: string): boolean =>
    lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined;
  const { value, problems }: typeof before = after;
  const seen = {
    files: compareDocuments(files, documentsOf(before.value, files), documentsOf(value, files), (file) => ({
      before: isThere(scratch, file),
      after: isThere(contentDir, file),
    })),
    inChanged: problems.filter(({ file }) => files.has(file)),
    elsewhere: without(
      problems.filter(({ file }) => !files.has(file)),
      before.problems,
    ),
    solved: without(before.problems, problems).length,
  };
  rmSync(scratch, { recursive: true });
  return seen;
}

test('whatever is changed, comparing little finds what comparing everything finds', { timeout: 600_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'any-change-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [contentDir, original] = [join(root, 'content'), join(root, 'original')];
  await writeEditedTown(contentDir);
  cpSync(contentDir, original, { recursive: true });
  const git = gitIn(root);
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'content');
  git('commit', '--quiet', '--message', 'x');
  git('checkout', '--quiet', '-b', 'change');
  let kept: KeptDocuments | undefined;
  let found = 0;
  const steps = fc.sample(fc.tuple(fc.array(randomEdit, { minLength: 1, maxLength: 3 }), fc.nat({ max: 5 })), {
    numRuns: changes,
    seed: Number(process.env.WARM_SEED ?? 20261122),
  });
  for (const [step, [edits, luck]] of steps.entries()) {
    for (const [, apply] of edits) await apply(contentDir, original);
    // What was changed up to now is what the next change is compared with.
    if (luck === 0) {
      git('add', '--all', 'content');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
      git('branch', '--force', 'main');
    }
    const cache = new ContentCache(kept);
    const options = { today: days[step % days.length]! };
    const checked = checkChanges(contentDir, 'main', options, cache) as CheckedChanges;
    const { inChanged, elsewhere, solved } = checked;
    const files = checked
      .files()
      .map((change) => ({ ...change, ...plain(change, 'before'), ...plain(change, 'after') }));
    const packed = cache.pack();
    if (packed) kept = { ...kept, ...packed };
    const seen: Seen = { files, inChanged, elsewhere, solved: solved() };
    expect(seen, `change ${step}: ${edits.map(([name]) => name).join(' and ')}`).toEqual(
      compareInFull(contentDir, join(root, 'scratch'), options),
    );
    found += inChanged.length + elsewhere.length + seen.solved;
  }
  expect(found).toBeGreaterThan(0);
});
