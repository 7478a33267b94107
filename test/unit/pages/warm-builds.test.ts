import { appendFileSync as appendTo, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { extensionFile } from '../../../src/extensions/extension-problem.ts';
import { writeEditedTown } from '../../support/edited-town.ts';
import { mend, otherFiles, put, randomEdit, type Edit } from '../../support/random-edits.ts';
import { buildCold, differences, WarmSite } from '../../support/warm-site.ts';

/** WARM_EDITS=2000 tries as many; in the usual run there are few enough to wait for. */
const edits = Number(process.env.WARM_EDITS ?? 28);
const seed = process.env.WARM_SEED === undefined ? 20261122 : Number(process.env.WARM_SEED);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A small town in two languages that has something of everything. */
async function town(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  folders.push(folder);
  await writeEditedTown(folder);
  return folder;
}

test(
  `after each of ${edits} random edits the site is what a build without memory makes, byte for byte`,
  { timeout: 3_600_000 },
  async () => {
    // What is said of a booklet that is out of date is no matter here.
    vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => void vi.restoreAllMocks());
    const original = await town();
    const folder = await town();
    const site = new WarmSite(folder);
    let today = '2026-03-01';
    expect(await site.build(today)).toBe(true);
    let built = 0;
    let made = 0;
    let files = 0;
    let last = '';
    const steps: (readonly [changes: readonly (readonly [name: string, apply: Edit])[], luck: number])[] = [
      // Each kind of file once, so that none is left to chance.
      ...otherFiles.map(([file, text]) => {
        const change = [file, (place: string) => put(place, file, text)] as const;
        return [[['mend', mend] as const, change], 30] as const;
      }),
      ...fc.sample(fc.tuple(fc.array(randomEdit, { minLength: 1, maxLength: 2 }), fc.nat({ max: 30 })), {
        numRuns: edits,
        seed,
      }),
    ];
    for (const [step, [changes, luck]] of steps.entries()) {
      for (const [, apply] of changes) await apply(folder, original);
      if (luck === 0) today = today === '2026-03-01' ? '2026-03-02' : '2026-03-01';
      if (luck === 1 || luck > 24) site.restart((saved) => structuredClone(saved));
      const basePath = luck === 2 ? '/base/' : '/';
      if (luck === 3 && (await site.build(today, '/', true)))
        for (const [, apply] of changes) await apply(folder, original);
      if (luck === 4) writeFileSync(join(folder, extensionFile), '// see warm-site.ts');
      const worked = await site.build(today, basePath);
      const cold = await buildCold(folder, today, { basePath });
      last = `edit ${step}: ${changes.map(([name]) => name).join(' and ')}`;
      expect(worked, last).toBe(cold !== undefined);
      if (!cold) continue;
      expect(differences(site.files, cold), last).toEqual([]);
      built++;
      made += site.made.length;
      files += cold.size;
    }
    // Enough of the edits left the content sound, and what did not depend on them was not made again.
    if (process.env.WARM_EDITS) console.log(`${built} of ${edits} built, ${made} of ${files} files made`);
    expect(built).toBeGreaterThan(edits / 3);
    expect(made).toBeLessThan(files);
  },
);

/** An edit of the site of four fields of action, and what the build after it made. */
async function afterEdit(
  apply: (folder: string) => void,
  prepare: (folder: string) => Promise<void> | void = () => {},
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  folders.push(folder);
  cpSync(join(import.meta.dirname, '../../sites/four-fields'), folder, { recursive: true });
  await prepare(folder);
  const site = new WarmSite(folder);
  expect(await site.build('2026-11-22')).toBe(true);
  apply(folder);
  expect(await site.build('2026-11-22')).toBe(true);
  expect(differences(site.files, (await buildCold(folder, '2026-11-22'))!)).toEqual([]);
  return site.made;
}

const isPage = (path: string): boolean => path.endsWith('.html');
const offer = 'offers/chor.md';

test('nothing is made where nothing has changed but what nobody can know', async () => {
  expect((await afterEdit(() => {})).filter(isPage).filter((path) => /^(de|en|ar)\//.test(path))).toEqual([]);
});

test('a sentence in the text of an offer changes its pages, and no list; not even where it makes a translation outdated', async () => {
  const made = await afterEdit(
    (folder) => appendTo(join(folder, offer), '\nEin Satz mehr.\n'),
    async (folder) => {
      const { value } = await loadCatalogue({ contentDir: folder, today: '2026-11-22' });
      const of = value?.offers.get('chor')?.textHash;
      writeFileSync(
        join(folder, 'offers/chor.ar.md'),
        `---\ntranslation: { of: '${of}', by: human }\ntitle: جوقة المدينة\n---\n`,
      );
    },
  );
  const pages = made.filter(isPage);
  expect(pages).toEqual(expect.arrayContaining(['de/angebote/chor/index.html', 'ar/angebote/chor/index.html']));
  expect(
    pages.filter((path) => /^..\/(angebote\/index|angebote\/(?!chor)|themen|orte|zielgruppen)/.test(path)),
  ).toEqual([]);
  const others = /^ar\/(?!angebote\/chor|stand|mitmachen|offline|fehlt|404|manifest)/;
  expect(made.filter((path) => others.test(path))).toEqual([]);
  expect(made).toContain('data/offers/chor.json');
  expect(made).not.toContain('sitemap.xml');
});

test('an offer that is gone is gone from everything that showed it', async () => {
  const made = await afterEdit((folder) => rmSync(join(folder, offer)));
  expect(made.filter(isPage)).toContain('de/angebote/index.html');
  expect(made).toContain('sitemap.xml');
});
