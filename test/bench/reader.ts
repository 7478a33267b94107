/**
 * What a reader waits for on a cheap phone (1.44 Mbit/s, 150 ms, processor four times slower), by the browser's own
 * entries: `npx tsx test/bench/reader.ts [folder]`. Without a folder the demo is built first.
 */
import { buildDemo } from '../support/build-demo.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { measurePage, type PageMeasure } from '../support/measure-page.ts';
import { readerPages } from '../support/reader-pages.ts';

const rounds = 3;
const folder = process.argv[2] ?? (await buildDemo());
const browser = await openBrowser();
const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

console.log('| page | kB | largest paint, ms | layout shift |\n|---|---|---|---|');
for (const path of await readerPages(folder)) {
  const runs: PageMeasure[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await measurePage(browser, folder, path));
  const of = (pick: (run: PageMeasure) => number): number => middle(runs.map(pick));
  console.log(
    `| ${path} | ${(of(({ bytes }) => bytes) / 1000).toFixed(1)} | ${of(({ largestPaint }) => largestPaint).toFixed(0)} | ${of(({ shift }) => shift).toFixed(3)} |`,
  );
}
await browser.close();
