/**
 * Takes the pictures of `docs/de/bilder/` anew: `npx tsx test/docs/take-pictures.ts`. Builds a small part of the demo,
 * opens it in Chromium and does what the texts describe.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.ts';
import { buildSite } from '../support/build-site.ts';
import { serveFolder } from '../support/serve-folder.ts';

const folder = join(import.meta.dirname, '../../docs/de/bilder');
const today = '2026-11-22';
const inbox = 'https://example.org/eingang';
const offer = 'sprachcafe-brinkenau';

/** A picture as WebP, which only a page can make. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const address = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.82);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

async function buildSmallSite(work: string): Promise<string> {
  const content = join(work, 'content');
  const isWanted = (path: string): boolean => !/content\/offers\/./.test(path) || path.includes(`/${offer}.`);
  await cp('content', content, { recursive: true, filter: isWanted });
  // What refers to other offers is not needed for any picture.
  for (const name of ['concept', 'events', 'funding', 'networks', 'snapshots'])
    await rm(join(content, name), { recursive: true, force: true });
  const file = join(content, `offers/${offer}.md`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^(measures|funding):.*\n(?: +-.*\n)*/gm, ''));
  const settings = join(content, 'site.yml');
  const yaml = (await readFile(settings, 'utf8'))
    .replace(/^languages: .*$/m, 'languages: [de, ar]')
    .replace(/^hand_in:\n(?: +.*\n)*/m, '');
  await writeFile(settings, `${yaml}\nhand_in:\n  inbox: { url: ${inbox} }\n`);
  const site = join(work, 'site');
  await buildSite(content, site, { BUILD_DATE: today });
  return site;
}

async function fillIn(page: Page): Promise<void> {
  await page.goto('/de/mitmachen/');
  await page.locator('#f-title').fill('Nähtreff am Markt');
  await page.locator('#f-summary').fill('Zusammen nähen und reden. Maschinen sind da, alle sind willkommen.');
  await page.locator('input[name=f-type][value=meeting-point]').check();
}

const next = async (page: Page, step: number): Promise<void> => {
  await page.locator('.sheet-buttons [type=submit]').click();
  await page.waitForURL(`**/#${step}`);
};

const work = await mkdtemp(join(tmpdir(), 'pictures-'));
const { origin, server } = await serveFolder(await buildSmallSite(work));
const browser = await openBrowser();
const context = await browser.newContext({
  baseURL: origin,
  viewport: { width: 480, height: 640 },
  locale: 'de-DE',
  colorScheme: 'light',
});
await context.route(`${inbox}/challenge`, (route) =>
  route.fulfill({
    json: { challenge: '1.x', difficulty: 4, validFor: 600 },
    headers: { 'access-control-allow-origin': '*' },
  }),
);
await context.route(`${inbox}/hand-in`, (route) =>
  route.fulfill({
    status: 202,
    json: { key: 'inbox.accepted', receipt: '3f9a1c07be52' },
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' },
  }),
);
const page = await context.newPage();
await page.clock.setFixedTime(new Date(`${today}T12:00:00Z`));

async function take(name: string, from?: Locator): Promise<void> {
  if (from) await from.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const png = await page.screenshot();
  await writeFile(join(folder, `${name}.webp`), await asWebp(page, png));
  console.log(`${name}.webp`);
}

const form = page.locator('.form-progress');

await fillIn(page);
await take('formular-anfang', form);
await page.locator('.sheet-buttons [type=submit]').click();
await page.locator('.error-summary').waitFor();
await take('formular-hinweise', page.locator('.error-summary'));

await page.locator('#f-organisation').selectOption({ index: 2 });
await page.locator('input[name=f-topics][value=meeting]').check();
await next(page, 2);
await page.locator('input[name=f-audience-groups]').first().check();
await next(page, 3);
await page.locator('input[name=f-schedule-0-days][value=monday]').check();
await page.locator('#f-schedule-0-from').fill('16:00');
await page.locator('#f-schedule-0-to').fill('18:00');
await next(page, 4);
await page.locator('input[name=f-delivery][value=phone]').check();
await page.locator('input[name=f-service_area]').first().check();
await page.locator('input[name=f-accessibility-step_free][value=yes]').check();
await page.locator('input[name=f-childcare-available]').first().check();
await next(page, 5);
await page.locator('input[name=f-cost-kind][value=free]').check();
await page.locator('input[name=f-registration-kind][value=none]').check();
await next(page, 6);
await page.locator('#f-contacts-0-person').fill('Mira Beispiel');
await page.locator('#f-contacts-0-consent-given_on').waitFor();
await take('formular-einwilligung', page.locator('#f-contacts-0-person').locator('xpath=..'));
await page.locator('#f-contacts-0-person').fill('');
await page.locator('#f-contacts-0-role').fill('Büro des Nähtreffs');
await page.locator('#f-contacts-0-phone').fill('+49 221 4710123');
await next(page, 7);
await page.locator('#f-body').fill('Wir nähen zusammen. Maschinen und Stoffe sind da. Kommen Sie einfach vorbei.');
await next(page, 8);
await page.locator('.sheet-preview-page .prose').waitFor();
await take('formular-vorschau', page.locator('.sheet-preview'));
await page.locator('.hand-in .button').first().click();
await page.getByText('3f9a1c07be52').waitFor();
await take('formular-angekommen', page.locator('.sheet-ready, .hand-in').first());

await page.goto(`/de/angebote/${offer}/`);
await take('angebot-stimmt-das', page.locator('a[href*="kind=gone"]').locator('xpath=ancestor::section[1]'));
await page.goto(`/de/mitmachen/?id=${offer}`);
await page.locator('#f-title').waitFor();
await take('angebot-aendern', page.locator('.sheet-subject'));
await page.goto('/ar/mitmachen/uebersetzen/');
await take('uebersetzen', page.locator('.page-heading'));

await browser.close();
await new Promise((resolve) => server.close(resolve));
await rm(work, { recursive: true });
