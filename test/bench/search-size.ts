/**
 * How many bytes and milliseconds the search takes at 300, 3,000 and 10,000 invented offers.
 * Run: npx tsx test/bench/search-size.ts [count …]
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { parse } from 'yaml';
import type { Vocabulary } from '../../src/model/schema.generated.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { openCatalogueSearch } from '../../src/search/query.ts';
import type { Concept, SearchDocument } from '../../src/search/search-document.ts';

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 3_000, 10_000];

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomFrom(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
/** Few words often, many rarely, as in any language. */
const pickByZipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] as T;

const syllables =
  'ba be ber da der ein fel gar ger hal hau in kel kir lan le lin mar mei nen or pe ran rei sen ste ta tel un ver wal wei zen'.split(
    ' ',
  );
const invented = (count: number): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''),
  );

const kinds =
  'Sprachkurs Deutschkurs Beratung Sprechstunde Treffpunkt Begleitung Kinderbetreuung Nachhilfe Sprachcafé Elterncafé Formularhilfe Bewerbungshilfe Nähkurs Schwimmkurs Patenschaft Wohnungsberatung Jobbörse'.split(
    ' ',
  );
const audiences =
  'Frauen Männer Eltern Jugendliche Senioren Familien Geflüchtete Neuzugewanderte Studierende Alleinerziehende'.split(
    ' ',
  );
const common =
  'wir helfen Ihnen gerne beim Ausfüllen von Anträgen und Formularen Bitte bringen Sie Ihren Ausweis mit Die Teilnahme ist kostenlos Kommen Sie einfach vorbei in der Gruppe lernen Menschen aus vielen Ländern zusammen Deutsch und sprechen über Alltag Arbeit Schule Wohnung Gesundheit Kinder Behörden Termine Anmeldung telefonisch möglich für alle im Haus mit Tee und Kaffee'.split(
    ' ',
  );

const vocabulary = (name: string): Vocabulary =>
  parse(readFileSync(new URL(`../../src/vocabularies/${name}.yml`, import.meta.url), 'utf8')) as Vocabulary;
const concepts: readonly Concept[] = (['topics', 'target-groups'] as const).flatMap((name) =>
  vocabulary(name).terms.map(({ id, label = {}, synonyms = {} }) => ({
    id: `${name}/${id}`,
    names: [
      ...Object.entries(label).map(([lang, value]) => ({ value, lang })),
      ...Object.entries(synonyms).flatMap(([lang, list]) => list.map((value) => ({ value, lang }))),
    ],
  })),
);
const topicIds = concepts.filter(({ id }) => id.startsWith('topics/')).map(({ id }) => id);
const groupIds = concepts.filter(({ id }) => id.startsWith('target-groups/')).map(({ id }) => id);
const towns = invented(10);

function offers(count: number): SearchDocument[] {
  const words = [...common, ...invented(Math.round(60 * Math.sqrt(count)))];
  const hosts = invented(Math.max(20, count / 15));
  const text = (length: number): string => Array.from({ length }, () => pickByZipf(words)).join(' ');
  return Array.from({ length: count }, (_, number) => {
    const topics = [...new Set([pickByZipf(topicIds), pickByZipf(topicIds)])];
    const groups = [...new Set([pickByZipf(groupIds), pickByZipf(groupIds)])];
    const title = `${pick(kinds)} für ${pick(audiences)} ${pick(['am Vormittag', 'am Abend', 'in', 'bei'])} ${pick(hosts)}`;
    const summary = `${pick(kinds)} und ${pick(kinds)}: ${text(12)}`;
    const town = pick(towns);
    return {
      id: `${title.toLowerCase().replace(/\W+/g, '-')}-${number}`,
      fields: {
        title: { value: title, lang: 'de' },
        summary: { value: summary, lang: 'de' },
        keywords: [{ value: `${pick(hosts)} ${town}`, lang: 'de' }],
        body: [{ value: text(95), lang: 'de' }],
      },
      topics: [...topics, ...groups],
      attributes: [],
      rank: 1 + Math.floor(random() * 3),
      group: topics[0] ?? '',
      facets: {
        topic: topics,
        audience: groups,
        town: [town],
        language: [...new Set([pick(['ar', 'tr', 'uk', 'en', 'ru', 'fa']), 'de'])],
        day: [pick(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])],
        cost: [pick(['free', 'free', 'free', 'paid', 'partly'])],
        german: ['none', 'A1', 'A2', 'B1'].slice(Math.floor(random() * 4)),
        childcare: random() < 0.2 ? ['yes'] : [],
        step_free: random() < 0.6 ? ['yes'] : [],
        registration: [pick(['none', 'required', 'appointment'])],
        type: [pick(['course', 'counselling', 'meeting-point'])],
      },
      card: {
        href: `/de/angebote/offer-${number}/`,
        title: { value: title },
        summary: { value: summary },
        kind: pick(kinds),
        when: `${pick(['Montag', 'Dienstag', 'Freitag'])}, ${pick(['09:00–11:00', '14:00–16:30', '18:00–19:30'])} Uhr`,
        where: { value: town },
        cost: pick(['kostenlos', '5 € pro Monat']),
        languages: 'Arabisch, Türkisch und Ukrainisch',
      },
    };
  });
}

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

const bundle = await build({
  entryPoints: [new URL('../../src/search/query.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});
const script = brotliCompressSync(bundle.outputFiles[0]?.contents ?? new Uint8Array()).length;
console.log(`script of query.ts: ${kilo(script)} kB (all kB as served: brotli, or packed by us)\n`);

for (const count of counts) {
  const documents = offers(count);
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
    `  ${['manifest', 'terms', 'dictionary', 'endings', 'cards', 'facets', 'ranks', 'ids', 'compounds'].map(part).join(', ')}`,
  );

  for (const [kind, list] of Object.entries(queries)) {
    const first: number[] = [];
    const again: number[] = [];
    const requests: number[] = [];
    const times: number[] = [];
    let total = 0;
    let shared = 0;
    const open = async (): ReturnType<typeof openCatalogueSearch> =>
      openCatalogueSearch({
        lang: 'de',
        fetchShard: (name) => {
          const bytes = files.get(name);
          if (!bytes) throw new Error(name);
          shared += sizeAsServed(name, bytes);
          total += 1;
          return Promise.resolve(bytes);
        },
      });
    for (const query of list) {
      shared = total = 0;
      const search = await open();
      await search.query(query, {}, { facets: [] });
      first.push(shared + script);
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
  const search = await openCatalogueSearch({
    lang: 'de',
    fetchShard: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
  });
  const begun = performance.now();
  await search.query('sprachkurs', { town: [towns[0] ?? ''], cost: ['free'] });
  console.log(
    `  with all counts and two filters: ${(performance.now() - begun).toFixed(1)} ms cold, ${kilo(sum(/facets/))} kB of columns\n`,
  );
}
