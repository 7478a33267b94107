import { expect, test } from 'vitest';
import type { Terminal } from '../../../src/cli/check.ts';
import { doctor } from '../../../src/cli/doctor.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';

async function run(
  files: Record<string, string | undefined>,
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string }> {
  const folder = contentFolder(undefined, files);
  let out = '';
  const terminal = {
    env: { CONTENT_DIR: folder, BUILD_DATE: today, LANG: 'en', ...env },
    out: (text: string) => (out += text),
    err: (text: string) => (out += text),
  };
  // A folder without Git: what was edited cannot be known there.
  const code = await doctor([], terminal as unknown as Terminal, folder);
  return { code, out };
}

const page = (title: string): string =>
  `---\ntitle: ${title}\n---\n\nWir sind erreichbar und das ist alles, was hier stehen muss.\n`;

test('names what the law wants and what would leave readers alone, each with its file', async () => {
  const { code, out } = await run({
    'pages/de/impressum.md': page('Impressum').replace('---\n\n', 'placeholder: true\n---\n\n'),
    'pages/de/datenschutz.md': page('Datenschutz'),
    'theme/theme.css': ':root { --action: #ffd700; --on-action: #fff; }',
  });
  expect(code).toBe(1);
  expect(out).toContain('the address of the site is missing');
  expect(out).toContain('pages/de/impressum.md is still a pattern.');
  expect(out).toContain('what the statement on accessibility needs is missing');
  expect(out).not.toContain('datenschutz');
  expect(out).toContain('the publisher has neither telephone nor e-mail');
  expect(out).toContain('offers/sprachcafe.md: +49 221 4710');
  expect(out).toContain('theme/theme.css (light): --on-action on --action is hard to read: contrast 1.4, needed 4.5.');
  expect(out).toContain('no licence of the data');
  expect(out).toContain('The page in Leichte Sprache is missing');
  expect(out).toContain('the video in German Sign Language for the start page is missing');
});

test('a town that has done everything is told so', async () => {
  const real = (text: string): string =>
    text.replaceAll(/^ *phone: .*\n/gm, '').replaceAll('example.org', 'musterland.de');
  const files = Object.fromEntries(
    [
      'offers/sprachcafe.md',
      'offers/frauenberatung.md',
      'organisations/sprachbruecke.md',
      'organisations/verwaltung.md',
    ].map((file) => [file, real(validFile(file))]),
  );
  const site = `${validFile('site.yml').replace('  name: Kreis Musterland', '  name: Kreis Musterland\n  email: post@musterland.de')}data_licence: DL-DE-ZERO-2.0\naccessibility_statement: { result: full, assessed_on: 2026-01-15 }\nsign_language: { url: https://dgs.musterland.de }\n`;
  const { code, out } = await run(
    {
      ...files,
      'site.yml': site,
      'pages/de/impressum.md': page('Impressum'),
      'pages/de/datenschutz.md': page('Datenschutz'),
      'pages/de/leichte-sprache.md': page('Leichte Sprache'),
    },
    { SITE_URL: 'https://angebote.musterland.de' },
  );
  expect(out).not.toContain('Needed before going live');
  expect(out).not.toMatch(/Leichte Sprache|Sign Language/);
  expect(code).toBe(0);
});

test('a statement on accessibility is renewed every year', async () => {
  const site = (day: string): string =>
    `${validFile('site.yml')}accessibility_statement: { result: partial, assessed_on: ${day} }\n`;
  const old = await run({ 'site.yml': site('2025-02-28') });
  expect(old.out).toContain('is older than a year');
  const fresh = await run({ 'site.yml': site('2025-03-01') });
  expect(fresh.out).not.toContain('is older than a year');
  expect(fresh.out).not.toContain('statement on accessibility');
});

test('what a pattern leaves open counts, also where the mark of the pattern is gone; a link does not', async () => {
  const { out, code } = await run({
    'pages/de/impressum.md': `${page('Impressum')}\n[Anschrift der Aufsichtsbehörde]\n`,
    'pages/de/datenschutz.md': `${page('Datenschutz')}\n[Landesbeauftragte](https://www.ldi.musterland.de) – [x] gelesen\n`,
  });
  expect(code).toBe(1);
  expect(out).toContain('pages/de/impressum.md: something is still missing here: [Anschrift der Aufsichtsbehörde]');
  expect(out).not.toContain('datenschutz.md');
});

test('a town’s own code is listed, and one that is broken must be mended', async () => {
  const words = "message: { de: 'a', en: 'a' }, fix: { de: 'a', en: 'a' }";
  const { out } = await run({
    'extensions.ts': `export default {
      checks: [{ code: 'level', ${words}, find: () => [] }],
      exports: [{ path: 'bus.csv', text: { de: 'Bus' }, make: () => '' }],
      slots: { footer: () => null },
    };`,
  });
  expect(out).toContain('extensions.ts is this town’s own code: own/level, /data/own/bus.csv, slots.footer.');
  const broken = await run({ 'extensions.ts': 'export default { pages: [] };' });
  expect(broken.out).toMatch(/Needed before going live[\s\S]*extensions\.ts: The extension is not right at `pages`/);
});

test('owners that are still invented are named', async () => {
  const { out } = await run({ '.github/CODEOWNERS': '* it@example.org\n' });
  expect(out).toContain('.github/CODEOWNERS still names invented owners.');
  expect((await run({ '.github/CODEOWNERS': '* it@musterland.de\n' })).out).not.toContain('CODEOWNERS');
});
