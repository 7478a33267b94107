import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { today } from '../../support/content-folder.ts';
import { bookletFiles, writeEditedTown, writeFiles } from '../../support/edited-town.ts';
import { isPackedForSearch, unpackedSearchFile } from '../../support/unpacked-search-file.ts';
import { buildCold, differences, WarmSite } from '../../support/warm-site.ts';

async function town(): Promise<string> {
  // What is said of a booklet that is out of date is no matter here.
  vi.spyOn(console, 'warn').mockReturnValue();
  onTestFinished(() => void vi.restoreAllMocks());
  const folder = mkdtempSync(join(tmpdir(), 'withdrawn-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await writeEditedTown(folder);
  return folder;
}

/** Words that stand nowhere else, so that they can be looked for in every byte of every file. */
const secret = { person: 'Quorwin Zabelthun', mail: 'quorwin@zabelthun.example.org', phone: '4710987' };

const contact = (consent: string): string =>
  `  - person: ${secret.person}\n    email: ${secret.mail}\n    phone: +49 221 ${secret.phone}\n    consent: ${consent}\n`;
const given = '{ given_on: 2026-01-10, scope: [name, email, phone], valid_until: 2027-01-01, record: Ordner 5 }';
const booklet = (text: string): string => `PDF ${text.includes(secret.person) ? secret.person : ''}`;

/** Files in which something of the person still stands. */
const filesWith = (files: ReadonlyMap<string, Buffer>): string[] =>
  [...files].flatMap(([path, packed]) => {
    const bytes = isPackedForSearch(path)
      ? unpackedSearchFile(path, packed, (manifest) => files.get(manifest)!.toString())
      : packed;
    const text = bytes.toString('utf8').replaceAll(' ', '').toLowerCase();
    const parts = [...secret.person.split(' '), secret.mail, secret.phone];
    return [...parts, 'ordner5'].some((part) => text.includes(part.toLowerCase())) ? [path] : [];
  });

const offer = 'offers/sprachcafe.md';

test.each([
  ['the contact is deleted', (text: string) => text.replace(contact(given), '')],
  ['the consent has run out', (text: string) => text.replace('valid_until: 2027-01-01', 'valid_until: 2026-02-01')],
  ['the offer is deleted', () => undefined],
])('a person is in no file of the next build, cold or warm, when %s', async (_, withdraw) => {
  const folder = await town();
  const before = readFileSync(join(folder, offer), 'utf8').replace(/(?=^reviewed:)/m, contact(given));
  writeFileSync(join(folder, offer), before);
  writeFiles(folder, await bookletFiles(folder, booklet(before)));
  const site = new WarmSite(folder);
  expect(await site.build(today)).toBe(true);
  expect(filesWith(site.files)).toEqual(
    expect.arrayContaining(['de/angebote/sprachcafe/index.html', 'data/catalogue.json', 'hefte/de/ort-lindenau.pdf']),
  );

  const after = withdraw(before);
  if (after === undefined)
    for (const file of [offer, 'offers/sprachcafe.en.md', 'guides/ankommen.md']) rmSync(join(folder, file));
  else writeFileSync(join(folder, offer), after);
  expect(await site.build(today)).toBe(true);
  const cold = await buildCold(folder, today);
  expect(filesWith(cold!)).toEqual([]);
  expect(differences(site.files, cold!)).toEqual([]);
});

test('the order in which the system lists files makes no difference to any byte', async () => {
  const folder = await town();
  const inOrder = await buildCold(folder, today);
  const real = fs.readdirSync;
  const reversed = ((...args: Parameters<typeof readdirSync>) => [...real(...args)].reverse()) as typeof real;
  fs.readdirSync = reversed;
  syncBuiltinESMExports();
  onTestFinished(() => {
    fs.readdirSync = real;
    syncBuiltinESMExports();
  });
  expect(readdirSync(folder)).toEqual(real(folder).reverse());
  expect(differences(inOrder!, (await buildCold(folder, today))!)).toEqual([]);
});
