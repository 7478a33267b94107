import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Vocabulary } from '../../src/model/schema.generated.ts';
import type { Concept, SearchDocument } from '../../src/search/search-document.ts';

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
export const concepts: readonly Concept[] = (['topics', 'target-groups'] as const).flatMap((name) =>
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
export const towns: readonly string[] = invented(10);

/** Invented German offers of about 116 words, the same in every run. */
export function inventOffers(count: number): SearchDocument[] {
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
