import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/content/read-document.ts';
import { buildSite } from '../support/build-site.ts';
import { contentFolder, today, validFile } from '../support/content-folder.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { draw, hostileText } from '../unit/hostile/hostile-values.ts';
import { whatIsLeft } from '../unit/hostile/what-is-left.ts';
import { openBrowser, openPage } from './open-browser.ts';

const opened = 12;

test('pages of hostile offers run nothing, load nothing and stay as they are', { timeout: 180_000 }, async () => {
  const folder = contentFolder();
  const { data } = readMarkdown('x.md', validFile('offers/sprachcafe.md')).value!;
  const files = draw(hostileText, 120).map((text, index) => {
    const file = `offers/hostile-${index}.md`;
    const short = text.slice(0, 90);
    const hostile = {
      ...data,
      title: `T ${short}`,
      summary: `S ${short}`,
      schedule: [{ days: ['monday'], from: '10:00', to: '11:00', note: short }],
      required_documents: [short],
      cost: { kind: 'paid', amount: 3, note: short },
      tags: [short],
    };
    writeFileSync(join(folder, file), `---\n${stringify(hostile)}---\n\n${text}\n`);
    return file;
  });
  const { offers } = await whatIsLeft(folder, new Set(files));
  const ids = [...offers.keys()].filter((id) => id.startsWith('hostile-'));
  expect(ids.length).toBeGreaterThan(opened);

  const output = join(folder, 'site');
  mkdirSync(output);
  await buildSite(folder, output, { BUILD_DATE: today });
  const { origin, server } = await serveFolder(output);
  const browser = await openBrowser();
  const { context, page, faults } = await openPage(browser, origin);
  const step = Math.floor(ids.length / opened);
  for (const id of ids.filter((_, index) => index % step === 0)) {
    await page.goto(`/de/angebote/${id}/`);
    await page.locator('h1').waitFor();
    expect(await page.locator('x-pwned, iframe, [onload], [onerror], [onmouseover], [onfocus]').count(), id).toBe(0);
  }
  // Cards come out of the search's own files and are made in the browser.
  await page.goto('/de/angebote/?q=sprachcafe');
  await page.locator('.offer-card').first().waitFor();
  expect(await page.locator('x-pwned, .search-results iframe').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});
