import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { isSame } from '../../../src/datasheet/is-same.ts';
import { prepareExport } from '../../../src/exports/exporting.ts';
import { hsdsFiles } from '../../../src/exports/hsds/hsds-files.ts';
import { runCommand } from '../cli/run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const demo = join(import.meta.dirname, '../../../content');
const today = '2026-11-22';

const byName = (a: string, b: string): number => (a < b ? -1 : 1);

const docs = readFileSync(join(import.meta.dirname, '../../../docs/en/open-data.md'), 'utf8');
/** The fields that a line of the documentation lists. */
const documented = (name: string): string[] =>
  Array.from(
    new RegExp(`^- \\*\\*${name}\\*\\*: (.*)$`, 'm').exec(docs)?.[1]?.matchAll(/`(\w+)`/g) ?? [],
    ([, key]) => key!,
  );

type Data = Readonly<Record<string, unknown>>;

test('Open Referral loses exactly what docs/en/open-data.md says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hsds-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(demo, join(folder, 'content'), { recursive: true });
  rmSync(join(folder, 'content/offers'), { recursive: true });
  const { value: before } = await loadCatalogue({ contentDir: demo, today });
  const exporting = prepareExport(before!, { basePath: '/', siteUrl: 'https://lotse.example.org' });
  const file = join(folder, 'services.json');
  writeFileSync(
    file,
    hsdsFiles(exporting)
      .find(({ path }) => path === 'data/hsds/services.json')!
      .make(),
  );
  // What Open Referral has no word for and courses need.
  writeFileSync(`${file}.mapping.yml`, 'columns: {}\ndefaults: { childcare: { available: on-request } }\nnames: {}\n');
  const run = await runCommand(importOffers, join(folder, 'content'), [file], { BUILD_DATE: today });

  const byTitle = new Map(exporting.offers.map((offer) => [offer.data.title, offer]));
  const after = [...readContent(join(folder, 'content')).value.entries.offers.values()];
  const fates = new Map<string, Set<string>>();
  for (const { source } of after) {
    const was: Data = { ...byTitle.get(source!.data['title'] as string)!.data };
    for (const key of new Set([...Object.keys(was), ...Object.keys(source!.data)])) {
      const now = source!.data[key];
      const fate = isSame(was[key], now)
        ? 'kept'
        : now === undefined
          ? 'lost'
          : was[key] === undefined
            ? 'made'
            : 'changed';
      fates.set(key, (fates.get(key) ?? new Set()).add(fate));
    }
  }
  const fields = (belongs: (all: ReadonlySet<string>) => boolean): string[] =>
    [...fates].flatMap(([key, all]) => (belongs(all) ? [key] : [])).sort(byName);
  const isWhole = (all: ReadonlySet<string>): boolean => all.size === 1 && all.has('kept');
  const isGone = (all: ReadonlySet<string>): boolean => all.size === 1 && all.has('lost');

  expect(run.out).toContain(`${exporting.offers.length} new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.`);
  expect(fields(isWhole)).toEqual(documented('As they were'));
  expect(fields(isGone)).toEqual(documented('Not at all'));
  expect(fields((all) => !isWhole(all) && !isGone(all))).toEqual(documented('In part'));
});
