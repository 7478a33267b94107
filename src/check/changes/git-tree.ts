import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `no-repository`: the folder is in none, or git is not installed. */
export type GitProblem = 'no-repository' | 'unknown-ref';

const outputLimit = 1 << 30;

/** Output of git in a folder, or undefined where it fails. No shell, and no hooks or helpers of the environment. */
function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const { status, stdout } = spawnSync('git', ['-C', folder, '-c', 'core.fsmonitor=false', ...args], {
    env: { ...clean, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: outputLimit,
    ...(input === undefined ? {} : { input }),
  });
  return status === 0 ? stdout : undefined;
}

const parts = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);

/**
 * The commit that a branch began from: what the other side has got since is not part of a change. Where the histories
 * have nothing in common (a shallow clone), the other side as it is.
 */
export function findBase(folder: string, ref: string): { commit: string } | GitProblem {
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === undefined)
    return git(folder, ['rev-parse', '--git-dir']) === undefined ? 'no-repository' : 'unknown-ref';
  const wanted = commit.toString('utf8').trim();
  const shared = git(folder, ['merge-base', wanted, 'HEAD']);
  return { commit: shared?.toString('utf8').trim() || wanted };
}

/** Why there is no state of a day: `shallow` where it may exist elsewhere. */
export type HistoryProblem = 'no-repository' | 'no-history' | 'shallow';

/**
 * The commit that was current at the end of a day (UTC), on the main line: what was on a branch then had not been
 * accepted yet.
 */
export function findCommitOf(folder: string, day: string): { commit: string } | HistoryProblem {
  if (git(folder, ['rev-parse', '--git-dir']) === undefined) return 'no-repository';
  const found = git(folder, ['rev-list', '-1', '--first-parent', `--before=${day}T23:59:59Z`, 'HEAD', '--']);
  const commit = found?.toString('utf8').trim();
  if (commit) return { commit };
  const isShallow = git(folder, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim() === 'true';
  return isShallow ? 'shallow' : 'no-history';
}

/** Files below `folder` that differ from a commit: committed, staged, edited or new and not ignored. Paths relative to it. */
export function changedFiles(folder: string, commit: string): ReadonlySet<string> {
  const tracked = git(folder, [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--relative',
    commit,
    '--',
    '.',
  ]);
  const untracked = git(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']);
  return new Set([tracked, untracked].flatMap((output) => (output ? parts(output) : [])));
}

/** As nearly all paths are, which need no closer look. */
const isPlain = /^[\w-]+(?:\/[\w-]+)*(?:\.[\w-]+)*$/;

const isSafePath = (path: string): boolean =>
  isPlain.test(path) ||
  (!path.startsWith('/') &&
    path.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git'));

/** A file as it was in a commit: which one, and where, relative to the folder that was asked about. */
export interface TreeEntry {
  readonly path: string;
  readonly sha: string;
  readonly isLink: boolean;
}

/** All files of `folder` in a commit. */
export function listTree(folder: string, commit: string): TreeEntry[] {
  const listed = git(folder, ['ls-tree', '-r', '-z', commit, './']);
  return (listed ? parts(listed) : []).flatMap((line) => {
    // Mode, kind and hash, then the path.
    const tab = line.indexOf('\t');
    const [mode = '', kind, sha = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    return kind === 'blob' && isSafePath(path) ? [{ isLink: mode === '120000', sha, path }] : [];
  });
}

/** The bytes of these files, in their order, as git keeps them: a checkout would run filters and touch the index. */
export function readBlobs(folder: string, entries: readonly TreeEntry[]): Buffer[] {
  if (entries.length === 0) return [];
  const output = git(folder, ['cat-file', '--batch'], `${entries.map(({ sha }) => sha).join('\n')}\n`);
  if (!output) throw new Error('git cat-file failed');
  let at = 0;
  return entries.map(() => {
    const lineEnd = output.indexOf(0x0a, at);
    const size = Number(output.toString('latin1', at, lineEnd).split(' ')[2]);
    const bytes = output.subarray(lineEnd + 1, lineEnd + 1 + size);
    at = lineEnd + 1 + size + 1;
    return bytes;
  });
}

/** Writes `folder` as it was in a commit into an empty one. */
export function writeTree(folder: string, commit: string, target: string): void {
  const entries = listTree(folder, commit);
  const links: { path: string; to: string }[] = [];
  for (const [index, bytes] of readBlobs(folder, entries).entries()) {
    const { path, isLink } = entries[index]!;
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    if (isLink) links.push({ path: file, to: bytes.toString('utf8') });
    else writeFileSync(file, bytes);
  }
  // Last, so that no file is ever written through one.
  for (const { path, to } of links) symlinkSync(to, path);
}
