import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite, runCommand } from '../support/build-site.ts';
import { today } from '../support/content-folder.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { git, repositoryWithContent, runInbox, temporaryFolder, type TestInbox } from '../unit/inbox/run-inbox.ts';
import { openBrowser, openPage } from './open-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const text = (lang: string, key: string): string => readTexts(lang).get(key) ?? '';

/** A repository whose site has an inbox that knows it, both on this machine. */
async function townWithInbox(): Promise<{
  repository: string;
  contentDir: string;
  inbox: TestInbox;
  origin: string;
  build: () => Promise<void>;
}> {
  const { repository, contentDir } = repositoryWithContent();
  const output = join(temporaryFolder(), 'site');
  const { origin, server } = await serveFolder(output);
  onTestFinished(() => void server.close());
  const inbox = await runInbox(contentDir, { INBOX_REPOSITORY: repository, INBOX_ORIGINS: origin });
  const settings = join(contentDir, 'site.yml');
  const yaml = readFileSync(settings, 'utf8').replace('languages: [de, en]', 'languages: [de, ar]');
  writeFileSync(settings, `${yaml}hand_in:\n  inbox: { url: ${inbox.url} }\n`);
  git(repository, 'commit', '--quiet', '-am', 'Eingang');
  return {
    repository,
    contentDir,
    inbox,
    origin,
    build: () => buildSite(contentDir, output, { BUILD_DATE: today }),
  };
}

const next = async (page: Page, step: number): Promise<void> => {
  await page.locator('.sheet-buttons [type=submit]').click();
  await page.waitForURL(`**/#${step}`);
};

interface HandedIn {
  readonly title: string;
  readonly summary: string;
  readonly role: string;
  readonly body: string;
  /** The name of an organisation that nobody knows yet. */
  readonly organisation?: string;
}

/** From the first question to the receipt. */
async function handIn(page: Page, lang: string, words: HandedIn): Promise<void> {
  await page.clock.setFixedTime(new Date(`${today}T12:00:00Z`));
  await page.goto(`/${lang}/mitmachen/`);
  await page.locator('#f-title').fill(words.title);
  await page.locator('#f-summary').fill(words.summary);
  await page.locator('input[name=f-type][value=information]').check();
  if (words.organisation === undefined) await page.locator('#f-organisation').selectOption('sprachbruecke');
  else {
    await page.locator('#f-organisation').selectOption('+');
    await page.locator('#f-new-organisation-name').fill(words.organisation);
    await page.locator('#f-new-organisation-kind').selectOption('volunteer-group');
  }
  await page.locator('input[name=f-topics]').first().check();
  await next(page, 2);
  await page.locator('input[name=f-audience-groups]').first().check();
  await next(page, 3);
  await next(page, 4);
  await page.locator('input[name=f-delivery][value=phone]').check();
  await page.locator('input[name=f-service_area]').first().check();
  await page.locator('input[name=f-accessibility-step_free]').first().check();
  await next(page, 5);
  await page.locator('input[name=f-cost-kind]').first().check();
  await page.locator('input[name=f-registration-kind]').first().check();
  await next(page, 6);
  await page.locator('#f-contacts-0-role').fill(words.role);
  await page.locator('#f-contacts-0-phone').fill('+49 221 4710123');
  await next(page, 7);
  await page.locator('#f-body').fill(words.body);
  await next(page, 8);
  await page.getByRole('button', { name: text(lang, 'send.inbox') }).click();
  await page.getByText(text(lang, 'send.sent')).waitFor();
}

const offers: Readonly<Record<string, HandedIn>> = {
  de: {
    title: 'Nähtreff am Markt',
    summary: 'Zusammen nähen und reden. Alle sind willkommen.',
    role: 'Büro des Nähtreffs',
    body: 'Wir nähen zusammen. Maschinen sind da.',
    organisation: 'Nähfreunde Lindenau',
  },
  ar: {
    title: 'لقاء الخياطة في السوق',
    summary: 'نخيط معًا ونتحدث. الجميع مرحب بهم.',
    role: 'مكتب لقاء الخياطة',
    body: 'نخيط معًا. الآلات متوفرة.',
  },
};

test('an offer handed in through the form becomes a branch that passes the check, and then a page', async () => {
  const { repository, contentDir, inbox, origin, build } = await townWithInbox();
  await build();
  const { page, faults, close } = await openPage(browser, origin);
  for (const [lang, words] of Object.entries(offers)) await handIn(page, lang, words);
  await inbox.logged(/^opened offer/, 2);

  const branches = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in')
    .trim()
    .split('\n');
  expect(branches).toHaveLength(2);
  const changed = branches.map((branch) => git(repository, 'diff', '--name-status', 'main', branch).trim().split('\n'));
  expect(changed.toSorted((a, b) => a.length - b.length)).toEqual([
    [expect.stringMatching(/^A\tcontent\/offers\/angebot-\w+\.md$/)],
    ['A\tcontent/offers/naehtreff-am-markt.md', 'A\tcontent/organisations/naehfreunde-lindenau.md'],
  ]);
  for (const branch of branches) {
    git(repository, 'checkout', '--quiet', branch);
    const check = await runCommand('check', [], { CONTENT_DIR: contentDir, BUILD_DATE: today });
    expect(check, branch).toMatchObject({ code: 0 });
  }

  git(repository, 'checkout', '--quiet', 'main');
  git(repository, 'merge', '--quiet', '--no-edit', ...branches);
  await build();
  for (const [lang, words] of Object.entries(offers)) {
    const id = /offers\/(angebot-\w+|naehtreff-am-markt)\.md/.exec(
      changed.find(([file]) => file!.includes('naehtreff') === (lang === 'de'))![0]!,
    )![1]!;
    await page.goto(`/${lang}/angebote/${id}/`);
    expect(await page.locator('h1').innerText()).toContain(words.title);
    const shown = await page.locator('main').innerText();
    expect(shown).toContain(words.body);
    expect(shown).toContain(words.organisation ?? 'Sprachbrücke');
  }
  expect(
    faults.filter((fault) => fault !== `request: ${inbox.url}/challenge` && fault !== `request: ${inbox.url}/hand-in`),
  ).toEqual([]);
  await close();
}, 120_000);

test('a correction made from an older state is put on top of the new one before it is sent', async () => {
  const { repository, contentDir, inbox, origin, build } = await townWithInbox();
  await build();
  const { page, close } = await openPage(browser, origin);
  await page.clock.setFixedTime(new Date(`${today}T12:00:00Z`));
  await page.goto('/de/mitmachen/?id=sprachcafe');
  await page.locator('#f-title').fill('Café der Sprachen');

  const file = join(contentDir, 'offers/sprachcafe.md');
  const newer = readFileSync(file, 'utf8').replace('Deutsch sprechen bei Kaffee', 'Deutsch üben bei Kuchen');
  writeFileSync(file, newer);
  git(repository, 'commit', '--quiet', '-am', 'Kuchen');
  await page.locator('.form-progress li:last-child button').click();
  const send = page.getByRole('button', { name: text('de', 'send.inbox') });
  await send.click();
  // The site still shows the older state.
  await page.locator('#sheet-stale:focus', { hasText: text('de', 'send.stale-wait') }).waitFor();

  await build();
  await send.click();
  await page.locator('#sheet-stale:focus', { hasText: text('de', 'send.stale-kept') }).waitFor();
  expect(await page.locator('.sheet-preview-page').innerText()).toMatch(/Café der Sprachen[^]*Deutsch üben bei Kuchen/);
  await send.click();
  await page.getByText(text('de', 'send.sent')).waitFor();
  await inbox.logged(/^opened correction sprachcafe$/);
  const [branch] = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in')
    .trim()
    .split('\n');
  const lines = git(repository, 'diff', '--unified=0', 'main', branch!).split('\n');
  expect(lines.filter((line) => /^\+[^+]/.test(line))).toEqual(['+title: Café der Sprachen', `+reviewed: ${today}`]);
  await close();
}, 120_000);
