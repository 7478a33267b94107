import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Chromium without its own connections to the outside; `--no-sandbox` because CI containers run as root. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

/** A page that remembers what must never happen: errors in the console, broken policy, requests to other origins. */
export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
  /**
   * Closes the page and leaves its context to the next that asks for one like it. Whoever changes more of the context
   * than its routes closes the context instead.
   */
  readonly close: () => Promise<void>;
}

/**
 * Contexts without a page, by what they were made with: a new one takes a second of a processor, for the processes and
 * fonts of its own, a new page in one that is there a third of that.
 */
const idle = new WeakMap<Browser, Map<string, BrowserContext[]>>();

function idleContexts(browser: Browser, wanted: object): BrowserContext[] {
  const kinds = idle.get(browser) ?? new Map<string, BrowserContext[]>();
  idle.set(browser, kinds);
  const kind = JSON.stringify(wanted);
  const contexts = kinds.get(kind) ?? [];
  kinds.set(kind, contexts);
  return contexts;
}

/** Takes away all that an earlier page has left: nothing is kept on the device. */
async function empty(context: BrowserContext, page: Page, origin: string): Promise<void> {
  await context.clearCookies();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
}

/**
 * Opens a page on whose clock it is noon of the day that all tests see; a test of another time sets it anew. Nothing is
 * stored on its device.
 */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const settings = { baseURL: origin, viewport: { width: 360, height: 740 }, ...options };
  const contexts = idleContexts(browser, settings);
  const used = contexts.pop();
  const context = used ?? (await browser.newContext(settings));
  const page = await context.newPage();
  if (used) await empty(used, page, origin);
  const close = async (): Promise<void> => {
    await page.close();
    await context.unrouteAll();
    contexts.push(context);
  };
  await page.clock.setFixedTime(new Date(`${process.env['BUILD_DATE']}T12:00:00Z`));
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) faults.push(`request: ${url}`);
  });
  return { context, page, faults, close };
}

/** One page of every type that a site has, as addresses below a language. */
export const pageTypes = [
  '',
  'angebote/',
  'angebote/seite/2/',
  'themen/',
  'themen/german/',
  'orte/',
  'karte/',
  'karte/merlinghausen/',
  'einbetten/',
  'einbetten/liste/',
  'woche/',
  'woche/brinkenau/',
  'zielgruppen/',
  'zielgruppen/families/',
  'traeger/',
  'sprachen/',
  'sprachen/ar/',
  'netzwerke/netzwerk-merletal/',
  'termine/',
  'termine/netzwerktreffen-2025-03/',
  'termine/aenderungen/',
  'foerderung/bundesprogramm-werkbank/',
  'stand/',
  'ehrenamt/',
  'impressum/',
  'leichte-sprache/',
  'woerter/',
  'lebenslagen/child-and-school/',
  'wegweiser/',
  'wegweiser/ankommen/',
  'notfall/',
] as const;
