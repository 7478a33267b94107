import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite } from '../support/build-site.ts';
import { today } from '../support/content-folder.ts';
import { bookletsIn, writeEditedTown } from '../support/edited-town.ts';
import { mend, randomEdit } from '../support/random-edits.ts';
import { startServer } from '../support/start-server.ts';
import { differences, listFiles, type Files } from '../support/warm-site.ts';

/** LONG_RUN=500 for a working day; `WARM_SEED` for other edits than usual. */
const edits = Number(process.env.LONG_RUN ?? 20);
const isLong = process.env.LONG_RUN !== undefined;
const seed = Number(process.env.WARM_SEED ?? 20_261_122);
/** So often the whole site is compared with a cold build. */
const stride = isLong ? 25 : 10;
/** What the process may grow by, in bytes, from when it is warm to its end. */
const mostGrowth = 20e6;

const folder = mkdtempSync(join(tmpdir(), 'long-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const contentDir = join(folder, 'content');
const original = join(folder, 'original');
const site = join(folder, 'site');
const cold = join(folder, 'cold');
const env = {
  CONTENT_DIR: contentDir,
  BOOKLETS_DIR: bookletsIn(contentDir),
  BUILD_DATE: today,
  GALLERY: '1',
  PREVIEW_IMAGES: '1',
};

const filesIn = (place: string): Files =>
  new Map(
    listFiles(place).flatMap((path) => {
      try {
        return [[path, readFileSync(join(place, path))]];
      } catch {
        // Taken away between the two.
        return [];
      }
    }),
  );
const stateOf = (): string =>
  listFiles(contentDir)
    .map((path) => `${path} ${statSync(join(contentDir, path)).mtimeMs}`)
    .join();
const isSound = async (): Promise<boolean> =>
  (await loadCatalogue({ contentDir, today, shippedTexts: readTexts('de') })).value !== undefined;

test(
  `after ${edits} edits of all kinds npm start shows what a cold build makes, keeps what was good, and has not grown`,
  { timeout: 7_200_000 },
  async () => {
    mkdirSync(contentDir);
    await writeEditedTown(contentDir);
    cpSync(contentDir, original, { recursive: true });
    const port = 20_000 + (process.pid % 20_000);
    const saveAsItIs = (): void => {
      const file = join(contentDir, 'offers/sprachcafe.md');
      writeFileSync(file, readFileSync(file));
    };
    const server = await startServer({ ...env, OUTPUT_DIR: site, PORT: String(port), COLD: '' }, saveAsItIs);
    onTestFinished(() => server.stop());
    const heaps: number[] = [];
    let broken = 0;
    let last = '';

    /** An edit that changes nothing is no reason to build. */
    const editAndWait = async (edit: () => void | Promise<void>): Promise<void> => {
      const before = stateOf();
      let isChanged = true;
      await server.after(async () => {
        await edit();
        isChanged = stateOf() !== before;
        if (!isChanged) saveAsItIs();
      });
    };
    const compare = async (): Promise<void> => {
      await buildSite(contentDir, cold, { ...env, LOCAL_ADMIN: '1', COLD: '1' });
      const wanted = filesIn(cold);
      // Search and exports follow when the pages have been shown.
      await expect.poll(() => differences(filesIn(site), wanted), { timeout: 30_000, message: last }).toEqual([]);
    };

    const steps = fc.sample(fc.tuple(randomEdit, fc.nat({ max: 4 })), { numRuns: edits, seed });
    for (const [step, [[name, edit], luck]] of steps.entries()) {
      last = `edit ${step}: ${name}`;
      if (luck === 0) await edit(contentDir, original);
      else await editAndWait(() => edit(contentDir, original));
      if (!(await isSound())) broken += 1;
      if (step % stride !== stride - 1) continue;

      if (!(await isSound())) await editAndWait(() => mend(contentDir, original));
      await compare();
      const good = filesIn(site);
      await editAndWait(() => writeFileSync(join(contentDir, 'offers/kaputt.md'), '---\ntitle: [\n---\n'));
      expect(differences(filesIn(site), good), last).toEqual([]);
      await editAndWait(() => rmSync(join(contentDir, 'offers/kaputt.md')));
      heaps.push(await server.heap());
    }
    if (isLong)
      console.log(
        `${broken} of ${edits} edits broke the content; heap in MB: ${heaps.map((heap) => (heap / 1e6).toFixed(1)).join(' ')}`,
      );
    expect(heaps.at(-1)! - heaps[Math.min(3, heaps.length - 2)]!).toBeLessThan(mostGrowth);
  },
);
