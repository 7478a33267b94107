import { readFileSync } from 'node:fs';
import { readTexts } from '../../src/i18n/load-texts.ts';
import {
  vocabularyNames,
  type Catalogue,
  type CatalogueOffer,
  type Translation,
  type VocabularyName,
} from '../../src/model/catalogue.ts';
import type { Offer, Site, Vocabulary } from '../../src/model/schema.generated.ts';
import { mergeVocabulary } from '../../src/model/vocabulary.ts';
import { parse } from 'yaml';
import { networkSettings, noNetworkWork } from '../support/no-network-work.ts';

const source = 'de';
const today = '2026-11-22';
const townCount = 10;
/** As in most catalogues, much is there in its authors' language only. */
const translatedShare = 0.5;

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomFrom(11);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
/** Few words often, many rarely, as in any language. */
const pickByZipf = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] as T;
const some = <T>(list: readonly T[]): T[] => [...new Set([pickByZipf(list), pickByZipf(list)])];

/** Real words of the language, and as many invented from their pieces as a catalogue of this size would have more. */
function wordsOf(lang: string, more: number): string[] {
  const real = [
    ...new Set([...readTexts(lang).values()].flatMap((text) => text.match(/[\p{L}\p{M}]{3,}/gu) ?? [])),
  ].sort();
  const pieces = [...new Set(real.flatMap((word) => word.match(/.{2,3}/gu) ?? []))];
  const invented = Array.from({ length: more }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(pieces)).join(''),
  );
  // Compounds are what makes German slow.
  const compounds = lang === source ? Array.from({ length: more }, () => pick(real) + pick(real).toLowerCase()) : [];
  return [...real, ...invented, ...compounds].sort(() => random() - 0.5);
}

function readVocabulary(name: VocabularyName): Catalogue['vocabularies'][VocabularyName] {
  const file = new URL(`../../src/vocabularies/${name}.yml`, import.meta.url);
  return mergeVocabulary(parse(readFileSync(file, 'utf8')) as Vocabulary);
}

/** A town's catalogue of invented offers of about 120 words, half of them translated; the same in every run. */
export function inventCatalogue(count: number, languages: readonly string[]): Catalogue {
  const vocabularies = Object.fromEntries(
    vocabularyNames.map((name) => [name, readVocabulary(name)]),
  ) as Catalogue['vocabularies'];
  const ids = (name: VocabularyName): string[] => [...vocabularies[name].keys()];
  const lexicon = new Map(languages.map((lang) => [lang, wordsOf(lang, Math.round(30 * Math.sqrt(count)))]));
  const text = (lang: string, length: number): string => {
    const words = lexicon.get(lang) ?? [];
    return Array.from({ length }, () => pickByZipf(words)).join(' ');
  };
  const entry = {
    body: '',
    language: source,
    translations: new Map<string, Translation>(),
    textHash: '0123456789ab',
    revision: '0123456789ab',
  };
  const towns = Array.from({ length: townCount }, (_, number) => `town-${number}`);
  const hosts = Array.from({ length: Math.ceil(20 + count / 15) }, (_, number) => `host-${number}`);
  const offer = (number: number): CatalogueOffer => {
    const id = `offer-${number}`;
    const town = pick(towns);
    const data: Offer = {
      title: text(source, 5),
      summary: text(source, 12),
      type: pick(['course', 'counselling', 'meeting-point', 'event'] as const),
      status: 'active',
      organisation: pick(hosts),
      fields_of_action: some(ids('fields-of-action')),
      topics: some(ids('topics')),
      audience: { groups: some(ids('target-groups')) },
      languages: [source, ...some(['ar', 'tr', 'uk', 'en', 'fa'])].map((code) => ({ code, kind: 'spoken' as const })),
      cost: { kind: pick(['free', 'free', 'partly'] as const) },
      registration: { kind: 'none' },
      schedule: [{ days: [pick(['monday', 'tuesday', 'friday'] as const)], from: '14:00', to: '16:30' }],
      delivery: ['on-site'],
      service_area: [town],
      accessibility: { step_free: random() < 0.6 ? 'yes' : 'no' },
      contacts: [{ role: 'Büro', email: 'buero@example.org' }],
      reviewed: '2026-10-01',
      review_every: 12,
    };
    const translations = new Map(
      languages
        .filter((lang) => lang !== source && random() < translatedShare)
        .map((lang): [string, Translation] => [
          lang,
          {
            data: { title: text(lang, 5), summary: text(lang, 12) },
            body: text(lang, 100),
            state: { of: entry.textHash, by: 'human' },
            outdated: false,
          },
        ]),
    );
    return {
      ...entry,
      id,
      file: `offers/${id}.md`,
      data,
      body: text(source, 100),
      translations,
      standing: 'active',
      freshness: 'fresh',
      towns: [town],
      place: { town, protected: false, street: `${text(source, 1)}straße ${number % 90}` },
    };
  };
  const named = <Data>(folder: string, id: string, data: Data) =>
    [id, { ...entry, id, file: `${folder}/${id}.md`, data }] as const;
  return {
    today,
    site: {
      title: { [source]: 'Lotse' },
      languages: [...languages] as Site['languages'],
      region: 'kreis',
      publisher: { name: 'Kreis', phone: '+49 221 4710100' },
      source_language: source,
      base_path: '/',
      time_zone: 'Europe/Berlin',
      country: 'DE',
      state: 'NW',
      page_size: 24,
      review_grace: 2,
      school_holidays: [],
      featured_topics: [],
      ...networkSettings,
    },
    languages,
    vocabularies,
    places: new Map(towns.map((id) => named('places', id, { kind: 'town' as const, name: text(source, 1) }))),
    organisations: new Map(
      hosts.map((id) => named('organisations', id, { name: text(source, 3), kind: 'other' as const })),
    ),
    offers: new Map(Array.from({ length: count }, (_, number) => offer(number)).map((made) => [made.id, made])),
    pages: new Map(),
    texts: new Map(),
    ...noNetworkWork,
  };
}
