import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite } from '../support/build-site.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { openBrowser, openPage } from './open-browser.ts';

const content = join(import.meta.dirname, '../sites/standings');
const text = (lang: string, key: string): string => readTexts(lang).get(key) ?? '';

let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'my-list-'));
  await buildSite(content, folder);
  site = await serveFolder(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  site.server.close();
  await rm(folder, { recursive: true, force: true });
});

const keepButton = (page: Page) => page.locator('[data-keep] button');

/** What a camera would read from the code on the page. */
async function readCode(page: Page): Promise<string | undefined> {
  const { data, size } = await page.locator('.qr-code').evaluate(async (svg) => {
    const side = 400;
    const image = new Image();
    const source = svg.cloneNode(true) as SVGElement;
    source.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    source.setAttribute('width', String(side));
    source.setAttribute('height', String(side));
    image.src = `data:image/svg+xml,${encodeURIComponent(source.outerHTML)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, side, side).data], size: side };
  });
  return jsQR.default(Uint8ClampedArray.from(data), size, size)?.data;
}

describe('my list', () => {
  test('is empty at first, keeps what the reader keeps and nothing before, and can be emptied', async () => {
    const { page, faults, close } = await openPage(browser, site.origin);
    await page.goto('/de/merkliste/');
    await page.getByText(text('de', 'list.empty')).waitFor();
    await page.goto('/de/angebote/offen/');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await keepButton(page).click();
    await page.locator('[data-keep] button[aria-pressed=true]').waitFor();
    await page.goto('/de/angebote/pausiert/');
    await keepButton(page).click();
    await page.getByRole('link', { name: text('de', 'list.show') }).click();
    await page.locator('.my-list-page h3').nth(1).waitFor();
    expect(await page.locator('.my-list-page .fact').count()).toBe(12);
    expect(await page.locator('.my-list-page a[href^="tel:"]').count()).toBeGreaterThan(0);

    await page
      .getByRole('button', { name: text('de', 'list.remove') })
      .first()
      .click();
    await page.locator('.my-list-count:focus').waitFor();
    await page.getByRole('button', { name: text('de', 'list.clear') }).click();
    await page.getByText(text('de', 'list.empty')).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('goes by QR code from German to the other person’s phone in Arabic, and the link carries only ids', async () => {
    const mine = await openPage(browser, site.origin);
    await mine.page.goto('/de/angebote/offen/');
    await keepButton(mine.page).click();
    await mine.page.goto('/de/merkliste/');
    await mine.page.getByRole('button', { name: text('de', 'list.qr') }).click();
    const code = await readCode(mine.page);
    expect(new URL(code!).pathname + new URL(code!).hash).toBe('/merkliste/#offen');
    await mine.close();

    const theirs = await openPage(browser, site.origin, { locale: 'ar-SY' });
    await theirs.page.goto(`/merkliste/${new URL(code!).hash}`);
    const [first] = await theirs.page.locator('.language-choice ul a').all();
    expect(await first!.getAttribute('lang')).toBe('ar');
    await first!.click();
    await theirs.page.getByText(text('ar', 'list.received')).waitFor();
    await theirs.page.locator('.my-list-page[lang=ar][dir=rtl] h3').waitFor();
    expect(await theirs.page.evaluate(() => localStorage.length)).toBe(0);
    await theirs.page.getByRole('button', { name: text('ar', 'list.keep-all') }).click();
    await theirs.page.getByRole('button', { name: text('ar', 'list.remove') }).waitFor();
    expect(await theirs.page.evaluate(() => location.hash)).toBe('');
    expect([...mine.faults, ...theirs.faults]).toEqual([]);
    await theirs.close();
  });

  test('stands on paper in two languages beside each other, with a code, a date and no buttons', async () => {
    const { page, faults, close } = await openPage(browser, site.origin, { viewport: { width: 1000, height: 900 } });
    await page.goto('/de/merkliste/#offen,gibt-es-nicht');
    await page.locator('.my-list-choices select').first().selectOption('ar');
    await page.locator('.my-list-page[lang=ar] h3').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const [left, right] = await page
      .locator('.my-list-offer')
      .first()
      .locator('.my-list-page')
      .evaluateAll((pages) => pages.map((one) => one.getBoundingClientRect()));
    expect(left!.top).toBe(right!.top);
    expect(left!.right).toBeLessThanOrEqual(right!.left);
    expect(await page.locator('.my-list-actions').isVisible()).toBe(false);
    expect(await page.locator('.my-list .qr-code').isVisible()).toBe(true);
    expect(await page.getByText(text('de', 'list.gone')).isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    // A missing offer is an answer of the server that the page expects.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await close();
  });

  test('ids in a link that are no ids are left out: nothing but offers’ pages is asked for', async () => {
    const { page, faults, close } = await openPage(browser, site.origin);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/en/merkliste/#../../x,offen,%3Cimg%20src=x%3E,__proto__,OFFEN');
    await page.locator('.my-list-page h3').waitFor();
    expect(await page.locator('.my-list-offer').count()).toBe(1);
    expect(asked.filter((path) => path.includes('/angebote/'))).toEqual(['/en/angebote/offen/']);
    expect(faults).toEqual([]);
    await close();
  });
});
