import { readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handInsAtOnce, sizeLimit } from '../../../src/inbox/serve.ts';
import { git, origin, repositoryWithContent, runInbox, temporaryFolder, validOffer } from './run-inbox.ts';

async function start(env: Record<string, string> = {}) {
  const { repository, contentDir } = repositoryWithContent();
  const inbox = await runInbox(contentDir, { INBOX_REPOSITORY: repository, ...env });
  return { repository, contentDir, inbox };
}

/** Sends bytes as they are and gives what comes back until the connection ends. */
const raw = (port: number, ...parts: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => {});
    for (const part of parts) socket.write(part);
  });

const head = (length: number | string): string =>
  `POST /hand-in HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\ncontent-type: application/json\r\n${
    typeof length === 'number' ? `content-length: ${length}` : length
  }\r\n\r\n`;

describe('size and time', () => {
  it('refuses what is announced as too large without reading it', async () => {
    const { inbox } = await start();
    const answer = await raw(inbox.port, head(sizeLimit + 1));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/inbox\.too-large/);
  });

  it('refuses what turns out too large without having said so', async () => {
    const { inbox } = await start();
    const chunk = 'x'.repeat(64 * 1024);
    const chunks = Array.from({ length: 5 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    expect(await raw(inbox.port, head('transfer-encoding: chunked'), ...chunks)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('takes what is just small enough as far as the JSON', async () => {
    const { inbox } = await start();
    const { status, json } = await inbox.post(`"${'x'.repeat(sizeLimit - 2)}"`);
    expect([status, json.reason]).toEqual([400, 'wrong-shape']);
  });

  it('gives up on a sender that is too slow, with headers as with the body', async () => {
    const { inbox } = await start({ INBOX_TIMEOUT: '0.2' });
    const [body, headers] = await Promise.all([
      raw(inbox.port, head(100), '{"kind"'),
      raw(inbox.port, 'POST /hand-in HTTP/1.1\r\nhost: x\r\n'),
    ]);
    expect(body).toMatch(/^HTTP\/1\.1 408 /);
    expect(headers).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('goes on after senders that hang up in the middle', async () => {
    const { inbox } = await start();
    for (let times = 0; times < 10; times += 1) {
      const socket = connect(inbox.port, '127.0.0.1');
      socket.on('error', () => {});
      await new Promise<void>((resolve) => socket.write(`${head(5000)}{"kind":`, () => resolve()));
      socket.destroy();
    }
    expect((await inbox.hand({ kind: 'gone', id: 'sprachcafe' })).status).toBe(202);
  });
});

describe('what is not even a request', () => {
  it.each([
    ['Latin-1', Buffer.from('{"kind":"offer","lang":"de","data":{"title":"Caf\xe9"}}', 'latin1'), 'not-utf8'],
    ['half a character', Buffer.concat([Buffer.from('{"kind":"'), Buffer.from([0xe2, 0x82])]), 'not-utf8'],
    ['UTF-16', Buffer.from('\ufeff{"kind":"offer"}', 'utf16le'), 'not-utf8'],
    ['no JSON', Buffer.from('kind=offer'), 'not-json'],
    ['nothing', Buffer.from(''), 'not-json'],
    ['a list', Buffer.from('[]'), 'wrong-shape'],
    ['an unknown kind', Buffer.from('{"kind":"delete","lang":"de"}'), 'wrong-shape'],
    ['an unknown language', Buffer.from('{"kind":"offer","lang":"xx","data":{}}'), 'unknown-language'],
    ['no id', Buffer.from('{"kind":"gone","lang":"de"}'), 'bad-id'],
    ['data that is a list', Buffer.from('{"kind":"offer","lang":"de","data":[]}'), 'wrong-shape'],
    ['no proof', Buffer.from('{"kind":"offer","lang":"de","data":{}}'), 'wrong-shape'],
  ])('is refused: %s', async (_, bytes, reason) => {
    const { inbox } = await start();
    const { status, json } = await inbox.post(bytes);
    expect([status, json.key, json.reason]).toEqual([400, 'inbox.malformed', reason]);
  });

  it.each([
    ['text/plain', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/json; charset=iso-8859-1', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('is refused: type %s %j', async (type, headers) => {
    const { inbox } = await start();
    expect((await inbox.post('{}', { 'content-type': type, ...headers })).status).toBe(415);
  });

  it('is refused: other paths and methods', async () => {
    const { inbox } = await start();
    expect((await inbox.get('/')).status).toBe(404);
    expect((await inbox.get('/constructor')).status).toBe(404);
    const { status, headers } = await inbox.get('/hand-in');
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('origins', () => {
  it('lets the form of the site in, and no other page', async () => {
    const { inbox } = await start();
    const preflight = await inbox.get('/hand-in', { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
    for (const other of ['https://elsewhere.example.org', 'null', `${origin}.elsewhere.example.org`]) {
      const answer = await inbox.get('/challenge', { headers: { origin: other } });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });
});

describe('proof of work', () => {
  it('is needed, once for each hand-in', async () => {
    const { inbox } = await start();
    const send = (proof: unknown): Promise<number> =>
      inbox
        .post(JSON.stringify({ kind: 'still-correct', lang: 'de', id: 'sprachcafe', proof }))
        .then(({ status }) => status);
    const proof = await inbox.solve();
    expect(await send({ challenge: '', nonce: '' })).toBe(403);
    expect(
      await send({ ...proof, challenge: proof.challenge.replace(/.$/, (char) => (char === '0' ? '1' : '0')) }),
    ).toBe(403);
    expect(await send(proof)).toBe(202);
    expect(await send(proof)).toBe(403);
  });
});

describe('limits', () => {
  it('lets one address in only so often, whatever it claims about itself', async () => {
    const { inbox } = await start({ INBOX_PER_HOUR: '2' });
    const send = (headers: Record<string, string> = {}) => inbox.post('{}', headers);
    expect([(await send()).status, (await send()).status]).toEqual([400, 400]);
    const { status, headers, json } = await send({ 'x-forwarded-for': '203.0.113.9' });
    expect([status, json.key]).toEqual([429, 'inbox.too-many']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(1000);
  });

  it('believes its own proxy, and only the last entry', async () => {
    const { inbox } = await start({ INBOX_PER_HOUR: '1', INBOX_PROXIES: '1' });
    const send = async (address: string) => (await inbox.post('{}', { 'x-forwarded-for': address })).status;
    expect(await send('203.0.113.1')).toBe(400);
    expect(await send('203.0.113.2')).toBe(400);
    expect(await send('198.51.100.7, 203.0.113.1')).toBe(429);
  });

  it('says that it is full instead of taking more than it can keep', async () => {
    const spool = temporaryFolder();
    const { repository, inbox } = await start({
      INBOX_SPOOL: spool,
      INBOX_WAITING: '1',
      INBOX_BASE: 'main',
      INBOX_RETRY_SECONDS: '3600',
      INBOX_RETRY_LIMIT: '3600',
    });
    git(repository, 'branch', '-m', 'main', 'gone');
    expect((await inbox.hand({ kind: 'gone', id: 'sprachcafe' })).status).toBe(202);
    const { status, json } = await inbox.hand({ kind: 'still-correct', id: 'sprachcafe' });
    expect([status, json.key]).toEqual([503, 'inbox.busy']);
    expect(readdirSync(join(spool, 'waiting'))).toHaveLength(1);
  });

  it('works on a bounded number of 200 that come at once, and takes them all', async () => {
    const spool = temporaryFolder();
    const { repository, inbox } = await start({ INBOX_SPOOL: spool });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        inbox.hand({ kind: 'need', data: { title: `Bedarf ${index}`, how_many: index + 1 }, body: 'x'.repeat(4000) }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(inbox.peak).toBeLessThanOrEqual(handInsAtOnce);
    // Each is a dozen calls of git: that some arrive shows enough, as long as the others still wait.
    await inbox.logged(/^opened need/, 20);
    await inbox.close();
    const kept = (folder: string): string[] =>
      readdirSync(join(spool, folder)).filter((name) => name.endsWith('.json'));
    expect(new Set([...kept('waiting'), ...kept('done')]).size).toBe(200);
    expect(git(repository, 'for-each-ref', 'refs/heads/hand-in').trim().split('\n')).toHaveLength(kept('done').length);
  }, 60_000);
});

describe('privacy', () => {
  it('logs and keeps nothing of what was handed in once it has been sent', async () => {
    const spool = temporaryFolder();
    const { inbox } = await start({ INBOX_SPOOL: spool });
    await inbox.hand({ kind: 'offer', data: validOffer, body: 'Ayla hilft.' });
    await inbox.hand({ kind: 'offer', data: { ...validOffer, contacts: [{ role: 'x', phone: '4710999' }] } });
    await inbox.logged(/^opened/);
    expect(inbox.lines.join('\n')).not.toMatch(/Ayla|4710|127\.0\.0\.1|Fahrradkurs für/);
    const done = readdirSync(join(spool, 'done'));
    expect(done).toHaveLength(1);
    expect(readdirSync(join(spool, 'waiting'))).toEqual([]);
  });
});

it('tells how it is without naming anything', async () => {
  const { inbox } = await start();
  expect((await inbox.get('/health')).json).toEqual({ status: 'ok', waiting: 0, failed: 0 });
});

it('answers with an error when it breaks, and says no more', async () => {
  const { contentDir, inbox } = await start();
  rmSync(contentDir, { recursive: true });
  const { status, json } = await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
  expect([status, json.key]).toEqual([500, 'inbox.broken']);
  expect(JSON.stringify(json)).not.toContain(contentDir);
});
