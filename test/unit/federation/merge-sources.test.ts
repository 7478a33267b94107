import { describe, expect, test } from 'vitest';
import { uuidsOf } from '../../../src/content/uuid-v5.ts';
import { readForeignCatalogue, type ForeignCatalogue } from '../../../src/federation/foreign-catalogue.ts';
import { mergeSources, type Source } from '../../../src/federation/merge-sources.ts';
import type { Offer } from '../../../src/model/schema.generated.ts';
import { makeModel, makeOffer } from '../pages/small-catalogue.ts';

const offerData: Partial<Offer> = {
  title: 'Nähtreff',
  summary: 'Zusammen nähen und reden.',
  type: 'meeting-point',
  status: 'active',
  organisation: 'club',
  fields_of_action: ['language'],
  topics: ['german'],
  audience: { groups: ['everyone'] },
  languages: [{ code: 'de', kind: 'spoken' }],
  cost: { kind: 'free' },
  registration: { kind: 'none' },
  delivery: ['on-site'],
  place: 'laden',
  service_area: ['elsewhere'],
  accessibility: { step_free: 'yes' },
  childcare: { available: 'no' },
  contacts: [{ role: 'Büro', phone: '+49 221 4710200' }],
  reviewed: '2026-10-01',
  review_every: 12,
};

const published = (offers: readonly object[], more: object = {}): object => ({
  version: 1,
  date: '2026-11-01',
  site: { title: { de: 'Anderswo' }, url: 'https://anderswo.example.org', region: 'x', languages: ['de'] },
  vocabularies: { topics: [{ id: 'nadel', label: { de: 'Handarbeit' } }] },
  places: [
    { id: 'elsewhere', language: 'de', data: { name: 'Anderswo', kind: 'town', ags: '05999901' } },
    { id: 'laden', language: 'de', data: { name: 'Laden', kind: 'venue', part_of: 'elsewhere', street: 'Gasse 3' } },
  ],
  organisations: [{ id: 'club', language: 'de', data: { name: 'Näh-Club e. V.', kind: 'volunteer-group' } }],
  offers,
  ...more,
});

const entry = (id: string, data: object = {}, more: object = {}): object => ({
  id,
  language: 'de',
  data: { ...offerData, ...data },
  url: `https://anderswo.example.org/de/angebote/${id}/`,
  ...more,
});

function read(catalogue: unknown): ForeignCatalogue {
  const { value, problems } = readForeignCatalogue(JSON.stringify(catalogue), 'DE');
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

const source = (id: string, catalogue: object, map: Source['map'] = {}): Source => ({
  id,
  title: { de: id },
  map,
  catalogue: read(catalogue),
});

const { catalogue } = makeModel([makeOffer('cafe')]);
const term = (id: string, label: string) => [id, { id, label: { de: label }, mapsTo: {}, synonyms: {} }] as const;
const own = {
  ...catalogue,
  vocabularies: { ...catalogue.vocabularies, 'fields-of-action': new Map([term('language', 'Sprache')]) },
};

describe('offers of other towns', () => {
  test('are there with their organisation, place and home, beside the own ones', () => {
    const { value, problems } = mergeSources(own, [source('nord', published([entry('naehen')]))]);
    const offer = value.offers.get('nord--naehen')!;
    expect(problems).toEqual([]);
    expect([...value.offers.keys()]).toEqual(['cafe', 'nord--naehen']);
    expect(value.organisations.get(offer.data.organisation)?.data.name).toBe('Näh-Club e. V.');
    expect(offer.place).toMatchObject({ name: 'Laden', street: 'Gasse 3', town: 'nord--elsewhere' });
    expect(offer.towns).toEqual(['nord--elsewhere']);
    expect(offer.homes).toEqual([
      { source: 'nord', title: { de: 'nord' }, url: 'https://anderswo.example.org/de/angebote/naehen/' },
    ]);
    expect(own.offers.size).toBe(1);
  });

  test('the same offer from two towns is shown once and names both', () => {
    const twice = [
      source('nord', published([entry('naehen')])),
      source(
        'sued',
        published([entry('naehtreff', { title: 'NÄHTREFF' })], {
          organisations: [{ id: 'club', language: 'de', data: { name: 'Näh-Club', kind: 'volunteer-group' } }],
        }),
      ),
    ];
    const { value } = mergeSources(own, twice);
    expect([...value.offers.keys()]).toEqual(['cafe', 'nord--naehen']);
    expect(value.offers.get('nord--naehen')!.homes?.map(({ source: id }) => id)).toEqual(['nord', 'sued']);
    expect(value.organisations.size).toBe(own.organisations.size + 1);
  });

  test('an identity makes two the same whatever they are called', () => {
    const uuid = '2ed6657d-e927-568b-95e1-2665a8aea6a2';
    const { value } = mergeSources(own, [
      source('nord', published([entry('a', {}, { uuid })])),
      source('sued', published([entry('b', { title: 'Ganz anders' }, { uuid })])),
    ]);
    expect([...value.offers.keys()]).toEqual(['cafe', 'nord--a']);
  });

  test('an own offer that comes back from elsewhere stays one', () => {
    const uuid = uuidsOf(own.site.region)('service', 'cafe');
    const { value } = mergeSources(own, [source('kreis', published([entry('x', { title: 'Anders' }, { uuid })]))]);
    expect([...value.offers.keys()]).toEqual(['cafe']);
    expect(value.offers.get('cafe')!.homes?.map(({ source: id }) => id)).toEqual(['kreis']);
  });

  test('a district can be a source itself: what it took over comes along', () => {
    const district = published(
      [entry('stadt--naehen', { organisation: 'stadt--club', place: 'stadt--laden', fields_of_action: [] })],
      {
        organisations: [{ id: 'stadt--club', language: 'de', data: { name: 'Club', kind: 'volunteer-group' } }],
        places: [
          { id: 'elsewhere', language: 'de', data: { name: 'Anderswo', kind: 'town', ags: '05999903' } },
          { id: 'stadt--laden', language: 'de', data: { name: 'Laden', kind: 'venue', part_of: 'elsewhere' } },
        ],
      },
    );
    const { value } = mergeSources(own, [source('kreis', district)]);
    expect(value.offers.get('kreis--stadt--naehen')?.place).toMatchObject({ name: 'Laden', town: 'kreis--elsewhere' });
  });

  test('other words: chosen, same label, same id; the rest is reported with how many offers lack it', () => {
    const { value, problems } = mergeSources(own, [
      source(
        'nord',
        published([entry('a', { topics: ['nadel', 'german'] }), entry('b', { title: 'Stricken', topics: ['nadel'] })]),
      ),
    ]);
    expect(value.offers.get('nord--a')!.data.topics).toEqual(['german']);
    expect(problems).toEqual([{ source: 'nord', kind: 'unmapped-term', vocabulary: 'topics', id: 'nadel', count: 2 }]);
    const mapped = mergeSources(own, [
      source('nord', published([entry('a', { topics: ['nadel'] })]), { topics: { nadel: 'german' } }),
    ]);
    expect(mapped.value.offers.get('nord--a')!.data.topics).toEqual(['german']);
    expect(mapped.problems).toEqual([]);
  });

  test('a named person stays with the town that has their consent', () => {
    const contacts = [
      { role: 'Leitung', person: 'Mira Beispiel', phone: '+49 221 4710201', email: 'mira@example.org' },
      { person: 'Jaro Beispiel', phone: '+49 221 4710202' },
      { role: 'Büro', phone: '+49 221 4710203' },
    ];
    const translations = {
      en: {
        data: { contacts: [{ role: 'Head', hours: 'Mira’s office hours' }, {}, { role: 'Office' }] },
        translation: { of: '000000000000', by: 'human' },
      },
    };
    const { value } = mergeSources(own, [source('nord', published([entry('a', { contacts }, { translations })]))]);
    const offer = value.offers.get('nord--a')!;
    expect(offer.data.contacts).toEqual([{ role: 'Leitung' }, { role: 'Büro', phone: '+49 221 4710203' }]);
    expect(offer.translations.get('en')?.data['contacts']).toEqual([{ role: 'Head' }, { role: 'Office' }]);
  });

  test('a protected place gives nothing away, whatever the source wrote', () => {
    const place = { town: 'elsewhere', street: 'Geheimweg 1', geo: { lat: 54.5, lon: 6.2 }, protected: true };
    const { value } = mergeSources(own, [source('nord', published([entry('a', { place })]))]);
    expect(JSON.stringify([...value.offers.values()])).not.toContain('Geheimweg');
    expect(value.offers.get('nord--a')!.place).toEqual({ town: 'nord--elsewhere', protected: true });
  });

  test('what ended since, by its own dates, is not listed as current', () => {
    const { value } = mergeSources(own, [
      source(
        'nord',
        published([entry('a', { valid: { until: '2026-11-01' } }), entry('b', { title: 'Bilder', status: 'draft' })]),
      ),
    ]);
    expect(value.offers.get('nord--a')!.standing).toBe('ended');
    expect(value.offers.has('nord--b')).toBe(false);
  });

  test('an offer without any place or organisation that is known is reported and left out', () => {
    const { value, problems } = mergeSources(own, [
      source(
        'nord',
        published([entry('a', { service_area: ['mars'] }), entry('b', { organisation: 'nobody', title: 'Bilder' })]),
      ),
    ]);
    expect(value.offers.size).toBe(1);
    expect(problems.map(({ kind, id }) => [kind, id])).toEqual([
      ['unknown-area', 'a'],
      ['unknown-area', 'b'],
    ]);
  });

  test('places that lead to each other in a circle end', () => {
    const places = [
      { id: 'elsewhere', language: 'de', data: { name: 'A', kind: 'town', ags: '05999902', part_of: 'b' } },
      { id: 'b', language: 'de', data: { name: 'B', kind: 'district', ags: '05999', part_of: 'elsewhere' } },
      { id: 'laden', language: 'de', data: { name: 'Laden', kind: 'venue', part_of: 'elsewhere' } },
    ];
    const { value } = mergeSources(own, [source('nord', published([entry('a')], { places }))]);
    expect(value.offers.has('nord--a')).toBe(true);
  });
});

describe('a source that is no catalogue', () => {
  test.each([
    ['text', 'hello', 'not-json'],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, undefined],
    ['a list', '[]', 'not-catalogue'],
    ['a page', '<!doctype html>', 'not-json'],
    ['a newer one', JSON.stringify({ ...published([]), version: 2 }), 'newer'],
    ['no offers', JSON.stringify({ version: 1, site: {} }), 'not-catalogue'],
  ])('%s is refused', (_, text, kind) => {
    const { value, problems } = readForeignCatalogue(text, 'DE');
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    if (kind !== undefined) expect(problems[0]!.kind).toBe(kind);
  });

  test.each([
    ['an id that leaves the folder', entry('../../x')],
    ['a script as an address', entry('a', { links: [{ label: 'x', url: 'javascript:alert(1)' }] })],
    ['a field that nobody knows', entry('a', { onload: 'x' })],
    ['a body without end', entry('a', {}, { body: 'x'.repeat(200_000) })],
    ['no data', { id: 'a', language: 'de' }],
    ['nothing', null],
  ])('%s costs that entry and no other', (_, bad) => {
    const { value, problems } = readForeignCatalogue(JSON.stringify(published([bad as object, entry('good')])), 'DE');
    expect([...value!.offers.keys()]).toEqual(['good']);
    expect(problems.map(({ kind }) => kind)).toEqual(['bad-entry']);
  });

  test('a key that reaches the prototype of objects changes nothing', () => {
    const text = JSON.stringify(published([entry('good')])).replace(
      '{"version"',
      '{"__proto__":{"polluted":1},"version"',
    );
    readForeignCatalogue(text, 'DE');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
