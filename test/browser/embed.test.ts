import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = inject('origin');
const folder = inject('siteFolder');
let browser: Browser;
const servers: Server[] = [];

async function serve(answer: Parameters<typeof createServer>[1] & object): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The site as docs/hosting serves it: other origins may read `/einbetten/`. */
let site: string;
/** A town's own website, with a strict policy: `/?` + the HTML of its page. */
let stranger: string;
let isCut = false;

beforeAll(async () => {
  browser = await openBrowser();
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  site = await serve((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
    if (isCut && path.startsWith('/einbetten/v1/')) return void request.socket.destroy();
    try {
      const bytes = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      response.writeHead(200, {
        'content-type': types[path.endsWith('/') ? '.html' : extname(path)] ?? 'application/json',
        ...(path.startsWith('/einbetten/') ? { 'access-control-allow-origin': '*' } : {}),
      });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    }
  });
  stranger = await serve((request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${site}; connect-src ${site}; frame-src ${site}`,
    });
    response.end(decodeURIComponent((request.url ?? '').replace(/^\/\?/, '')));
  });
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

/** All that went wrong; that the two servers are strangers to the demo is the point here. */
const failures = (faults: readonly string[]): readonly string[] =>
  faults.filter((fault) => !fault.startsWith('request:'));

const pageWith = (body: string, lang = 'de'): string =>
  `${stranger}/?${encodeURIComponent(`<!doctype html><html lang="${lang}"><title>Stadt</title><main><h1>Stadt</h1>${body}</main><script src="${site}/einbetten/angebotslotse-list.js" defer></script></html>`)}`;

test('another website shows offers of a topic and town, in Arabic, under its own strict policy', async () => {
  const { context, page, faults } = await openPage(browser, origin);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(
    pageWith(
      '<angebotslotse-list lang="ar" topic="german" town="brinkenau" limit="3" heading-level="2"></angebotslotse-list>',
    ),
  );
  const list = page.locator('angebotslotse-list');
  await list.locator('[part="item"]').first().waitFor();
  expect(await list.locator('[part="item"]').count()).toBeLessThanOrEqual(3);
  expect(await list.locator('[part="region"]').getAttribute('dir')).toBe('rtl');
  expect(await list.locator('h2').count()).toBe(1);
  expect(await list.locator('h3').count()).toBeGreaterThan(0);
  const link = await list.locator('[part="link"]').first().getAttribute('href');
  expect(link).toMatch(new RegExp(`^${site}/ar/angebote/[a-z0-9-]+/$`));
  // One small file, not the whole catalogue; nothing is stored.
  expect(requests.filter((url) => url.endsWith('.json'))).toEqual([`${site}/einbetten/v1/ar/orte-brinkenau.json`]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

  await list.evaluate((element) => element.setAttribute('topic', 'gibt-es-nicht'));
  await list.locator('[part="status"]').waitFor();
  expect(await list.locator('[part="item"]').count()).toBe(0);
  expect(failures(faults)).toEqual([]);
  await context.close();
});

test('a list that cannot be loaded says so, leads on and can be asked again', async () => {
  const { context, page } = await openPage(browser, origin);
  isCut = true;
  await page.goto(pageWith('<angebotslotse-list topic="german"></angebotslotse-list>'));
  const list = page.locator('angebotslotse-list');
  await list.locator('[role="alert"]').waitFor();
  expect(await list.locator('a').getAttribute('href')).toBe(`${site}/de/angebote/`);
  isCut = false;
  await list.locator('button').click();
  await list.locator('[part="item"]').first().waitFor();
  await context.close();
});

test('a frame shows what its address asks for, has the height of its content and opens links above itself', async () => {
  const { context, page, faults } = await openPage(browser, origin);
  await page.goto(
    pageWith(
      `<iframe src="${site}/de/einbetten/liste/?thema=work&anzahl=2&ort=%22%3E%3Cscript%3E" title="Angebote" height="90"></iframe>`,
    ),
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('[part="item"]').first().waitFor();
  expect(await frame.locator('[part="item"]').count()).toBe(2);
  expect(await frame.locator('[part="link"]').first().getAttribute('target')).toBe('_top');
  await page.waitForFunction(() => Number.parseInt(document.querySelector('iframe')?.style.height ?? '0', 10) > 200);
  expect(failures(faults)).toEqual([]);
  await context.close();
});

test('the page for town IT makes the code and shows the list, by keyboard', async () => {
  const { context, page, faults } = await openPage(browser, origin);
  await page.goto('/de/einbetten/');
  await page.locator('#embed-preview [part="item"]').first().waitFor();
  await page.getByLabel('Thema').selectOption('german');
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#embed-code')?.value.includes('topic="german"'),
  );
  await page.getByLabel(/iframe/).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#embed-code')?.value.includes('?thema=german'),
  );
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(context: Document): Promise<AxeResults> } }).axe.run(document),
  );
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
