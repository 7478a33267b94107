import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite, runCommand } from '../support/build-site.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser, openPage } from './open-browser.ts';

const content = join(import.meta.dirname, '../sites/standings');
const text = (lang: string, key: string): string => readTexts(lang).get(key) ?? '';

let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paper-'));
  const env = { BOOKLETS_DIR: join(folder, 'hefte'), SITE_URL: 'https://example.org', CHROMIUM_PATH: findChromium() };
  const run = await runCommand('pdf', ['--town', 'oststadt', '--lang', 'de,ar'], { CONTENT_DIR: content, ...env });
  if (run.code !== 0) throw new Error(run.stderr);
  await buildSite(content, join(folder, 'site'), env);
  site = await serveFolder(join(folder, 'site'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  site.server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Read {
  /** The lines of each page, what stands left first. */
  readonly pages: ReadonlyArray<readonly string[]>;
  /** What a camera reads from the codes on each page, drawn as a printer would. */
  readonly codes: readonly (readonly string[])[];
  readonly title: string;
  readonly language: string;
  readonly headings: readonly string[];
  readonly tagged: boolean;
}

const reader = `<!doctype html><script type="module">import * as pdfjs from '/paper/pdfjs.mjs'; globalThis.pdfjs = pdfjs</script>`;

/** Reads a PDF with PDF.js, which runs in the browser as it does in Firefox. `withCodes`: pages to look for codes on. */
async function readPdf(bytes: Uint8Array, withCodes: readonly number[]): Promise<Read> {
  const { page, close } = await openPage(browser, site.origin);
  const modules = join(import.meta.dirname, '../../node_modules');
  await page.route('**/paper/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    if (name === 'pdfjs.mjs')
      return route.fulfill({ path: join(modules, 'unpdf/dist/pdfjs.mjs'), contentType: 'text/javascript' });
    if (name === 'file.pdf') return route.fulfill({ body: Buffer.from(bytes), contentType: 'application/pdf' });
    return route.fulfill({ body: reader, contentType: 'text/html' });
  });
  await page.goto('/paper/');
  await page.waitForFunction(() => 'pdfjs' in globalThis);
  await page.addScriptTag({ path: join(modules, 'jsqr/dist/jsQR.js') });
  const read = await page.evaluate(readInBrowser, withCodes);
  await close();
  return read;
}

/* Runs in the browser, where it must stand alone. */
/* oxlint-disable typescript/no-explicit-any */
async function readInBrowser(withCodes: readonly number[]): Promise<Read> {
  const { getDocument } = (globalThis as any).pdfjs;
  const data = new Uint8Array(await (await fetch('/paper/file.pdf')).arrayBuffer());
  const pdf = await getDocument({ data }).promise;
  const pages: string[][] = [];
  const codes: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const paper = await pdf.getPage(number);
    const { items } = await paper.getTextContent();
    const lines = new Map<number, Array<{ x: number; text: string }>>();
    for (const { str, transform } of items) {
      const y = Math.round(transform[5] / 3);
      if (str.trim() !== '') lines.set(y, [...(lines.get(y) ?? []), { x: transform[4], text: str.trim() }]);
    }
    pages.push(
      Array.from(lines.values(), (parts) =>
        parts
          .sort((a, b) => a.x - b.x)
          .map(({ text: part }) => part)
          .join(' '),
      ),
    );
    const found: string[] = [];
    codes.push(found);
    if (!withCodes.includes(number)) continue;
    const viewport = paper.getViewport({ scale: 3 });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    const context = canvas.getContext('2d')!;
    await paper.render({ canvasContext: context, viewport }).promise;
    for (;;) {
      const { width, height } = canvas;
      const code = (globalThis as any).jsQR(context.getImageData(0, 0, width, height).data, width, height);
      if (!code) break;
      found.push(code.data);
      const { topLeftCorner: from, bottomRightCorner: to } = code.location;
      context.fillStyle = '#fff';
      context.fillRect(from.x - 9, from.y - 9, to.x - from.x + 18, to.y - from.y + 18);
    }
  }
  const { info } = await pdf.getMetadata();
  const outline: any[] = (await pdf.getOutline()) ?? [];
  const headings: string[] = [];
  const walk = (entries: any[]): void => {
    for (const { title, items } of entries) {
      headings.push(title);
      walk(items);
    }
  };
  walk(outline);
  const marks = await pdf.getMarkInfo();
  return { pages, codes, title: info.Title, language: info.Language, headings, tagged: marks?.Marked === true };
}

/** The letters that an Arabic line has beyond doubt: most others are drawn as a form and dots apart from it. */
const plainLetters = (line: string): string => line.normalize('NFKC').replaceAll(/[^المحو]/g, '');

describe('a booklet', () => {
  const title = (lang: string): string => text(lang, 'booklet.of-town').replace('{town}', 'Oststadt');

  test('tells where to find what, and it is there', async () => {
    const read = await readPdf(await readFile(join(folder, 'site/hefte/de/ort-oststadt.pdf')), [3]);
    const entries = read.pages[1]!.flatMap((line) => {
      const [, name, number] = /^(.+) (\d+)$/.exec(line) ?? [];
      return name && number ? [{ name, number: Number(number) }] : [];
    });
    // A topic, seven offers and the index.
    expect(entries.length).toBe(9);
    for (const { name, number } of entries) expect(read.pages[number - 1], name).toContain(name);
    expect(new Set(entries.map(({ number }) => number)).size).toBeGreaterThan(3);
    const index = read.pages.at(-1)!.find((line) => line.startsWith('Verein Probe '));
    const offers = entries.filter(({ name }) => name.startsWith('Angebot')).map(({ number }) => number);
    expect(index).toBe(`Verein Probe ${[...new Set(offers)].join(' ')}`);
    // The number of the page stands on it, below the title of the booklet.
    for (const [at, lines] of read.pages.entries()) {
      if (at === 0) continue;
      expect(lines).toContain(String(at + 1));
      expect(lines[0]).toBe(`${title('de')} Kleiner Wegweiser`);
    }
    expect(read.codes[2]).toContain('https://example.org/de/angebote/einwilligung/');
    expect(read).toMatchObject({ title: `${title('de')} – Kleiner Wegweiser`, language: 'de', tagged: true });
    expect(read.headings).toEqual(expect.arrayContaining(['Angebot offen', text('de', 'booklet.index')]));
    expect(JSON.stringify(read)).not.toContain('Geheimstraße');
  });

  test('runs from right to left in Arabic', async () => {
    const bytes = await readFile(join(folder, 'site/hefte/ar/ort-oststadt.pdf'));
    const read = await readPdf(bytes, [3]);
    expect(bytes.toString('latin1')).toContain('/Direction /R2L');
    const fromTheRight = read.pages[1]!.map((line) => plainLetters([...line].reverse().join('')));
    expect(fromTheRight).toContain(plainLetters(text('ar', 'concept.contents')));
    // Numbers stand at the left of what they belong to.
    const number = Number(/^\d+/.exec(read.pages[1]!.find((line) => line.includes('Angebot kommend')) ?? '')?.[0]);
    expect(read.pages[number - 1]).toContain('Angebot kommend');
    expect(read.codes[2]?.[0]).toMatch(/^https:\/\/example\.org\/ar\/angebote\//);
    expect(read.language).toBe('ar');
    expect(read.headings).toEqual(expect.arrayContaining([title('ar'), 'عرض مفتوح']));
  });

  test('is offered on the page of its town in its language, with its size', async () => {
    const { page, faults, close } = await openPage(browser, site.origin);
    await page.goto('/ar/orte/oststadt/');
    await page.getByRole('link', { name: text('ar', 'booklets.download') }).waitFor();
    const [list] = await Promise.all([
      page.goto('/ar/hefte/'),
      page.locator('a[href$="/hefte/ar/ort-oststadt.pdf"]').waitFor(),
    ]);
    expect(list?.status()).toBe(200);
    const file = await page.request.get('/hefte/ar/ort-oststadt.pdf');
    expect((await file.body()).toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await page.request.get('/en/hefte/')).status()).toBe(404);
    expect(faults).toEqual([]);
    await close();
  });
});

test('a card says whom to call, and its code opens the offer in the card’s own language', async () => {
  const { page, faults, close } = await openPage(browser, site.origin, { viewport: { width: 1000, height: 900 } });
  await page.goto('/de/angebote/offen/');
  await page.getByRole('link', { name: text('de', 'list.print'), exact: true }).click();
  await page.locator('.my-list-page h3').waitFor();
  expect(await page.getByText(text('de', 'list.received')).count()).toBe(0);
  const [languages, forms] = await page.locator('.my-list-choices select').all();
  await languages!.selectOption('ar');
  await forms!.selectOption('card');
  await page.locator('[lang=ar] .list-card-foot').waitFor();
  const read = await readPdf(await page.pdf({ preferCSSPageSize: true }), [1]);
  expect(read.pages.length).toBe(1);
  const lines = read.pages[0]!.join('\n');
  expect(lines.match(/\+49 221 4710100/g)?.length).toBe(2);
  expect(lines).toContain('22.11.2026');
  expect(lines).not.toContain(text('de', 'list.title'));
  expect(read.codes[0]!.toSorted()).toEqual([
    'https://example.org/ar/angebote/offen/',
    'https://example.org/de/angebote/offen/',
  ]);
  expect(faults).toEqual([]);
  await close();
});
