import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { today } from '../../support/content-folder.ts';
import { git, origin, repositoryWithContent, solve, temporaryFolder } from './run-inbox.ts';

interface Killable {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves with the log once it has that many lines of that kind. */
  readonly until: (pattern: RegExp, count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
}

async function start(env: Record<string, string>): Promise<Killable> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/inbox.ts', '--lang', 'en'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const until = (pattern: RegExp, count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if ((log.match(pattern) ?? []).length >= count) resolve();
      };
      child.stdout.on('data', look);
      look();
    });
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await until(/Inbox ready/g, 1);
  return {
    url: /ready: (\S+)/.exec(log)![1]!,
    child,
    until,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

it('loses nothing and sends nothing twice, however often the process is killed', async () => {
  const { repository, contentDir } = repositoryWithContent();
  const spool = temporaryFolder();
  const env = {
    CONTENT_DIR: contentDir,
    BUILD_DATE: today,
    INBOX_REPOSITORY: repository,
    INBOX_SPOOL: spool,
    INBOX_PORT: '0',
    INBOX_ORIGINS: origin,
    INBOX_DIFFICULTY: '1',
    INBOX_PER_HOUR: '1000',
  };
  let inbox = await start(env);
  const accepted: string[] = [];
  for (let number = 0; number < 24; number += 1) {
    const challenge = (await (await fetch(`${inbox.url}/challenge`)).json()) as {
      challenge: string;
      difficulty: number;
    };
    const proof = { challenge: challenge.challenge, nonce: solve(challenge.challenge, challenge.difficulty) };
    const handIn = { kind: 'need', lang: 'de', data: { title: `Bedarf ${number}` }, proof };
    const response = await fetch(`${inbox.url}/hand-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(handIn),
    });
    expect(response.status).toBe(202);
    accepted.push(`content/${((await response.json()) as { file: string }).file}`);
    // In the middle of whatever it does with what it has just promised to keep.
    if (number % 12 === 5) {
      await inbox.kill();
      inbox = await start(env);
    }
  }
  await inbox.kill();
  const waiting = readdirSync(join(spool, 'waiting')).filter((name) => name.endsWith('.json')).length;
  const last = await start(env);
  await last.until(/(opened|already-there) need/g, waiting);
  // The line is written after the receipt; what is asked now is answered after both.
  await last.kill();
  const branches = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in')
    .trim()
    .split('\n');
  const files = branches.map((branch) => git(repository, 'diff', '--name-only', `main...${branch}`).trim());
  expect(files.toSorted()).toEqual(accepted.toSorted());
  expect(readdirSync(join(spool, 'failed'))).toEqual([]);
  expect(readdirSync(join(spool, 'waiting')).filter((name) => name.endsWith('.json'))).toEqual([]);
}, 120_000);
