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
  const head = (scheme: string) => page.locator(`[data-scheme=${scheme}] .button`).first();
  const background = (element: Element): string => getComputedStyle(element).backgroundColor;
  await page.getByText('Alles ist gut zu lesen.').waitFor();
  expect(await head('light').evaluate(background)).toBe('rgb(138, 28, 74)');
  expect(await head('dark').evaluate(background)).not.toBe('rgb(138, 28, 74)');
  await page.getByText('Links und Knöpfe', { exact: true }).first().click();
  await page.getByLabel('Knopf, hell', { exact: true }).fill('#ffd700');
  await page.getByText('Schlecht zu lesen:').waitFor();
  expect(await page.locator('textarea').inputValue()).toContain('--action: #ffd700;');
  expect(faults).toEqual([]);
  await context.close();
});
