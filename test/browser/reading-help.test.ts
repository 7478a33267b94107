import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage } from './open-browser.ts';

const text = (lang: string, key: string): string => readTexts(lang).get(key) ?? '';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Voices that come late, as in most browsers, and say nothing: `finish()` ends the sentence that is being said. */
const voices = (tags: readonly string[]): string => `
  let known = [];
  const listeners = [];
  window.said = [];
  window.cancelled = 0;
  const speech = {
    getVoices: () => known,
    addEventListener: (_, heard) => listeners.push(heard),
    speak: (one) => { window.said.push(one.voice.lang + ': ' + one.text); window.finish = () => one.ended(); },
    cancel: () => { window.cancelled++; },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
    addEventListener(type, heard) { if (type === 'end') this.ended = heard; }
  };
  window.bringVoices = () => {
    known = ${JSON.stringify(tags)}.map((tag) => ({ lang: tag.replace('!', ''), localService: !tag.endsWith('!'), default: false }));
    for (const heard of listeners) heard();
  };`;

const said = (page: Page): Promise<string[]> => page.evaluate('window.said');

/** In one part of the page: the whole of it is looked at by every-page.test.ts. */
const violationsIn = (page: Page, part: string): Promise<string[]> => findViolations(page, { part });

describe('a word that is explained', () => {
  test('opens by keyboard beside the text, closes, and gives the focus back; the page moves nowhere', async () => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.goto('/ar/angebote/migrationsberatung-merlinghausen/');
    const term = page.locator('a.term', { hasText: 'Jobcenter' });
    expect(await term.count()).toBe(1);
    await term.focus();
    await page.keyboard.press('Enter');
    await page.locator('.word-popover:focus').waitFor();
    expect(await page.locator('.word-popover').textContent()).toContain('مركز العمل');
    expect(await page.locator('.word-popover bdi[lang=de]').textContent()).toBe('Jobcenter');
    expect(await violationsIn(page, '.word-popover')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('a.term:focus').waitFor();
    expect(await page.locator('.word-popover').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  test('without a script leads to its explanation on the same page, and from there to all words', async () => {
    const { page, faults, close } = await openPage(browser, origin, { javaScriptEnabled: false });
    await page.goto('/de/angebote/migrationsberatung-merlinghausen/');
    await page.locator('a.term', { hasText: 'Jobcenter' }).click();
    await page.locator('.word:target').waitFor();
    await page.getByRole('link', { name: text('de', 'glossary.all') }).click();
    // Loaded, with its style sheet.
    await page.waitForURL('**/de/woerter/');
    await page.locator('.glossary #wort-jobcenter').waitFor();
    // Nothing is offered that only a script could do.
    for (const name of ['.text-size', '.read-aloud']) expect(await page.locator(name).first().isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('reading aloud', () => {
  test('is offered when a voice of the device comes, speaks each language with its own voice, pauses and stops', async () => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.addInitScript({ content: voices(['ar-SA', 'de-DE', 'de-AT!']) });
    await page.goto('/ar/angebote/migrationsberatung-merlinghausen/');
    const button = page.locator('[data-read-aloud]');
    expect(await button.isVisible()).toBe(false);
    const before = await page.locator('.offer-facts').boundingBox();
    await page.evaluate('bringVoices()');
    await button.waitFor();
    expect(await page.locator('.offer-facts').boundingBox()).toEqual(before);

    await button.click();
    await page.locator('h1.is-read').waitFor();
    await page.waitForFunction('window.said.length === 1');
    await page.getByRole('button', { name: text('ar', 'read-aloud.pause') }).click();
    expect(await page.evaluate('window.cancelled')).toBe(1);
    await page.getByRole('button', { name: text('ar', 'read-aloud.resume') }).click();
    const [first, again] = await said(page);
    expect(again).toBe(first);
    // To the end: names and words in German by the German voice, the rest by the Arabic one, nothing by one that is lent.
    await page.evaluate(
      '(() => { for (let i = 0; i < 300 && document.querySelector(".reading-bar"); i++) window.finish(); })()',
    );
    await page.locator('.reading-bar').waitFor({ state: 'detached' });
    const all = await said(page);
    expect(new Set(all.map((one) => one.split(':')[0]))).toEqual(new Set(['ar-SA', 'de-DE']));
    expect(all).toContain('de-DE: Haus der Brücke, Färbergasse 5');
    expect(all.join(' ')).not.toContain(text('ar', 'glossary.on-page'));
    expect(await page.locator('.is-read').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('is not promised where the device has no voice for the language, or one that sends the text away', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.addInitScript({ content: voices(['ar-SA!', 'de-DE']) });
    await page.goto('/ar/angebote/migrationsberatung-merlinghausen/');
    await page.evaluate('bringVoices()');
    expect(await page.locator('[data-read-aloud]').isVisible()).toBe(false);
    await page.goto('/de/angebote/migrationsberatung-merlinghausen/');
    await page.evaluate('bringVoices()');
    await page.locator('[data-read-aloud]').click();
    await page.locator('.is-read').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-read-aloud]:focus').waitFor();
    await close();
  });
});

describe('the size of the text', () => {
  test('is kept only when it is chosen, is there before the first paint, and is gone after a reset', async () => {
    const { page, faults, close } = await openPage(browser, origin, { viewport: { width: 320, height: 640 } });
    const size = (): Promise<string> => page.evaluate('getComputedStyle(document.documentElement).fontSize');
    const kept = (): Promise<number> => page.evaluate('localStorage.length');
    await page.goto('/de/angebote/migrationsberatung-merlinghausen/');
    const usual = await size();
    const summary = page.locator('.text-size summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.locator('.text-size input[value="100"]:checked').waitFor();
    expect(await kept()).toBe(0);
    await page.getByLabel('150 %').check();
    await page.getByLabel(text('de', 'text-size.wide')).check();
    expect(await size()).toBe(`${parseFloat(usual) * 1.5}px`);
    expect(await violationsIn(page, '.site-header')).toEqual([]);

    for (const lang of ['de', 'ar']) {
      await page.goto(`/${lang}/angebote/migrationsberatung-merlinghausen/`);
      expect(await size()).toBe(`${parseFloat(usual) * 1.5}px`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
    // Arabic letters are joined.
    expect(await page.evaluate('getComputedStyle(document.querySelector("main p")).letterSpacing')).toMatch(
      /^(0px|normal)$/,
    );

    await summary.click();
    await page.getByRole('button', { name: text('ar', 'text-size.reset') }).click();
    await page.locator('.text-size summary:focus').waitFor();
    expect(await kept()).toBe(0);
    await page.reload();
    expect(await size()).toBe(usual);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('passing an offer on', () => {
  test('the code opens the offer in the language of the other phone; who has none of them chooses', async () => {
    const mine = await openPage(browser, origin);
    await mine.page.goto('/de/angebote/sprachcafe-brinkenau/');
    const { data, size } = await mine.page.locator('.pass-on img').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = image.naturalWidth;
      const drawing = canvas.getContext('2d')!;
      drawing.drawImage(image, 0, 0);
      return { data: [...drawing.getImageData(0, 0, canvas.width, canvas.width).data], size: canvas.width };
    });
    const address = new URL(jsQR.default(Uint8ClampedArray.from(data), size, size)!.data);
    expect(address.pathname + address.hash).toBe('/angebot/#sprachcafe-brinkenau');
    await mine.page.emulateMedia({ media: 'print' });
    expect(await mine.page.locator('.pass-on img').isVisible()).toBe(true);
    await mine.close();

    const theirs = await openPage(browser, origin, { locale: 'ar-SY' });
    await theirs.page.goto(address.pathname + address.hash);
    await theirs.page.waitForURL('**/ar/angebote/sprachcafe-brinkenau/');
    expect(await theirs.page.evaluate(() => localStorage.length)).toBe(0);
    await theirs.close();

    const others = await openPage(browser, origin, { locale: 'ja-JP' });
    await others.page.goto(address.pathname + address.hash);
    await others.page.locator('.language-choice a[lang=de]').click();
    await others.page.waitForURL('**/de/angebote/sprachcafe-brinkenau/');
    expect([...mine.faults, ...theirs.faults, ...others.faults]).toEqual([]);
    await others.close();
  });
});
