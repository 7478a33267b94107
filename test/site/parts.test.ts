import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { listFiles } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/four-fields');
const folder = join(import.meta.dirname, '../.output/parts');
const env = { CONTENT_DIR: content, BUILD_DATE: '2026-11-22' };

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await buildSite(content, join(folder, 'whole'), env);
});

// Fewer parts than the site has languages, and more: then each language is cut as well.
test.each([2, 4])('a site built in %i parts and joined is the whole site, byte for byte', async (of) => {
  const parts = Array.from({ length: of }, (_, index) => join(folder, `${index + 1}-of-${of}`));
  const built = await Promise.all(
    parts.map((part, index) => runCommand('build', ['--part', `${index + 1}/${of}`], { ...env, OUTPUT_DIR: part })),
  );
  expect(built.map(({ code, stderr }) => [code, stderr])).toEqual(parts.map(() => [0, expect.anything()]));

  const joined = join(folder, `joined-${of}`);
  const tooFew = await runCommand('build', ['--join', ...parts.slice(1)], { ...env, OUTPUT_DIR: joined });
  expect(tooFew.code).toBe(1);
  expect(tooFew.stderr).toContain(`Of ${of} parts these are missing: 1.`);

  const join1 = await runCommand('build', ['--join', ...parts], { ...env, OUTPUT_DIR: joined });
  expect([join1.code, join1.stderr]).toEqual([0, '']);
  const files = await listFiles(join(folder, 'whole'));
  expect((await listFiles(joined)).sort()).toEqual(files.sort());
  for (const file of files)
    expect((await readFile(join(joined, file))).equals(await readFile(join(folder, 'whole', file))), file).toBe(true);
});
