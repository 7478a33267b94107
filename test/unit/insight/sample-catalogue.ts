import type { DimensionId } from '../../../src/insight/dimensions.ts';
import type { Matrix } from '../../../src/insight/matrix.ts';
import { matrixWithNeeds } from '../../../src/insight/needs-counts.ts';
import { expandToTowns } from '../../../src/model/places.ts';
import type { Catalogue, CatalogueOffer, Entry, Term } from '../../../src/model/catalogue.ts';
import type { Offer, Organisation, Place } from '../../../src/model/schema.generated.ts';

/** The day that the sample is written for. */
export const today = '2026-03-01';

export const entry = <Data>(collection: string, id: string, data: Data): Entry<Data> => ({
  id,
  file: `${collection}/${id}.md`,
  data,
  body: '',
  language: 'de',
  translations: new Map(),
  textHash: '000000000000',
});

export const entries = <Data>(collection: string, all: Readonly<Record<string, Data>>): Map<string, Entry<Data>> =>
  new Map(Object.entries(all).map(([id, data]) => [id, entry(collection, id, data)]));

const places: Record<string, Place> = {
  birkenau: { name: 'Birkenau', kind: 'town', part_of: 'kreis' },
  ahornstadt: { name: 'Ahornstadt', kind: 'town', part_of: 'kreis' },
  kreis: { name: 'Kreis', kind: 'district', part_of: 'land' },
  zedernheim: { name: 'Zedernheim', kind: 'town', part_of: 'land' },
  land: { name: 'Land', kind: 'district' },
};

const organisations: Record<string, Organisation> = {
  verein: { name: 'Verein', kind: 'independent-body' },
  schule: { name: 'Schule', kind: 'school' },
};

const base: Offer = {
  title: 'Angebot',
  summary: 'Ein Angebot.',
  type: 'counselling',
  status: 'active',
  organisation: 'verein',
  fields_of_action: ['arrival'],
  topics: ['advice'],
  audience: { groups: ['adults'] },
  languages: [{ code: 'de', kind: 'spoken' }],
  cost: { kind: 'free' },
  registration: { kind: 'none' },
  delivery: ['on-site'],
  service_area: ['ahornstadt'],
  accessibility: { step_free: 'unknown' },
  contacts: [{ role: 'Büro' }],
  reviewed: '2026-02-01',
  review_every: 12,
};

export type OfferPart = Partial<Offer> & Partial<Pick<CatalogueOffer, 'standing' | 'freshness'>>;

/** An offer that says as little as it may, and what is said here. */
export function offer(id: string, { standing, freshness, ...data }: OfferPart = {}): CatalogueOffer {
  const whole = { ...base, ...data };
  return {
    ...entry('offers', id, whole),
    revision: '000000000000',
    standing: standing ?? 'active',
    freshness: freshness ?? 'fresh',
    towns: expandToTowns(whole.service_area, new Map(Object.entries(places))),
  };
}

const term = (id: string, fields: readonly string[]): Term => ({
  id,
  label: { de: id },
  mapsTo: fields.length > 0 ? { 'fields-of-action': fields } : {},
  synonyms: {},
});

const terms = (mapsTo: Readonly<Record<string, readonly string[]>>): Map<string, Term> =>
  new Map(Object.entries(mapsTo).map(([id, fields]) => [id, term(id, fields)]));

/** Three towns, two of them in a district, four topics in two fields of action; everything else is said by the test. */
export function catalogueOf(offers: Readonly<Record<string, OfferPart>>, rest: Partial<Catalogue> = {}): Catalogue {
  const sample = {
    today,
    site: {
      title: { de: 'Probe' },
      languages: ['de', 'de-simple', 'ar', 'uk'],
      source_language: 'de',
      region: 'land',
      publisher: { name: 'Kreis' },
      base_path: '/',
      time_zone: 'Europe/Berlin',
      country: 'DE',
      state: 'NW',
      page_size: 24,
      review_grace: 2,
      school_holidays: [],
      featured_topics: [],
      needs: { minimum: 5 },
      status_page: true,
      offline: true,
      gaps: { matrices: [{ rows: 'topic', columns: 'town' }] },
      horizon: 6,
    },
    languages: ['de', 'de-simple', 'ar', 'uk'],
    vocabularies: {
      'fields-of-action': terms({ arrival: [], language: [] }),
      topics: terms({
        advice: ['arrival'],
        forms: ['arrival'],
        german: ['language'],
        meeting: ['arrival', 'language'],
      }),
      'target-groups': terms({ adults: [], women: [], children: [] }),
      'residence-status': terms({}),
      'everyday-words': terms({}),
      'life-situations': terms({}),
      glossary: terms({}),
    },
    places: entries('places', places),
    organisations: entries('organisations', organisations),
    offers: new Map(Object.entries(offers).map(([id, part]) => [id, offer(id, part)])),
    pages: new Map(),
    networks: new Map(),
    events: new Map(),
    editions: new Map(),
    goals: new Map(),
    measures: new Map(),
    indicators: new Map(),
    guidelines: new Map(),
    needs: new Map(),
    funding: new Map(),
    guides: new Map(),
    emergency: [],
    targets: [],
    searches: [],
    snapshots: [],
    texts: new Map(),
    ...rest,
  };
  return sample as Catalogue;
}

export const matrixOf = (catalogue: Catalogue, rows: DimensionId, columns: DimensionId): Matrix =>
  matrixWithNeeds(catalogue, rows, columns).matrix;
