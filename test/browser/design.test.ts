import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('colours can be tried: both schemes change at once, what cannot be read is named, the result is a style sheet', async () => {
  const { context, page, faults } = await openPage(browser, origin, { viewport: { width: 1000, height: 900 } });
  await page.goto('/gestaltung/');
  await page.getByLabel('Eine Farbe Ihrer Kommune').fill('#8a1c4a');
  const hasColour = ([scheme, colour]: readonly [string, string]): boolean =>
    getComputedStyle(document.querySelector(`[data-scheme=${scheme}] .button`)!).backgroundColor === colour;
  await page.waitForFunction(hasColour, ['light', 'rgb(138, 28, 74)'] as const);
  // In the dark the same hue, light enough to be read.
  await page.waitForFunction(hasColour, ['dark', 'rgb(199, 146, 168)'] as const);
  await page.getByText('Alles ist gut zu lesen.').waitFor();
  await page.getByText('Links und Knöpfe', { exact: true }).first().click();
  await page.getByLabel('Knopf, hell', { exact: true }).fill('#ffd700');
  await page.getByText('Schlecht zu lesen:').waitFor();
  expect(await page.locator('textarea').inputValue()).toContain('--action: #ffd700;');
  expect(faults).toEqual([]);
  await context.close();
});
