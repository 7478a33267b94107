import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { ContentCache } from '../../../src/content/content-cache.ts';
import { factsOf } from '../../../src/content/document-facts.ts';
import { readContent } from '../../../src/content/read-content.ts';
import type { KeptDocuments } from '../../../src/content/stored-documents.ts';
import { entryVerdicts, verdicts } from '../../../src/content/verdicts.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

const site = 'title: Seestadt\nlanguages: [de]\n';
const place = (more: string): string => `---\nname: Seestadt\nkind: town\n${more}---\nAm Meer: größer ✓ als gedacht.\n`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['places', 'organisations']) mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** Reads and checks the folder and gives what another process could take over. */
function packed(folder: string, cache = new ContentCache(), today = '2026-11-22'): KeptDocuments | undefined {
  checkContent(readContent(folder, cache).value, { today });
  return cache.pack();
}

const town = (folder: string, cache?: ContentCache) => {
  const { value, problems } = readContent(folder, cache);
  return { source: value.entries.places.get('ort')?.source, text: value.sources.get('places/ort.md'), problems };
};

test('another process gets the same documents, texts and verdicts of the schema', () => {
  const folder = folderOf({ 'site.yml': site, 'places/ort.md': place('colour: blue\n') });
  const kept = packed(folder);
  const there = town(folder, new ContentCache(kept));
  const { file, data, body } = there.source!;
  expect({ ...there, source: { file, data, body } }).toEqual(town(folder));
  expect(verdicts.get(there.source!)?.problems).toMatchObject([{ code: 'missing-field' }, { code: 'unknown-field' }]);
});

test('a file that has changed is read anew, and one that only has another time is not parsed again', () => {
  const folder = folderOf({ 'site.yml': site, 'places/ort.md': place('') });
  const kept = packed(folder)!;
  writeFileSync(join(folder, 'places/ort.md'), place('short_name: See\n'));
  const cache = new ContentCache(kept);
  expect(town(folder, cache).source?.data).toMatchObject({ short_name: 'See' });
  writeFileSync(join(folder, 'places/ort.md'), place(''));
  utimesSync(join(folder, 'places/ort.md'), 1, 1);
  const { source } = town(folder, new ContentCache(kept));
  expect(verdicts.has(source!)).toBe(true);
});

test('what another process has left is written again only where something has changed', () => {
  const folder = folderOf({ 'site.yml': site, 'places/ort.md': place('') });
  const kept = packed(folder)!;
  const unchanged = new ContentCache(kept);
  readContent(folder, unchanged);
  // Just written: read once more, for its time says nothing yet.
  const settled = packed(folder, unchanged);
  expect((settled ?? kept).index).toHaveLength(kept.index.length);
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
  ['empty', () => Buffer.alloc(0)],
  [
    'another byte',
    (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte))),
  ],
])('what is damaged counts as nothing: %s', (_, damage) => {
  const folder = folderOf({ 'site.yml': site, 'places/ort.md': place('') });
  const { source } = town(folder, new ContentCache({ index: damage(packed(folder)!.index) }));
  expect(source?.data).toMatchObject({ name: 'Seestadt' });
  expect(verdicts.has(source!)).toBe(false);
});

describe('a folder of some size', () => {
  const names = Array.from({ length: 12 }, (_, at) => `places/ort-${at}.md`);
  const large = (name: string, more = ''): string =>
    `---\nname: ${name}\nkind: town\n${more}---\n${'Am Meer. '.repeat(13_000)}\n`;
  const textOf = ({ index, bytes }: KeptDocuments): number => index.length + (bytes?.length ?? 0);
  const later = (): void => {
    // What was written just now is read again each time.
    vi.setSystemTime(Date.now() + 10_000);
  };

  function largeFolder(): { folder: string; kept: KeptDocuments } {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const organisation = { 'organisations/haus.md': '---\nname: Haus\n---\n' };
    const folder = folderOf({
      'site.yml': site,
      ...organisation,
      ...Object.fromEntries(names.map((name) => [name, large(name)])),
    });
    later();
    return { folder, kept: packed(folder)! };
  }

  const dataOf = (folder: string, cache?: ContentCache) =>
    [...readContent(folder, cache).value.entries.places.values()].map(({ source }) => [source?.data, source?.body]);

  test('keeps the bytes of its documents while one of them is edited', () => {
    const { folder, kept } = largeFolder();
    expect(kept.index.length).toBeLessThan(5000);
    writeFileSync(join(folder, names[3]!), large('Anders'));
    later();
    const { index, bytes } = packed(folder, new ContentCache(kept))!;
    expect(bytes).toBeUndefined();
    expect(index.length).toBeLessThan(textOf(kept) / 8);
    const cache = new ContentCache({ ...kept, index });
    expect(dataOf(folder, cache)).toEqual(dataOf(folder));
    expect(cache.pack()).toBeUndefined();
  });

  test('writes them anew when many have been edited or deleted', () => {
    const { folder, kept } = largeFolder();
    for (const name of names.slice(0, 11)) writeFileSync(join(folder, name), large('Anders'));
    later();
    const edited = packed(folder, new ContentCache(kept))!;
    expect(dataOf(folder, new ContentCache(edited))).toEqual(dataOf(folder));
    expect(edited.bytes).toBeDefined();
    for (const name of names.slice(0, 8)) rmSync(join(folder, name));
    const fewer = packed(folder, new ContentCache(edited))!;
    expect(textOf(fewer)).toBeLessThan(textOf(edited) / 2);
    expect(dataOf(folder, new ContentCache(fewer))).toEqual(dataOf(folder));
  });

  test('begins anew where its bytes are gone, damaged or of another time', () => {
    const { folder, kept } = largeFolder();
    writeFileSync(join(folder, names[3]!), large('Anders'));
    const other = packed(folder)!;
    const damaged = Buffer.from(kept.bytes!);
    damaged[1000]! ^= 1;
    for (const bytes of [undefined, damaged, other.bytes]) {
      const cache = new ContentCache({ index: kept.index, bytes });
      expect(dataOf(folder, cache)).toEqual(dataOf(folder));
      expect(verdicts.has(readContent(folder, cache).value.entries.places.get('ort-1')!.source!)).toBe(false);
    }
  });

  test('what is found on another day, and what a build adds to a document, is kept, too', () => {
    const { folder, kept } = largeFolder();
    expect(packed(folder, new ContentCache(kept))).toBeUndefined();
    const next = packed(folder, new ContentCache(kept), '2026-11-23');
    expect(next).toEqual({ index: expect.any(Buffer) as Buffer });
    expect(packed(folder, new ContentCache({ ...kept, ...next! }), '2026-11-23')).toBeUndefined();
    const cache = new ContentCache(kept);
    factsOf(readContent(folder, cache).value.entries.places.get('ort-1')!.source!).revision = 'ä1';
    const added = new ContentCache({ ...kept, ...cache.pack() });
    expect(factsOf(readContent(folder, added).value.entries.places.get('ort-1')!.source!)).toMatchObject({
      revision: 'ä1',
      digest: expect.stringMatching(/./) as string,
    });
  });
});

test('what JSON cannot say is read anew', () => {
  const folder = folderOf({ 'site.yml': site, 'places/ort.md': place('population: .inf\narea: -0.0\n') });
  const { source } = town(folder, new ContentCache(packed(folder)));
  expect(source?.data).toMatchObject({ population: Infinity, area: -0 });
  expect(verdicts.has(source!)).toBe(false);
});

test('that checks found nothing in an entry is kept as long as the entry has these files', () => {
  const translated = (of: string): string => `---\ntranslation: { of: ${of}, by: human }\n---\nBigger than thought.\n`;
  const folder = folderOf({ 'site.yml': 'title: Seestadt\nlanguages: [de, en, tr]\n', 'places/ort.md': place('') });
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const foundIn = (cache: ContentCache): readonly string[] => {
    const { source } = town(folder, cache);
    return [...(entryVerdicts.get(source!)?.quiet ?? [])].filter((check) => !check.includes(' ')).sort();
  };
  const outdatedIn = (cache?: ContentCache): readonly Diagnostic[] =>
    checkContent(readContent(folder, cache).value, { today: '2026-11-22' }).problems.filter(
      ({ code }) => code === 'translation-outdated',
    );

  write('places/ort.en.md', translated('aaaaaaaaaaaa'));
  const [outdated] = outdatedIn();
  // What was found must be said again: only nothing is kept.
  expect(foundIn(new ContentCache(packed(folder)))).toEqual(['people']);

  write('places/ort.en.md', translated(String(outdated!.args['hash'])));
  const kept = packed(folder)!;
  expect(foundIn(new ContentCache(kept))).toEqual(['people', 'translations']);
  expect(outdatedIn(new ContentCache(kept))).toEqual([]);

  // Another process reads the changed translation without checking it; the one after it must look.
  write('places/ort.en.md', translated('aaaaaaaaaaaa'));
  const reading = new ContentCache(kept);
  readContent(folder, reading);
  const left = new ContentCache(reading.pack());
  expect(foundIn(left)).toEqual([]);
  expect(outdatedIn(left)).toHaveLength(1);
  expect(outdatedIn(new ContentCache(kept))).toHaveLength(1);

  rmSync(join(folder, 'places/ort.en.md'));
  write('places/ort.tr.md', translated('aaaaaaaaaaaa'));
  expect(outdatedIn(new ContentCache(kept))).toMatchObject([{ file: 'places/ort.tr.md' }]);
});
