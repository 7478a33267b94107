import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type DrawPreview, openPreviewDrawing } from '../../../src/assets/preview-images/draw-preview.ts';
import { PreviewImages, readPreviewColours } from '../../../src/assets/preview-images/preview-images.ts';
import { previewSvg } from '../../../src/assets/preview-images/preview-svg.ts';
import { openTypesetter, type SetText } from '../../../src/assets/preview-images/typesetter.ts';
import { contentFolder } from '../../support/content-folder.ts';

const colours = { ground: '#0a3a45', text: '#fbf7ef', soft: '#bcd6d8', light: '#f4b740' };
const words = { title: 'Sprachcafé', line: 'Treffpunkt · Brinkenau', site: 'Lotse', dir: 'ltr' } as const;

let set: SetText;
let draw: DrawPreview;
beforeAll(async () => {
  [set, draw] = await Promise.all([openTypesetter(), openPreviewDrawing()]);
});

/** Where the glyphs of a line begin, from the first drawn to the last. */
const startsOf = (text: string, dir: 'ltr' | 'rtl'): number[] =>
  Array.from(set(text, dir).svg.matchAll(/translate\((-?[\d.]+)/g), ([, x]) => Number(x));

describe('words as outlines', () => {
  test('a foreign word in a line from right to left stands at the left of what it follows', () => {
    // The digit and the letter are the last word of the line, so they begin at its left end, in their own order.
    const [first, second, third] = startsOf('دورة B1', 'rtl');
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(first!);
    expect(third).toBeGreaterThan(second!);
    expect(set('دورة B1', 'rtl').svg.slice(0, 200)).toContain(
      /d="([^"]+)"/.exec(set('B', 'ltr').svg)![1]!.slice(0, 40),
    );
  });

  test('letters that join are joined', () => {
    expect(startsOf('لا', 'rtl').length).toBeLessThan(startsOf('ل ا', 'rtl').length + 1);
    expect(set('سلام', 'rtl').width).toBeLessThan(
      Array.from('سلام', (letter) => set(letter, 'rtl').width).reduce((sum, width) => sum + width),
    );
  });

  test.each(['Größe', 'Ëğűșț', 'Київ ґ', 'سلام', 'پیشنهاد', 'ቀረባት'])('every letter of “%s” has a picture', (text) => {
    const missing = /d="([^"]+)"/.exec(set('\u4E2D', 'ltr').svg)?.[1];
    const paths = Array.from(set(text, 'ltr').svg.matchAll(/d="([^"]+)"/g), ([, path]) => path);
    expect(paths.length).toBeGreaterThan(2);
    expect(paths).not.toContain(missing);
  });
});

describe('a picture', () => {
  const title = 'Deutsch lernen für Menschen, die neu in der Gemeinde sind und abends Zeit haben, mit Kinderbetreuung';
  const placed = (svg: string): Array<{ x: number; size: number }> =>
    Array.from(
      svg.matchAll(/<g fill="#fbf7ef" transform="translate\((-?\d+) \d+\) scale\(([\d.]+)\)/g),
      ([, x, size]) => ({
        x: Number(x),
        size: Number(size),
      }),
    );

  test('breaks a long title into lines that fit, smaller than a short one', () => {
    const long = placed(previewSvg({ ...words, title }, colours, set));
    const short = placed(previewSvg({ ...words, title: 'Chor' }, colours, set));
    expect(long.length).toBeGreaterThan(2);
    expect(long[0]!.size).toBeLessThan(short[0]!.size);
    const widest = Math.max(...title.split(' ').map((word) => set(word, 'ltr').width * long[0]!.size));
    expect(widest).toBeLessThanOrEqual(1040);
  });

  test('stands at the right in languages from right to left', () => {
    const [line] = placed(previewSvg({ title: 'سلام', dir: 'rtl' }, colours, set));
    expect(line!.x + set('سلام', 'rtl').width * line!.size).toBeCloseTo(1120, -1);
  });

  test('is a small PNG in few colours, the same bytes for the same words', () => {
    const png = Buffer.from(draw(words, colours));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 315]);
    expect(png.length).toBeLessThan(10_000);
    expect(png.equals(draw(words, colours))).toBe(true);
    expect(png.equals(draw({ ...words, title: 'Sprachcafe' }, colours))).toBe(false);
    const data = inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8));
    expect(new Set(data).size).toBeGreaterThan(10);
  });
});

test('pictures are drawn once and found again; the same words are one picture', async () => {
  const unheard = { ...words, title: `Probe ${process.pid} ${Date.now()}` };
  const previews = new PreviewImages(['de'], colours);
  const file = `.cache/previews/${previews.pathOf(unheard).split('/')[1]}`;
  onTestFinished(() => rmSync(file, { force: true }));
  previews.expect(unheard);
  previews.expect({ ...unheard });
  expect([...previews.list()].length).toBe(1);
  expect(existsSync(file)).toBe(false);
  await previews.draw();
  const [[path, read]] = [...previews.list()] as [[string, () => Uint8Array]];
  expect(path).toBe(previews.pathOf(unheard));
  expect(readFileSync(file).equals(read())).toBe(true);
  expect(new PreviewImages([], { ...colours, ground: '#000000' }).pathOf(unheard)).not.toBe(path);
});

test('a picture that nobody has wanted for months is removed; what is wanted counts as new', async () => {
  const previews = new PreviewImages(['de'], colours);
  const wanted = { ...words, title: `Gesucht ${process.pid} ${Date.now()}` };
  previews.expect(wanted);
  const file = `.cache/previews/${previews.pathOf(wanted).split('/')[1]}`;
  const [old, young] = ['alt', 'jung'].map((name) => `.cache/previews/${name}-${process.pid}.png`) as [string, string];
  onTestFinished(() => [file, old, young].forEach((one) => rmSync(one, { force: true })));
  await previews.draw();
  const daysAgo = (days: number): number => Date.now() / 1000 - days * 24 * 3600;
  for (const one of [old, young]) writeFileSync(one, '');
  utimesSync(file, daysAgo(100), daysAgo(100));
  utimesSync(old, daysAgo(100), daysAgo(100));
  utimesSync(young, daysAgo(50), daysAgo(50));
  await previews.draw();
  expect([file, old, young].map((one) => existsSync(one))).toEqual([true, false, true]);
  expect(statSync(file).mtimeMs / 1000).toBeGreaterThan(daysAgo(1));
});

test('the colours are those of the town', async () => {
  const theme = ':root { --deep: #400; --amber: var(--sun); --sun: rgb(1, 2, 3) }';
  expect(await readPreviewColours(contentFolder(undefined, { 'theme/theme.css': theme }))).toEqual({
    ...colours,
    ground: '#440000',
    light: '#010203',
  });
});
