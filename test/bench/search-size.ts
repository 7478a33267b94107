/**
 * How many bytes and milliseconds the search takes at 300, 3,000 and 10,000 invented offers.
 * Run: npx tsx test/bench/search-size.ts [count …]
 */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildIndex } from '../../src/search/build-index.ts';
import { openSearch } from '../../src/search/open-search.ts';
import { searchHelp } from '../../src/search/search-help.ts';
import { inventSearch } from './invent-catalogue.ts';

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 3_000, 10_000];

const queries = {
  word: ['sprachkurs', 'beratung', 'wohnung', 'frauen', 'anmeldung'],
  otherLanguage: ['квартира', 'طبيب', 'iş', 'школа', 'دورة'],
  beginning: ['sprach', 'wohn', 'nach', 'formu', 'kind'],
  mistyped: ['sprachkus', 'berattung', 'wohnnung', 'famlien', 'nachhife'],
  words: ['deutschkurs für frauen', 'hilfe mit formularen', 'beratung für eltern am vormittag'],
};

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);
const sizeAsServed = (name: string, bytes: Uint8Array): number =>
  name.endsWith('.json') ? brotliCompressSync(bytes).length : bytes.length;
const quantile = (list: readonly number[], part: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * part)] ?? 0;

const sizeOfScript = async (path: string): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [new URL(path, import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { 'preact/jsx-runtime': new URL('search-browser/plain-jsx.ts', import.meta.url).pathname },
    write: false,
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
};
const script = await sizeOfScript('../../src/client/search-worker.entry.ts');
const cards = await sizeOfScript('search-browser/cards.ts');
const help = await sizeOfScript('../../src/client/search-help.entry.ts');
console.log(
  `worker ${kilo(script)} kB, script of the cards ${kilo(cards)} kB, of mistyped words ${kilo(help)} kB (all kB as served: brotli, or packed by us)\n`,
);

for (const count of counts) {
  const { documents, concepts } = await inventSearch(count);
  const started = performance.now();
  const files = buildIndex({ language: 'de', documents, concepts });
  const built = performance.now() - started;
  const sum = (kind: RegExp): number =>
    [...files]
      .filter(([name]) => kind.test(name))
      .reduce((total, [name, bytes]) => total + sizeAsServed(name, bytes), 0);
  const filesOf = (kind: RegExp): number => [...files.keys()].filter((name) => kind.test(name)).length;
  console.log(`${count} offers: ${files.size} files, ${kilo(sum(/./))} kB, built in ${Math.round(built)} ms`);
  const part = (kind: string): string =>
    `${kind} ${filesOf(new RegExp(`/${kind}\\d*[-.]`))} × ${kilo(sum(new RegExp(`/${kind}\\d*[-.]`)) / Math.max(1, filesOf(new RegExp(`/${kind}\\d*[-.]`)))).trim()}`;
  console.log(
    `  ${['manifest', 'terms', 'dictionary', 'endings', 'cards', 'facets', 'ids', 'compounds', 'smalltalk'].map(part).join(', ')}`,
  );

  for (const [kind, list] of Object.entries(queries)) {
    const first: number[] = [];
    const again: number[] = [];
    const requests: number[] = [];
    const times: number[] = [];
    let total = 0;
    let shared = 0;
    const open = async (): ReturnType<typeof openSearch> => {
      let isHelped = false;
      return openSearch({
        lang: 'de',
        loadHelp: () => {
          if (!isHelped) shared += help;
          isHelped = true;
          return Promise.resolve(searchHelp);
        },
        fetchShard: (name) => {
          const bytes = files.get(name);
          if (!bytes) throw new Error(name);
          shared += sizeAsServed(name, bytes);
          total += 1;
          return Promise.resolve(bytes);
        },
      });
    };
    for (const query of list) {
      shared = total = 0;
      const search = await open();
      await search.query(query, {}, { facets: [] });
      first.push(shared + script + cards);
      requests.push(total);
    }
    const warm = await open();
    for (const query of list) {
      shared = 0;
      await warm.query(query, {}, { facets: [] });
      again.push(shared);
      for (let run = 0; run < 20; run++) {
        const begun = performance.now();
        await warm.query(query, {}, { facets: [] });
        times.push(performance.now() - begun);
      }
    }
    const further = again.slice(1);
    console.log(
      `  ${kind.padEnd(14)} first with ten cards ${kilo(quantile(first, 0.5))} (most ${kilo(Math.max(...first))}) kB in ${quantile(requests, 0.5)} requests · further ${kilo(quantile(further, 0.5))} (most ${kilo(Math.max(...further))}) · warm p50 ${quantile(times, 0.5).toFixed(1)} p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    );
  }
  const search = await openSearch({
    lang: 'de',
    loadHelp: () => Promise.resolve(searchHelp),
    fetchShard: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
  });
  const begun = performance.now();
  await search.query('sprachkurs', { town: ['ort-0001'], cost: ['free'] });
  console.log(
    `  with all counts and two filters: ${(performance.now() - begun).toFixed(1)} ms cold, ${kilo(sum(/facets/))} kB of columns\n`,
  );
}
