import { readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { listFiles, readPage } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/own-code');
const site = join(import.meta.dirname, '../.output/own-code');

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site);
});

describe('a town with code of its own', () => {
  test('checks what its network has agreed, in both languages and with the place', async () => {
    const run = (lang: string) => runCommand('check', ['--lang', lang], { CONTENT_DIR: content });
    const [german, english] = await Promise.all([run('de'), run('en')]);
    expect(german.code).toBe(0);
    expect(german.stdout).toContain(
      'offers/schreibkurs.md:9:1  Warnung  own/course-level  Der Kurs „Schreiben lernen“ sagt nicht, welches Deutsch man mitbringt.',
    );
    expect(english.stdout).toContain('9 | audience:');
    expect(english.stdout).toContain('      german: { min: A1 }');
    expect(english.stdout).not.toContain('deutsch-am-abend');
  });

  test('gives the bus app its file, without the address that is protected, and lists it', async () => {
    expect(readFileSync(join(site, 'data/own/bus.csv'), 'utf8').split('\r\n')).toEqual([
      'id,title,venue,latitude,longitude,page,as_of',
      'deutsch-am-abend,Deutsch am Abend,Kesselhaus,54.612,6.314,/de/angebote/deutsch-am-abend/,2026-11-22',
      'schreibkurs,Schreiben lernen,Kesselhaus,54.612,6.314,/de/angebote/schreibkurs/,2026-11-22',
      '',
    ]);
    const page = await readPage(site, 'en/daten/');
    expect(page).toContain('Made by this municipality');
    expect(page).toMatch(/href="\/data\/own\/bus\.csv">bus\.csv<\/a><p>For the region’s bus app/);
  });

  test('shows its own words where a slot is, and only there', async () => {
    expect(await readPage(site, 'en/angebote/schreibkurs/')).toContain(
      '<p lang="en" class="help-line">How to get there? <a href="/en/orte/eichsiel/">Eichsiel</a></p>',
    );
    expect(await readPage(site, 'en/angebote/sprachtandem/')).not.toContain('How to get there?');
    const pages = (await listFiles(site)).filter((file) => /^(de|en)\/.*index\.html$/.test(file));
    expect(pages.length).toBeGreaterThan(50);
    for (const file of pages) {
      const text = readFileSync(join(site, file), 'utf8');
      // Pages for other people's sites have no foot.
      if (text.includes('class="site-footer"'))
        expect(/Gefördert von der Stadt|Funded by the town/.test(text), file).toBe(true);
      else expect(file).toMatch(/^(de|en)\/einbetten\//);
    }
  });
});

test('a mistake in the town’s own code ends the build in words, and leaves the last good site', async () => {
  const copy = join(import.meta.dirname, '../sites/own-code-broken');
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await cp(content, copy, { recursive: true });
  await writeFile(
    join(copy, 'extensions.ts'),
    'export default { slots: { offer: ({ offer }) => offer.data.audience.german.min } };\n',
  );
  const before = await readPage(site, 'de/angebote/schreibkurs/');
  const run = await runCommand('build', [], { CONTENT_DIR: copy, OUTPUT_DIR: site, LANG: 'de' });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(
    /own-code-broken\/extensions\.ts:1:1 {2}Fehler {2}extension-broken {2}Die Erweiterung ist bei `slots\.offer` gescheitert: TypeError: .*\(de\/angebote\/s[a-z]+\/\)/,
  );
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(await readPage(site, 'de/angebote/schreibkurs/')).toBe(before);
});

test('the guide for developers shows the examples as they are', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/en/extending.md'), 'utf8');
  const shown = [...guide.matchAll(/```(?:ts|tsx)\n([\s\S]*?)```/g)].map(([, code]) => code);
  for (const file of [
    'extensions.ts',
    'extensions/course-level.ts',
    'extensions/bus-app.ts',
    'extensions/help-line.tsx',
  ])
    expect(shown).toContain(readFileSync(join(content, file), 'utf8'));
});
