/**
 * How long it takes to build the search of whole catalogues, beside Pagefind on the site's own offer pages, of which it
 * reads the main part, and on pages that hold nothing but title, summary, street and text: cold, and again after one
 * offer was edited: with all that one process remembers, and with what one leaves for the next. Each engine runs in a
 * process of its own; seconds on the clock and of processor time.
 * Run: npx tsx test/bench/search-build.ts [--languages 1,10] [count …]
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bundleAssets, type Assets } from '../../src/assets/bundle-assets.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { textsIn } from '../../src/model/translation.ts';
import { offerCard } from '../../src/pages/offer-card.ts';
import { pageContextsOf } from '../../src/pages/page-contexts.ts';
import { listInSteps } from '../../src/pages/list-outputs.ts';
import { createSiteModel } from '../../src/pages/site-model.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchInputFor } from '../../src/search/documents.ts';
import { SearchCache } from '../../src/search/search-cache.ts';
import { inventCatalogue } from './invent-catalogue.ts';

const allLanguages = ['de', 'en', 'ar', 'tr', 'uk', 'fa', 'ru', 'fr', 'pl', 'ro'];
const engines = ['ours', 'pagefind', 'pagefind-texts'] as const;
type Engine = (typeof engines)[number];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}
interface Outcome {
  readonly cold: Cost;
  /** Without writing, by what was edited and who builds; none where the engine always builds everything. */
  readonly warm: Readonly<Record<string, Cost>>;
  /** Of what is left for the next process. */
  readonly packed: number;
  readonly files: number;
  readonly bytes: number;
  /** By how many MB the cold build raised the peak over that of the catalogue alone; 0 where it is not known. */
  readonly memory: number;
}

const runCommand = promisify(execFile);
const pagefindCommand = join(dirname(fileURLToPath(import.meta.resolve('pagefind'))), 'runner/bin.cjs');
const output = join(import.meta.dirname, '../.output/bench-search-build');

/** Processor seconds of this process and of those it has waited for; the latter are known on Linux only. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  let children = 0;
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    children = (Number(columns[13]) + Number(columns[14])) / 100;
  } catch {
    // Elsewhere only the time on the clock can be compared.
  }
  return (user + system) / 1e6 + children;
}

async function measure<Result>(run: () => Promise<Result> | Result): Promise<[Cost, Result]> {
  const begun = performance.now();
  const before = processorSeconds();
  const result = await run();
  return [{ wall: (performance.now() - begun) / 1000, cpu: processorSeconds() - before }, result];
}

function write(files: Iterable<readonly [string, string | Uint8Array]>): void {
  const folders = new Set<string>();
  for (const [path, content] of files) {
    const file = join(output, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, content);
  }
}

function buildAll(catalogue: Catalogue, cache: SearchCache): Map<string, Uint8Array> {
  const model = createSiteModel(catalogue);
  const files = new Map<string, Uint8Array>();
  for (const lang of catalogue.languages) {
    const page = pageContextsOf(catalogue, lang, { basePath: '/', assets: new Map() })('angebote/');
    const input = searchInputFor(catalogue, lang, (offer) => offerCard(offer, model, page), { cache });
    for (const [name, bytes] of buildIndex(input, undefined, cache)) files.set(name, bytes);
  }
  return files;
}

/** The catalogue after one sentence was added to one offer, or to its translation into `lang`; as if it were read anew. */
function edited(catalogue: Catalogue, lang?: string): Catalogue {
  const offers = new Map(catalogue.offers);
  const offer = [...offers.values()].find(({ translations }) => lang === undefined || translations.has(lang));
  const translation = lang === undefined ? undefined : offer?.translations.get(lang);
  if (offer)
    offers.set(offer.id, {
      ...offer,
      ...(lang !== undefined && translation
        ? { translations: new Map([...offer.translations, [lang, { ...translation, body: translation.body + added }]]) }
        : { body: offer.body + added }),
    });
  return structuredClone({ ...catalogue, offers });
}
const added = ' Neu ab Montag.';

async function runOurs(catalogue: Catalogue): Promise<Outcome> {
  const catalogueOnly = process.resourceUsage().maxRSS / 1000;
  const [cold, files] = await measure(() => {
    const built = buildAll(catalogue, new SearchCache());
    write(built);
    return built;
  });
  const memory = process.resourceUsage().maxRSS / 1000 - catalogueOnly;
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const warm: Record<string, Cost> = {};
  const again = async (name: string, changed: Catalogue, cacheOf: () => SearchCache): Promise<void> => {
    [warm[name]] = await measure(() => {
      const cache = cacheOf();
      cache.startRound();
      return buildAll(changed, cache);
    });
  };
  const text = edited(catalogue);
  const translation = edited(catalogue, catalogue.languages[1]);
  const remembering = new SearchCache({ remembers: true });
  buildAll(catalogue, remembering);
  await again('one offer edited, same process', text, () => remembering);
  const first = SearchCache.lasting(() => undefined);
  buildAll(catalogue, first);
  const parts = first.lasting!.pack();
  const next = (): SearchCache => SearchCache.lasting((part) => parts.get(part));
  await again('one offer edited, next process', text, next);
  await again('one translation edited, next process', translation, next);
  const packed = [...parts.values()].reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return { cold, warm, packed, files: files.size, bytes, memory };
}

/** The offer pages of the site, with Pagefind's mark where its documentation wants it. */
function* pagesOf(catalogue: Catalogue, assets: Assets['paths']): Iterable<readonly [string, string]> {
  const placement = { basePath: '/', assets };
  const { first } = listInSteps(catalogue, {
    placement,
    files: new Map(),
    media: new Map(),
    gallery: false,
    pagesOnly: true,
  });
  for (const page of first.get('offer') ?? [])
    yield [`site/${page.path}`, page.render().toString().replace('<main', '<main data-pagefind-body')];
}

/** Less than a page: the texts that people write, without facts and words of the interface. */
function* textsOf(catalogue: Catalogue): Iterable<readonly [string, string]> {
  for (const lang of catalogue.languages) {
    for (const offer of catalogue.offers.values()) {
      const texts = textsIn(offer, lang);
      yield [
        `site/${lang}/${offer.id}/index.html`,
        `<!doctype html><html lang="${lang}"><head><title>${texts.text('title')?.value}</title></head><body><main><h1>${texts.text('title')?.value}</h1><p>${texts.text('summary')?.value}</p><p>${offer.place?.street}</p><p>${texts.body.value}</p></main></body></html>`,
      ];
    }
  }
}

async function runPagefind(pages: Iterable<readonly [string, string]>): Promise<Outcome> {
  write(pages);
  const [cold] = await measure(async () => {
    await runCommand(process.execPath, [
      pagefindCommand,
      '--site',
      join(output, 'site'),
      '--output-path',
      join(output, 'pagefind'),
    ]);
  });
  return { cold, warm: {}, packed: 0, files: 0, bytes: 0, memory: 0 };
}

async function runEngine(engine: Engine, count: number, languages: number): Promise<Outcome> {
  rmSync(output, { recursive: true, force: true });
  const catalogue = await inventCatalogue(count, allLanguages.slice(0, languages));
  const outcome = await (engine === 'ours'
    ? runOurs(catalogue)
    : runPagefind(
        engine === 'pagefind'
          ? pagesOf(catalogue, (await bundleAssets({ contentDir: 'content' })).paths)
          : textsOf(catalogue),
      ));
  rmSync(output, { recursive: true, force: true });
  return outcome;
}

/** Says what is wrong with the call, and ends. */
function refuse(problem: string): never {
  console.error(problem);
  process.exit(1);
}

/** What was asked for, as numbers from 1 on. */
function wholeNumbers(what: string, asked: readonly string[], most = Infinity): number[] {
  const odd = asked.filter((one) => !/^[1-9]\d*$/.test(one) || Number(one) > most);
  const range = most === Infinity ? 'whole numbers from 1 on' : `whole numbers from 1 to ${most}, with commas between`;
  if (odd.length > 0) refuse(`${what} are ${range}, not “${odd.join(' ')}”.`);
  return asked.map(Number);
}

/** Options that there are not end in the same way. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { engine: { type: 'string' }, languages: { type: 'string', default: '1,10' } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = readArguments();
const counts = wholeNumbers('Counts of offers', positionals.length > 0 ? positionals : ['300', '3000', '10000']);
const languageCounts = wholeNumbers('Numbers of languages', values.languages.split(','), allLanguages.length);
const only = engines.find((engine) => engine === values.engine);

if (values.engine !== undefined && !only) {
  refuse(`--engine: there is no ${values.engine}. Possible are: ${engines.join(', ')}.`);
} else if (only) {
  console.log(JSON.stringify(await runEngine(only, counts[0]!, languageCounts[0]!)));
} else {
  const seconds = ({ wall, cpu }: Cost): string => `${wall.toFixed(2)} s (processor ${cpu.toFixed(2)})`;
  const ratio = (a: Cost, b: Cost): string => `${(a.wall / b.wall).toFixed(2)} (${(a.cpu / b.cpu).toFixed(2)})`;
  for (const count of counts) {
    for (const languages of languageCounts) {
      const outcomes = {} as Record<Engine, Outcome>;
      for (const engine of engines) {
        const args = [import.meta.filename, '--engine', engine, '--languages', String(languages), String(count)];
        const { stdout } = await runCommand(process.execPath, [
          '--import',
          'tsx',
          '--max-old-space-size=4096',
          ...args,
        ]);
        outcomes[engine] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Outcome;
      }
      const { ours, pagefind, 'pagefind-texts': texts } = outcomes;
      console.log(`${count} offers × ${languages} languages`);
      console.log(`  Pagefind, offer pages  ${seconds(pagefind.cold)}`);
      console.log(`  Pagefind, texts alone  ${seconds(texts.cold)}`);
      console.log(
        `  ours                   ${seconds(ours.cold)} · ${ours.files} files, ${(ours.bytes / 1e6).toFixed(1)} MB, memory +${ours.memory.toFixed(0)} MB`,
      );
      console.log(`  ours / Pagefind: ${ratio(ours.cold, pagefind.cold)}, texts alone ${ratio(ours.cold, texts.cold)}`);
      for (const [name, cost] of Object.entries(ours.warm))
        console.log(`  ${name}: ${seconds(cost)}, of the cold build ${ratio(cost, ours.cold)}`);
      console.log(`  left for the next process: ${(ours.packed / 1e6).toFixed(1)} MB`);
    }
  }
}
