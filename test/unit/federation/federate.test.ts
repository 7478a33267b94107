import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { Terminal } from '../../../src/cli/check.ts';
import { federate } from '../../../src/cli/federate.ts';
import { contentFolder, invalidFixtures, today, validFile } from '../../support/content-folder.ts';

const published = readFileSync(join(invalidFixtures, 'source-area-unknown/federation/neustadt.json'), 'utf8').replace(
  '"altstadt"',
  '"neustadt"',
);

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/catalogue.json`;
}

/** Runs the command over a folder whose site names these sources. */
async function run(
  folder: string,
  sources: Readonly<Record<string, string>>,
): Promise<{ out: string; err: string; code: number }> {
  const list = Object.entries(sources).map(([id, from]) => `  - { id: ${id}, from: '${from}' }\n`);
  writeFileSync(join(folder, 'site.yml'), `${validFile('site.yml')}sources:\n${list.join('')}`);
  let out = '';
  let err = '';
  const env = { CONTENT_DIR: folder, BUILD_DATE: today, LANG: 'en' };
  const terminal = { env, out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await federate([], terminal as unknown as Terminal);
  return { out, err, code };
}

test('fetches a catalogue, keeps it, and the site has its offers without asking the network again', async () => {
  const folder = contentFolder();
  let asked = 0;
  const address = await serve((_, response) => {
    asked += 1;
    response.end(published);
  });
  expect(await run(folder, { neustadt: address })).toEqual({
    out: 'neustadt: 1 offers, as of 2026-02-01\n',
    err: '',
    code: 0,
  });
  expect((await run(folder, { neustadt: address })).out).toBe('neustadt: unchanged\n');
  const { value } = await loadCatalogue({ contentDir: folder, today });
  expect(value!.offers.get('neustadt--formularhilfe')?.homes?.[0]?.title).toEqual({ de: 'Stadt Neustadt' });
  expect(asked).toBe(2);
});

test('an offer that its town withdraws is gone after the next run', async () => {
  const folder = contentFolder();
  let text = published;
  const address = await serve((_, response) => response.end(text));
  await run(folder, { neustadt: address });
  text = JSON.stringify({ ...(JSON.parse(published) as object), date: '2026-02-28', offers: [] });
  await run(folder, { neustadt: address });
  const { value } = await loadCatalogue({ contentDir: folder, today });
  expect(value!.offers.has('neustadt--formularhilfe')).toBe(false);
});

const bad: ReadonlyArray<readonly [name: string, answer: RequestListener, says: string]> = [
  ['an error', (_, response) => response.writeHead(503).end(), 'answers with 503'],
  ['a page', (_, response) => response.end('<!doctype html>'), 'no readable JSON'],
  [
    'a newer format',
    (_, response) => response.end(published.replace('"version": 1', '"version": 9')),
    'newer format (9)',
  ],
  [
    'an older state',
    (_, response) => response.end(published.replace('2026-02-01', '2025-02-01')),
    'older (2025-02-01)',
  ],
  ['a broken connection', (request) => request.socket.destroy(), 'Cannot be reached'],
  [
    'no end',
    (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000, 32))) continue;
      };
      response.on('drain', more);
      more();
    },
    'larger than 64 MB',
  ],
  [
    'another protocol',
    (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'Cannot be reached',
  ],
];

test.each(bad)('%s costs a message; the last good copy stays', async (_, answer, says) => {
  const folder = contentFolder();
  let next: RequestListener = (_request, response) => response.end(published);
  const address = await serve((request, response) => next(request, response));
  await run(folder, { neustadt: address });
  const copy = readFileSync(join(folder, 'federation/neustadt.json'));
  next = answer;
  const { err, code } = await run(folder, { neustadt: address });
  expect([code, err]).toEqual([0, expect.stringContaining(says)]);
  expect(err).toContain('The last good copy stays.');
  expect(readFileSync(join(folder, 'federation/neustadt.json')).equals(copy)).toBe(true);
  const { value } = await loadCatalogue({ contentDir: folder, today });
  expect(value!.offers.has('neustadt--formularhilfe')).toBe(true);
});

test('a town that cannot be reached does not keep the others out; plain http is not asked at all', async () => {
  const folder = contentFolder();
  const address = await serve((_, response) => response.end(published));
  const { out, err } = await run(folder, { away: 'http://away.example.org/catalogue.json', neustadt: address });
  expect(err).toBe('away: Only addresses with https:// are fetched. There is no copy yet.\n');
  expect(out).toContain('neustadt: 1 offers');
  expect(existsSync(join(folder, 'federation/away.json'))).toBe(false);
});

test('a copy that somebody edited is not used', async () => {
  const folder = contentFolder();
  const address = await serve((_, response) => response.end(published));
  await run(folder, { neustadt: address });
  const path = join(folder, 'federation/neustadt.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Formularhilfe', 'Werbung'));
  const { value, problems } = await loadCatalogue({ contentDir: folder, today });
  expect(value!.offers.has('neustadt--formularhilfe')).toBe(false);
  expect(problems.map(({ code, args }) => [code, args['reason']])).toEqual([['source-left-out', 'changed']]);
});
