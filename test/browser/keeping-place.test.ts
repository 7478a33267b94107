import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The focus follows a moment after the page has changed: it is waited for, never looked at once. */
const focused = (page: Page, selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();

/** What a screen reader is told by the status, one entry per announcement. */
async function recordAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const text = document.querySelector('[role="status"]')?.textContent ?? '';
      if (text !== '' && text !== told.at(-1)) told.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

describe('on a phone', () => {
  test('filters open, keep what is chosen, and lead to the first result', async () => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.goto('/de/angebote/?q=kurs');
    await page.locator('.search-results article').first().waitFor();
    const toggle = page.locator('.filter-panel-toggle');
    expect(await page.locator('.filter-panel-groups').isVisible()).toBe(false);
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');

    await page
      .locator('.filter-group', { has: page.locator('input[name="town"]') })
      .locator('summary')
      .click();
    await page.locator('input[name="town"][value="brinkenau"]').check();
    await page.locator('.chosen-filters li').first().waitFor();
    await page.locator('.filter-panel-done').click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await focused(page, '.search-results');
    const top = await page.locator('.search-results').evaluate((section) => section.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(120);
    expect(faults).toEqual([]);
    await close();
  });

  test('the address opens in an app of maps where there is one, and is only an address elsewhere', async () => {
    const phone = await openPage(browser, origin, { hasTouch: true, isMobile: true });
    await phone.page.goto('/de/angebote/sprachcafe-brinkenau/');
    expect(await phone.page.locator('a[href^="geo:"]').isVisible()).toBe(true);
    await phone.close();
    const desktop = await openPage(browser, origin);
    await desktop.page.goto('/de/angebote/sprachcafe-brinkenau/');
    expect(await desktop.page.locator('a[href^="geo:"]').isVisible()).toBe(false);
    expect(await desktop.page.locator('address').isVisible()).toBe(true);
    await desktop.close();
  });
});

describe('by keyboard', () => {
  test('a group of filters stays open under the box that is unticked', async () => {
    const { page, close } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/uk/angebote/?language=de');
    const box = page.locator('input[name="language"][value="de"]');
    await box.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search === '');
    expect(await box.isVisible()).toBe(true);
    await focused(page, 'input[name="language"][value="de"]');
    await close();
  });

  test('a filter that is removed leaves the focus with the results, the last one with the list', async () => {
    const { page, close } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/de/angebote/?topic=german&cost=free');
    await page.locator('.search-results article').first().waitFor();
    await page.locator('.chosen-filters button').first().press('Enter');
    await focused(page, '.search-results');
    await page.locator('.chosen-filters button').first().press('Enter');
    await focused(page, '#offer-list');
    expect(await page.locator('#offer-list').isVisible()).toBe(true);
    await close();
  });

  test('“clear all” keeps the focus in the filters', async () => {
    const { page, close } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/de/angebote/?topic=german');
    await page.getByRole('button', { name: readTexts('de').get('filter.clear-all') ?? '' }).press('Enter');
    await focused(page, '.filter-panel-groups');
    await close();
  });

  test('more results are reached at the first of them', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.goto('/de/angebote/?cost=free');
    const cards = page.locator('.search-results .result-list:not([aria-busy]) article');
    await cards.first().waitFor();
    const before = await cards.count();
    await page.getByRole('button', { name: readTexts('de').get('search.more') ?? '' }).press('Enter');
    await cards.nth(before).waitFor();
    await cards.nth(before).locator('a:focus').waitFor();
    await close();
  });
});

describe('a screen reader', () => {
  test('is told the number of results once per pause in typing', async () => {
    const { page, close } = await openPage(browser, origin);
    await recordAnnouncements(page);
    await page.goto('/de/angebote/');
    await page.getByRole('searchbox').pressSequentially('schulden', { delay: 60 });
    await page.waitForFunction(() => /gefunden/.test(document.querySelector('[role="status"]')?.textContent ?? ''));
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told).toHaveLength(1);
    expect(told[0]).toBe(await page.locator('.search-status-count').innerText());
    await close();
  });

  test('hears what a chosen “yes” belongs to', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.goto('/de/angebote/?childcare=yes');
    await page.getByRole('button', { name: 'Filter entfernen: Kinderbetreuung: Ja' }).waitFor();
    await close();
  });
});

/** Sum of all layout shifts that the reader did not cause, on a slow phone's processor. */
async function shiftsOn(address: string, settled: string, width: number): Promise<number> {
  const { context, page, close } = await openPage(browser, origin, { viewport: { width, height: 800 } });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const state = { shifted: 0 };
    Object.assign(window, { state });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) state.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator(settled).first().waitFor();
  const shifted = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve((window as unknown as { state: { shifted: number } }).state.shifted)),
        ),
      ),
  );
  await close();
  return shifted;
}

describe('nothing jumps while the page loads', () => {
  // A busy machine can paint between two steps that belong together; what always jumps fails every time.
  test.each([320, 360, 1280])('at %i px', { retry: 2 }, async (width) => {
    for (const [address, settled] of [
      ['/de/angebote/', '.filter-panel'],
      ['/ar/angebote/', '.filter-panel'],
      ['/de/angebote/?q=schulden', '.search-results article'],
      ['/uk/angebote/?topic=german', '.search-results article'],
    ] as const) {
      expect(await shiftsOn(address, settled, width), address).toBeLessThan(0.05);
    }
  });
});
