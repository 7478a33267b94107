import { spawnSync } from 'node:child_process';

export interface GitResult {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

/** Git in a folder, without a shell and without what hooks set in the environment. */
export function git(folder: string, ...args: readonly string[]): GitResult {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    env: { ...clean, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { ok: status === 0, out: stdout ?? '', err: stderr ?? '' };
}

/** Lines of what git says; empty where it fails. */
export const linesOf = ({ ok, out }: GitResult): string[] => (ok ? out.split('\n').filter((line) => line !== '') : []);
