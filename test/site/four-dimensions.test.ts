import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { readPage } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/four-dimensions');
const site = join(import.meta.dirname, '../.output/four-dimensions');

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site);
});

describe('a town that thinks in four dimensions', () => {
  test('its content is in order', async () => {
    expect((await runCommand('check', [], { CONTENT_DIR: content })).stdout).toBe('Everything is in order.\n');
  });

  test('has the pages of its offers, volunteering included', async () => {
    expect(await readPage(site, 'de/angebote/patenschaft/')).toContain('Patin oder Pate werden');
  });
});
