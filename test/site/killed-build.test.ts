import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { listFiles } from '../support/site-files.ts';

/** So often a build is killed; the step that counts is stopped everywhere in `test/unit/cli/publish-site.test.ts`. */
const kills = Number(process.env.KILLS ?? 2);

let folder: string;
let env: { CONTENT_DIR: string; OUTPUT_DIR: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-build-'));
  env = { CONTENT_DIR: join(folder, 'content'), OUTPUT_DIR: join(folder, 'site') };
  await cp(join(import.meta.dirname, '../sites/standings'), env.CONTENT_DIR, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const siteNow = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      (await listFiles(env.OUTPUT_DIR)).map(
        async (path) => [path, (await readFile(join(env.OUTPUT_DIR, path))).toString('latin1')] as const,
      ),
    ),
  );

test('a build that is killed leaves the old site or the new one, and the next one clears up', async () => {
  const offer = join(env.CONTENT_DIR, 'offers/offen.md');
  const text = await readFile(offer, 'utf8');
  const begun = performance.now();
  await buildSite(env.CONTENT_DIR, env.OUTPUT_DIR);
  const whole = performance.now() - begun;
  let standing = await siteNow();

  for (let kill = 0; kill < kills; kill += 1) {
    await writeFile(offer, text.replace(/^title: .*$/m, `title: Stand ${kill}`));
    const child = spawn(process.execPath, ['src/cli/compiled.js', 'build', '--cold'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), ((kill + 1) / (kills + 1)) * whole);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    const now = await siteNow();
    const title = readFileSync(join(env.OUTPUT_DIR, 'de/angebote/offen/index.html'), 'utf8');
    if (code === 0 || title.includes(`Stand ${kill}`)) expect(now.size).toBe(standing.size);
    else expect(now).toEqual(standing);
    standing = now;
  }

  await buildSite(env.CONTENT_DIR, env.OUTPUT_DIR, { COLD: '1' });
  expect((await readdir(folder)).sort()).toEqual(['content', 'site']);
});

test('of two builds at once the second is told, and the first ends well', async () => {
  const [first, second] = await Promise.all([runCommand('build', [], env), runCommand('build', [], env)]);
  const codes = [Number(first.code), Number(second.code)].sort((a, b) => a - b);
  // Where one has ended before the other looked, both may build.
  expect([
    [0, 0],
    [0, 1],
  ]).toContainEqual(codes);
  const told = [first, second].find(({ code }) => code === 1);
  if (told) expect(told.stderr).toMatch(/^Another build is at work here \(process \d+\)\./m);
  expect(existsSync(join(env.OUTPUT_DIR, 'index.html'))).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['content', 'site']);
});

test('a place that can hold no folder is said in words', async () => {
  const run = await runCommand('build', [], { ...env, OUTPUT_DIR: join(env.CONTENT_DIR, 'site.yml/site') });
  expect(run.code).toBe(1);
  expect(run.stderr).not.toContain('    at ');
  expect(run.stderr).toContain('Where a folder should be there is a file');
});
