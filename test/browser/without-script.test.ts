import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a newcomer without JavaScript chooses a language, a topic and an offer, and finds whom to call', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('link', { name: 'العربية' }).click();
  expect(page.url()).toBe(`${origin}/ar/`);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');

  await page.locator('main a[href*="/ar/themen/german/"]').first().click();
  await page.locator('main a[href*="/ar/angebote/"]').first().click();
  expect(page.url()).toMatch(/\/ar\/angebote\/[^/]+\/$/);
  expect(await page.locator('main a[href^="tel:"], main a[href^="mailto:"]').count()).toBeGreaterThan(0);
  await close();
});

test('changing the language stays on the page', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/de/themen/german/');
  await page.locator('header .language-switch summary').click();
  await page.getByRole('link', { name: 'Türkçe' }).click();
  expect(page.url()).toBe(`${origin}/tr/themen/german/`);
  await close();
});

test('every offer can be reached from the list, page by page', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/uk/angebote/');
  const seen = new Set<string>();
  for (let turns = 0; turns < 20; turns++) {
    for (const link of await page
      .locator('main article a')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname)))
      seen.add(link);
    const next = page.locator('main a[rel="next"]');
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.size).toBeGreaterThanOrEqual(55);
  await close();
});

test('nobody is invited to a search that cannot answer', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  for (const path of ['/de-simple/', '/de-simple/angebote/']) {
    await page.goto(path);
    expect(await page.getByRole('searchbox').count()).toBe(0);
  }
  expect(await page.locator('noscript').innerText()).not.toBe('');
  await close();
});
