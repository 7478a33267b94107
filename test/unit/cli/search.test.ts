import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { search } from '../../../src/cli/search.ts';
import { buildIndex } from '../../../src/search/build-index.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';

let site: string;

const offer = (id: string, title: string, topics: string[]): SearchDocument => ({
  id,
  fields: { title: { value: title, lang: 'de' }, summary: { value: '', lang: 'de' }, keywords: [], body: [] },
  topics,
  attributes: [],
  rank: 0,
  group: '',
  facets: {},
  card: { title: { value: title } },
});

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'search-cli-'));
  const files = buildIndex({
    language: 'ar',
    documents: [offer('deutsch', 'Deutschkurs am Abend', ['topic/german']), offer('chor', 'Chor', [])],
    concepts: [{ id: 'topic/german', names: [{ value: 'تعلّم الألمانية', lang: 'ar' }] }],
  });
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(site, name)), { recursive: true });
    await writeFile(join(site, name), bytes);
  }
});
afterAll(() => rm(site, { recursive: true, force: true }));

async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await search(args, {
    env: { OUTPUT_DIR: site, LANG: 'en_GB.UTF-8', ...env },
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

describe('npm run search', () => {
  test('prints what it finds with the reasons', async () => {
    const { code, out } = await run(['الالمانيه', '--lang', 'ar']);
    expect(code).toBe(0);
    expect(out).toContain('1. Deutschkurs am Abend');
    expect(out).toMatch(/names topic\/german \(topics\)/);
    expect(out).not.toContain('Chor');
  });

  test('ends with 1 when nothing is found', async () => {
    expect(await run(['qqxxqqxx', '--lang', 'ar'])).toMatchObject({ code: 1, err: '' });
  });

  test('says what is wrong with the call, in German where the environment is German', async () => {
    expect(await run([])).toMatchObject({ code: 2, out: '' });
    expect(await run(['chor', '--what'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['chor', '--lang', 'ar', '--limit', 'many'])).toMatchObject({ code: 2, out: '' });
    expect((await run(['chor', '--lang', 'tr'])).err).toContain('Possible are: ar.');
    expect((await run(['chor', '--lang', 'tr'], { LANG: 'de_DE.UTF-8' })).err).toContain('Möglich sind: ar.');
  });

  test('asks for a build where there is no site', async () => {
    const { code, err } = await run(['chor'], { OUTPUT_DIR: join(site, 'nowhere') });
    expect(code).toBe(2);
    expect(err).toContain('npm run build');
  });

  test('helps', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await run(['--help'], { LC_ALL: 'de_DE.UTF-8' })).out).toContain('Sprache der Seiten');
  });
});
