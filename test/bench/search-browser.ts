/**
 * The search beside Pagefind in Chromium, on a slow line and a slow processor: bytes and time to the first ten results,
 * later queries, longest task, memory, and the time to build the index of the same offers. Chromium slows down no worker,
 * so times and bytes are those of both engines on the main thread, where the brake reaches all of them; the longest task
 * is also that of a page as readers have it, with each engine in its worker and a list of offers there before.
 * Run: npx tsx test/bench/search-browser.ts [count …]
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import { buildIndex } from '../../src/search/build-index.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { OfferCard, type OfferCardData } from '../../src/views/components/offer-card/offer-card.tsx';
import { renderMarkup } from '../../src/views/render-markup.ts';
import { serveSlowly } from '../support/slow-line.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { inventSearch } from './invent-catalogue.ts';

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 3_000, 10_000];
const rounds = 3;
/** How much slower the processor of a cheap phone is. */
const processorBrake = 4;
/** So many offers stand on the page before anybody searches. */
const listed = 12;
const wholeWords = ['sprachkurs', 'beratung', 'wohnung', 'frauen', 'anmeldung'];
const beginnings = ['sprach', 'wohn', 'nach', 'formu', 'kind'];

const output = join(import.meta.dirname, '../.output/bench-search');
const engines = ['ours', 'pagefind'] as const;
type Engine = (typeof engines)[number];
/** Where an engine runs: the address of its page, and of its script. */
const apart = { ours: ['ours-list.html', 'ours-worker'], pagefind: ['pagefind-list.html#worker', 'pagefind'] } as const;
const together = { ours: ['ours.html', 'ours'], pagefind: ['pagefind.html', 'pagefind'] } as const;

async function write(files: Iterable<readonly [string, string | Uint8Array]>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), content);
  }
}

function asPage({ id, fields: { title, summary, body }, card }: SearchDocument): { url: string; content: string } {
  const data = card as OfferCardData;
  return {
    url: `/${id}/`,
    content: `<html lang="de"><body><main><h1>${title.value}</h1><p>${summary.value}</p><p>${data.when} ${data.where?.value} ${data.cost}</p><p>${body.map(({ value }) => value).join(' ')}</p></main></body></html>`,
  };
}

/** Both indexes of the same offers, and how long each took, in seconds. */
async function prepare(count: number): Promise<Record<Engine, number>> {
  await rm(output, { recursive: true, force: true });
  const { documents, concepts } = await inventSearch(count);
  let begun = performance.now();
  await write(buildIndex({ language: 'de', documents, concepts }));
  const ours = (performance.now() - begun) / 1000;

  const pages = documents.map(asPage);
  begun = performance.now();
  const { index } = await createIndex({ forceLanguage: 'de' });
  if (!index) throw new Error('Pagefind does not start');
  for (const page of pages) await index.addHTMLFile(page);
  await index.writeFiles({ outputPath: join(output, 'pagefind') });
  const pagefind = (performance.now() - begun) / 1000;
  await close();

  const bundled = async (...entryPoints: string[]): Promise<void> => {
    const { outputFiles } = await build({
      entryPoints: entryPoints.map((path) => join(import.meta.dirname, path)),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      alias: { 'preact/jsx-runtime': join(import.meta.dirname, 'search-browser/plain-jsx.ts') },
      jsxImportSource: 'preact',
      splitting: true,
      // The engine takes it from an address of its own; what nobody imports would still be cut off and shared.
      external: ['./search-help.ts'],
      outdir: output,
      write: false,
    });
    await write(outputFiles.map(({ path, contents }) => [path.slice(output.length + 1), contents]));
  };
  await bundled(...engines.map((name) => `search-browser/${name}.ts`));
  await bundled('search-browser/ours-worker.ts');
  // Apart, as on the real page: no script waits for what it has in common with another.
  for (const name of ['search-help', 'search-worker']) {
    await bundled(`../../src/client/${name}.entry.ts`);
    await rename(join(output, `${name}.entry.js`), join(output, `${name}.js`));
  }
  const styles = await Promise.all(
    ['result-list', 'offer-card'].map((name) =>
      readFile(join(import.meta.dirname, `../../src/views/components/${name}/${name}.css`), 'utf8'),
    ),
  );
  // Some text, so that no engine pays for the browser's first font.
  const page = (style: string, list: string): string =>
    `<!doctype html><meta name="viewport" content="width=device-width"><style>${style}</style><h1>Angebote</h1><p>Suche</p><div id="results" class="search-results"></div>${list}`;
  const cards = documents
    .slice(0, listed)
    .map(({ card }) => `<li>${renderMarkup(OfferCard({ card: card as OfferCardData, level: 3 }))}</li>`);
  for (const name of engines) {
    const style = name === 'ours' ? styles.join('') : '';
    await write([
      [`${name}.html`, page(style, '')],
      [`${name}-list.html`, page(style, `<ul id="list" class="result-list">${cards.join('')}</ul>`)],
    ]);
  }
  return { ours, pagefind };
}

interface Measured {
  readonly bytes: number;
  readonly first: number;
  readonly furtherBytes: number;
  readonly words: readonly number[];
  readonly beginnings: readonly number[];
  readonly longestTask: number;
  readonly heap: number;
}

async function measure(browser: Browser, [address, script]: readonly [string, string]): Promise<Measured> {
  const server = await serveSlowly(output);
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(`${server.origin}/${address}`);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processorBrake });
  const heapUsed = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  /** Milliseconds until the answer is there and until its results are painted. */
  const ask = (query: string): Promise<{ answered: number; painted: number }> =>
    page.evaluate(
      async ([name, text]) => {
        // Nobody asks in the moment in which the last answer's cards are still being laid out: so quick is no finger.
        await new Promise((resolve) => setTimeout(resolve, 80));
        await new Promise((resolve) => requestIdleCallback(resolve));
        const begun = performance.now();
        if (name === 'ours' && !('manifest' in window))
          Object.assign(window, {
            manifest: fetch('/search/de/manifest.json').then((response) => response.arrayBuffer()),
          });
        const file = `/${name}.js`;
        const { run } = (await import(file)) as { run: (query: string) => Promise<number> };
        const answered = await run(text);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return { answered, painted: performance.now() - begun };
      },
      [script, query] as const,
    );

  const before = server.bytes();
  const heapBefore = await heapUsed();
  // To clear the memory is a long task, too, but the benchmark's own.
  await page.evaluate(() => {
    const longest = { value: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.value = Math.max(longest.value, duration);
    }).observe({ type: 'longtask' });
  });
  const { painted: first } = await ask(wholeWords[0]!);
  const bytes = server.bytes() - before;
  const further: number[] = [];
  for (const word of wholeWords.slice(1)) {
    const sofar = server.bytes();
    await ask(word);
    further.push(server.bytes() - sofar);
  }
  for (const beginning of beginnings) await ask(beginning);
  const words: number[] = [];
  const starts: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (const word of wholeWords) words.push((await ask(word)).answered);
    for (const beginning of beginnings) starts.push((await ask(beginning)).answered);
  }
  const longestTask = await page.evaluate(() => (window as unknown as { longest: { value: number } }).longest.value);
  const heap = (await heapUsed()) - heapBefore;
  await context.close();
  server.stop();
  return { bytes, first, furtherBytes: quantile(further, 0.5), words, beginnings: starts, longestTask, heap };
}

const quantile = (list: readonly number[], part: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * part)] ?? 0;
const median = (list: readonly Measured[], of: (run: Measured) => number): number => quantile(list.map(of), 0.5);
const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(2)} kB`;
const millis = (time: number): string => `${time.toFixed(0)} ms`;

const browser = await openBrowser();
for (const count of counts) {
  const built = await prepare(count);
  const runs: Record<Engine, Measured[]> = { ours: [], pagefind: [] };
  // A first turn that does not count, then in turn, so that a busy machine slows both.
  for (const engine of engines) await measure(browser, together[engine]);
  const inWorkers: Record<Engine, Measured[]> = { ours: [], pagefind: [] };
  for (let round = 0; round < rounds; round++) {
    for (const engine of engines) runs[engine].push(await measure(browser, together[engine]));
    for (const engine of engines) inWorkers[engine].push(await measure(browser, apart[engine]));
  }

  console.log(`\n${count} offers, median of ${rounds} runs (1.44 Mbit/s, 150 ms, processor ${processorBrake}× slower)`);
  const row = (label: string, of: (engine: Engine) => string): void =>
    console.log(`  ${label.padEnd(48)} ${engines.map((engine) => of(engine).padStart(12)).join('')}`);
  row('', (engine) => engine);
  row('first ten results: bytes, script included', (engine) => kilo(median(runs[engine], (run) => run.bytes)));
  row('first ten results: time', (engine) => millis(median(runs[engine], (run) => run.first)));
  row('  ratio', (engine) =>
    engine === 'ours'
      ? (median(runs.ours, (run) => run.first) / median(runs.pagefind, (run) => run.first)).toFixed(2)
      : '',
  );
  row('each further word: bytes', (engine) => kilo(median(runs[engine], (run) => run.furtherBytes)));
  row('warm answer, whole words, 95th percentile', (engine) =>
    millis(
      quantile(
        runs[engine].flatMap((run) => run.words),
        0.95,
      ),
    ),
  );
  row('warm answer, beginnings, 95th percentile', (engine) =>
    millis(
      quantile(
        runs[engine].flatMap((run) => run.beginnings),
        0.95,
      ),
    ),
  );
  row('longest task of the page, engine in its worker', (engine) =>
    millis(median(inWorkers[engine], (run) => run.longestTask)),
  );
  row('longest task, engine on the main thread', (engine) => millis(median(runs[engine], (run) => run.longestTask)));
  row('memory kept', (engine) => kilo(median(runs[engine], (run) => run.heap)));
  row('index built in', (engine) => `${built[engine].toFixed(1)} s`);
  row('  ratio', (engine) => (engine === 'ours' ? (built.ours / built.pagefind).toFixed(2) : ''));
}
await browser.close();
