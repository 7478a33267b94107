import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { listOutputs } from '../../../src/pages/list-outputs.ts';
import { contentFolder, validFile } from '../../support/content-folder.ts';
import { stubAssets } from '../../support/stub-assets.ts';
import { draw, hostileName, spoil, wholeCases } from './hostile-values.ts';
import { faultsIn } from './safe-output.ts';
import { load, whatIsLeft } from './what-is-left.ts';

/** Collections whose entries can stand beside each other in any number, with a good entry of each. */
const collections = {
  offers: 'sprachcafe',
  organisations: 'sprachbruecke',
  places: 'haus-rose',
  networks: 'netzwerk-integration',
  events: 'treffen-2025-11',
  funding: 'kreisprogramm',
} as const;

/** Pages are made of the first batch only: they cost most, and every case has been read and checked. */
const withPages = 150;
const batch = 500;

/** Where each batch begins and how many cases it has. */
function* batchesOf(count: number): Generator<readonly [start: number, size: number]> {
  for (let start = 0, size = withPages; start < count; start += size, size = batch)
    yield [start, Math.min(start === 0 ? withPages : batch, count - start)];
}
const timeout = 120_000;

/** Every page, feed, export and search file of a catalogue, made in memory; pages are parsed. */
function faultsOfSite(catalogue: Catalogue): string[] {
  const groups = listOutputs(catalogue, {
    placement: { basePath: '/', siteUrl: 'https://example.org', assets: stubAssets },
    files: new Map(),
    media: new Map(),
    gallery: false,
  });
  const faults: string[] = [];
  for (const output of [...groups.values()].flat()) {
    if (!/^[\w.\-/]+$/.test(output.path) || output.path.split('/').includes('..')) faults.push(`path ${output.path}`);
    const text = output.render().toString();
    if (output.path.endsWith('.html')) faults.push(...faultsIn(text).map((fault) => `${output.path}: ${fault}`));
    else if (/\.json(ld)?$|webmanifest$/.test(output.path)) JSON.parse(text);
    else if (output.path.endsWith('.xml') && /<x-pwned|<script/.test(text)) faults.push(`${output.path}: markup`);
  }
  return faults;
}

const prototypeBefore = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

test.each(Object.entries(collections))(
  'a spoilt file among %s ends in a message or in text',
  async (collection, good) => {
    const share = collection === 'offers' ? 0.55 : 0.04;
    const count = Math.ceil(wholeCases * share);
    const text = validFile(`${collection}/${good}.md`);
    for (const [start, size] of batchesOf(count)) {
      const folder = contentFolder(undefined, { 'texts/en.yml': undefined });
      const files = draw(spoil(text), size, start).map(
        (bytes, index) => [`${collection}/hostile-${index}.md`, bytes] as const,
      );
      for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
      const catalogue = await whatIsLeft(
        folder,
        new Set(files.map(([file]) => file)),
        start === 0 ? ['text', 'github'] : ['text'],
      );
      if (start === 0) expect(faultsOfSite(catalogue)).toEqual([]);
    }
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(prototypeBefore);
  },
  timeout,
);

test(
  'a spoilt translation ends in a message or in text',
  async () => {
    const count = Math.ceil(wholeCases * 0.05);
    const source = validFile('offers/sprachcafe.md');
    const translation = validFile('offers/sprachcafe.en.md');
    for (const [start, size] of batchesOf(count)) {
      const folder = contentFolder();
      const files = draw(spoil(translation), size, start).map(
        (bytes, index) => [`offers/hostile-${index}.en.md`, bytes] as const,
      );
      for (const [file, bytes] of files) {
        writeFileSync(join(folder, file), bytes);
        writeFileSync(join(folder, file.replace('.en.md', '.md')), source);
      }
      const catalogue = await whatIsLeft(folder, new Set(files.map(([file]) => file)));
      if (start === 0) expect(faultsOfSite(catalogue)).toEqual([]);
    }
  },
  timeout,
);

test.each([
  'site.yml',
  'vocabularies/topics.yml',
  'vocabularies/target-groups.yml',
  'texts/en.yml',
  'concept/targets.yml',
  'snapshots/2026-01-31.yml',
])(
  'a spoilt %s ends in a message or in text',
  async (file) => {
    const folder = contentFolder();
    for (const bytes of draw(
      spoil(validFile(file)),
      Math.ceil(wholeCases * (file.startsWith('texts/') ? 0.002 : 0.006)),
    )) {
      writeFileSync(join(folder, file), bytes);
      const { value, problems } = await load(folder);
      if (value) expect(faultsOfSite(value)).toEqual([]);
      else expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
  },
  timeout,
);

test('names of files that nobody would choose end in a message', async () => {
  const folder = contentFolder();
  const text = validFile('offers/sprachcafe.md');
  const names = draw(hostileName, Math.ceil(wholeCases * 0.03));
  for (const [index, name] of names.entries()) {
    const where = ['offers', 'media', 'pages/de', 'vocabularies', 'texts'][index % 5] ?? 'offers';
    mkdirSync(join(folder, where), { recursive: true });
    try {
      writeFileSync(join(folder, where, name + ['.md', '.yml', ''][index % 3]), text);
    } catch {
      // A name that this system cannot have.
    }
  }
  const { value, problems } = await load(folder);
  expect(value).toBeUndefined();
  expect(problems.length).toBeGreaterThan(20);
});
