import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { adminFiles } from '../../src/admin/admin-files.ts';
import type { CmsConfig } from '../../src/admin/cms-types.ts';
import { loadCatalogue } from '../../src/catalogue.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite, runCommand } from '../support/build-site.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { fakeGithub } from './fake-github.ts';
import { openBrowser, openPage } from './open-browser.ts';

let browser: Browser;
let work: string;
let origin: string;
let server: Server;

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-C', join(work, 'repository'), '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
    {
      encoding: 'utf8',
    },
  );

const offer = 'content/offers/anerkennungsberatung.md';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'lotse-admin-'));
  const repository = join(work, 'repository');
  // One offer with its translations is enough to edit; the rest would only take time.
  const isWanted = (path: string): boolean =>
    !/content\/offers\/./.test(path) || path.includes('/anerkennungsberatung.');
  await cp('content', join(repository, 'content'), { recursive: true, filter: isWanted });
  const text = await readFile(join(repository, offer), 'utf8');
  const commented = text
    .replace('type: counselling', '# Art und Stand bespricht die Runde der Träger.\ntype: counselling')
    .replace('place: haus-der-bruecke', 'place: haus-der-bruecke # Eingang am Hof');
  await writeFile(join(repository, offer), commented);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Stand');

  const { value } = await loadCatalogue({ contentDir: 'content', today: '2026-11-22', shippedTexts: readTexts('de') });
  for (const [path, bytes] of await adminFiles(value!, { contentDir: 'content', local: true })) {
    const file = join(work, 'site', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  // Browsers ask for it on every page that names no icon.
  await writeFile(join(work, 'site/favicon.ico'), '');
  ({ origin, server } = await serveFolder(join(work, 'site')));
  browser = await openBrowser();
});

afterEach(() => {
  git('checkout', '-q', '--', '.');
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
  await rm(work, { recursive: true, force: true });
});

/** Every content file of the repository, path → text. */
async function contentFiles(): Promise<[string, string][]> {
  const folder = join(work, 'repository');
  const names = await readdir(join(folder, 'content'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as [string, string]),
  );
}

/** The page with the repository open in it: a folder of the browser's own stands for the one that a person chooses. */
async function openRepository(locale: string) {
  const watched = await openPage(browser, origin, { locale, viewport: { width: 1400, height: 4000 } });
  const { page } = watched;
  await page.goto('/admin/favicon.svg');
  await page.evaluate(
    async (files) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository', { create: true });
      await root.getDirectoryHandle('.git', { create: true });
      for (const [path, text] of files) {
        const steps = path.split('/');
        let folder = root;
        for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
        const writable = await (await folder.getFileHandle(steps.at(-1)!, { create: true })).createWritable();
        await writable.write(text);
        await writable.close();
      }
    },
    await contentFiles(),
  );
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository'),
    });
  });
  await page.goto('/admin/');
  await page.getByRole('button', { name: /lokalem Repository|local repository/i }).click();
  await page
    .getByText(locale.startsWith('de') ? 'Träger' : 'Organisations', { exact: true })
    .first()
    .waitFor();
  return watched;
}

/** Writes what the page has saved into the repository, where Git sees what has changed. */
async function takeOver(page: Awaited<ReturnType<typeof openRepository>>['page']): Promise<void> {
  const files = await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
    const found: [string, string][] = [];
    async function visit(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await visit(handle, `${path}${name}/`);
        else found.push([path + name, await (await handle.getFile()).text()]);
      }
    }
    await visit(root, '');
    return found;
  });
  for (const [path, text] of files) {
    const file = join(work, 'repository', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Saving takes as long as the machine needs. */
const patience = { timeout: 30_000, interval: 500 };

const changedLines = (diff: string): string[] => diff.split('\n').filter((line) => /^[-+](?![-+]{2})/.test(line));

/** Said to whoever builds the page: signing in without a token would need an id of an application. */
const expected = (fault: string): boolean => fault.includes('OAuth application ID is not defined');

test('a person changes a title and adds a contact: only these lines of the file differ, and it passes the check', async () => {
  const { context, page, faults } = await openRepository('de-DE');
  await page.goto('/admin/#/collections/offers/entries/anerkennungsberatung');
  await page.getByRole('textbox', { name: 'Titel' }).fill('Anerkennung ausländischer Zeugnisse');
  await page.getByRole('button', { name: /Kontakt.? hinzufügen/ }).click();
  await page.getByRole('textbox', { name: 'Stelle oder Aufgabe' }).fill('Empfang');
  await page.getByRole('textbox', { name: 'Telefon' }).fill('+49 221 4710999');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Anerkennung ausländischer Zeugnisse', { exact: true }).first().waitFor();
  await expect.poll(async () => (await takeOver(page), git('diff', '--name-only').trim()), patience).toBe(offer);

  expect(changedLines(git('diff', '-U0'))).toEqual([
    '-title: Anerkennung von Zeugnissen und Berufen',
    '+title: Anerkennung ausländischer Zeugnisse',
    '+  - role: Empfang',
    "+    phone: '+49 221 4710999'",
  ]);
  expect(git('status', '--short').trim()).toBe(`M ${offer}`);
  const check = await runCommand('check', [join(work, 'repository', offer)], {
    CONTENT_DIR: join(work, 'repository/content'),
  });
  expect({ code: check.code, output: check.stdout }).toMatchObject({ code: 0 });
  expect(faults.filter((fault) => !expected(fault))).toEqual([]);
  await context.close();
}, 120_000);

test('a translation is edited beside its source and says of which one it is', async () => {
  const { context, page, faults } = await openRepository('de-DE');
  await page.goto('/admin/#/collections/offers/entries/anerkennungsberatung');
  await page.getByRole('textbox', { name: 'Titel' }).fill('Anerkennung ausländischer Zeugnisse');
  await page.getByRole('combobox').filter({ hasText: 'de-simple' }).click();
  await page.getByRole('option', { name: 'Englisch' }).click();
  await page.getByRole('textbox', { name: 'Titel' }).nth(1).fill('Recognition of foreign certificates');
  await page.getByRole('button', { name: 'Speichern' }).click();
  const translation = offer.replace('.md', '.en.md');
  await expect
    .poll(async () => (await takeOver(page), git('diff', '--name-only').trim().split('\n')), patience)
    .toEqual([translation, offer]);
  expect(changedLines(git('diff', '-U0'))).toEqual([
    expect.stringMatching(/^-title: /),
    '+title: Recognition of foreign certificates',
    expect.stringMatching(/^-  of: /),
    expect.stringMatching(/^\+  of: /),
    '-title: Anerkennung von Zeugnissen und Berufen',
    '+title: Anerkennung ausländischer Zeugnisse',
  ]);
  const check = await runCommand('check', ['--format', 'json'], { CONTENT_DIR: join(work, 'repository/content') });
  const problems = JSON.parse(check.stdout) as { code: string; file: string }[];
  const outdated = problems.filter(({ code }) => code === 'translation-outdated').map(({ file }) => file);
  expect(new Set(outdated.map((file) => /([a-z-]+)\.md$/.exec(file)![1]))).toEqual(new Set(['ar', 'tr', 'uk']));
  expect(faults.filter((fault) => !expected(fault))).toEqual([]);
  await context.close();
}, 120_000);

test('with a repository, saving makes a branch and a pull request in which only the edited line differs', async () => {
  const folder = join(work, 'forge');
  const forgeSite = await serveFolder(folder);
  const repository = { kind: 'github', url: `${forgeSite.origin}/kreis/angebote` } as const;
  const { value } = await loadCatalogue({ contentDir: 'content', today: '2026-11-22', shippedTexts: readTexts('de') });
  const catalogue = { ...value!, site: { ...value!.site, hand_in: { repository } } };
  for (const [path, bytes] of await adminFiles(catalogue, { contentDir: 'content', local: false })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await writeFile(join(folder, 'favicon.ico'), '');
  const texts = (await contentFiles()).filter(([path]) => /\.(md|yml)$/.test(path));
  const forge = fakeGithub(forgeSite.origin, new Map(texts));
  const { context, page, faults } = await openPage(browser, forgeSite.origin, {
    locale: 'de-DE',
    viewport: { width: 1400, height: 4000 },
  });
  await context.route(
    ({ pathname }) => pathname.startsWith('/api/'),
    (route) => {
      const request = route.request();
      const { status, json } = forge.answer(request.method(), new URL(request.url()).pathname, request.postData());
      return route.fulfill({ status, ...(json === undefined ? {} : { json }) });
    },
  );

  await page.goto('/admin/');
  await page.getByRole('button', { name: 'Mit Zugriffstoken anmelden' }).click();
  await page.locator('input').last().fill('token-of-nobody');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText('Träger', { exact: true }).first().waitFor();
  await page.goto('/admin/#/collections/offers/entries/anerkennungsberatung');
  await page.getByRole('textbox', { name: 'Titel' }).fill('Anerkennung ausländischer Zeugnisse');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect.poll(() => forge.pulls.at(0)?.labels, patience).toEqual(['sveltia-cms/draft']);

  expect(forge.pulls).toMatchObject([{ head: 'cms/offers/anerkennungsberatung', base: 'main' }]);
  expect([...forge.branches.keys()]).toEqual(['main', 'cms/offers/anerkennungsberatung']);
  const before = forge.branches.get('main')!;
  expect(new Map(texts)).toEqual(before);
  const differing = [...forge.branches.get('cms/offers/anerkennungsberatung')!].flatMap(([path, text]) =>
    before.get(path) === text ? [] : [[path, text.split('\n').filter((line) => !before.get(path)!.includes(line))]],
  );
  expect(differing).toEqual([[offer, ['title: Anerkennung ausländischer Zeugnisse']]]);
  expect(forge.unknown).toEqual([]);
  expect(faults.filter((fault) => !expected(fault))).toEqual([]);
  await context.close();
  await new Promise((resolve) => forgeSite.server.close(resolve));
}, 120_000);

test('a repository in site.yml brings the page, one line leaves it out', async () => {
  const content = join(work, 'small');
  await cp('test/sites/standings', content, { recursive: true });
  const settings = await readFile(join(content, 'site.yml'), 'utf8');
  const handIn = 'hand_in:\n  repository: { kind: github, url: https://github.com/example/angebote }\n';
  await writeFile(join(content, 'site.yml'), `${settings}\n${handIn}`);
  await buildSite(content, join(work, 'with'), {});
  expect(await readFile(join(work, 'with/admin/index.html'), 'utf8')).toContain('noindex');
  const config = JSON.parse(await readFile(join(work, 'with/admin/config.de.json'), 'utf8')) as CmsConfig;
  expect(config.backend).toMatchObject({ name: 'github', repo: 'example/angebote' });
  // Nothing of it is loaded or linked by any other page.
  const page = await readFile(join(work, 'with/de/index.html'), 'utf8');
  expect(page).not.toContain('admin');
  expect(page).not.toContain('unsafe-');

  await writeFile(join(content, 'site.yml'), `${settings}\n${handIn}admin: false\n`);
  await buildSite(content, join(work, 'without'), {});
  expect(await readdir(join(work, 'without'))).not.toContain('admin');
}, 120_000);

test('the site itself stays as it was: no such page without a repository, the same strict policy', async () => {
  const folder = inject('siteFolder');
  expect(await readdir(folder)).not.toContain('admin');
  const html = await readFile(join(folder, 'de/index.html'), 'utf8');
  expect(html).not.toContain('unsafe-');
});
