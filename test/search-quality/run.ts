/**
 * `npm run search:quality`: how well our search and its peers answer judged queries, those of queries.yml unless told
 * otherwise, on the same texts of the demo. `--help` says what else it can.
 */
import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '../support/build-site.ts';
import type { Engine, Find } from './engines/engine.ts';
import { miniSearch } from './engines/minisearch.ts';
import { orama } from './engines/orama.ts';
import { pagefind } from './engines/pagefind.ts';
import { readJudgedQueries, sets, type JudgedQuery, type QuerySet } from './judged-queries.ts';
import { askAll, type Outcome } from './measure-quality.ts';
import { readOfferPages, type OfferPage } from './offer-pages.ts';
import { namesOfContent, searchOfContent, searchOfSite } from './own-search.ts';
import { printReport, type Measured } from './print-report.ts';

const help = `How well the search finds, beside Pagefind, MiniSearch and Orama on the same pages of the demo.

  npm run search:quality                    all languages, all engines
  npm run search:quality -- --own           our search only, without building a site: seconds, for tuning
  npm run search:quality -- --lang ar       one language
  npm run search:quality -- --set second    the queries of second.yml, third.yml or fourth.yml; --set unseen shows totals only, no query
  npm run search:quality -- --worst 40      more of the queries that are answered worst (otherwise 15)
  npm run search:quality -- --json          every query with what each engine found

  OUTPUT_DIR    a built demo (otherwise test/.output/search-quality, built where it is missing or old)
`;
const root = join(import.meta.dirname, '../..');
const demo = { contentDir: 'content', today: '2026-11-22' };
const peers: readonly Engine[] = [pagefind, miniSearch, orama];

const { values: asked } = parseArgs({
  options: {
    own: { type: 'boolean', default: false },
    lang: { type: 'string' },
    set: { type: 'string', default: 'queries' },
    worst: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
async function measure(): Promise<void> {
  const set = setNamed(asked.set);
  // Whoever sees the unseen queries tunes on them, even without wanting to.
  const hidden = set === 'unseen';
  if (hidden && asked.json) throw new Error('--json would show the unseen queries.');
  const queries = readJudgedQueries(set).filter(({ lang }) => asked.lang === undefined || lang === asked.lang);
  const site = asked.own ? undefined : await builtDemo();
  const open = site ? searchOfSite(site) : await searchOfContent(demo.contentDir, demo.today);
  const own = await askEach(queries, async (lang) => {
    const search = await open(lang);
    return async (query) => (await search(query)).map(({ id }) => id);
  });
  const measured: Measured[] = [{ name: 'Angebotslotse', outcomes: own }];
  if (site) {
    const namesIn = await namesOfContent(demo.contentDir, demo.today);
    const pagesIn = (lang: string): Promise<OfferPage[]> => readOfferPages(site, lang, [...namesIn(lang).keys()]);
    for (const peer of peers)
      measured.push(await measurePeer(peer.name, queries, async (lang) => peer.open(lang, await pagesIn(lang))));
    for (const peer of peers)
      measured.push(
        await measurePeer(`${peer.name} + our words`, queries, async (lang) =>
          peer.open(lang, withNames(await pagesIn(lang), namesIn(lang))),
        ),
      );
  }
  console.log(asked.json ? JSON.stringify(measured, null, 2) : printReport(measured, hidden ? 0 : Number(asked.worst)));
}

function setNamed(name: string): QuerySet {
  const set = sets.find((known) => known === name);
  if (!set) throw new Error(`There is no set ${name}: ${sets.join(', ')}.`);
  return set;
}

async function askEach(queries: readonly JudgedQuery[], open: (lang: string) => Promise<Find>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const lang of new Set(queries.map((query) => query.lang)))
    outcomes.push(
      ...(await askAll(
        await open(lang),
        queries.filter((query) => query.lang === lang),
      )),
    );
  return outcomes;
}

/** A peer that cannot run here is named with its reason, not left out. */
async function measurePeer(
  name: string,
  queries: readonly JudgedQuery[],
  open: (lang: string) => Promise<Find>,
): Promise<Measured> {
  try {
    return { name, outcomes: await askEach(queries, open) };
  } catch (error) {
    return { name, outcomes: [], reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The pages with all names and synonyms that our index has, as hidden keywords: what remains is the engine's merit. */
const withNames = (pages: readonly OfferPage[], names: ReadonlyMap<string, string>): OfferPage[] =>
  pages.map((page) => ({
    ...page,
    text: `${page.text} ${names.get(page.id) ?? ''}`,
    html: `${page.html}<p>${names.get(page.id) ?? ''}</p>`,
  }));

/** Folder of the demo as a site: the caller's, or our own, which is built again when something newer goes into it. */
async function builtDemo(): Promise<string> {
  if (process.env.OUTPUT_DIR) return process.env.OUTPUT_DIR;
  const site = join(root, 'test/.output/search-quality');
  const built = existsSync(join(site, 'index.html')) ? statSync(join(site, 'index.html')).mtimeMs : 0;
  const sources = await Promise.all(
    ['src', 'content'].map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((path) => join(root, folder, path)),
    ),
  );
  if (sources.flat().some((path) => statSync(path).mtimeMs > built)) {
    console.error('Building the demo …');
    await buildSite(demo.contentDir, site, { BUILD_DATE: demo.today });
  }
  return site;
}

if (asked.help) console.log(help);
else await measure();
