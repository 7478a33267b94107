import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const paths = [
  'konzept/',
  'konzept/konzept-2025/druck/',
  'konzept/vergleich/',
  'konzept/massnahmen/beratungsbus/',
  'konzept/kennzahlen/wartezeit-deutschkurs/',
  'konzept/leitlinien/klare-sprache/',
  'luecken/',
  'luecken/field-of-action-town/',
  'mitmachen/fehlt/',
];

describe.each([
  ['de', 'light'],
  ['ar', 'dark'],
] as const)('the pages of concept and gaps in %s', (lang, colorScheme) => {
  test(`have no accessibility violation, no fault and no sideways scrolling (${colorScheme})`, async () => {
    const { page, faults, close } = await openPage(browser, origin, {
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    const problems: string[] = [];
    for (const path of paths) {
      await page.goto(`/${lang}/${path}`);
      for (const problem of await findViolations(page)) problems.push(`${path} ${problem}`);
      const { width, levels } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        levels: Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6'), ({ tagName }) => Number(tagName[1])),
      }));
      if (width > 320) problems.push(`${path} is ${width} px wide at 320`);
      const skipped = levels.some((level, index) => level - (levels[index - 1] ?? 0) > 1);
      if (skipped || levels.filter((level) => level === 1).length !== 1) problems.push(`${path} skips a heading level`);
    }
    await close();
    expect(problems).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('a reader puts a table together, opens a cell by keyboard and shares what is seen', async () => {
  const { page, faults, close } = await openPage(browser, origin, { viewport: { width: 1280, height: 800 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/de/luecken/');
  const pivot = page.locator('#pivot');
  await pivot.getByLabel('Zeilen').waitFor();
  // Nobody loads the numbers who does not ask for them.
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);

  await pivot.getByLabel('Zeilen').selectOption({ label: 'Art des Angebots' });
  await pivot.getByLabel('Spalten').selectOption({ label: 'Online' });
  const table = pivot.getByRole('table');
  await table.waitFor();
  const row = table.getByRole('row', { name: /^Kurs/ });
  const cell = row.getByRole('link').first();
  const count = Number(await cell.innerText());
  expect(count).toBeGreaterThan(0);
  await cell.focus();
  await page.keyboard.press('Enter');
  const offers = pivot.locator('.cell-list:focus');
  await offers.waitFor();
  expect(await offers.getByRole('link').count()).toBe(count);

  const address = page.url();
  await page.goto('/de/');
  await page.goto(address);
  await pivot.locator('.cell-list').waitFor();
  expect(await pivot.locator('.cell-list').getByRole('link').count()).toBe(count);
  expect(faults).toEqual([]);
  await close();
});

test('without a script a number of a table leads to the offers that it counts', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/de/luecken/field-of-action-town/');
  const cell = page.locator('table.matrix').first().locator('td a').first();
  const count = Number(await cell.innerText());
  const target = (await cell.getAttribute('href')) ?? '';
  await cell.click();
  expect(new URL(page.url()).hash).toBe(target);
  expect(await page.locator(target).getByRole('link').count()).toBe(count);
  await close();
});

test('who searches in vain tells what is missing, and the form knows what was looked for', async () => {
  const { page, faults, close } = await openPage(browser, origin);
  await page.goto('/de/angebote/?q=xylophonbauanleitung&town=brinkenau');
  await page.locator('.search-status').getByRole('link', { name: 'Was fehlt hier?' }).click();
  const title = page.getByLabel('Was fehlt?');
  await title.waitFor();
  expect(await title.inputValue()).toBe('xylophonbauanleitung');
  expect(await page.getByLabel('Ort').inputValue()).toBe('brinkenau');

  await title.fill('');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.locator('#missing-title:focus').waitFor();
  expect(await title.getAttribute('aria-invalid')).toBe('true');

  await title.fill('Kurs: wie baut man ein "Xylophon"?');
  await page.getByLabel('Wie viele Menschen').fill('12');
  await page.getByRole('button', { name: 'Weiter' }).click();
  const mail = page.getByRole('link', { name: 'Per E-Mail senden' });
  await mail.waitFor();
  const body = decodeURIComponent((await mail.getAttribute('href')) ?? '');
  expect(body).toContain('title: "Kurs: wie baut man ein \\"Xylophon\\"?"');
  expect(body).toContain('where: ["brinkenau"]');
  expect(body).toContain('how_many: 12');
  expect(faults).toEqual([]);
  await close();
});
