import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generated } from '../../../src/cli/generate.ts';

it.each(generated)('$path is up to date (otherwise: npm run generate)', async ({ path, make }) => {
  expect(await readFile(path, 'utf8')).toBe(await make());
});
