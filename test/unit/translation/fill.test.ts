import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { translate } from '../../../src/cli/translate.ts';
import {
  changedOffer,
  contentFolder as wholeFolder,
  guideOnly,
  today,
  validFile,
} from '../../support/content-folder.ts';

const contentFolder = (...content: Parameters<typeof wholeFolder>): string => guideOnly(wholeFolder(...content));

interface Received {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: Record<string, unknown>;
  /** As it was on the wire. */
  readonly text: string;
}

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  /** Never answers. */
  readonly silent?: boolean;
}

type Answering = (request: Received) => Reply | undefined;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A server on this computer that answers as `reply` says, otherwise 404, and remembers what it was asked. */
async function serve(reply: Answering): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const answerTo = async (request: IncomingMessage): Promise<Reply | undefined> => {
    const text = await textOf(request);
    const entry = {
      method: request.method ?? '',
      path: request.url ?? '',
      key: request.headers.authorization,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      text,
    };
    received.push(entry);
    return reply(entry);
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(request);
    if (answer?.silent) return;
    const headers = { 'content-type': 'application/json', ...answer?.headers };
    response.writeHead(answer?.status ?? (answer ? 200 : 404), headers);
    response.end(answer?.json === undefined ? '' : JSON.stringify(answer.json));
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** “Translates” what is not in a tag, so that a test sees what the service saw and what it left alone. */
const shout = (text: string): string =>
  text
    .split(/(<k[^>]*>.*?<\/k>|<span[^>]*>.*?<\/span>|<[^>]*>|&\w+;)/)
    .map((part, index) => (index % 2 === 0 ? part.toUpperCase() : part))
    .join('');

/** A service that forgets a number and makes another one up. */
const garble = (text: string): string =>
  text.startsWith('Anruf') ? 'CALL' : text === 'Anmeldung' ? 'CALL 0900 6666666' : shout(text);

const deeplLanguages = [
  { lang: 'de', usable_as_source: true, usable_as_target: true, features: { glossary: { status: 'stable' } } },
  { lang: 'en-GB', usable_as_source: false, usable_as_target: true, features: { glossary: { status: 'stable' } } },
  { lang: 'ar', usable_as_source: true, usable_as_target: true, features: {} },
];

/** DeepL's interface; `change` may answer a translation otherwise. */
const deepl =
  (change?: (request: Received) => Reply | undefined): Answering =>
  (request) => {
    if (request.path === '/v3/languages?resource=translate_text') return { json: deeplLanguages };
    if (request.method === 'POST' && request.path === '/v3/glossaries')
      return { status: 201, json: { glossary_id: 'abc-123' } };
    if (request.method === 'DELETE' && request.path === '/v3/glossaries/abc-123') return { status: 204 };
    if (request.path !== '/v2/translate') return undefined;
    return (
      change?.(request) ?? {
        json: { translations: (request.body['text'] as string[]).map((text) => ({ text: shout(text) })) },
      }
    );
  };

const libre =
  (change?: (request: Received) => Reply | undefined): Answering =>
  (request) => {
    if (request.path === '/languages')
      return {
        json: [
          { code: 'de', targets: ['en', 'ar'] },
          { code: 'en', targets: ['de'] },
        ],
      };
    if (request.path !== '/translate') return undefined;
    return change?.(request) ?? { json: { translatedText: (request.body['q'] as string[]).map(shout) } };
  };

async function fill(
  folder: string,
  server: { url: string },
  { provider = 'deepl', args = [] }: { provider?: string; args?: string[] } = {},
): Promise<{ code: number; out: string; waited: number[] }> {
  let out = '';
  const waited: number[] = [];
  const env = {
    CONTENT_DIR: folder,
    LANG: 'en_GB',
    BUILD_DATE: today,
    DEEPL_API_KEY: 'secret-key',
    DEEPL_API_URL: server.url,
    LIBRETRANSLATE_URL: server.url,
    TRANSLATE_TIMEOUT: '0.2',
  };
  const code = await translate(
    ['fill', '--lang', 'en', '--provider', provider, ...args],
    env,
    (text) => (out += text),
    (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  );
  return { code, out, waited };
}

const untranslated = { 'offers/sprachcafe.en.md': undefined };

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

const rich = (): Record<string, string | undefined> => ({
  ...untranslated,
  ...changedOffer(
    '**Kommen Sie einfach vorbei.**',
    '**Jobcenter:** 0221 4710123, [hier](https://example.org/a?b=1&c=2) & ab 16:00 Uhr in der Sprachbrücke Musterland.',
  ),
});

describe.each([
  ['deepl', deepl],
  ['libretranslate', libre],
] as const)('%s', (provider, service) => {
  it('fills gaps with files that pass the checks, marked as machine-made', async () => {
    const folder = contentFolder(undefined, rich());
    const { code, out } = await fill(folder, await serve(service()), { provider });
    expect(out).toContain('written: offers/sprachcafe.en.md');
    expect(code).toBe(0);
    const text = read(folder, 'offers/sprachcafe.en.md');
    expect(text).toContain('title: SPRACHCAFÉ ZIEGELHOF');
    expect(text).toContain('  by: machine\n');
    // With a glossary the term is the service’s business, without one it is protected.
    const term = provider === 'deepl' ? 'JOBCENTER' : 'Jobcenter';
    expect(text).toContain(
      `**${term}:** 0221 4710123, [HIER](https://example.org/a?b=1&c=2) & AB 16:00 UHR IN DER Sprachbrücke Musterland.`,
    );
    expect((await loadCatalogue({ contentDir: folder, today })).problems).toEqual([]);
    expect((await fill(folder, await serve(service()), { provider })).out).toContain('no gaps');
  });

  it('sends no draft, no person, no protected address, and nothing but texts', async () => {
    const secrets = [
      'GEHEIM',
      'Mira',
      'Beispielfrau',
      '4710',
      'example.org',
      'Rosenstra',
      '00123',
      'Nr. 7',
      'lindenau',
      'secret-marker',
    ];
    const offer = validFile('offers/sprachcafe.md');
    const folder = contentFolder(undefined, {
      ...untranslated,
      'offers/entwurf.md': offer
        .replace('title: Sprachcafé', 'title: GEHEIM Entwurf')
        .replace('status: active', 'status: draft'),
      'offers/person.md': offer
        .replace(
          'contacts:',
          "contacts:\n  - person: Mira Beispielfrau\n    role: GEHEIM Rolle\n    hours: GEHEIM Zeit\n    phone: +49 221 4710124\n    consent: { given_on: 2026-01-15, scope: [name, phone], valid_until: 2028-01-15, record: 'Ordner Nr. 7' }",
        )
        .replace(
          '**Kommen',
          'Fragen Sie Mira Beispielfrau oder Frau Beispielfrau, 0221 4710124, mira@example.org, [Seite](https://example.org/secret-marker). **Kommen',
        ),
      'offers/anderswo.md': offer.replace('**Kommen', 'Auch Frau Beispielfrau ist da. **Kommen'),
      'offers/schutz.md': offer.replace(
        'place: ziegelhof',
        'place: { name: Haus, town: lindenau, street: Rosenstraße 9, protected: true, directions: GEHEIM hinter dem Tor }',
      ),
      'offers/falsch.md': offer.replace('Im ersten Stock', 'GEHEIM in der Rosenstraße 7'),
      'places/haus-rose.md': validFile('places/haus-rose.md').replace(
        'protected: true',
        'protected: true\ndirections: GEHEIM zweites Tor',
      ),
    });
    const server = await serve(service());
    const { out } = await fill(folder, server, { provider });
    expect(out).toContain('1 file(s) with errors are not sent');
    expect(out).toContain('offers/person.en.md');
    expect(server.received.length).toBeGreaterThan(1);
    for (const { path, text } of server.received) {
      if (path.includes('glossaries')) continue;
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    const person = read(folder, 'offers/person.en.md');
    expect(person).toContain(
      'FRAGEN SIE Mira Beispielfrau ODER Frau Beispielfrau, 0221 4710124, mira@example.org, [SEITE](https://example.org/secret-marker).',
    );
    expect(person).toMatch(/contacts:\n {2}- \{\}\n {2}- role: ANMELDUNG/);
  });

  it('leaves alone what a person has translated or read', async () => {
    const english = validFile('offers/sprachcafe.en.md');
    for (const state of ['by: human', 'by: machine\n  reviewed_on: 2026-02-01']) {
      const files = {
        ...changedOffer('kleinen', 'runden'),
        'offers/sprachcafe.en.md': english.replace('by: human', state),
      };
      const folder = contentFolder(undefined, files);
      await fill(folder, await serve(service()), { provider, args: ['--outdated'] });
      expect(read(folder, 'offers/sprachcafe.en.md')).toBe(files['offers/sprachcafe.en.md']);
    }
  });

  it('translates a machine’s outdated text again only when asked', async () => {
    const english = validFile('offers/sprachcafe.en.md').replace('by: human', 'by: machine');
    const folder = contentFolder(undefined, {
      ...changedOffer('kleinen', 'runden'),
      'offers/sprachcafe.en.md': english,
    });
    await fill(folder, await serve(service()), { provider });
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(english);
    await fill(folder, await serve(service()), { provider, args: ['--outdated'] });
    expect(read(folder, 'offers/sprachcafe.en.md')).toContain('WIR SITZEN AN RUNDEN TISCHEN');
    expect((await loadCatalogue({ contentDir: folder, today })).problems).toEqual([]);
  });

  it('keeps to the limit, and sends nothing on a dry run', async () => {
    const folder = contentFolder(undefined, untranslated);
    const server = await serve(service());
    expect(await fill(folder, server, { provider, args: ['--dry-run', '--limit', '1'] })).toMatchObject({
      code: 0,
      out: expect.stringContaining('from 1 entries') as string,
    });
    expect(server.received).toEqual([]);
    expect((await fill(folder, server, { provider, args: ['--limit', '1'] })).out).toContain('1 file(s) written');
  });

  const path = provider === 'deepl' ? '/v2/translate' : '/translate';
  const tries = (server: { received: Received[] }): number =>
    server.received.filter((request) => request.path === path).length;

  it.each([
    [403, 1, 'does not accept the key'],
    [400, 1, 'does not understand the request'],
    [429, 6, 'too busy'],
    [456, 1, 'quota of the service is used up'],
    [500, 6, 'has a fault'],
    [503, 6, 'has a fault'],
  ])('says what %i means, and tries %i time(s)', async (status, expected, message) => {
    const folder = contentFolder(undefined, untranslated);
    const server = await serve(service(() => ({ status, json: { message: 'no' } })));
    const { code, out, waited } = await fill(folder, server, { provider });
    expect({ code, tries: tries(server) }).toEqual({ code: 1, tries: expected });
    expect(out).toContain(message);
    expect(out).not.toContain('secret-key');
    expect(waited).toEqual([1000, 2000, 4000, 8000, 16000].slice(0, expected - 1));
    expect(() => read(folder, 'offers/sprachcafe.en.md')).toThrow('ENOENT');
  });

  it('waits as long as it is told, then goes on', async () => {
    const folder = contentFolder(undefined, untranslated);
    let calls = 0;
    const server = await serve(
      service(() => (calls++ === 0 ? { status: 429, headers: { 'retry-after': '7' } } : undefined)),
    );
    const { code, waited } = await fill(folder, server, { provider });
    expect({ code, waited }).toEqual({ code: 0, waited: [7000] });
  });

  it('gives up on a service that does not answer', async () => {
    const server = await serve(service(() => ({ silent: true })));
    const { code, out, waited } = await fill(contentFolder(undefined, untranslated), server, { provider });
    expect({ code, waits: waited.length }).toEqual({ code: 1, waits: 5 });
    expect(out).toContain('does not answer in time');
  });

  it('says when nobody is there', async () => {
    const { code, out } = await fill(
      contentFolder(undefined, untranslated),
      { url: 'http://127.0.0.1:9' },
      { provider },
    );
    expect(code).toBe(1);
    expect(out).toContain('cannot be reached');
  });

  it('does not follow to another address', async () => {
    const other = await serve(service());
    const server = await serve(service(() => ({ status: 307, headers: { location: `${other.url}${path}` } })));
    expect((await fill(contentFolder(undefined, untranslated), server, { provider })).code).toBe(1);
    expect(other.received).toEqual([]);
  });

  it.each([
    ['too few', 1],
    ['too many', 100],
    ['no', 0],
  ])('takes nothing from an answer with %s texts', async (_, count) => {
    const folder = contentFolder(undefined, untranslated);
    const texts = Array.from({ length: count }, () => 'x');
    const json = provider === 'deepl' ? { translations: texts.map((text) => ({ text })) } : { translatedText: texts };
    const { code, out } = await fill(folder, await serve(service(() => ({ json }))), { provider });
    expect(code).toBe(1);
    expect(out).toContain('does not fit the request');
    expect(() => read(folder, 'offers/sprachcafe.en.md')).toThrow('ENOENT');
  });

  it('refuses a text that has lost a number or has one of its own, and keeps the others', async () => {
    const folder = contentFolder(undefined, {
      ...untranslated,
      ...changedOffer('Im ersten Stock', "'Anruf: 0221 4710123'"),
    });
    const server = await serve(
      service(({ body }) => {
        const texts = ((body['text'] ?? body['q']) as string[]).map(garble);
        return { json: { translations: texts.map((text) => ({ text })), translatedText: texts } };
      }),
    );
    const { code, out } = await fill(folder, server, { provider });
    expect(code).toBe(1);
    expect(out).toContain('offers/sprachcafe.md  schedule.0.note  a placeholder is missing');
    expect(out).toContain(
      'offers/sprachcafe.md  contacts.0.role  there is something that the source text does not have: 0900 6666666',
    );
    expect(read(folder, 'offers/sprachcafe.en.md')).not.toMatch(/CALL|0900/);
  });
});

describe('deepl', () => {
  it('names the key, the tags and the glossary as documented, and takes the glossary away again', async () => {
    const server = await serve(deepl());
    await fill(contentFolder(undefined, untranslated), server);
    expect(new Set(server.received.map(({ key }) => key))).toEqual(new Set(['DeepL-Auth-Key secret-key']));
    const [languages, glossary, translation, removal] = server.received;
    expect(languages?.path).toBe('/v3/languages?resource=translate_text');
    expect(glossary?.body).toMatchObject({
      dictionaries: [{ source_lang: 'de', target_lang: 'en', entries_format: 'tsv' }],
    });
    const entries = (glossary!.body as { dictionaries: { entries: string }[] }).dictionaries[0]!.entries.split('\n');
    expect(entries).toEqual(
      expect.arrayContaining(['Neu Zugewanderte\tNewcomers', 'Jobcenter\tJobcenter', 'Duldung\tDuldung']),
    );
    expect(new Set(entries.map((line) => line.split('\t')[0])).size).toBe(entries.length);
    expect(translation?.body).toMatchObject({
      source_lang: 'DE',
      target_lang: 'EN-GB',
      tag_handling: 'xml',
      glossary_id: 'abc-123',
    });
    expect(removal).toMatchObject({ method: 'DELETE', path: '/v3/glossaries/abc-123' });
  });

  it('takes the glossary away also when the translation fails', async () => {
    const server = await serve(deepl(() => ({ status: 456 })));
    await fill(contentFolder(undefined, untranslated), server);
    expect(server.received.at(-1)).toMatchObject({ method: 'DELETE' });
  });

  it('protects terms in the text where there are no glossaries for the languages', async () => {
    const other = await serve((request) =>
      request.path.startsWith('/v3/languages')
        ? { json: deeplLanguages.map((language) => ({ ...language, features: {} })) }
        : deepl()(request),
    );
    const folder = contentFolder(undefined, rich());
    await fill(folder, other);
    expect(other.received.some(({ path }) => path.includes('glossaries'))).toBe(false);
    expect(read(folder, 'offers/sprachcafe.en.md')).toContain('**Jobcenter:**');
  });

  it('says which languages it does not have', async () => {
    const server = await serve((request) =>
      request.path.startsWith('/v3/languages') ? { json: deeplLanguages.slice(0, 1) } : undefined,
    );
    const { code, out } = await fill(contentFolder(undefined, untranslated), server);
    expect(code).toBe(1);
    expect(out).toContain('does not translate these languages. (de → en)');
  });

  it('sends at most 50 texts at once', async () => {
    const offer = validFile('offers/sprachcafe.md').replace(
      '**Kommen',
      `${Array.from({ length: 120 }, (_, index) => `Absatz ${index}`).join('\n\n')}\n\n**Kommen`,
    );
    const server = await serve(deepl());
    const folder = contentFolder(undefined, { ...untranslated, 'offers/sprachcafe.md': offer });
    await fill(folder, server);
    const sizes = server.received
      .filter(({ path }) => path === '/v2/translate')
      .map(({ body }) => (body['text'] as string[]).length);
    expect(Math.max(...sizes)).toBe(50);
    expect(read(folder, 'offers/sprachcafe.en.md')).toContain('ABSATZ 119');
  });
});

it('refuses to send a key in the clear', async () => {
  const { code, out } = await fill(contentFolder(undefined, untranslated), { url: 'http://translate.example.org' });
  expect(code).toBe(2);
  expect(out).toContain('DEEPL_API_URL must begin with https://');
});
