import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const town = '/de/karte/merlinghausen/';
const shownView = (page: Page) => page.locator('.town-map-base').getAttribute('viewBox');
const opened = async (page: Page, path = town): Promise<void> => {
  await page.goto(path);
  await page.locator('#map[data-ready]').waitFor();
};

test('a map without a script leads from its points to the list, and from towns to their maps', async () => {
  const { page, faults, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/de/karte/');
  const way = page.getByRole('link', { name: /Merlinghausen: \d+ Angebote/ });
  await way.click();
  expect(new URL(page.url()).pathname).toBe(town);
  const points = page.locator('.map-mark');
  const targets = await points.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(targets.length).toBeGreaterThan(4);
  for (const target of targets) expect(await page.locator(`li${target}`).count(), target).toBe(1);
  // Every number of the list is in one point of the map.
  const numbers = await page.locator('.map-place').count();
  const texts = await points.locator('rect + text').allTextContents();
  const covered = texts.flatMap((text) => {
    const [from = 0, to = from] = text.split('–').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: numbers }, (_, index) => index + 1));
  expect(faults).toEqual([]);
  await close();
});

test('the map is used by keyboard: moved, zoomed, chosen from, filtered, left', async () => {
  const { page, faults, close } = await openPage(browser, origin);
  await opened(page);
  const whole = await shownView(page);
  await page.locator('.map-surface').focus();
  await page.keyboard.press('+');
  await page.waitForFunction(
    (before) => document.querySelector('.town-map-base')?.getAttribute('viewBox') !== before,
    whole,
  );
  const near = await shownView(page);
  expect(Number(near?.split(' ')[2])).toBeLessThan(Number(whole?.split(' ')[2]));
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    (before) => document.querySelector('.town-map-base')?.getAttribute('viewBox') !== before,
    near,
  );
  await page.keyboard.press('0');
  await page.waitForFunction(
    (before) => document.querySelector('.town-map-base')?.getAttribute('viewBox') === before,
    whole,
  );

  // A point: its place alone is in the list, which has the focus.
  const first = page.locator('.map-mark').first();
  const number = (await first.getAttribute('data-mark'))?.split(',')[0];
  await first.focus();
  await page.keyboard.press('Enter');
  await page.locator('#map-list-title:focus').waitFor();
  expect(await page.locator(`#ort-${number}`).count()).toBe(1);
  expect(await page.locator('.map-mark-chosen').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Alle Orte zeigen' }).press('Enter');
  await page.locator('.map-mark-chosen').waitFor({ state: 'detached' });

  const all = await page.locator('.map-place').count();
  await page.getByLabel('Thema').selectOption('german');
  await page.waitForFunction((before) => document.querySelectorAll('.map-place').length < before, all);
  expect(await page.locator('.map-place').count()).toBeGreaterThan(0);

  // No trap: the list is behind the map.
  await page.locator('.map-zoom button').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.map-surface'))).toBeNull();

  expect(await findViolations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('a topic goes along from the map of all towns, fingers zoom, and the map is not mirrored', async () => {
  const { context, page, faults, close } = await openPage(browser, origin, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  await opened(page, '/ar/karte/');
  // East stays on the right-hand side.
  const left = async (id: string): Promise<number> =>
    (await page.locator(`.map-mark[href*="/karte/${id}/"] rect`).boundingBox())?.x ?? Number.NaN;
  expect(await left('brinkenau')).toBeLessThan(await left('ostermerle'));
  await page.locator('#map select').selectOption('german');
  await page.locator('.map-mark[href*="#thema=german"]').first().waitFor();
  await page.locator('.map-mark[href*="/karte/merlinghausen/#thema=german"]').tap();
  await page.locator('#map[data-ready]').waitFor();
  expect(await page.locator('#map select').inputValue()).toBe('german');

  const before = await shownView(page);
  const box = (await page.locator('.map-surface').boundingBox())!;
  const touch = await context.newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(40) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(60) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForFunction(
    (old) => document.querySelector('.town-map-base')?.getAttribute('viewBox') !== old,
    before,
  );
  const [, , size = '0'] = (await shownView(page))?.split(' ') ?? [];
  expect(Number(size)).toBeLessThan(Number(before?.split(' ')[2]));
  expect(faults).toEqual([]);
  await close();
});
