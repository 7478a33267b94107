import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a line that stands alone begins with a capital, in languages that write their weekdays small, too', async () => {
  const { page, close } = await openPage(browser, origin);
  for (const [lang, size] of [
    ['fr', 'uppercase'],
    ['ku', 'uppercase'],
    ['ar', 'none'],
  ] as const) {
    await page.goto(`/${lang}/angebote/sprachcafe-brinkenau/`);
    const sizes = await page
      .locator('.schedule-days, .next-dates-date, .offer-card-facts li > span')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line, '::first-letter').textTransform));
    expect(new Set(sizes), lang).toEqual(new Set([size]));
  }
  await close();
});

test('the name of the site and the words of the menu are not torn apart on the narrowest screen', async () => {
  const { page, close } = await openPage(browser, origin, { viewport: { width: 320, height: 640 } });
  for (const lang of ['de', 'de-simple', 'ru', 'bg', 'sq']) {
    await page.goto(`/${lang}/`);
    const torn = await page.locator('.brand-name, .main-menu a').evaluateAll((elements) =>
      elements.flatMap((element) => {
        const node = element.firstChild;
        if (!node || !element.checkVisibility()) return [];
        return Array.from((node.nodeValue ?? '').matchAll(/\S+/g))
          .filter((word) => {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
          })
          .map(([word]) => word);
      }),
    );
    expect(torn, lang).toEqual([]);
  }
  await close();
});

test('a foreign text stands where the page’s own would, a foreign list has its numbers on its own side', async () => {
  const { page, close } = await openPage(browser, origin);
  await page.goto('/ar/angebote/wohnungssuche-hilfe-luettersbeck/');
  const sides = await page
    .locator('main h1[dir="ltr"], main .lead[dir="ltr"], .fact .link-list a[dir="ltr"]')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { textAlign } = getComputedStyle(element);
        return textAlign === 'right' || textAlign === 'end';
      }),
    );
  expect(sides).not.toContain(false);
  for (const list of await page.locator('ol.steps, ul.checklist').all()) {
    const [whole, entries] = await list.evaluate((element) => [
      element.getAttribute('dir'),
      element.querySelectorAll('li[dir]').length,
    ]);
    expect(whole === null || entries === 0).toBe(true);
  }
  await close();
});

test('results can be printed: the offers are on paper, the controls are not', async () => {
  const { page, close } = await openPage(browser, origin);
  await page.goto('/tr/angebote/?q=schulden&cost=free');
  const cards = page.locator('.search-results article');
  await cards.first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await cards.first().isVisible()).toBe(true);
  expect(await page.locator('.chosen-filters').isVisible()).toBe(true);
  for (const control of ['.search-box', '.filter-panel', '#offer-list', '.language-switch'])
    expect(await page.locator(control).isVisible(), control).toBe(false);
  await close();
});

test('an offer takes two sheets of paper, and its contact is not cut in two', async () => {
  const { page, close } = await openPage(browser, origin);
  await page.goto('/tr/angebote/integrationskurs-abend-brinkenau/');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.contacts').evaluate((box) => getComputedStyle(box).breakInside)).toBe('avoid');
  await close();
});

test.each(['/galerie/', '/galerie/rtl/', '/gestaltung/'])(
  'every component in the gallery is accessible (%s)',
  async (address) => {
    const { page, close } = await openPage(browser, origin, { viewport: { width: 1000, height: 900 } });
    await page.goto(address);
    expect(await page.locator('h1').count()).toBe(1);
    const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    // A page of examples shows the same landmark several times.
    expect(await findViolations(page, { without: ['landmark-unique'] })).toEqual([]);
    await close();
  },
);
