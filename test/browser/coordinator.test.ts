import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a coordinator finds the three towns without counselling in Ukrainian and prints the hand-out', async () => {
  const { context, page, faults } = await openPage(browser, origin, {
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  });
  await page.goto('/de/');
  await page.locator('footer').getByRole('link', { name: 'Für Fachleute' }).click();
  await page.getByRole('link', { name: 'Wo Angebote fehlen' }).click();
  const towns = page.locator('.gap-group', { has: page.getByRole('heading', { name: 'Ukrainisch' }) }).first();
  expect(await towns.locator('.gap-case strong').allTextContents()).toEqual([
    'Brinkenau',
    'Vossenkirchen',
    'Wolbersheim',
  ]);

  await page.getByRole('link', { name: 'Für Fachleute' }).first().click();
  await page.locator('main').getByRole('link', { name: 'Termine', exact: true }).click();
  await page.getByRole('link', { name: 'Änderungen seit der letzten Sitzung' }).click();
  expect(page.url()).toBe(`${origin}/de/termine/aenderungen/`);
  const hint = page.getByText('Sie können diese Seite drucken');
  expect(await hint.isVisible()).toBe(true);

  // What lies between the margins of a sheet of A4.
  await page.setViewportSize({ width: 672, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Änderungen seit der letzten Sitzung');
  expect(await page.locator('.change-list > li').first().isVisible()).toBe(true);
  expect(await page.locator('footer').getByText('Stand:').isVisible()).toBe(true);
  expect(await hint.isVisible()).toBe(false);
  expect(await page.locator('nav:visible').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(672);
  expect(faults).toEqual([]);
  await context.close();
});
