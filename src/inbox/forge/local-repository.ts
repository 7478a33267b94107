import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { planChanges } from './plan-changes.ts';

export interface LocalOptions {
  /** The repository, with or without a work tree. */
  readonly repository: string;
  readonly base: string;
}

type Git = (args: readonly string[], options?: { input?: string; env?: Record<string, string> }) => Promise<string>;

class GitFailed extends Error {
  override readonly name = 'GitFailed';
}

/** Calls git without a shell and without what the environment may say about another repository. */
export function gitIn(repository: string): Git {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return (args, { input, env = {} } = {}) =>
    new Promise((resolve, reject) => {
      // A mounted repository belongs to somebody else; that this one is meant says who has set it up.
      const trusted = ['-c', `safe.directory=${resolvePath(repository)}`];
      const child = spawn('git', [...trusted, '-C', repository, ...args], {
        env: { ...clean, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const out: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.resume();
      child.on('error', reject);
      // Git may have ended before it has read everything; what it says then is in its exit code.
      child.stdin.on('error', () => {});
      child.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(out).toString('utf8'));
        else reject(new GitFailed(`git ${args[0]}: exit code ${code}`));
      });
      child.stdin.end(input ?? '');
    });
}

const succeeds = (work: Promise<string>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof GitFailed) return false;
      throw error;
    },
  );

/**
 * A repository on this machine: the commit is put together from objects and then a branch is pointed at it, in one step
 * that either happens or not. Work tree, index and every other branch stay as they are.
 */
export function openLocalRepository({ repository, base }: LocalOptions): Forge {
  const git = gitIn(repository);

  async function deliver(proposal: Parameters<Forge['deliver']>[0]): Promise<Delivery> {
    const { branch, author, mark } = proposal;
    const ref = `refs/heads/${branch}`;
    if (await succeeds(git(['rev-parse', '--verify', '--quiet', ref])))
      return { outcome: 'already-there', where: branch };
    const parent = (await git(['rev-parse', '--verify', `refs/heads/${base}^{commit}`])).trim();
    const merged = await git(['log', '-n', '1', '--format=%H', '--fixed-strings', `--grep=${mark}`, parent]);
    if (merged !== '') return { outcome: 'already-there', where: merged.trim() };

    const current = new Map<string, string | undefined>();
    const modes = new Map<string, string>();
    for (const { path } of proposal.files) {
      const listed = await git(['ls-tree', '-z', parent, '--', path]);
      const [mode = ''] = listed.split(' ');
      if (listed !== '' && mode !== '100644' && mode !== '100755')
        throw new ForgeError(`${path} is no ordinary file`, false);
      current.set(path, listed === '' ? undefined : await git(['cat-file', 'blob', `${parent}:${path}`]));
      modes.set(path, mode || '100644');
    }
    const plan = planChanges(proposal, current);
    if ('outcome' in plan) return plan;
    if (plan.files.length === 0) return { outcome: 'unchanged' };

    const scratch = await mkdtemp(join(tmpdir(), 'inbox-index-'));
    try {
      const env = { GIT_INDEX_FILE: join(scratch, 'index') };
      await git(['read-tree', parent], { env });
      for (const { path, text } of plan.files) {
        const blob = (await git(['hash-object', '-w', '--stdin'], { input: text })).trim();
        await git(['update-index', '--add', '--cacheinfo', `${modes.get(path)},${blob},${path}`], { env });
      }
      const tree = (await git(['write-tree'], { env })).trim();
      const commit = await git(['commit-tree', tree, '-p', parent, '-F', '-'], {
        input: proposal.commitMessage,
        env: {
          GIT_AUTHOR_NAME: author.name,
          GIT_AUTHOR_EMAIL: author.email,
          GIT_COMMITTER_NAME: author.name,
          GIT_COMMITTER_EMAIL: author.email,
        },
      });
      // The old value of zeros makes git refuse where the branch has come into being meanwhile.
      await git(['update-ref', ref, commit.trim(), '0'.repeat(parent.length)]);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return { outcome: 'opened', where: branch };
  }

  return {
    async deliver(proposal) {
      try {
        return await deliver(proposal);
      } catch (error) {
        // A lock held by somebody else, a full disk: all of it passes.
        if (error instanceof GitFailed) throw new ForgeError(error.message, true);
        throw error;
      }
    },
  };
}
