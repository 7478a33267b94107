import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { openBrowser, openPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What people look for, typed as they type it, and the offer that must be among the first three. */
const tasks = [
  ['de', 'Sprachcafe', 'sprachcafe-brinkenau'],
  ['de', 'deutschkurs abends', 'integrationskurs-abend-brinkenau'],
  ['de', 'schulden', 'schuldnerberatung'],
  ['ar', 'ديون', 'schuldnerberatung'],
  ['ar', 'krisentelefon', 'krisentelefon'],
  ['uk', 'борги', 'schuldnerberatung'],
  ['uk', 'пошук житла', 'wohnungssuche-hilfe-luettersbeck'],
] as const;

const outerHtmlByLink = (items: Element[]): Record<string, string> =>
  Object.fromEntries(
    items.map((item) => [
      item.querySelector('a')?.getAttribute('href') ?? '',
      item.innerHTML.replace(/<\/?mark>/g, ''),
    ]),
  );

describe('search', () => {
  test.each(tasks)('%s: “%s” finds %s', async (lang, text, offer) => {
    const { close, page, faults } = await openPage(browser, origin);
    await page.goto(`/${lang}/angebote/`);
    await page.getByRole('searchbox').fill(text);
    const links = page.locator('.search-results article a');
    await links.first().waitFor();
    const found = await links.evaluateAll((all) => all.slice(0, 3).map((link) => (link as HTMLAnchorElement).pathname));
    expect(found).toContain(`/${lang}/angebote/${offer}/`);
    expect(await page.locator('#offer-list').isVisible()).toBe(false);
    expect(new URL(page.url()).searchParams.get('q')).toBe(text);
    expect(faults).toEqual([]);
    await close();
  });

  test('marks the words that were found', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.goto('/de/angebote/?q=schuldnerberatung');
    expect(await page.locator('.search-results mark').first().innerText()).toMatch(/schuld/i);
    await close();
  });

  test('cards are drawn as they stand in pages, and the list is busy as long as some are missing', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.goto('/de/angebote/');
    const inPage = await page.locator('#offer-list .result-list > li').evaluateAll(outerHtmlByLink);
    // As soon as there is a card, what the list says of itself.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const list = document.querySelector('.search-results .result-list');
        if (list) seen.push(`${list.querySelectorAll('li:empty').length > 0} ${list.hasAttribute('aria-busy')}`);
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    await page.getByRole('searchbox').fill(await page.locator('#offer-list .offer-card-title').first().innerText());
    const items = page.locator('.search-results .result-list:not([aria-busy]) > li');
    await items.first().waitFor();
    const drawn = await items.evaluateAll(outerHtmlByLink);
    const inBoth = Object.keys(drawn).filter((href) => href in inPage);
    expect(inBoth.length).toBeGreaterThan(0);
    for (const href of inBoth) expect(drawn[href]).toBe(inPage[href]);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set(['true true', 'false false']));
    await close();
  });

  test('the first results are shown while others are still on their way, and nothing moves when these come', async () => {
    const { context, close, page, faults } = await openPage(browser, origin);
    const late: (() => Promise<void>)[] = [];
    let arrived = 0;
    await context.route('**/search/de/cards-*', async (route) => {
      if (++arrived > 6) late.push(() => route.continue());
      else await route.continue();
    });
    await page.goto('/de/angebote/?q=beratung');
    const list = page.locator('.search-results .result-list');
    await list.locator('> li:nth-child(4) article').waitFor();
    expect(await list.getAttribute('aria-busy')).toBe('true');
    expect(await list.locator('> li').count()).toBe(12);
    expect(await list.locator('article').count()).toBeLessThan(12);
    const places = () =>
      list
        .locator('> li')
        .evaluateAll((items) => items.slice(0, 5).map((item) => item.getBoundingClientRect().top + scrollY));
    const before = await places();
    const focused = list.locator('a').first();
    await focused.focus();
    for (const go of late) await go();
    await page.locator('.search-results .result-list:not([aria-busy]) > li:nth-child(12) article').waitFor();
    expect(await places()).toEqual(before);
    expect(await focused.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  test('the first results stay where the others cannot be loaded, and these are asked for again', async () => {
    const { context, close, page } = await openPage(browser, origin);
    const seen = new Set<string>();
    await context.route('**/search/de/cards-*', async (route) => {
      if (seen.size < 6 || seen.has(route.request().url())) {
        seen.add(route.request().url());
        await route.continue();
      } else await route.abort();
    });
    await page.goto('/de/angebote/?q=beratung');
    await page.getByText(readTexts('de').get('search.error') ?? '').waitFor();
    const list = page.locator('.search-results .result-list:not([aria-busy])');
    expect(await list.locator('article').count()).toBe(await list.locator('> li').count());
    expect(await list.locator('article').count()).toBeGreaterThanOrEqual(4);
    await context.unroute('**/search/de/cards-*');
    await page.getByRole('button', { name: readTexts('de').get('search.retry') ?? '' }).click();
    await list.locator('> li:nth-child(12) article').waitFor();
    await close();
  });

  // What holds up a cheap phone: to search, and to make a first format of `Intl`.
  test('the page itself neither searches nor makes formats of days, numbers and distances', async () => {
    const { close, page, faults } = await openPage(browser, origin);
    await page.addInitScript(() => {
      const made: string[] = [];
      Object.assign(window, { made });
      for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules'] as const)
        Object.assign(Intl, {
          [name]: new Proxy<object>(Intl[name], {
            construct(format, values) {
              made.push(name);
              return Reflect.construct(format as ObjectConstructor, values) as object;
            },
          }),
        });
    });
    await page.goto('/ar/angebote/');
    await page.getByRole('searchbox').fill('دورة');
    await page.locator('.search-results:not(.search-results-waiting) article').first().waitFor();
    await page.locator('.near-way').nth(1).click();
    await page.waitForURL(/when=week/);
    await page.locator('.near-way').nth(2).click();
    await page.locator('.near-place option[value="25"]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => (window as unknown as { made: string[] }).made)).toEqual([]);
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(/search-worker/)]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a search without any match helps on', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.goto('/de/angebote/?q=xqzwvk');
    const status = page.locator('.search-status');
    await status.getByText(/./).first().waitFor();
    await page.waitForFunction(() => !document.querySelector('.search-status')?.textContent?.includes('…'));
    expect(await status.innerText()).toContain(readTexts('de').get('search.no-results-help'));
    await close();
  });

  test('one or two letters show all offers and say why', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.goto('/de/angebote/?q=d');
    await page.locator('.search-results article').first().waitFor();
    expect(await page.locator('.search-status').innerText()).toContain(readTexts('de').get('search.too-short'));
    await close();
  });

  test('combines filters, keeps them in the address, and the back button undoes them', async () => {
    const { close, page, faults } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/de/angebote/?topic=german&cost=free');
    const whole = page.locator('.search-results .result-list:not([aria-busy]) article').first();
    await whole.waitFor();
    const both = await page.locator('.search-results article').count();
    expect(await page.locator('.chosen-filters li').count()).toBe(2);

    await page.locator('.chosen-filters button').first().click();
    await page.waitForURL((url) => url.search === '?cost=free');
    await page.waitForFunction(
      (before) => !document.querySelector('.search-status-count')?.textContent?.startsWith(`${before} `),
      both,
    );
    await whole.waitFor();
    expect(await page.locator('.search-results article').count()).toBeGreaterThanOrEqual(both);

    await page.goBack();
    expect(new URL(page.url()).search).toBe('?topic=german&cost=free');
    await page.waitForFunction(
      (before) => document.querySelector('.search-status-count')?.textContent?.startsWith(`${before} `),
      both,
    );
    expect(await page.getByRole('status').count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('a count beside a filter is what one gets', async () => {
    const { close, page } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/de/angebote/?topic=german');
    await page.locator('.search-results article').first().waitFor();
    const group = page.locator('.filter-group', { has: page.locator('input[name="cost"]') });
    await group.locator('summary').click();
    const free = group.locator('label', { has: page.locator('input[value="free"]') });
    const promised = Number(await free.locator('.check-count').innerText());
    await free.click();
    await page.waitForFunction(
      (count) => document.querySelector('.search-status-count')?.textContent?.startsWith(`${count} `),
      promised,
    );
    await close();
  });

  test('works by keyboard alone', async () => {
    const { close, page, faults } = await openPage(browser, origin, { viewport: { width: 1280, height: 900 } });
    await page.goto('/de/angebote/');
    await page.keyboard.press('Tab');
    await page.locator(':focus', { hasText: readTexts('de').get('app.skip-to-content') ?? '' }).waitFor();
    await page.keyboard.press('Enter');
    for (let steps = 0; steps < 30; steps++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('input[type="search"]'))) break;
    }
    await page.keyboard.type('kinder');
    await page.locator('.search-results article').first().waitFor();
    for (let steps = 0; steps < 200; steps++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('.search-results article a'))) break;
    }
    // A card shows the focus of its link on its own edge.
    const outlines = await page.evaluate(() => {
      const link = document.activeElement ?? document.body;
      return [link, link.closest('article') ?? link].map((element) => getComputedStyle(element).outlineStyle);
    });
    expect(outlines).not.toEqual(['none', 'none']);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/de\/angebote\/[^/?]+\/$/);
    expect(faults).toEqual([]);
    await close();
  });

  test('says so when the index cannot be loaded, and tries again', async () => {
    const { context, close, page } = await openPage(browser, origin);
    await context.route('**/search/**', (route) => route.abort());
    await page.goto('/de/angebote/?q=kurs');
    await page.getByText(readTexts('de').get('search.error') ?? '').waitFor();
    await context.unroute('**/search/**');
    await page.getByRole('button', { name: readTexts('de').get('search.retry') ?? '' }).click();
    await page.locator('.search-results article').first().waitFor();
    await close();
  });

  test('never answers with the result of an older question', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.goto('/de/angebote/');
    const box = page.getByRole('searchbox');
    await box.pressSequentially('schuldnerberatung', { delay: 5 });
    await page.waitForFunction(() =>
      document.querySelector('.search-results article a')?.getAttribute('href')?.includes('schuldner'),
    );
    await box.fill('');
    await page.locator('#offer-list').waitFor({ state: 'visible' });
    expect(await page.locator('.search-results').count()).toBe(0);
    await close();
  });
});

describe('an offer’s page', () => {
  test('a date that has passed since the build is hidden', async () => {
    const { close, page } = await openPage(browser, origin);
    await page.clock.setFixedTime('2026-11-25T12:00:00+01:00');
    await page.goto('/de/angebote/krisentelefon/');
    const dates = page.locator('[data-next-date]');
    const past = dates.filter({ has: page.locator('time[datetime^="2026-11-23"], time[datetime^="2026-11-24"]') });
    expect(await past.count()).toBeGreaterThan(0);
    for (const date of await past.all()) expect(await date.isVisible()).toBe(false);
    expect(
      await dates
        .filter({ has: page.locator('time[datetime^="2026-11-26"]') })
        .first()
        .isVisible(),
    ).toBe(true);
    await close();
  });
});
