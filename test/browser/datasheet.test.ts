import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { readMarkdown } from '../../src/content/read-document.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { runCommand } from '../support/build-site.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const text = (lang: string, key: string, values: Record<string, string> = {}): string =>
  (readTexts(lang).get(key) ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Presses Tab until a control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 160; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never leads to ${selector}`);
}

async function type(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.insertText(words);
}

async function tick(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Space');
}

const titleOf = (lang: string, step: string): string => text(lang, step);

async function next(page: Page, title: string): Promise<void> {
  await tabTo(page, '.sheet-buttons [type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('.sheet-form > h2', { hasText: title }).waitFor();
  // Whoever cannot see the page hears where they are now.
  await page.locator(':focus', { hasText: title }).waitFor();
}

const words = {
  title: 'لقاء الخياطة في السوق',
  summary: 'نخيط معًا ونتحدث. الجميع مرحب بهم.',
  role: 'مكتب لقاء الخياطة',
  body: 'نخيط معًا. الآلات متوفرة.',
};

describe('handing in', () => {
  // In German, and with a pointer, it is handed in by hand-in.test.ts.
  test('works by keyboard alone from right to left, and the file passes the check', async () => {
    const lang = 'ar';
    const { page, faults, close } = await openPage(browser, origin, { acceptDownloads: true });
    const { title, summary, role, body } = words;
    await page.goto(`/${lang}/mitmachen/`);
    await page.locator('#f-title').waitFor();

    await type(page, '#f-title', title);
    await type(page, '#f-summary', summary);
    await tick(page, 'input[name=f-type]');
    await tabTo(page, '#f-organisation');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tick(page, 'input[name=f-topics]');
    await next(page, titleOf(lang, 'offer.facts.audience'));
    await tick(page, 'input[name=f-audience-groups]');
    await next(page, titleOf(lang, 'offer.facts.when'));
    await next(page, titleOf(lang, 'offer.facts.where'));
    await tick(page, 'input[name=f-delivery][value=phone]');
    await tick(page, 'input[name=f-service_area]');
    await tick(page, 'input[name=f-accessibility-step_free]');
    await next(page, titleOf(lang, 'datasheet.group.cost'));
    await tick(page, 'input[name=f-cost-kind]');
    await tick(page, 'input[name=f-registration-kind]');
    await next(page, titleOf(lang, 'contact.title'));
    await type(page, '#f-contacts-0-role', role);
    await type(page, '#f-contacts-0-phone', '+49 221 4710123');
    await next(page, titleOf(lang, 'datasheet.group.description'));
    await type(page, '#f-body', body);
    await next(page, titleOf(lang, 'datasheet.group.send'));

    await page.getByText(text(lang, 'datasheet.ready')).waitFor();
    expect(await page.locator('.sheet-preview-page').innerText()).toContain(title);
    expect(await page.locator('.sheet-preview-page').innerText()).toContain(body);

    await tabTo(page, '.hand-in button');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync('content', folder, { recursive: true });
    const file = `offers/${download.suggestedFilename()}`;
    await download.saveAs(join(folder, file));
    const { value } = readMarkdown(file, readFileSync(join(folder, file), 'utf8'));
    expect(value?.data).toMatchObject({ title, summary, contacts: [{ role, phone: '+49 221 4710123' }] });
    expect(value?.body.trim()).toBe(body);
    const check = await runCommand('check', ['--format', 'json', file], { CONTENT_DIR: folder });
    expect(check.stdout + check.stderr).not.toContain('"error"');
    expect(check.code).toBe(0);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);

  test('a correction opens filled in, and hands in only what was changed', async () => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.goto('/de/angebote/sprachcafe-brinkenau/');
    await page.getByRole('link', { name: text('de', 'datasheet.change') }).click();
    await page.locator('#f-title').waitFor();
    expect(await page.locator('#f-title').inputValue()).toBe('Sprachcafé in St. Ansgar');
    await page.locator('#f-title').fill('Sprachcafé am Markt');
    await page.locator('.form-progress li:last-child button').click();
    const mail = await page.getByRole('link', { name: text('de', 'send.email') }).getAttribute('href');
    const sheet = readMarkdown('x.md', new URL(mail!).searchParams.get('body')!.replaceAll('\r', '')).value;
    expect(Object.keys(sheet!.data).sort()).toEqual(['reviewed', 'title']);
    expect(sheet!.data['title']).toBe('Sprachcafé am Markt');
    expect(faults).toEqual([]);
    await close();
  });

  test.each([
    ['gone', 'status', 'ended'],
    ['still-correct', 'reviewed', /^\d{4}-\d\d-\d\d$/],
  ] as const)('“%s” is one click on the offer’s page and one to confirm', async (kind, field, value) => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.goto('/ar/angebote/sprachcafe-brinkenau/');
    await page.getByRole('link', { name: text('ar', `datasheet.${kind}`) }).click();
    await page.getByText(text('ar', `datasheet.${kind}-text`)).waitFor();
    const mail = await page.getByRole('link', { name: text('ar', 'send.email') }).getAttribute('href');
    const sheet = readMarkdown('x.md', new URL(mail!).searchParams.get('body')!.replaceAll('\r', '')).value;
    expect(sheet!.data[field]).toMatch(value);
    expect(faults).toEqual([]);
    await close();
  });

  test('what nobody should type comes out as plain text', async () => {
    const { page, faults, close } = await openPage(browser, origin, { acceptDownloads: true });
    const title = '"><img src=x onerror=alert(1)> : *a &b !!js 🎉 \u202eevil';
    const body = `---\nstatus: draft\n---\n!!js/function x ${'ä🎉 '.repeat(33_000)}`;
    await page.goto('/de/mitmachen/?id=sprachcafe-brinkenau');
    await page.locator('#f-title').fill(title);
    await page.locator('.form-progress li:nth-child(7) button').click();
    await page.locator('#f-body').fill(body);
    await page.locator('.form-progress li:last-child button').click();
    const button = page.locator('.hand-in button').first();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const { value, problems } = readMarkdown('x.md', readFileSync(await download.path(), 'utf8'));
    expect(problems).toEqual([]);
    expect(value!.data['title']).toBe(title);
    expect(value!.data['status']).toBeUndefined();
    expect(value!.body.trim()).toBe(body.trim());
    expect(await page.locator('.sheet-preview-page img').count()).toBe(0);
    expect(await page.locator('.sheet-preview-page h3').innerText()).toBe(title);
    expect(faults).toEqual([]);
    await close();
  });
});

/** Step, what is typed where, the control that is at fault, and the message. */
type Mistake = readonly [
  step: number,
  typed: Record<string, string>,
  at: string,
  key: string,
  values?: Record<string, string>,
];

const mistakes: Mistake[] = [
  [1, {}, 'f-title', 'error.missing'],
  [1, { 'f-summary': 'kurz' }, 'f-summary', 'error.too-short', { limit: '10' }],
  [1, { 'f-title': 'x'.repeat(160) }, 'f-title', 'error.too-long', { limit: '150' }],
  [2, { 'f-audience-age-min': '30', 'f-audience-age-max': '20' }, 'f-audience-age-max', 'error.order'],
  [2, { 'f-audience-age-min': 'alt' }, 'f-audience-age-min', 'error.number'],
  [
    3,
    { 'f-schedule-0-from': '18:00', 'f-schedule-0-to': '16:00', 'f-schedule-0-note': 'x' },
    'f-schedule-0-to',
    'error.order',
  ],
  [6, { 'f-contacts-0-role': 'Büro', 'f-contacts-0-phone': '12' }, 'f-contacts-0-phone', 'error.phone'],
  [6, { 'f-contacts-0-role': 'Büro', 'f-contacts-0-phone': '+43 1' }, 'f-contacts-0-phone', 'error.phone'],
  [6, { 'f-contacts-0-role': 'Büro', 'f-contacts-0-email': 'x@' }, 'f-contacts-0-email', 'error.email'],
  [6, { 'f-contacts-0-role': 'Büro', 'f-contacts-0-url': 'javascript:1' }, 'f-contacts-0-url', 'error.link'],
  [6, { 'f-contacts-0-person': 'Mira Beispiel' }, 'f-contacts-0-person', 'error.consent'],
  [6, { 'f-contacts-0-phone': '+49 221 4710123' }, 'f-contacts-0-role', 'error.missing'],
  [7, { 'f-body': 'Hallo <b>alle</b>' }, 'f-body', 'error.text'],
  [8, { 'f-review_every': '99' }, 'f-review_every', 'error.number'],
];

describe('a mistake is named beside its field', () => {
  let shared: WatchedPage;
  let visits = 0;
  beforeAll(async () => {
    shared = await openPage(browser, origin);
  });
  afterAll(() => shared.close());

  test.each(mistakes.map((mistake) => ({ mistake, name: `step ${mistake[0]}: ${mistake[2]} ${mistake[3]}` })))(
    '$name',
    async ({ mistake }) => {
      const [step, typed, at, key, values] = mistake;
      const { page, faults } = shared;
      // Each time another address, so that the form is loaded anew: nothing typed before is left.
      await page.goto(`/ar/mitmachen/?visit=${++visits}#${step}`);
      await page.locator('.form-fields').first().waitFor();
      for (const details of await page.locator('.form-more').all())
        await details.evaluate((one) => one.setAttribute('open', ''));
      for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
      if (step < 8) await page.locator('.sheet-buttons [type=submit]').click();
      else await page.locator('.form-progress li:last-child button').click();
      const note = page.locator(`#${at}-note`);
      await note.waitFor();
      expect(await note.innerText()).toContain(text('ar', key, values));
      const control = page.locator(`#${at}`);
      expect(await control.getAttribute('aria-invalid')).toBe('true');
      expect((await control.getAttribute('aria-describedby'))?.split(' ')).toContain(`${at}-note`);

      // The list of mistakes takes the focus and leads to the field.
      const link = page.locator(`.error-summary a[href="#${at}"]`).first();
      if (step < 8) await page.locator('#error-summary-title:focus').waitFor();
      await link.click();
      await page.locator(`#${at}:focus`).waitFor();
      expect(faults).toEqual([]);
    },
  );

  test('in German in the words of the check', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.goto('/de/mitmachen/#6');
    await page.locator('#f-contacts-0-person').fill('Mira Beispiel');
    await page.locator('.sheet-buttons [type=submit]').click();
    await page.locator('#f-contacts-0-person-note', { hasText: 'Mira Beispiel' }).waitFor();
    await close();
  });

  test('a private number is only a warning', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.goto('/ar/mitmachen/#6');
    await page.locator('#f-contacts-0-role').fill('Büro');
    await page.locator('#f-contacts-0-phone').fill('+49 171 3920000');
    await page.locator('.sheet-buttons [type=submit]').click();
    await page.locator('#f-body').waitFor();
    await page.goBack();
    expect(await page.locator('#f-contacts-0-phone-note').innerText()).toContain(text('ar', 'error.private'));
    expect(await page.locator('#f-contacts-0-phone').getAttribute('aria-invalid')).toBeNull();
    await close();
  });
});

describe('a draft', () => {
  const stored = (page: Page): Promise<number> => page.evaluate(() => localStorage.length);

  test('is kept only when the reader says so, survives a reload and can be deleted', async () => {
    const { page, faults, close } = await openPage(browser, origin);
    await page.goto('/de/mitmachen/');
    await page.locator('#f-title').fill('Nähtreff');
    await page.getByText(text('de', 'datasheet.draft.ask')).waitFor();
    expect(await stored(page)).toBe(0);
    await page.getByRole('button', { name: text('de', 'datasheet.draft.keep') }).click();
    await page.locator('#f-summary').fill('Zusammen nähen und reden.');
    await page.waitForFunction(() => localStorage.getItem('angebotslotse-datasheet')?.includes('reden'));

    await page.reload();
    expect(await page.locator('#f-title').inputValue()).toBe('Nähtreff');
    expect(await page.locator('#f-summary').inputValue()).toBe('Zusammen nähen und reden.');

    await page.getByRole('button', { name: text('de', 'datasheet.draft.delete') }).click();
    expect(await stored(page)).toBe(0);
    await page.reload();
    expect(await page.locator('#f-title').inputValue()).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  test('is not kept when the reader refuses', async () => {
    const { page, close } = await openPage(browser, origin);
    await page.goto('/ar/mitmachen/');
    await page.locator('#f-title').fill('x');
    await page.getByRole('button', { name: text('ar', 'datasheet.draft.refuse') }).click();
    await page.locator('#f-title').fill('xy');
    expect(await page.getByText(text('ar', 'datasheet.draft.ask')).count()).toBe(0);
    expect(await stored(page)).toBe(0);
    await close();
  });
});

/** Puts an inbox on the page, as `hand_in.inbox` in `site.yml` does. */
async function withInbox(context: BrowserContext): Promise<void> {
  await context.route('**/mitmachen/**', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('"ways":{', '"ways":{"inbox":"/inbox",') });
  });
}

test('the inbox: a puzzle, an honest message when it is busy, a receipt at the end', async () => {
  const { context, page, faults, close } = await openPage(browser, origin);
  await withInbox(context);
  const received: unknown[] = [];
  let answers = 0;
  await context.route('**/inbox/challenge', (route) =>
    route.fulfill({ json: { challenge: '1.test', difficulty: 8, validFor: 600 } }),
  );
  await context.route('**/inbox/hand-in', async (route) => {
    received.push(route.request().postDataJSON());
    answers += 1;
    await (answers === 1 ? route.abort() : route.fulfill({ status: 202, json: { receipt: 'abc123def456' } }));
  });
  await page.goto('/de/mitmachen/?id=sprachcafe-brinkenau&kind=still-correct');
  await page.getByRole('button', { name: text('de', 'send.inbox') }).click();
  await page.getByText(text('de', 'send.failed')).waitFor();
  await page.getByRole('button', { name: text('de', 'search.retry') }).click();
  await page.getByText(text('de', 'send.sent')).waitFor();
  expect(await page.locator('.hand-in').innerText()).toContain('abc123def456');
  expect(received[1]).toMatchObject({
    kind: 'still-correct',
    lang: 'de',
    id: 'sprachcafe-brinkenau',
    proof: { challenge: '1.test', nonce: expect.stringMatching(/^\d+$/) as string },
  });
  expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  await close();
});

// Scrolling is looked at in both widths; what axe looks at is the same markup, so one width a language is enough.
test.each([
  ['de', 320],
  ['ar', 1280],
  ['ti', 320],
] as const)(
  'every step in %s has no accessibility violation (at %i px) and no sideways scrolling',
  async (lang, width) => {
    const widths = [320, 1280].sort((a) => (a === width ? 1 : -1));
    const { page, faults, close } = await openPage(browser, origin, { viewport: { width, height: 700 } });
    const problems: string[] = [];
    await page.goto(`/${lang}/mitmachen/`);
    await page.locator('.sheet-preview').waitFor();
    for (let step = 1; step <= 8; step++) {
      await page.evaluate((to) => (location.hash = to), `#${step}`);
      await page.locator(`.sheet-form[data-step="${step}"]`).waitFor();
      if (step < 8) {
        await page.locator('.sheet-buttons [type=submit]').click();
        // Where nothing must be filled in, the next step follows.
        await page
          .locator(`.error-summary, .sheet-form[data-step="${step + 1}"]`)
          .first()
          .waitFor();
      }
      for (const wide of widths) {
        await page.setViewportSize({ width: wide, height: 700 });
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scroll > wide) problems.push(`step ${step} is ${scroll} px wide at ${wide}`);
      }
      for (const problem of await findViolations(page)) problems.push(`step ${step} ${problem}`);
    }
    await close();
    expect(problems).toEqual([]);
    expect(faults).toEqual([]);
  },
);

test('without JavaScript the page says so, and offers a person to talk to and the sheet on paper', async () => {
  const { page, close } = await openPage(browser, origin, { javaScriptEnabled: false });
  await page.goto('/ti/mitmachen/');
  expect(await page.locator('noscript').innerText()).toContain(text('ti', 'datasheet.no-script'));
  expect(await page.locator('.blank-sheet').getByText(text('ti', 'field.title')).isVisible()).toBe(true);
  expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0);
  await close();
});

test('when the rules cannot be loaded, the form says so and tries again', async () => {
  const { context, page, close } = await openPage(browser, origin);
  await context.route('**/datasheet-check*', (route) => route.abort());
  await page.goto('/de/mitmachen/');
  await page.getByText(text('de', 'datasheet.load-error')).waitFor();
  await context.unroute('**/datasheet-check*');
  await page.getByRole('button', { name: text('de', 'search.retry') }).click();
  await page.locator('.sheet-preview').waitFor();
  await close();
});

test('the first question needs little script, the whole form less than a photo, and other pages none of it', async () => {
  const { page, close } = await openPage(browser, origin);
  // Weighed as they lie in the site: a body cannot be had any more once the page has gone on.
  const scripts = new Map<string, Buffer>();
  page.on('response', (response) => {
    const [path = '', name] = /assets\/([\w-]+)\.[0-9a-f]{8}\.js$/.exec(response.url()) ?? [];
    // What every page loads is counted elsewhere.
    if (name?.startsWith('datasheet')) scripts.set(name, readFileSync(join(inject('siteFolder'), path)));
  });
  const names = (): string[] => [...scripts.keys()].sort();
  const size = (): number => [...scripts.values()].reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
  await page.goto('/ar/mitmachen/');
  await page.locator('.sheet-preview').waitFor();
  expect(names()).toEqual(['datasheet', 'datasheet-check']);
  expect(brotliCompressSync(scripts.get('datasheet')!).length).toBeLessThan(25_000);
  expect(size()).toBeLessThan(58_000);

  // What only the description needs comes with it, what only numbers from abroad need with the first of them.
  await page.goto('/ar/mitmachen/?id=sprachcafe-brinkenau');
  await page.locator('.form-progress li:last-child button').click();
  await page.locator('.sheet-preview-page .prose').waitFor();
  expect(names()).toEqual(['datasheet', 'datasheet-check', 'datasheet-text']);
  expect(size()).toBeLessThan(78_000);
  await page.locator('.form-progress li:nth-child(6) button').click();
  await Promise.all([page.waitForResponse(/datasheet-phones/), page.locator('#f-contacts-0-phone').fill('+43')]);

  scripts.clear();
  await page.goto('/ar/angebote/');
  await page.waitForLoadState('networkidle');
  expect(names()).toEqual([]);
  await close();
});
