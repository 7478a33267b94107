import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite } from '../support/build-site.ts';
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts';

const output = join(import.meta.dirname, '../.output');
const builds = { old: join(output, 'offline-old'), new: join(output, 'offline-new'), off: join(output, 'offline-off') };
const text = (key: string, lang = 'de'): string => readTexts(lang).get(key) ?? key;

/** What the host does with a request, beside answering it from the current build. */
let serving: keyof typeof builds = 'old';
let meddle: (path: string, response: ServerResponse) => boolean | Promise<boolean> = () => false;
let requests: string[] = [];
let server: Server;
let origin: string;
let browser: Browser;
let opened: WatchedPage;

/** A small site, the same a day later with another offer and another style sheet, and one that does without. */
async function build(): Promise<void> {
  const content = (name: string): string => join(output, `offline-content-${name}`);
  for (const name of Object.keys(builds)) {
    await rm(content(name), { recursive: true, force: true });
    await cp(join(import.meta.dirname, '../sites/standings'), content(name), { recursive: true });
    const site = await readFile(join(content(name), 'site.yml'), 'utf8');
    const settings = site.replace(/^languages: .*$/m, 'languages: [de]');
    await writeFile(join(content(name), 'site.yml'), name === 'off' ? `${settings}offline: false\n` : settings);
  }
  await writeFile(join(content('new'), 'theme/theme.css'), 'h1 { letter-spacing: 0.01em }');
  const offer = join(content('new'), 'offers/offen.md');
  await writeFile(offer, (await readFile(offer, 'utf8')).replace(/^title: .*$/m, 'title: Angebot erneuert'));
  await Promise.all(
    Object.entries(builds).map(([name, folder]) =>
      buildSite(content(name), folder, {
        BASE_PATH: '/amt/',
        BUILD_DATE: name === 'new' ? '2026-11-23' : '2026-11-22',
      }),
    ),
  );
}

const types: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
};

beforeAll(async () => {
  await build();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    requests.push(`${request.method} ${path}`);
    void (async () => {
      if (await meddle(path, response)) return;
      const file = path.replace(/^\/amt\//, '').replace(/(^|\/)$/, '$1index.html');
      const bytes = await readFile(join(builds[serving], file)).catch(() => undefined);
      response.writeHead(bytes ? 200 : 404, {
        'content-type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      });
      response.end(bytes ?? '<!doctype html><html><body>404</body></html>');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  serving = 'old';
  meddle = () => false;
  requests = [];
  opened = await openPage(browser, origin);
});
afterEach(() => opened.context.close());

/** Everything on the device: paths of all entries, by cache. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const entries = await (await caches.open(name)).keys();
      found[name.replace('angebotslotse /amt/ 1 ', '').split(' ')[0] ?? ''] = entries.map(
        ({ url }) => new URL(url).pathname,
      );
    }
    return found;
  });

async function openTown(page: Page): Promise<void> {
  await page.goto('/amt/de/orte/oststadt/');
  await page.locator('.offline-fold > summary').click();
}

async function keepTown(page: Page): Promise<void> {
  await openTown(page);
  await page.getByRole('button', { name: text('offline.keep') }).click();
  await page.getByRole('button', { name: text('offline.remove'), exact: true }).waitFor();
}

/** The connection goes, for page and service worker alike. */
const cut = (): void => {
  meddle = (_, response) => {
    response.destroy();
    return true;
  };
};

describe('a town for the way', () => {
  test('nothing is kept before the reader asks, everything of the town after, and nothing after removing it', async () => {
    const { page, faults } = opened;
    for (const path of ['', 'angebote/', 'orte/oststadt/', 'offline/']) await page.goto(`/amt/de/${path}`);
    await page.locator('#offline button').first().waitFor();
    expect(await kept(page)).toEqual({});
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });

    await openTown(page);
    // The size is shown before one decides.
    await page.locator('.offline-panel-size', { hasText: /0,\d MB/ }).waitFor();
    await keepTown(page);
    const list = JSON.parse(await readFile(join(builds.old, 'de/offline/oststadt.json'), 'utf8')) as {
      files: [string][];
    };
    const device = await kept(page);
    for (const [path] of list.files)
      expect([...(device.set ?? []), ...(device.files ?? [])], path).toContain(`/amt/${path}`);

    await page.goto('/amt/de/offline/');
    await page.getByRole('button', { name: text('offline.remove-all') }).click();
    await page.getByText(text('offline.removed')).waitFor();
    expect(await kept(page)).toEqual({});
    await page.goto('/amt/de/');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await kept(page)).toEqual({});
    expect(faults).toEqual([]);
  });

  test('can be read and searched without a connection; what was not kept is explained', async () => {
    const { page } = opened;
    await keepTown(page);
    cut();
    await page.goto('/amt/de/orte/oststadt/');
    await page.locator('a[href$="/angebote/offen/"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Angebot offen' }).waitFor();
    expect(
      await page.evaluate(() => Array.from(document.styleSheets, ({ cssRules }) => cssRules.length)),
    ).not.toContain(0);

    await page.goto('/amt/de/angebote/');
    await page.getByRole('searchbox').fill('pausiert');
    await page.locator('.search-results a[href$="/angebote/pausiert/"]').waitFor();

    await page.goto('/amt/de/themen/');
    await page.getByRole('heading', { level: 1, name: text('offline.missing') }).waitFor();
    meddle = () => false;
    await page.getByRole('button', { name: text('search.retry') }).click();
    await page.getByRole('heading', { level: 1, name: text('menu.topics') }).waitFor();
    cut();
    await page.goto('/amt/de/traeger/');
    await page.locator('#offline-kept a[href="/amt/de/orte/oststadt/"]').click();
    await page.getByRole('heading', { level: 1, name: 'Oststadt' }).waitFor();
    // Where a reader of another language arrives without a connection, there is help as well.
    await page.goto('/amt/ar/themen/');
    await page.getByRole('heading', { level: 1, name: text('offline.missing') }).waitFor();
  });

  test('cut off in the middle it is not kept by halves, and goes on when asked again', async () => {
    const { page } = opened;
    let sent = 0;
    meddle = async (path, response) => {
      if (!path.startsWith('/amt/de/angebote/') || ++sent < 4) return false;
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' }).write('<!doctype html><html>');
      await new Promise((resolve) => setImmediate(resolve));
      response.destroy();
      return true;
    };
    await openTown(page);
    await page.getByRole('button', { name: text('offline.keep') }).click();
    await page.getByText(text('offline.failed-connection')).waitFor();
    expect((await kept(page)).set).toBeUndefined();
    meddle = () => false;
    await page.getByRole('button', { name: text('offline.keep') }).click();
    await page.getByRole('button', { name: text('offline.remove'), exact: true }).waitFor();
  });

  test('a full device is said, and what was visited gives way first', async () => {
    const { page, context } = opened;
    // Room for so many entries, and no more.
    await context.addInitScript(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called on the cache below
      const put = Cache.prototype.put;
      Cache.prototype.put = async function (request, response) {
        let entries = 0;
        for (const name of await caches.keys()) entries += (await (await caches.open(name)).keys()).length;
        if (entries > 12) throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, request, response);
      };
    });
    await openTown(page);
    await page.getByRole('button', { name: text('offline.keep') }).click();
    await page.getByText(text('offline.failed-no-space')).waitFor();
    const device = await kept(page);
    expect(device.set).toBeUndefined();
    expect(device.pages).toEqual([]);
  });
});

test('a browser that cannot keep anything says so', async () => {
  const { page, context } = opened;
  await context.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
  await page.goto('/amt/de/offline/');
  await page.getByText(text('offline.unsupported')).waitFor();
  expect(await page.locator('#offline button').count()).toBe(0);
});

describe('a new build', () => {
  test('is told, never mixed with the old one, and taken over when the reader wants it', async () => {
    const { page } = opened;
    await keepTown(page);
    serving = 'new';
    await openTown(page);
    await page.getByText(text('offline.outdated')).waitFor();
    const before = await kept(page);
    cut();
    await page.goto('/amt/de/angebote/offen/');
    await page.getByRole('heading', { level: 1, name: 'Angebot offen' }).waitFor();
    const styles = await page.evaluate(() => Array.from(document.styleSheets, ({ href }) => href));
    const [oldStyle] = (before.files ?? []).filter((path) => path.includes('/site.'));
    expect(styles.some((href) => href !== null && (before.files ?? []).includes(new URL(href).pathname))).toBe(true);
    expect(oldStyle).toBeDefined();

    meddle = () => false;
    await openTown(page);
    await page.getByRole('button', { name: text('offline.update') }).click();
    await page.locator('.offline-panel-state', { hasText: '23. November 2026' }).waitFor();
    cut();
    await page.goto('/amt/de/angebote/offen/');
    await page.getByRole('heading', { level: 1, name: 'Angebot erneuert' }).waitFor();
  });

  test('that comes in the middle of keeping is noticed by the files’ hashes', async () => {
    const { page } = opened;
    await openTown(page);
    // The host gives pages of the new build while the list is still that of the old one.
    meddle = async (path, response) => {
      if (path !== '/amt/de/angebote/offen/') return false;
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(await readFile(join(builds.new, 'de/angebote/offen/index.html')));
      return true;
    };
    await page.getByRole('button', { name: text('offline.keep') }).click();
    await page.getByText(text('offline.failed-changing')).waitFor();
    expect((await kept(page)).set).toBeUndefined();
  });

  test('that arrives late on a slow line is offered, not forced', async () => {
    const { page } = opened;
    await keepTown(page);
    serving = 'new';
    const held: (() => void)[] = [];
    meddle = async (path) => {
      if (path === '/amt/de/angebote/offen/') await new Promise<void>((resolve) => held.push(resolve));
      return false;
    };
    await page.goto('/amt/de/angebote/offen/');
    await page.getByRole('heading', { level: 1, name: 'Angebot offen' }).waitFor();
    meddle = () => false;
    for (const release of held) release();
    await page.getByText(text('offline.newer')).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Angebot offen');
    await page.getByRole('button', { name: text('offline.reload') }).click();
    await page.getByRole('heading', { level: 1, name: 'Angebot erneuert' }).waitFor();
  });
});

test('visited pages stay; forms, data and other addresses are left alone', async () => {
  const { page } = opened;
  await page.goto('/amt/de/offline/');
  await page.getByRole('button', { name: text('offline.switch-on') }).click();
  await page.getByText(text('offline.on')).waitFor();
  await page.goto('/amt/de/themen/?q=geheim');
  await page.waitForFunction(async () => (await caches.match('/amt/de/themen/index.html')) !== undefined);
  for (const path of ['admin/', 'data/catalogue.json', 'inbox/challenge'])
    await page.evaluate((address) => fetch(address), `/amt/${path}`);
  await page.evaluate(() => fetch('/amt/de/angebote/', { method: 'POST', body: 'x' }));
  const all = Object.values(await kept(page)).flat();
  expect(all.filter((path) => /admin|data|inbox|geheim|angebote\/index/.test(path))).toEqual([]);
  cut();
  await page.goto('/amt/de/themen/');
  await page.getByRole('heading', { level: 1, name: text('menu.topics') }).waitFor();
});

test('switched off, it leaves nothing behind on devices of earlier readers', async () => {
  const { page } = opened;
  await keepTown(page);
  serving = 'off';
  await page.goto('/amt/de/');
  expect(await page.locator('link[rel="manifest"], script[src*="offline"]').count()).toBe(0);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/amt/'))?.update());
  await page.waitForFunction(async () => (await caches.keys()).length === 0);
  await page.goto('/amt/de/orte/oststadt/');
  expect(await page.locator('#offline').count()).toBe(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
