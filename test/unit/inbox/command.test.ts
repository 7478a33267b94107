import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inbox } from '../../../src/cli/inbox.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { repositoryWithContent, temporaryFolder } from './run-inbox.ts';

async function call(args: readonly string[], env: Record<string, string>) {
  let out = '';
  let err = '';
  const result = await inbox(args, { env, out: (text) => (out += text), err: (text) => (err += text) });
  if (typeof result !== 'number') await result.close();
  return { code: typeof result === 'number' ? result : 'started', out, err };
}

const usual = () => ({
  CONTENT_DIR: contentFolder(),
  INBOX_SPOOL: temporaryFolder(),
  INBOX_PORT: '0',
  INBOX_ORIGINS: 'https://example.org',
});

describe('the command', () => {
  it('explains itself in German and English, with every variable', async () => {
    const german = await call(['--help', '--lang', 'de'], {});
    const english = await call(['--help'], { LANG: 'en_GB.UTF-8' });
    expect([german.code, english.code]).toEqual([0, 0]);
    expect(german.out).toMatch(/Der Eingang/);
    expect(english.out).toMatch(/The inbox/);
    for (const name of ['INBOX_FORGE', 'INBOX_TOKEN', 'INBOX_ORIGINS', 'INBOX_SPOOL']) {
      expect(german.out).toContain(name);
      expect(english.out).toContain(name);
    }
  });

  it.each([
    [{ INBOX_PORT: 'http' }, /INBOX_PORT muss eine Zahl sein/],
    [{ INBOX_DIFFICULTY: '99' }, /INBOX_DIFFICULTY muss eine Zahl sein \(0–30\)/],
    [{ INBOX_FORGE: 'sourceforge' }, /INBOX_FORGE .*github/],
    [{ INBOX_FORGE: 'gitlab', INBOX_PROJECT: 'a/b', INBOX_TOKEN: 'x' }, /INBOX_FORGE_URL fehlt/],
    [
      { INBOX_FORGE: 'gitlab', INBOX_FORGE_URL: 'http://gitlab.example.org', INBOX_PROJECT: 'a/b', INBOX_TOKEN: 'x' },
      /https:\/\//,
    ],
    [{ INBOX_FORGE: 'github', INBOX_PROJECT: 'a/../b', INBOX_TOKEN: 'x' }, /INBOX_PROJECT/],
    [{ INBOX_FORGE: 'github', INBOX_PROJECT: 'a/b' }, /INBOX_TOKEN fehlt/],
    [{ INBOX_CONTENT_PATH: '../content' }, /INBOX_CONTENT_PATH/],
    [{ INBOX_CONTENT_PATH: '.git' }, /INBOX_CONTENT_PATH/],
    [{ INBOX_AUTHOR: 'nobody' }, /INBOX_AUTHOR/],
    [{ INBOX_ORIGINS: 'example.org' }, /INBOX_ORIGINS/],
    [{ INBOX_ORIGINS: '' }, /INBOX_ORIGINS fehlt/],
    [{ INBOX_REPOSITORY: '/' }, /Repository/],
    [{ CONTENT_DIR: '/nirgends' }, /Ordner/],
  ])('refuses %j and says why', async (env, message) => {
    const { code, err } = await call(['--lang', 'de'], { ...usual(), ...env });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/--help/);
  });

  it('names all that is wrong at once', async () => {
    const { err } = await call([], { ...usual(), INBOX_PORT: 'x', INBOX_AUTHOR: 'x' });
    expect(err).toMatch(/INBOX_PORT[^]*INBOX_AUTHOR/);
  });

  it('refuses an option that it does not know', async () => {
    expect((await call(['--daemon'], usual())).code).toBe(2);
  });

  it('starts, answers, and ends when asked to', async () => {
    const { repository, contentDir } = repositoryWithContent();
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/inbox.ts', '--lang', 'en'], {
      env: { ...process.env, ...usual(), CONTENT_DIR: contentDir, INBOX_REPOSITORY: repository },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const found = /Inbox ready: (\S+)/.exec(out)?.[1];
        if (found) resolve(found);
      });
      child.on('close', () => reject(new Error(`ended: ${out}${err}`)));
    });
    expect((await fetch(`${address}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(out).toMatch(/what still waits is kept/);
  }, 30_000);
});
