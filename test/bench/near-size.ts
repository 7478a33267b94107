/**
 * How many bytes and milliseconds days and distances cost those who ask for them, at 300, 3,000 and 10,000 invented offers.
 * Run: npx tsx test/bench/near-size.ts [count …]
 */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { addDays } from '../../src/model/calendar.ts';
import type { Catalogue, CatalogueOffer } from '../../src/model/catalogue.ts';
import { weekdays } from '../../src/model/schedule.ts';
import { SearchFiles } from '../../src/search/files.ts';
import { formatVersion } from '../../src/search/manifest.ts';
import { nearFiles } from '../../src/search/near/near-files.ts';
import { refineByNear, type NearQuestion } from '../../src/search/near/near-search.ts';

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 3_000, 10_000];
const today = '2026-11-22';

let state = 7;
const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const below = (limit: number): number => Math.floor(random() * limit);
const time = (from: number, hours: number): string =>
  `${String(from + below(hours)).padStart(2, '0')}:${['00', '00', '30', '15'][below(4)]}`;

/** Five offers share a house; seven of ten have days, three of those a beginning and an end, some single dates only. */
function invent(count: number): CatalogueOffer[] {
  const houses = Array.from({ length: Math.ceil(count / 5) }, (_, index) => ({
    town: `town-${index % 20}`,
    name: `Haus ${index}`,
    protected: false,
    geo: { lat: 54.4 + random() * 0.3, lon: 6.1 + random() * 0.6 },
  }));
  return Array.from({ length: count }, (_, index) => {
    const item = {
      days: Array.from(new Set([weekdays[below(5)], weekdays[below(7)]])).slice(0, 1 + below(2)),
      every: random() < 0.85 ? 'week' : 'first-of-month',
      from: time(8, 6),
      to: time(15, 6),
      ...(random() < 0.4 ? { school_holidays: 'no' } : {}),
      ...(random() < 0.3
        ? { valid: { from: addDays(today, below(200) - 150), until: addDays(today, 20 + below(200)) } }
        : {}),
    };
    const dates = { dates: Array.from({ length: 3 }, () => addDays(today, below(120))), from: time(9, 10) };
    const schedule = random() < 0.7 ? (random() < 0.9 ? [item] : [dates]) : undefined;
    return {
      id: `offer-${index}`,
      data: schedule ? { schedule } : {},
      standing: 'active',
      ...(random() < 0.8 ? { place: houses[below(houses.length)] } : {}),
    } as unknown as CatalogueOffer;
  });
}

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);

const bundle = await build({
  entryPoints: [new URL('../../src/client/near.entry.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});
console.log(`script: ${kilo(brotliCompressSync(bundle.outputFiles[0]?.contents ?? new Uint8Array()).length)} kB\n`);

for (const count of counts) {
  const offers = invent(count);
  const catalogue = {
    today,
    site: { country: 'DE', state: 'NW', school_holidays: [{ from: '2026-12-23', until: '2027-01-06' }] },
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    places: new Map(),
  } as unknown as Catalogue;
  const origins = Array.from({ length: 20 }, (_, index) => ({
    id: `town-${index}`,
    label: { value: `Stadt ${index}` },
    lat: 54.5,
    lon: 6.3,
  }));
  const begun = performance.now();
  const made = nearFiles({ catalogue, language: 'de', ids: offers.map(({ id }) => id), order: 'x', origins });
  const built = performance.now() - begun;
  const manifest = { format: formatVersion, language: 'de', documents: count, hashes: { ids: 'x' } };
  const ask = async (label: string, question: Partial<NearQuestion>): Promise<void> => {
    let bytes = 0;
    const files = await SearchFiles.open('de', (name) => {
      const file = made.get(name);
      if (file) bytes += name.endsWith('.json') ? brotliCompressSync(file).length : file.length;
      return Promise.resolve(file ?? JSON.stringify(manifest));
    });
    const now = { date: today, time: '09:00' };
    const start = performance.now();
    const { order } = await refineByNear(files, { now, hasWords: false, ...question });
    order?.(
      Array.from({ length: count }, (_, document) => document),
      new Float64Array(count).fill(1),
    );
    console.log(
      `  ${label.padEnd(12)} ${kilo(bytes)} kB, ${(performance.now() - start).toFixed(0).padStart(3)} ms cold`,
    );
  };
  console.log(`${count} offers: ${made.size} files, built in ${built.toFixed(0)} ms`);
  const tuesday = addDays(today, 2);
  await ask('a day', { when: { from: tuesday, until: tuesday } });
  await ask('seven days', { when: { from: today, until: addDays(today, 6) } });
  await ask('distance', { near: 'town-3', within: 10 });
}
