import type { Catalogue, CatalogueOffer, Translation } from '../../../src/model/catalogue.ts';
import type { Offer } from '../../../src/model/schema.generated.ts';
import { pageContextsOf } from '../../../src/pages/page-contexts.ts';
import { createSiteModel, type SiteModel } from '../../../src/pages/site-model.ts';
import type { PageContext } from '../../../src/views/page-context.ts';
import { networkSettings, noNetworkWork } from '../../support/no-network-work.ts';

const today = '2026-11-22';

const entry = {
  body: '',
  language: 'de',
  translations: new Map<string, Translation>(),
  textHash: '0123456789ab',
  revision: '0123456789ab',
};

const plainOffer: Offer = {
  title: 'Sprachcafé am Hafen',
  summary: 'Deutsch sprechen bei Kaffee.',
  type: 'meeting-point',
  status: 'active',
  organisation: 'verein',
  fields_of_action: ['language'],
  topics: ['german'],
  audience: { groups: ['everyone'] },
  languages: [{ code: 'de', kind: 'spoken' }],
  cost: { kind: 'free' },
  registration: { kind: 'none' },
  delivery: ['on-site'],
  service_area: ['brinkenau'],
  accessibility: { step_free: 'yes' },
  contacts: [{ role: 'Büro', phone: '+49 221 4710123', email: 'buero@example.org' }],
  reviewed: '2026-10-01',
  review_every: 12,
};

/** An offer with what a test says of it. */
export function makeOffer(
  id: string,
  data: Partial<Offer> = {},
  rest: Partial<Omit<CatalogueOffer, 'data' | 'id'>> = {},
): CatalogueOffer {
  return {
    ...entry,
    id,
    file: `offers/${id}.md`,
    data: { ...plainOffer, ...data },
    standing: 'active',
    freshness: 'fresh',
    towns: ['brinkenau'],
    ...rest,
  };
}

/** A translation that a person made of the current text. */
export const makeTranslation = (data: Record<string, unknown>, rest: Partial<Translation> = {}): Translation => ({
  data,
  body: '',
  state: { of: entry.textHash, by: 'human' },
  outdated: false,
  ...rest,
});

const place = (id: string, data: object) =>
  [id, { ...entry, id, file: `places/${id}.md`, data: { kind: 'town', name: id, ...data } }] as const;

const term = (id: string, label: Record<string, string>) =>
  [id, { id, label, icon: 'speech', mapsTo: {}, synonyms: {} }] as const;

/** A catalogue of two towns, one organisation, two topics and the given offers; lists have two offers a page. */
export function makeModel(offers: readonly CatalogueOffer[]): SiteModel {
  const catalogue = {
    today,
    site: {
      title: { de: 'Lotse' },
      languages: ['de', 'en', 'ar'],
      region: 'kreis',
      publisher: { name: 'Kreis Merletal', phone: '+49 221 4710100' },
      source_language: 'de',
      base_path: '/',
      time_zone: 'Europe/Berlin',
      country: 'DE',
      state: 'NW',
      page_size: 2,
      review_grace: 2,
      school_holidays: [],
      featured_topics: [],
      ...networkSettings,
    },
    languages: ['de', 'en', 'ar'],
    vocabularies: {
      topics: new Map([
        term('german', { de: 'Deutsch lernen', en: 'Learn German' }),
        term('health', { de: 'Gesundheit' }),
      ]),
      'target-groups': new Map([term('everyone', { de: 'Alle Menschen', en: 'Everyone' })]),
      'fields-of-action': new Map(),
      'residence-status': new Map(),
      'everyday-words': new Map(),
      'life-situations': new Map(),
      glossary: new Map(),
    },
    places: new Map([place('brinkenau', { name: 'Brinkenau' }), place('wolbersheim', { name: 'Wolbersheim' })]),
    organisations: new Map([
      ['verein', { ...entry, id: 'verein', file: 'organisations/verein.md', data: { name: 'Verein', kind: 'other' } }],
    ]),
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    pages: new Map(),
    texts: new Map(),
    ...noNetworkWork,
  } satisfies Catalogue;
  return createSiteModel(catalogue);
}

const assetNames = [
  'site.css',
  'steering.css',
  'map.css',
  'map.js',
  'embed.css',
  'embed-builder.js',
  'embed-frame.js',
  'design.css',
  'design.js',
  'text-size.js',
  'guide.css',
  'favicon.svg',
  'offer.js',
  'offer-language.js',
  'reading.js',
  'read-aloud.js',
  'offline.js',
  'offline-panel.js',
  'my-list.css',
  'list.js',
  'list-language.js',
  'gaps.js',
  'missing.js',
  'near.js',
  'week.css',
  'week.js',
  'search.js',
  'search-worker.js',
  'search-help.js',
  'datasheet.js',
  'datasheet-check.js',
  'datasheet-proof.js',
  'datasheet-text.js',
  'datasheet-phones.js',
  'datasheet-words-de.js',
  'datasheet-words-en.js',
  'font-arabic.css',
];

/** The context of a page below `/base/`. */
export const makePage = (model: SiteModel, lang: string, path = ''): PageContext =>
  pageContextsOf(model.catalogue, lang, {
    basePath: '/base/',
    siteUrl: 'https://example.org',
    assets: new Map(assetNames.map((name) => [name, `assets/${name}`])),
  })(path);
