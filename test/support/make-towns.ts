import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of test/sites/district, with what is special about them. */
export const towns = [
  'alken',
  'borsen',
  'dornum',
  'elmloh',
  'fehnhausen',
  'gristede',
  'hammelwarf',
  'ihlbrook',
  'jaderkoog',
  'kleiwerder',
] as const;
export type Town = (typeof towns)[number];

export const offersPerTown = 300;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = ['Sprachcafé', 'Beratung', 'Nähtreff', 'Lernhilfe', 'Chor', 'Werkstatt', 'Kochabend', 'Sprechstunde'];
const types = ['meeting-point', 'counselling', 'course', 'companionship', 'event', 'volunteering'];
const topics = ['german', 'advice', 'work', 'school', 'meeting', 'health', 'housing', 'culture'];
const groups = ['everyone', 'newcomers', 'parents', 'women', 'young-people'];
const sixFields = ['arrival', 'language-education', 'work', 'health', 'housing', 'participation'];
/** `diversity` has no counterpart in the district. */
const fourFields = ['education-language', 'participation', 'diversity', 'labour-market'];
const fourLabels = ['Bildung und Sprache', 'Teilhabe vor Ort', 'Kulturelle Vielfalt', 'Arbeitsmarkt'];

export const nameOf = (town: Town): string => town.charAt(0).toUpperCase() + town.slice(1);

/** Known in two towns by the same identity. */
const sharedUuid = '2ed6657d-e927-568b-95e1-2665a8aea6a2';
const atDistrictOffice = { town: 'alken', name: 'Kreishaus', street: 'Deichstraße 1' };

/** What the last offer of some towns says besides. */
const special: Partial<Record<Town, { readonly uuid?: string; readonly data: object }>> = {
  alken: { uuid: sharedUuid, data: { title: 'Schuldnerberatung unterwegs' } },
  borsen: { uuid: sharedUuid, data: { title: 'Schuldenberatung im Bus' } },
  // By organisation, title and place: written a little differently by each.
  dornum: { data: { title: 'Sprechtag im Kreishaus', organisation: 'kreis', place: atDistrictOffice } },
  fehnhausen: { data: { title: 'Sommerfest am Hafen', valid: { until: '2026-08-31' } } },
  gristede: { data: { title: 'SPRECHTAG im Kreishaus', organisation: 'kreis', place: atDistrictOffice } },
};

/** A town's `catalogue.json`, as its own site would publish it. */
export function makeTown(town: Town, { date = '2026-11-20', offers = offersPerTown } = {}): object {
  const number = towns.indexOf(town);
  const random = numbersFrom(number + 1);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const home = `https://${town}.example.org`;
  const fields = town === 'elmloh' ? fourFields : sixFields;
  const entry = (id: string, data: object): object => ({ id, language: 'de', data });
  const geo = { lat: 54.45 + number / 100, lon: 6.2 };
  const townPlace = (id: Town): object =>
    entry(id, {
      name: nameOf(id),
      kind: 'town',
      part_of: 'kreis',
      ags: `059991${String(towns.indexOf(id) + 1).padStart(2, '0')}`,
    });
  return {
    version: 1,
    date,
    site: {
      title: { de: `Wegweiser ${nameOf(town)}` },
      url: home,
      region: town,
      languages: ['de'],
      source_language: 'de',
      publisher: { name: `Gemeinde ${nameOf(town)}`, email: 'info@example.org' },
    },
    vocabularies: {
      'fields-of-action': fields.map((id, index) => ({
        id,
        label: { de: town === 'elmloh' ? fourLabels[index] : id },
      })),
    },
    places: [
      townPlace(town),
      ...(town === 'alken' ? [] : [townPlace('alken')]),
      entry('kreis', { name: 'Kreis Wattenau', kind: 'district', ags: '05999' }),
      entry('haus', { name: `Haus am Siel ${nameOf(town)}`, kind: 'venue', part_of: town, street: 'Sielweg 4', geo }),
    ],
    organisations: [
      entry('verein', { name: `Nachbarn in ${nameOf(town)} e. V.`, kind: 'volunteer-group', town }),
      entry('schule', { name: `Volkshochschule ${nameOf(town)}`, kind: 'education-provider', town }),
      entry('kreis', { name: 'Kreis Wattenau', kind: 'authority' }),
    ],
    offers: Array.from({ length: offersPerTown }, (_, index) => {
      const word = pick(words);
      const id = `angebot-${String(index + 1).padStart(3, '0')}`;
      const { uuid, data } = (index === offersPerTown - 1 ? special[town] : undefined) ?? { data: {} };
      return {
        id,
        language: 'de',
        url: `${home}/de/angebote/${id}/`,
        ...(uuid === undefined ? {} : { uuid }),
        data: {
          title: `${word} ${nameOf(town)} ${index + 1}`,
          summary: `${word} für alle, die neu in ${nameOf(town)} sind.`,
          type: pick(types),
          status: 'active',
          organisation: pick(['verein', 'schule']),
          fields_of_action: [fields[index % fields.length]],
          topics: [pick(topics)],
          audience: { groups: [pick(groups)] },
          languages: [{ code: pick(['de', 'en', 'ar', 'tr', 'uk']), kind: 'spoken' }],
          cost: { kind: 'free' },
          registration: { kind: 'none' },
          schedule: [{ days: [pick(['monday', 'tuesday', 'friday'])], from: '16:00', to: '18:00' }],
          delivery: ['on-site'],
          place: 'haus',
          service_area: [town],
          accessibility: { step_free: pick(['yes', 'no', 'unknown']) },
          childcare: { available: 'no' },
          contacts: [{ role: 'Büro', phone: `+49 221 4710${String(index).padStart(3, '0')}` }],
          reviewed: '2026-10-01',
          review_every: 12,
          ...data,
        },
        body: `${word} in ${nameOf(town)}: Kommen Sie vorbei.`,
      };
    }).slice(0, offers),
  };
}

/** What somebody would publish to do harm: one entry keeps the rules, to show that the file was read. */
const hostile = {
  ...makeTown('alken', { offers: 0 }),
  site: { title: { de: '<script>alert(1)</script>' }, url: 'javascript:alert(1)', region: 'x', languages: ['de'] },
  offers: [
    { id: '../../boese', language: 'de', data: {} },
    { id: 'skript', language: 'de', data: { title: '<img src=x onerror=alert(1)>' } },
    null,
  ],
};

/** Writes the catalogues of all sources into `towns/` beside the content folder of the district. */
export function writeTowns(districtFolder: string): void {
  const folder = join(districtFolder, 'towns');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, `${name}.json`), text);
  for (const town of towns) write(town, JSON.stringify(makeTown(town)));
  write('boese', JSON.stringify(hostile).replace('{"version"', '{"__proto__":{"version":9},"version"'));
  write('seite', '<!doctype html><title>Wartung</title>');
}
