import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listFiles } from '../support/site-files.ts';
import { openBrowser, openPage, pageTypes } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = inject('origin');
let browser: Browser;
let addresses: string[];

beforeAll(async () => {
  browser = await openBrowser();
  const files = await listFiles(inject('siteFolder'));
  const first = (pattern: RegExp): string =>
    files.find((file) => pattern.test(file))?.replace(/^de\/|index\.html$/g, '') ?? '';
  addresses = [
    ...pageTypes,
    first(/^de\/orte\/(?!seite)[^/]+\/index/),
    first(/^de\/traeger\/(?!seite)[^/]+\/index/),
    ...files
      .filter((file) => /^de\/angebote\/(?!seite)[^/]+\/index/.test(file))
      .filter((_, index) => index % 12 === 0)
      .map((file) => file.replace(/^de\/|index\.html$/g, '')),
  ];
});
afterAll(() => browser.close());

interface AxeWindow {
  axe: { run(context: Document, options: object): Promise<AxeResults> };
}

describe.each(['de', 'ar', 'ti'])('every type of page in %s', (lang) => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility violation, no fault and no sideways scrolling (%s)',
    async (colorScheme) => {
      const { context, page, faults } = await openPage(browser, origin, {
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      const problems: string[] = [];
      for (const address of ['/', '/404.html', ...addresses.map((path) => `/${lang}/${path}`)]) {
        await page.goto(address);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          (window as unknown as AxeWindow).axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          }),
        );
        for (const { id, nodes } of violations)
          problems.push(
            `${address} ${id}: ${nodes
              .map(({ html }) => html)
              .join(' | ')
              .slice(0, 300)}`,
          );
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) problems.push(`${address} is ${width} px wide at 320`);
      }
      await context.close();
      expect(problems).toEqual([]);
      // axe itself is put into the page past its policy by the debugger; everything else must be silent.
      expect(faults).toEqual([]);
    },
  );
});

describe('every type of page', () => {
  test('stores nothing on the device', async () => {
    const { context, page } = await openPage(browser, origin);
    for (const path of addresses) await page.goto(`/de/${path}`);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await context.close();
  });

  test('stays readable in forced colours', async () => {
    const { context, page, faults } = await openPage(browser, origin, { forcedColors: 'active' });
    for (const path of ['', 'angebote/', addresses.at(-1) ?? '']) {
      await page.goto(`/de/${path}`);
      const invisible = await page.$$eval('a, button, summary, input', (elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .filter((element) => getComputedStyle(element).color === getComputedStyle(document.body).backgroundColor)
          .map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(invisible).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  test('has one heading of the first level, and no level is skipped', async () => {
    const { context, page } = await openPage(browser, origin);
    for (const path of addresses) {
      await page.goto(`/de/${path}`);
      const levels = await page.$$eval('h1,h2,h3,h4,h5,h6', (headings) =>
        headings.map(({ tagName }) => Number(tagName[1])),
      );
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toEqual([1]);
      levels.forEach((level, index) =>
        expect(level - (levels[index - 1] ?? 0), `${path} heading ${index}`).toBeLessThanOrEqual(1),
      );
    }
    await context.close();
  });

  test('has targets that a thumb hits', async () => {
    const { context, page } = await openPage(browser, origin);
    for (const path of addresses) {
      await page.goto(`/de/${path}`);
      const small = await page.$$eval('a, button, summary, input, label', (elements) =>
        elements
          .filter(
            (element) => element.checkVisibility() && !element.closest('p, dd, li > span, .prose, .visually-hidden'),
          )
          .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 140) }))
          .filter(({ box }) => box.width > 1 && box.height > 1 && (box.height < 24 || box.width < 24))
          .map(({ html }) => html),
      );
      expect(small, path).toEqual([]);
    }
    await context.close();
  });
});
