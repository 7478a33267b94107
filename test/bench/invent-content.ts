import { textFields, type Collection } from '../../src/content/schemas.ts';
import { textHash } from '../../src/content/text-hash.ts';
import { placeOf, writeEntry } from '../../src/datasheet/write-offer.ts';
import { emitMap } from '../../src/datasheet/emit-yaml.ts';
import { addDays } from '../../src/model/calendar.ts';
import { readBuiltIn } from './built-in-vocabulary.ts';
import { createWords, kinds, people } from './invented-words.ts';
import { randomFrom, type Random } from './random.ts';

/** All that a size of catalogue is made of; the same wish gives the same bytes. */
export interface Wish {
  readonly offers: number;
  /** Codes; the first is the language of the source texts. */
  readonly languages: readonly string[];
  readonly towns: number;
  /** How many of all texts are translated: 1 for all. */
  readonly translated: number;
  readonly seed: number;
}

/** In the order in which sizes take them. */
export const inventedLanguages = 'de en ar tr uk fa ru fr pl ro es bg sq ku ti de-simple'.split(' ');

/** The day all invented content is written for. */
export const inventedToday = '2026-11-22';

type Data = Readonly<Record<string, unknown>>;

const topics = readBuiltIn('topics');
const groups = readBuiltIn('target-groups');
const fields = readBuiltIn('fields-of-action');
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const offerTypes = ['course', 'counselling', 'meeting-point', 'companionship', 'information', 'event'];
const spoken = ['ar', 'tr', 'uk', 'en', 'fa', 'ru', 'fr', 'ku', 'ti', 'pl'];

const named = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(4, '0')}`;

/**
 * A whole content folder, file by file: path and text. Amounts follow the demo's: an organisation for fifteen offers,
 * some venues a town, networks, meetings, a concept with goals and measures, needs, pages.
 */
export function* inventContent({ offers, languages, towns, translated, seed }: Wish): Generator<[string, string]> {
  const [source = 'de', ...others] = languages;
  const words = createWords(languages, Math.round(30 * Math.sqrt(offers)), seed);
  const townIds = Array.from({ length: towns }, (_, index) => named('ort', index));
  const counts = {
    organisations: Math.ceil(10 + towns + offers / 15),
    venues: Math.ceil(towns * 3 + offers / 25),
    networks: Math.ceil(1 + towns / 3),
    needs: Math.ceil(10 + offers / 40),
  };
  const organisationIds = Array.from({ length: counts.organisations }, (_, index) => named('traeger', index));
  const venueIds = Array.from({ length: counts.venues }, (_, index) => named('haus', index));
  const measureIds = Array.from({ length: fields.length * 6 }, (_, index) => named('massnahme', index));

  yield ['site.yml', siteFile()];
  for (const [index, id] of townIds.entries()) {
    const random = randomFrom(seed, 'town', index);
    const ags = `05999${String(index + 1).padStart(3, '0')}`;
    yield* entry('places', id, random, { name: words.name(random), kind: 'town', part_of: 'kreis', ags }, '', others);
  }
  yield* entry('places', 'kreis', randomFrom(seed), { name: 'Kreis Seeland', kind: 'district', ags: '05999' }, '', []);
  for (const [index, id] of venueIds.entries()) yield* entry('places', id, ...venue(index), others);
  for (const [index, id] of organisationIds.entries())
    yield* entry('organisations', id, ...organisation(index), others);
  for (let index = 0; index < offers; index += 1)
    yield* entry('offers', named('angebot', index), ...offer(index), others);
  yield* networkWork();
  yield* concept();
  for (const lang of languages) {
    for (const [order, id] of ['impressum', 'datenschutz', 'barrierefreiheit', 'ueber'].entries()) {
      const random = randomFrom(seed, 'page', order);
      const data = { title: words.text(lang, 2, random), menu: 'footer', order: order + 1 };
      yield [`pages/${lang}/${id}.md`, writeEntry('pages', data, words.prose(lang, 3, random))];
    }
  }

  /** An entry's file, then those of its translations: all its texts in the other languages, by the schema. */
  function* entry(
    collection: Collection,
    id: string,
    random: Random,
    data: Data,
    body: string,
    into: readonly string[],
  ): Generator<[string, string]> {
    const folder = ['editions', 'goals', 'measures', 'indicators', 'guidelines', 'needs'].includes(collection)
      ? `concept/${collection}`
      : collection;
    yield [`${folder}/${id}.md`, writeEntry(collection, data, body)];
    const of = textHash({ data, body: writtenBody(body) }, textFields[collection]);
    for (const lang of into) {
      if (random() >= translated) continue;
      const texts = translate(data, textFields[collection], lang, random);
      const state = { translation: { of, by: random() < 0.3 ? 'human' : 'machine' } };
      const yaml = emitMap({ ...texts, ...state }, placeOf(collection, true), '', 0);
      const text = body === '' ? '' : `\n${words.prose(lang, body.split('\n\n').length, random)}\n`;
      yield [`${folder}/${id}.${lang}.md`, `---\n${yaml}\n---\n${text}`];
    }
  }

  /** The same shape with only the fields that hold text, in other words of about the same length. */
  function translate(value: unknown, patterns: readonly (readonly string[])[], lang: string, random: Random): Data {
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value as Data)) {
      const inner = (value as Data)[key];
      const below = patterns.flatMap(([step, ...rest]) => (step === key || step === '*' ? [rest] : []));
      if (below.length === 0 || inner === undefined) continue;
      const made = translateValue(inner, below, lang, random);
      if (made !== undefined) result[key] = made;
    }
    return result;
  }

  function translateValue(
    value: unknown,
    patterns: readonly (readonly string[])[],
    lang: string,
    random: Random,
  ): unknown {
    if (typeof value === 'string')
      return patterns.some(({ length }) => length === 0)
        ? words.text(lang, Math.max(1, value.split(' ').length), random)
        : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) {
      const items = value.map((item) =>
        translateValue(
          item,
          patterns.map(([, ...rest]) => rest),
          lang,
          random,
        ),
      );
      return items.every((item) => item === undefined) ? undefined : items.map((item) => item ?? {});
    }
    const made = translate(value, patterns, lang, random);
    return Object.keys(made).length === 0 ? undefined : made;
  }

  function siteFile(): string {
    return [
      `title: { ${source}: Wegweiser Kreis Seeland }`,
      `languages: [${languages.join(', ')}]`,
      `source_language: ${source}`,
      'region: kreis',
      'url: https://example.org',
      'publisher:',
      '  name: Kreis Seeland',
      "  phone: '+49 221 4710100'",
      '  email: seeland@example.org',
      'data_licence: CC0-1.0',
      'school_holidays:',
      '  - { name: Weihnachtsferien, from: 2026-12-23, until: 2027-01-06 }',
      'featured_topics: [german, work, school, housing, health, advice]',
      '',
    ].join('\n');
  }

  function venue(index: number): [Random, Data, string] {
    const random = randomFrom(seed, 'venue', index);
    const data = {
      name: `Haus ${words.name(random)}`,
      kind: 'venue',
      part_of: random.pick(townIds),
      street: `${words.name(random)}straße ${1 + random.below(90)}`,
      postal_code: `00${String(100 + random.below(800))}`,
      geo: { lat: 54.4 + random.below(3500) / 10_000, lon: 6.1 + random.below(6000) / 10_000 },
      directions: words.text(source, 8, random),
    };
    return [random, data, ''];
  }

  function organisation(index: number): [Random, Data, string] {
    const random = randomFrom(seed, 'organisation', index);
    const data = {
      name: `${words.name(random)} e. V.`,
      kind: random.pick(['volunteer-group', 'education-provider', 'authority', 'independent-body', 'school']),
      summary: words.text(source, 12, random),
      town: random.pick(townIds),
      url: `https://example.org/${named('traeger', index)}`,
      contacts: [contact(random)],
      reviewed: '2026-09-01',
    };
    return [random, data, ''];
  }

  function contact(random: Random): Data {
    return {
      role: words.text(source, 2, random),
      phone: `+49 221 4710${String(random.below(1000)).padStart(3, '0')}`,
      email: 'buero@example.org',
      hours: words.text(source, 5, random),
    };
  }

  function offer(index: number): [Random, Data, string] {
    const random = randomFrom(seed, 'offer', index);
    const type = random.pick(offerTypes);
    const standing = random();
    const venueId = random.pick(venueIds);
    const status = standing < 0.02 ? 'draft' : standing < 0.05 ? 'ended' : standing < 0.09 ? 'paused' : 'active';
    const data = {
      title: `${random.pick(kinds)} für ${random.pick(people)} ${words.name(random)}`,
      summary: `${random.pick(kinds)} und ${random.pick(kinds)}: ${words.text(source, 9, random)}`,
      type,
      status,
      ...(status === 'paused' ? { paused: { until: '2027-02-01', reason: words.text(source, 5, random) } } : {}),
      organisation: random.pick(organisationIds),
      fields_of_action: [random.rare(fields)],
      topics: random.some(topics),
      audience: {
        groups: random.some(groups),
        access: random.pick(['open', 'preferred']),
        ...(random() < 0.3 ? { age: { min: 6 + random.below(12) } } : {}),
        ...(type === 'course' ? { german: { min: 'none', target: random.pick(['A1', 'A2', 'B1']) } } : {}),
      },
      languages: ['de', ...random.some(spoken)].map((code) => ({ code, kind: 'spoken' })),
      cost:
        random() < 0.8
          ? { kind: 'free' }
          : { kind: 'partly', amount: 1 + random.below(20), unit: 'month', note: words.text(source, 8, random) },
      registration: { kind: random.pick(['none', 'required', 'appointment']), note: words.text(source, 8, random) },
      ...(random() < 0.5 ? { required_documents: [words.text(source, 3, random), words.text(source, 4, random)] } : {}),
      ...(random() < 0.5 ? { next_steps: [words.text(source, 6, random), words.text(source, 5, random)] } : {}),
      schedule: [
        {
          days: [random.pick(days)],
          from: random.pick(['09:00', '14:30', '18:00']),
          to: '19:30',
          school_holidays: 'no',
        },
      ],
      delivery: ['on-site'],
      place: venueId,
      service_area: random() < 0.1 ? ['kreis'] : [random.pick(townIds)],
      accessibility: { step_free: random.pick(['yes', 'no', 'unknown']), toilet: random.pick(['yes', 'unknown']) },
      childcare: { available: random() < 0.2 ? 'yes' : 'no' },
      ...(random() < 0.3
        ? { capacity: { state: random.pick(['free', 'few', 'waiting-list']), as_of: '2026-11-01' } }
        : {}),
      contacts: [contact(random)],
      reviewed: addDays('2026-11-01', -random.below(150)),
      review_every: 12,
      ...(random() < 0.1 ? { measures: [random.pick(measureIds)] } : {}),
      ...(random() < 0.3
        ? { links: [{ label: words.text(source, 3, random), url: `https://example.org/${index}` }] }
        : {}),
    };
    return [random, data, words.prose(source, 4, random)];
  }

  function* networkWork(): Generator<[string, string]> {
    for (let index = 0; index < counts.networks; index += 1) {
      const random = randomFrom(seed, 'network', index);
      const id = named('netzwerk', index);
      const data = {
        name: `Netzwerk ${words.name(random)}`,
        kind: 'network',
        summary: words.text(source, 12, random),
        members: Array.from(
          { length: 4 },
          (_, number) => organisationIds[(index * 4 + number) % organisationIds.length],
        ).map((member) => ({ organisation: member })),
        meets: words.text(source, 4, random),
        contacts: [contact(random)],
      };
      yield* entry('networks', id, random, data, words.prose(source, 2, random), others);
      for (let meeting = 0; meeting < 4; meeting += 1) {
        const date = addDays('2026-03-03', meeting * 90 + index);
        const event = {
          title: `Treffen ${words.name(random)}`,
          networks: [id],
          status: date < inventedToday ? 'held' : 'planned',
          date,
          kind: 'meeting',
          access: 'members',
          summary: words.text(source, 12, random),
          agenda: [1, 2, 3].map(() => ({ title: words.text(source, 5, random) })),
        };
        yield* entry('events', `${id}-${meeting + 1}`, random, event, '', others);
      }
    }
  }

  function* concept(): Generator<[string, string]> {
    const random = randomFrom(seed, 'concept');
    const edition = {
      title: 'Integrationskonzept 2025 bis 2029',
      period: { from: '2025-01-01', until: '2029-12-31' },
      fields_of_action: fields,
      summary: words.text(source, 15, random),
    };
    yield* entry('editions', 'konzept-2025', random, edition, words.prose(source, 3, random), others);
    for (const [index, field] of fields.entries()) {
      for (let number = 0; number < 2; number += 1) {
        const goal = {
          title: words.text(source, 8, random),
          edition: 'konzept-2025',
          field_of_action: field,
          indicators: [named('indikator', index)],
          summary: words.text(source, 15, random),
        };
        yield* entry('goals', named('ziel', index * 2 + number), random, goal, words.prose(source, 2, random), others);
      }
      const indicator = {
        title: words.text(source, 4, random),
        unit: 'Personen',
        direction: 'up',
        definition: words.text(source, 12, random),
        series: [2024, 2025, 2026].map((year) => ({
          date: `${year}-09-30`,
          value: 10 + random.below(90),
          quality: 'measured',
          source: words.text(source, 2, random),
        })),
      };
      yield* entry('indicators', named('indikator', index), random, indicator, '', others);
    }
    for (const [index, id] of measureIds.entries()) {
      const measure = {
        title: words.text(source, 6, random),
        summary: words.text(source, 15, random),
        goal: named('ziel', index % (fields.length * 2)),
        status: random.pick(['planned', 'running']),
        status_since: '2026-02-01',
        responsible: random.pick(organisationIds),
        planned: { from: '2025-09-01', until: '2027-08-31' },
      };
      yield* entry('measures', id, random, measure, words.prose(source, 1, random), others);
    }
    for (let index = 0; index < counts.needs; index += 1) {
      const need = {
        title: words.text(source, 4, random),
        where: [random.pick(townIds)],
        whom: random.some(groups),
        topics: random.some(topics),
        how_many: 5 + random.below(20),
        source: 'counselling',
        date: '2026-05-11',
        status: 'open',
      };
      yield* entry('needs', named('bedarf', index), random, need, '', []);
    }
  }
}

/** A body as it is read back: after the blank line, with the line break at its end. */
const writtenBody = (body: string): string => (body === '' ? '' : `\n${body}\n`);
