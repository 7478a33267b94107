import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { timesInCalendar } from '../unit/exports/calendar-times.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

const origin = inject('origin');
const text = (lang: string, key: string): string => readTexts(lang).get(key) ?? '';
/** The market place of the demo's Brinkenau, more or less. */
const somewhere = { latitude: 54.5, longitude: 6.3 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page whose clock stands still, on the other side of the world. */
async function openAt(time: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const opened = await openPage(browser, origin, { timezoneId: 'America/Los_Angeles', ...options });
  await opened.page.clock.setFixedTime(new Date(time));
  return opened;
}

const cards = (page: Page) => page.locator('.search-results article');
const way = (page: Page, key: string) => page.locator('.near-way', { hasText: text('de', key) });

describe('today', () => {
  test('is the day of the offers, shows what is not over, and says how much that is', async () => {
    // In Los Angeles it is still Monday.
    const { page, faults, close } = await openAt('2026-11-24T07:30:00+01:00');
    await page.goto('/de/angebote/');
    await way(page, 'near.today').click();
    await page.locator('.near-way[aria-pressed=true]').waitFor();
    await page.locator('.search-results .result-list:not([aria-busy]) article').first().waitFor();
    expect(new URL(page.url()).search).toBe('?when=today');
    const times = await page.locator('.search-results .offer-card-facts li:first-child').allTextContents();
    expect(times.length).toBeGreaterThan(5);
    for (const time of times) expect(time).toMatch(new RegExp(`^${text('de', 'near.today')}\\b`));
    const count = await page.locator('.search-status-count').innerText();
    await page.locator('.search-status [role=status]', { hasText: count }).waitFor({ state: 'attached' });

    // The same with another filter; the address carries both.
    await page.goto('/de/angebote/?when=today&topic=german');
    await cards(page).first().waitFor();
    expect(Number.parseInt(await page.locator('.search-status-count').innerText(), 10)).toBeLessThan(
      Number.parseInt(count, 10),
    );
    expect(faults).toEqual([]);
    await close();
  });

  test('where nothing takes place any more, one tap leads to the next seven days', async () => {
    const { page, close } = await openAt('2026-12-25T23:50:00+01:00');
    await page.goto('/de/angebote/?when=today&topic=german');
    await page.getByRole('button', { name: text('de', 'near.try-week') }).click();
    await way(page, 'near.week').and(page.locator('[aria-pressed=true]')).waitFor();
    expect(new URL(page.url()).searchParams.get('when')).toBe('week');
    await close();
  });
});

describe('near', () => {
  test('from the position: nearest first, nothing kept, nothing sent, no protected place measured', async () => {
    const { page, faults, close } = await openAt('2026-11-24T09:00:00+01:00', {
      geolocation: somewhere,
      permissions: ['geolocation'],
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/de/angebote/');
    await way(page, 'near.close').click();
    await page.getByRole('button', { name: text('de', 'near.here'), exact: true }).click();
    await page.locator('.offer-card-away').first().waitFor();
    const away = (await page.locator('.offer-card-away').allTextContents()).map((words) =>
      words.includes('km')
        ? Number.parseFloat(words.slice(3).replace(',', '.')) * 1000
        : Number.parseFloat(words.slice(3)),
    );
    expect(away.length).toBeGreaterThan(5);
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect([page.url(), ...asked].filter((url) => /54\.5|6\.3|lat|lon/.test(new URL(url).search))).toEqual([]);
    expect(await findViolations(page)).toEqual([]);

    await page.goto('/de/angebote/?q=Gewalt&near=brinkenau');
    const protectedCard = cards(page).filter({ hasText: text('de', 'near.on-request') });
    await protectedCard.first().waitFor();
    expect(await protectedCard.first().innerText()).not.toContain('km');
    // axe itself is put into the page past its policy by the debugger.
    expect(faults).toEqual([]);
    await close();
  });

  test('where the device says no, a town does as well, and the address keeps it', async () => {
    const { page, faults, close } = await openAt('2026-11-24T09:00:00+01:00', { permissions: [] });
    await page.goto('/de/angebote/?topic=german');
    await way(page, 'near.close').click();
    await page.getByRole('button', { name: text('de', 'near.here'), exact: true }).click();
    await page.locator('.near-said', { hasText: text('de', 'near.denied') }).waitFor();
    await page.locator('.near-place select').first().selectOption('brinkenau');
    await page.locator('.offer-card-away').first().waitFor();
    const before = Number.parseInt(await page.locator('.search-status-count').innerText(), 10);
    await page.locator('.near-place select').nth(1).selectOption('2');
    await page.getByRole('button', { name: text('de', 'near.lift') }).waitFor();
    await page.waitForFunction(
      (count) => Number.parseInt(document.querySelector('.search-status-count')?.textContent ?? '', 10) < count,
      before,
    );
    expect(new URL(page.url()).search).toBe('?topic=german&near=brinkenau&within=2');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the timetable of a week', () => {
  test('begins today on an older page, goes on by keyboard, filters and stays in the address', async () => {
    // Four weeks after the build, with a holiday in the week.
    const { page, faults, close } = await openAt('2026-12-21T10:00:00+01:00');
    await page.goto('/de/woche/');
    await page.locator('.week-shown [data-date="2026-12-21"]').waitFor();
    await page.locator('.week-shown [data-date="2026-12-25"] .week-holiday').waitFor();
    await page.getByText(text('de', 'week.old').split('{')[0] ?? '').waitFor();
    expect(await page.locator('#week-plan').isVisible()).toBe(false);
    await page.getByRole('button', { name: text('de', 'week.later') }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.week-shown:focus [data-date="2026-12-28"]').waitFor();
    expect(new URL(page.url()).search).toBe('?from=2026-12-28');
    const all = await page.locator('.week-shown .week-title').count();
    await page.locator('.week-tools select').selectOption('german');
    await page.waitForFunction(() => location.search.includes('topic=german'));
    expect(await page.locator('.week-shown .week-title').count()).toBeLessThan(all);
    expect(await findViolations(page)).toEqual([]);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('topic'));
    expect(faults).toEqual([]);
    await close();
  });

  test('stands from right to left, without a script as well', async () => {
    const { page, close } = await openAt('2026-11-22T10:00:00+01:00', {
      viewport: { width: 320, height: 700 },
      javaScriptEnabled: false,
    });
    await page.goto('/ar/woche/merlinghausen/');
    expect(await page.locator('.week-day').count()).toBe(7);
    const [time, title] = await Promise.all(
      ['.week-time', '.week-title'].map((name) => page.locator(name).first().boundingBox()),
    );
    expect(Math.abs((time?.x ?? 0) + (time?.width ?? 0) - (title?.x ?? 0) - (title?.width ?? 0))).toBeLessThan(2);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});

test('the reader’s list becomes one calendar file on the device', async () => {
  const { page, faults, close } = await openAt('2026-11-22T10:00:00+01:00', { acceptDownloads: true });
  await page.goto('/de/merkliste/#sprachcafe-brinkenau,kleiderkammer-vossenkirchen');
  await page.locator('.my-list-page h3').nth(1).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: text('de', 'list.calendar') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const times = timesInCalendar(await readFile(await download.path(), 'utf8'), '2026-12-31');
  expect(new Set(times.map(({ uid }) => uid.replace(/-\d+(-[\d-]+)?@.*$/, '')))).toEqual(
    new Set(['sprachcafe-brinkenau', 'kleiderkammer-vossenkirchen']),
  );
  expect(faults).toEqual([]);
  await close();
});
