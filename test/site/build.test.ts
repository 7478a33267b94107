import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { listFiles } from '../support/site-files.ts';

const example = join(import.meta.dirname, '../sites/standings');
/** What stands at the beginning of each test, built once. */
let built: string;
let folder: string;
let env: { CONTENT_DIR: string; OUTPUT_DIR: string };

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'angebotslotse-built-'));
  await cp(example, join(built, 'content'), { recursive: true });
  await buildSite(join(built, 'content'), join(built, 'site'), { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' });
});
afterAll(() => rm(built, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'angebotslotse-'));
  env = { CONTENT_DIR: join(folder, 'content'), OUTPUT_DIR: join(folder, 'site') };
  await cp(built, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const contentOf = async (site: string): Promise<Map<string, string>> => {
  const paths = await listFiles(site);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(site, path), 'base64')] as const)),
  );
};

describe('npm run build', () => {
  test('a failed check ends with 1, says where, and leaves the last good site untouched', async () => {
    const before = await contentOf(env.OUTPUT_DIR);
    const offer = join(env.CONTENT_DIR, 'offers/offen.md');
    await writeFile(offer, (await readFile(offer, 'utf8')).replace('type: counselling', 'type: advice-giving'));

    const run = await runCommand('build', [], env);

    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/offers\/offen\.md:4:7\s+error/);
    expect(run.stderr).not.toContain('    at ');
    expect(await contentOf(env.OUTPUT_DIR)).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['content', 'site']);
  });

  test('a page whose offer is gone is gone, and leftovers of a killed build are cleared', async () => {
    await cp(env.OUTPUT_DIR, `${env.OUTPUT_DIR}.new-killed`, { recursive: true });
    await rm(join(env.CONTENT_DIR, 'offers/kommend.md'));
    await buildSite(env.CONTENT_DIR, env.OUTPUT_DIR);
    expect((await listFiles(env.OUTPUT_DIR)).filter((path) => path.includes('kommend'))).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['content', 'site']);
  });

  test('gives the same bytes in another time zone, locale and folder', async () => {
    const elsewhere = join(folder, 'elsewhere/site');
    await buildSite(env.CONTENT_DIR, elsewhere, { TZ: 'America/Los_Angeles', LANG: 'C' });
    expect(await contentOf(elsewhere)).toEqual(await contentOf(env.OUTPUT_DIR));
  });

  test('a missing content folder is said plainly', async () => {
    const run = await runCommand('build', [], { ...env, CONTENT_DIR: join(folder, 'nowhere') });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('nowhere');
    expect(run.stderr).not.toContain('    at ');
  });
});
