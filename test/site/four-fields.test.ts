import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { listFiles, readPage, referencesIn } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/four-fields');
const site = join(import.meta.dirname, '../.output/four-fields');

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site);
});

describe('a town with four fields of action', () => {
  test('its content is in order', async () => {
    expect((await runCommand('check', [], { CONTENT_DIR: content })).stdout).toBe('Everything is in order.\n');
  });

  test.each([
    ['de', ['Bildung und Sprache', 'Partizipation', 'Kulturelle Vielfalt', 'Arbeitsmarkt']],
    ['ar', ['التعليم واللغة', 'المشاركة', 'التنوع الثقافي', 'سوق العمل']],
  ])('shows its own fields, not the ones that come with the project: %s', async (lang, names) => {
    const page = await readPage(site, `${lang}/netzwerke/netzwerk-rabenfurt/`);
    for (const name of names) expect(page).toContain(name);
    expect(page).not.toContain('Gesundheit');
  });

  test('leads from the network to its meetings, past and to come', async () => {
    const links = referencesIn(await readPage(site, 'de/netzwerke/netzwerk-rabenfurt/'));
    expect(links).toContain('/de/termine/treffen-2026-06/');
    expect(links).toContain('/de/termine/treffen-2027-01/');
  });

  test('what a need says in words is in no file', async () => {
    for (const file of await listFiles(site)) {
      if (/\.(html|json|js|csv|ics|xml|txt)$/.test(file)) {
        expect((await readPage(site, file)).includes('Geheim:'), file).toBe(false);
      }
    }
  });
});
