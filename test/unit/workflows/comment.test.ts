import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

interface Comment {
  id: number;
  user: { type: string };
  body: string;
}

const textOf = (json: string): string => (JSON.parse(json) as { body: string }).body;

const marker = '<!-- angebotslotse: summary -->';

/** Runs the script as the workflow does, against a stand-in for GitHub's interface on loopback. */
async function comment(summary: string | undefined, comments: Comment[] = [], headSha = 'abc') {
  const folder = mkdtempSync(join(tmpdir(), 'comment-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://localhost');
      requests.push(`${request.method} ${url.pathname}`);
      const answer = (json: unknown): void => {
        response.end(JSON.stringify(json));
      };
      if (request.headers.authorization !== 'Bearer secret') response.statusCode = 401;
      if (url.pathname === '/repos/kreis/angebote/pulls')
        return answer(url.searchParams.get('head') === 'gast:neu' ? [{ number: 7, head: { sha: headSha } }] : []);
      if (request.method === 'POST') comments.push({ id: 99, user: { type: 'Bot' }, body: textOf(body) });
      if (request.method === 'PATCH') comments.find(({ id }) => url.pathname.endsWith(`/${id}`))!.body = textOf(body);
      answer(comments);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const file = join(folder, 'summary.md');
  if (summary !== undefined) writeFileSync(file, summary);
  const eventPath = join(folder, 'event.json');
  const run = { head_sha: 'abc', head_branch: 'neu', head_repository: { owner: { login: 'gast' } }, pull_requests: [] };
  writeFileSync(eventPath, JSON.stringify({ workflow_run: run }));
  const child = spawn(process.execPath, ['.github/comment-summary.mjs', file], {
    env: {
      PATH: process.env['PATH'],
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_REPOSITORY: 'kreis/angebote',
      GITHUB_EVENT_PATH: eventPath,
      GH_TOKEN: 'secret',
    },
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, comments, requests };
}

describe('the comment under a pull request', () => {
  it('is written where none is, under the pull request that the check was for', async () => {
    const { code, comments, requests } = await comment('## Zusammenfassung\n\n- `content/offers/x.md` `Café`\n');
    expect(code).toBe(0);
    expect(requests.at(-1)).toBe('POST /repos/kreis/angebote/issues/7/comments');
    expect(comments).toHaveLength(1);
    expect(comments[0]!.body.startsWith(marker)).toBe(true);
    expect(comments[0]!.body).toContain('## Zusammenfassung\n\n- `content/offers/x.md` `Café`\n');
  });

  it('is renewed, and that of a person who copied its mark is left alone', async () => {
    const { comments } = await comment('neu', [
      { id: 1, user: { type: 'User' }, body: `${marker} von Hand` },
      { id: 2, user: { type: 'Bot' }, body: `${marker} alt` },
    ]);
    expect(comments.map(({ body }) => body.slice(marker.length).trim().split('\n').at(-1))).toEqual([
      'von Hand',
      'neu',
    ]);
  });

  it('is not written for a state that is no longer the newest, nor without a summary', async () => {
    expect((await comment('x', [], 'newer')).comments).toEqual([]);
    const { code, requests } = await comment(undefined);
    expect([code, requests]).toEqual([0, []]);
  });

  it('carries no link, mention, picture or HTML, whoever wrote the summary', async () => {
    const { comments } = await comment(
      [
        '# @everyone [klick](https://evil.example.org) ![x](//evil.example.org/p.png)',
        '<img src=x onerror=alert(1)> <!-- --> &lt;b&gt; https://evil.example.org www.evil.example.org a@b.example.org',
        '`offen @team',
        '``zwei ` drei`` `gut @team` kreis/angebote#3 #4 !5',
        '```',
        '@team',
        '~~~',
        '[1]: https://evil.example.org',
        '\u202ererhi',
      ].join('\n'),
    );
    const [head, ...lines] = comments[0]!.body.split('\n').slice(3);
    expect(head).not.toMatch(/[@<>[\]!#]|:\/\//);
    const outside = [head, ...lines].join('\n').replace(/``zwei ` drei``|`gut @team`/g, '');
    expect(outside).not.toMatch(/[@<>[\]!#&~`\u202e]|:\/\/|www\.\w/);
    expect(comments[0]!.body).toContain('``zwei ` drei`` `gut @team`');
  });

  it('stays within what GitHub takes', async () => {
    const { comments } = await comment('wort '.repeat(100_000));
    expect(comments[0]!.body.length).toBeLessThan(65_536);
  });
});
