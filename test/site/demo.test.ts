import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { buildDemo } from '../support/build-demo.ts';
import { listFiles, readPage, referencesIn } from '../support/site-files.ts';

let site: string;
let files: string[];

beforeAll(async () => {
  site = await buildDemo();
  // The gallery is for those who work on the site; its examples lead nowhere.
  files = (await listFiles(site)).filter((file) => !/^(galerie|gestaltung)\//.test(file));
});

const brotli = async (path: string, quality?: number): Promise<number> =>
  brotliCompressSync(
    await readFile(join(site, path)),
    quality === undefined ? {} : { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  ).length;

/** Those that are larger than they may be; the best compression is slow, so most are found small enough by a quick one. */
async function largerThan(most: number, paths: readonly string[]): Promise<string[]> {
  expect(paths).not.toEqual([]);
  const larger: string[] = [];
  for (const path of paths) {
    if ((await brotli(path, 5)) <= most) continue;
    const size = await brotli(path);
    if (size > most) larger.push(`${path}: ${size}`);
  }
  return larger;
}
const matching = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file));
const offers = (lang: string): string[] => matching(new RegExp(`^${lang}/angebote/(?!seite/)[^/]+/index\\.html$`));

/** One page of every type, in one language. */
const pageTypes = (lang: string): string[] => [
  `${lang}/`,
  `${lang}/angebote/`,
  `${lang}/angebote/seite/2/`,
  `${lang}/themen/`,
  `${lang}/themen/german/`,
  `${lang}/orte/`,
  `${lang}/karte/`,
  `${lang}/karte/merlinghausen/`,
  `${lang}/einbetten/`,
  `${lang}/einbetten/liste/`,
  `${lang}/woche/`,
  `${lang}/zielgruppen/`,
  `${lang}/zielgruppen/families/`,
  `${lang}/traeger/`,
  `${lang}/sprachen/`,
  `${lang}/sprachen/ar/`,
  `${lang}/impressum/`,
  `${lang}/fachleute/`,
  `${lang}/netzwerke/`,
  `${lang}/termine/`,
  `${lang}/termine/aenderungen/`,
  `${lang}/foerderung/`,
  `${lang}/konzept/`,
  `${lang}/konzept/konzept-2025/druck/`,
  `${lang}/konzept/vergleich/`,
  `${lang}/konzept/massnahmen/beratungsbus/`,
  `${lang}/konzept/kennzahlen/wartezeit-deutschkurs/`,
  `${lang}/konzept/leitlinien/klare-sprache/`,
  `${lang}/luecken/`,
  `${lang}/luecken/topic-town/`,
  `${lang}/stand/`,
  `${lang}/ehrenamt/`,
  `${lang}/mitmachen/fehlt/`,
  `${lang}/woerter/`,
  `${lang}/lebenslagen/work/`,
  `${lang}/wegweiser/`,
  `${lang}/wegweiser/ankommen/`,
  `${lang}/notfall/`,
  ...['orte', 'traeger', 'angebote', 'netzwerke', 'termine', 'foerderung'].map((folder) => {
    const first = files.find((file) =>
      new RegExp(`^${lang}/${folder}/(?!seite/|aenderungen/)[^/]+/index\\.html$`).test(file),
    );
    return first?.replace(/index\.html$/, '') ?? `${lang}/${folder}/?/`;
  }),
];

test('the licences of what scripts and fonts are made of go along', async () => {
  const text = await readFile(join(site, 'licences.txt'), 'utf8');
  for (const name of ['preact', 'libphonenumber-js', '@fontsource/noto-sans-ethiopic'])
    expect(text).toContain(`\n${name}\n`);
});

describe('the demo site', () => {
  test('has the fixed routes in every language', () => {
    for (const { tag } of languages) {
      for (const page of pageTypes(tag)) expect(existsSync(join(site, page, 'index.html')), page).toBe(true);
      expect(offers(tag).length, tag).toBeGreaterThanOrEqual(60);
    }
    expect(existsSync(join(site, 'index.html'))).toBe(true);
    expect(existsSync(join(site, '404.html'))).toBe(true);
  });

  test('leads from the list of offers to every offer without a script', async () => {
    const pages = await Promise.all(
      matching(/^de\/angebote\/(seite\/\d+\/)?index\.html$/).map((path) => readPage(site, path)),
    );
    const linked = new Set(pages.flatMap(referencesIn));
    const missing = [];
    for (const offer of offers('de')) {
      const html = await readPage(site, offer);
      const ended = html.includes('name="robots" content="noindex');
      if (!ended && !linked.has(`/${offer.replace('index.html', '')}`)) missing.push(offer);
    }
    expect(missing).toEqual([]);
  });

  test('leads from every answer of the start page and every step of a guide to offers', async () => {
    const first = /class="offer-card-title"[^>]*><a href="\/[\w-]+\/angebote\/[^"/]+\/"/;
    for (const { tag } of languages) {
      const start = await readPage(site, `${tag}/`);
      const answers = Array.from(start.matchAll(/<a class="choice[^"]*" href="\/([^"]*)"/g), ([, path = '']) => path);
      expect(answers.length, tag).toBe(10);
      for (const path of answers.filter((answer) => !answer.endsWith('/ehrenamt/')))
        expect(await readPage(site, path), path).toMatch(first);
      const guides = matching(new RegExp(`^${tag}/wegweiser/[^/]+/index\\.html$`));
      expect(guides.length, tag).toBeGreaterThanOrEqual(3);
      for (const guide of guides) {
        const [, ...steps] = (await readPage(site, guide)).split('class="guide-step"');
        expect(steps.length, guide).toBeGreaterThanOrEqual(5);
        for (const [index, step] of steps.entries())
          expect(step, `${guide}, step ${index + 1}`).toMatch(/class="offer-line-title" href="\/[\w-]+\/angebote\//);
      }
    }
  });

  test('has the emergency numbers one tap away from every page', async () => {
    for (const file of matching(/^[a-z-]+\/.*\.html$/)) {
      const [lang = ''] = file.split('/');
      // A list that stands in another site's page has none of ours around it.
      if (!languages.some(({ tag }) => tag === lang) || file.includes('/einbetten/liste/')) continue;
      expect(referencesIn(await readPage(site, file)), file).toContain(`/${lang}/notfall/`);
    }
  });

  test('has no broken internal link', async () => {
    const known = new Set(files);
    const broken = new Set<string>();
    for (const file of matching(/\.html$/)) {
      const html = await readPage(site, file);
      for (const reference of referencesIn(html)) {
        if (/^(https?:|mailto:|tel:|geo:|data:)/.test(reference)) continue;
        const url = new URL(reference, `http://site/${file}`);
        const path = decodeURIComponent(url.pathname).slice(1);
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        const anchor = url.hash.slice(1);
        if (!known.has(target)) broken.add(`${file} → ${reference}`);
        else if (anchor && target === file && !html.includes(`id="${anchor}"`)) broken.add(`${file} → ${reference}`);
      }
    }
    expect([...broken].slice(0, 20)).toEqual([]);
  });

  test('is valid HTML on every page type, left to right and right to left', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // Long attributes and Preact's way of writing are no errors of content.
        'long-title': 'off',
        'doctype-style': 'off',
        'no-inline-style': 'error',
        'require-sri': 'off',
        'tel-non-breaking': 'off',
        'attribute-boolean-style': 'off',
        'void-style': 'off',
        'attr-quotes': 'off',
        'no-trailing-whitespace': 'off',
        // Lists styled without markers lose their role in Safari, so it is written out.
        'no-redundant-role': 'off',
      },
    });
    const problems: string[] = [];
    for (const page of [...['de', 'ar'].flatMap(pageTypes), '', '404.html']) {
      const report = await validator.validateString(await readPage(site, page));
      for (const { messages } of report.results) {
        for (const { ruleId, message, line } of messages) problems.push(`${page}:${line} ${ruleId}: ${message}`);
      }
    }
    expect(problems).toEqual([]);
  });

  test('names language and direction, and carries a strict policy on every page', async () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/;
    for (const file of matching(/\.html$/)) {
      const html = await readPage(site, file);
      const lang = file.split('/')[0] ?? '';
      const language = languages.find(({ tag }) => tag === lang);
      if (language)
        expect(html, file).toMatch(new RegExp(`<html[^>]* lang="${language.tag}"[^>]* dir="${language.dir}"`));
      const content = policy.exec(html)?.[1] ?? '';
      expect(content, file).toMatch(/default-src (&#39;|')none/);
      expect(content, file).not.toContain('unsafe');
      expect(html, file).not.toMatch(
        /\sstyle="|\son\w+="|<style|<script(?![^>]*\b(src="\/|type="application\/(ld\+)?json"))/,
      );
    }
  });

  test('shows untranslated text in its own language, under translated labels', async () => {
    const untranslated = [];
    for (const path of offers('ar')) {
      const html = await readPage(site, path);
      if (/<h1[^>]*\slang="de"/.test(html)) {
        untranslated.push(path);
        expect(html, path).toMatch(/<h1[^>]*\sdir="ltr"/);
      }
    }
    expect(untranslated.length).toBeGreaterThan(0);
    expect(untranslated.length).toBeLessThan(offers('ar').length - 19);
  });

  test('keeps drafts, withheld persons and protected addresses out of every file', async () => {
    const offerFiles = await listFiles('content/offers');
    const sources = await Promise.all(
      offerFiles
        .filter((file) => /^[^.]+\.md$/.test(file))
        .map(async (file) => [file, await readFile(join('content/offers', file), 'utf8')] as const),
    );
    // Its words may be in the search as everyday words; its address and its title may be nowhere.
    const drafts = sources
      .filter(([, text]) => /^status: draft/m.test(text))
      .flatMap(([file, text]) => [`angebote/${file.replace('.md', '')}`, /^title: (.+)$/m.exec(text)?.[1] ?? file]);
    expect(drafts.length).toBeGreaterThan(0);
    const secrets = sources
      .filter(([, text]) => /^\s+protected: true/m.test(text))
      .flatMap(([, text]) => Array.from(text.matchAll(/^\s+street: ["']?([^"'\n]+)/gm), ([, street]) => street ?? ''));
    for (const file of files) {
      if (/\.(woff2|png)$/.test(file)) continue;
      const text = await readFile(join(site, file), 'utf8');
      for (const draft of drafts) expect(text.includes(draft), `${draft} in ${file}`).toBe(false);
      for (const secret of secrets) expect(text.includes(secret), `${secret} in ${file}`).toBe(false);
    }
  });

  test('stays within the budgets, compressed', async () => {
    expect(await largerThan(8192, ['de', 'ar', 'ti'].flatMap(offers))).toEqual([]);
    for (const [pattern, most] of [
      [/^assets\/site\..*\.css$/, 10_240],
      [/^assets\/offer\..*\.js$/, 5120],
      // On every page before the first paint; on pages with long texts; and only when somebody wants to hear.
      [/^assets\/text-size\..*\.js$/, 512],
      [/^assets\/reading\..*\.js$/, 1536],
      [/^assets\/read-aloud\..*\.js$/, 2048],
      [/^assets\/steering\..*\.css$/, 5120],
      [/^assets\/gaps\..*\.js$/, 12_288],
      [/^assets\/map\..*\.js$/, 14_336],
      [/^assets\/missing\..*\.js$/, 14_336],
      [/^einbetten\/angebotslotse-list\.js$/, 4096],
      // A map is a drawing: its page is larger than an offer's, and does not grow with the offers of other towns.
      [/^(de|ar|ti)\/karte\/.*index\.html$/, 14_336],
      // Every number of a table leads somewhere, and the concept is one page: more than an offer, but not without end.
      [/^(de|ar|ti)\/(luecken|konzept)\/.*index\.html$/, 20_480],
    ] as const)
      expect(await largerThan(most, matching(pattern)), String(pattern)).toEqual([]);
    const search = await Promise.all(matching(/^assets\/search.*\.js$/).map((path) => brotli(path)));
    // The page's part, the thread that searches, and what only words need that are not found as they are.
    expect(search.length).toBe(3);
    expect(search.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_600);
  });

  test('loads a web font only for scripts that need one', async () => {
    expect(await readPage(site, 'de/')).not.toMatch(/\.woff2|font-(arabic|ethiopic)/);
    expect(await readPage(site, 'uk/')).not.toMatch(/\.woff2|font-(arabic|ethiopic)/);
    expect(await readPage(site, 'ar/')).toMatch(/font-arabic/);
    expect(await readPage(site, 'ar/')).not.toMatch(/font-ethiopic/);
    expect(await readPage(site, 'ti/')).toMatch(/font-ethiopic/);
  });

  test('has the picture of every page that can be passed on, one of its own for offers in three languages', async () => {
    const pictureOf = async (path: string): Promise<string> =>
      /property="og:image" content="https:\/\/example\.org\/([^"]+)"/.exec(await readPage(site, path))?.[1] ?? path;
    const named = async (lang: string): Promise<Set<string>> =>
      new Set(await Promise.all(offers(lang).map((path) => pictureOf(path.replace('index.html', '')))));
    expect(await pictureOf('uk/')).not.toBe(await pictureOf('de/'));
    expect([...(await named('uk'))].filter((picture) => picture.endsWith('.png'))).toEqual([await pictureOf('uk/')]);
    for (const lang of ['de', 'en', 'ar']) {
      const own = await named(lang);
      expect(own.size).toBeGreaterThan(50);
      for (const picture of own) if (picture.endsWith('.png')) expect(files).toContain(picture);
    }
  });
});
