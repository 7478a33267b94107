import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import record from '../../src/pages/accessibility/test-record.json' with { type: 'json' };
import { listFiles } from '../support/site-files.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage, pageTypes } from './open-browser.ts';

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
      .filter((_, index) => index % 20 === 0)
      .map((file) => file.replace(/^de\/|index\.html$/g, '')),
  ];
});
afterAll(() => browser.close());

const languages = ['de', 'ar', 'ti'];
/** Languages in which every page passed. */
const passed: string[] = [];

// All pages one after the other take long when all cores are busy.
describe.each(languages)('every type of page in %s', { timeout: 180_000 }, (lang) => {
  test('has no accessibility violation, no fault and no sideways scrolling', async () => {
    const { page, faults, close } = await openPage(browser, origin, { viewport: { width: 320, height: 640 } });
    const problems: string[] = [];
    // No colour depends on the language, so one language shows them all in the dark; and these two pages have none.
    const isFirst = lang === languages[0];
    for (const address of [...(isFirst ? ['/', '/404.html'] : []), ...addresses.map((path) => `/${lang}/${path}`)]) {
      if (isFirst) await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      for (const problem of await findViolations(page)) problems.push(`${address} ${problem}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) problems.push(`${address} is ${width} px wide at 320`);
      if (!isFirst) continue;
      // In the dark only the colours are others.
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const problem of await findViolations(page, { runOnly: { type: 'rule', values: ['color-contrast'] } }))
        problems.push(`${address} in the dark ${problem}`);
    }
    await close();
    expect(problems).toEqual([]);
    // axe itself is put into the page past its policy by the debugger; everything else must be silent.
    expect(faults).toEqual([]);
    passed.push(lang);
  });
});

test('the statement on accessibility claims no more than is tested here', ({ skip }) => {
  skip(passed.length < languages.length, 'Not every language passed or was run');
  // With it: the page where a language is chosen, the one for unknown addresses, a town, an organisation and an offer.
  const pages = pageTypes.length + 5;
  if (process.env.ACCESSIBILITY_RECORD) {
    const { version } = createRequire(import.meta.url)('axe-core/package.json') as { version: string };
    const found = {
      date: new Date().toISOString().slice(0, 10),
      tool: `axe-core ${version}`,
      standard: 'WCAG 2.2 AA',
      pages,
      languages,
      violations: 0,
    };
    const file = join(import.meta.dirname, '../../src/pages/accessibility/test-record.json');
    writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  } else {
    expect(record.pages).toBeLessThanOrEqual(pages);
    expect(languages).toEqual(expect.arrayContaining(record.languages));
  }
});

describe('every type of page', { timeout: 120_000 }, () => {
  test('has one first heading and skips no level, has targets that a thumb hits, and stores nothing', async () => {
    const { context, page, close } = await openPage(browser, origin);
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
      const small = await page.$$eval('a, button, summary, input, label', (elements) =>
        elements
          .filter(
            (element) =>
              element.checkVisibility() && !element.closest('p, dd, li > span, .prose, .term, .visually-hidden'),
          )
          .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 140) }))
          .filter(({ box }) => box.width > 1 && box.height > 1 && (box.height < 24 || box.width < 24))
          .map(({ html }) => html),
      );
      expect(small, path).toEqual([]);
    }
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await close();
  });

  test('stays readable in forced colours', async () => {
    const { page, faults, close } = await openPage(browser, origin, { forcedColors: 'active' });
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
    await close();
  });
});
