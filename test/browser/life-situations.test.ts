import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Presses Tab until something that the selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test('from the question of the start page to an offer by keyboard alone, from right to left', async () => {
  const { page, faults, close } = await openPage(browser, origin);
  await page.goto('/ar/');
  await tabTo(page, '.choice[href$="/lebenslagen/housing/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ar/lebenslagen/housing/');
  await page.locator('h1').waitFor();
  await tabTo(page, '.way-title');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ar/wegweiser/wohnung/');
  await tabTo(page, '.guide-step .offer-line-title');
  const offer = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${offer}`);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.locator('.facts').first().waitFor();
  await close();
  expect(faults).toEqual([]);
});

test('a town is chosen without a script knowing of it, and the list of offers has the filters set', async () => {
  const { page, faults, close } = await openPage(browser, origin);
  await page.goto('/de/lebenslagen/work/');
  await page.getByLabel('Ort', { exact: true }).selectOption('wolbersheim');
  await page.locator('.town-choice button').click();
  await page.waitForURL('**/de/angebote/?topic=work&topic=training&topic=recognition&town=wolbersheim');
  await page.locator('.search-results .offer-card').first().waitFor();
  await close();
  expect(faults).toEqual([]);
});
