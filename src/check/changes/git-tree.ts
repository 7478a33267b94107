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
  // Nearly always the only question; a name that looks like an option is asked about with care.
  const common = ref.startsWith('-') ? undefined : git(folder, ['merge-base', `${ref}^{commit}`, 'HEAD']);
  if (common) return { commit: common.toString('utf8').trim() };
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

/** What is different from a commit, and whether that is all there is to know of it. */
export interface Changes {
  /** Files that were committed, staged, edited or are new and not ignored, each as it was; undefined where it was not there. */
  readonly files: ReadonlyMap<string, TreeEntry | undefined>;
  /**
   * All other files are as git has them. Otherwise some are ignored, in conflict or repositories of their own, and only
   * the list of all files of the commit says what there was.
   */
  readonly areAll: boolean;
}

const noFile = '000000';
const linkMode = '120000';
/** Of files; there are also links and whole repositories. */
const fileModes: ReadonlySet<string> = new Set(['100644', '100755']);

/** Files below `folder` that differ from a commit. Paths relative to it. */
export function changesSince(folder: string, commit: string): Changes {
  const files = new Map<string, TreeEntry | undefined>();
  let areAll = true;
  const format = ['--raw', '--no-abbrev', '-z', '--no-renames', '--no-ext-diff', '--relative'];
  const tracked = git(folder, ['diff', ...format, commit, '--', '.']);
  const listed = tracked ? parts(tracked) : [];
  for (let at = 0; at + 1 < listed.length; at += 2) {
    const [mode = '', , sha = '', , status] = listed[at]!.slice(1).split(' ');
    const path = listed[at + 1]!;
    const isLink = mode === linkMode;
    const wasThere = isLink || fileModes.has(mode);
    if (status === 'U' || !(wasThere || mode === noFile)) areAll = false;
    if (wasThere || !files.has(path)) files.set(path, wasThere ? { path, sha, isLink } : undefined);
  }
  // Also those that are ignored: there are none in most folders, and then nothing more has to be asked.
  const others = parts(git(folder, ['ls-files', '-z', '--others', '--', '.']) ?? Buffer.alloc(0));
  if (others.length > 0) {
    const untracked = git(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']);
    const wanted = new Set(untracked ? parts(untracked) : []);
    for (const path of wanted) if (!files.has(path)) files.set(path, undefined);
    if (others.some((path) => !wanted.has(path) && !isHidden(path))) areAll = false;
  }
  return { files, areAll };
}

/** What no content is read from, such as what a Mac leaves in folders. */
const isHidden = (path: string): boolean => /(?:^|\/)\.|~$/.test(path);

/** The paths of all files below `folder` that differ from a commit. */
export const changedFiles = (folder: string, commit: string): ReadonlySet<string> =>
  new Set(changesSince(folder, commit).files.keys());

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
    return kind === 'blob' && isSafePath(path) ? [{ isLink: mode === linkMode, sha, path }] : [];
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
