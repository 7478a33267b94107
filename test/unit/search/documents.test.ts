import { describe, expect, it } from 'vitest';
import type { CatalogueOffer } from '../../../src/model/catalogue.ts';
import { buildIndex } from '../../../src/search/build-index.ts';
import { searchInputFor } from '../../../src/search/documents.ts';
import { openCatalogueSearch, type CatalogueSearch } from '../../../src/search/query.ts';
import type { SearchDocument, SearchInput } from '../../../src/search/search-document.ts';
import { makeModel, makeOffer, makeTranslation } from '../pages/small-catalogue.ts';
import { idsOf } from './town.ts';

const interfaceTexts = (lang: string): ReadonlyMap<string, string> =>
  new Map(
    lang === 'de'
      ? [['enum.type.meeting-point', 'Treffpunkt']]
      : lang === 'tr'
        ? [['enum.type.meeting-point', 'buluşma yeri']]
        : [],
  );

const inputFor = (offers: readonly CatalogueOffer[], lang = 'de'): SearchInput =>
  searchInputFor(makeModel(offers).catalogue, lang, ({ id }, language) => `${id} in ${language}`, { interfaceTexts });

const only = (offer: CatalogueOffer, lang?: string): SearchDocument => {
  const [document] = inputFor([offer], lang).documents;
  if (!document) throw new Error('no document');
  return document;
};

async function searchIn(offers: readonly CatalogueOffer[], lang: string): Promise<CatalogueSearch> {
  const files = buildIndex(inputFor(offers, lang));
  return openCatalogueSearch({
    lang,
    fetchShard: (name) => Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
  });
}

const rank = (rest: Parameters<typeof makeOffer>[2]): number => only(makeOffer('a', {}, rest)).rank;
const rankOn = (date: string): number => only(makeOffer('a', { schedule: [{ dates: [date] }] })).rank;
const facetsOf = (...offer: Parameters<typeof makeOffer>): SearchDocument['facets'] => only(makeOffer(...offer)).facets;

describe('searchInputFor', () => {
  it('takes all offers but those that have ended', () => {
    const offers = (['active', 'upcoming', 'paused', 'ended'] as const).map((standing) =>
      makeOffer(standing, {}, { standing }),
    );
    expect(idsOf(inputFor(offers).documents)).toEqual(['active', 'upcoming', 'paused']);
  });

  it('has the reader’s language where there is a translation, else the source in its own', () => {
    const translations = new Map([['ar', makeTranslation({ title: 'مقهى اللغة' })]]);
    const translated = only(makeOffer('cafe', {}, { translations }), 'ar');
    expect(translated.fields.title).toEqual({ value: 'مقهى اللغة', lang: 'ar' });
    expect(translated.fields.summary).toEqual({ value: 'Deutsch sprechen bei Kaffee.', lang: 'de' });
    expect(translated.rank).toBe(only(makeOffer('cafe'), 'ar').rank + 1);
  });

  it('prefers what takes place now and was checked', () => {
    expect(rank({})).toBeGreaterThan(rank({ standing: 'upcoming' }));
    expect(rank({ standing: 'upcoming' })).toBeGreaterThan(rank({ standing: 'paused' }));
    expect(rank({})).toBeGreaterThan(rank({ freshness: 'ask-first' }));
  });

  it('prefers what takes place in the next two weeks, or whenever one asks', () => {
    expect(rankOn('2026-12-01')).toBeGreaterThan(rankOn('2027-05-01'));
    expect(rankOn('2026-12-01')).toBe(rank({}));
  });

  it('leaves addresses and marks of Markdown out of the text', () => {
    const [body] = only(
      makeOffer(
        'a',
        {},
        { body: '# Nähen\n\nBei [uns](https://example.org/kurs) gibt es **Tee**: <https://example.org/x>' },
      ),
    ).fields.body;
    expect(body?.value.split(/\s+/).filter(Boolean)).toEqual(['Nähen', 'Bei', 'uns', 'gibt', 'es', 'Tee', ':']);
  });

  it('carries the card that the caller makes', () => {
    expect(only(makeOffer('a'), 'en').card).toBe('a in en');
  });
});

describe('values to filter by', () => {
  it('are those of the offer', () => {
    const facets = facetsOf(
      'a',
      {
        languages: [
          { code: 'de', kind: 'spoken' },
          { code: 'ar', kind: 'interpreter' },
          { code: 'fa', kind: 'material' },
        ],
        childcare: { available: 'on-request' },
        schedule: [{ days: ['thursday', 'monday'] }, { dates: ['2026-12-05', '2026-12-07'] }],
      },
      { towns: ['brinkenau'], place: { town: 'wolbersheim', protected: false } },
    );
    expect(facets).toMatchObject({
      topic: ['german'],
      town: ['brinkenau', 'wolbersheim'],
      audience: ['everyone'],
      language: ['de', 'ar'],
      day: ['monday', 'thursday', 'saturday'],
      cost: ['free'],
      childcare: ['on-request'],
      step_free: ['yes'],
      registration: ['none'],
      type: ['meeting-point'],
    });
  });

  it('leave out what the offer does not have', () => {
    const facets = facetsOf('a', { accessibility: { step_free: 'unknown' }, childcare: { available: 'no' } });
    expect(facets).toMatchObject({ step_free: [], childcare: [], day: [] });
  });

  it.each([
    [{ min: 'A1', target: 'A2' } as const, ['A1', 'A2']],
    [{ min: 'B1' } as const, ['B1', 'B2', 'C1', 'C2']],
    [{ target: 'literacy' } as const, ['none', 'literacy']],
    [undefined, ['none', 'literacy', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']],
    [{ min: 'B1', target: 'A1' } as const, ['B1']],
  ])('German %j is for readers at %j', (german, levels) => {
    expect(facetsOf('a', { audience: { groups: ['everyone'], ...(german && { german }) } }).german).toEqual(levels);
  });
});

describe('a query in any language', () => {
  const offers = [
    makeOffer('cafe', { languages: [{ code: 'fa', kind: 'spoken' }], schedule: [{ days: ['saturday'] }] }),
    makeOffer('praxis', { title: 'Praxis', topics: ['health'], type: 'counselling' }),
  ];

  it.each([
    ['buluşma', 'cafe', 'kind of offer, Turkish'],
    ['فارسی', 'cafe', 'language of the offer, in itself'],
    ['Persian', 'cafe', 'language of the offer, English'],
    ['суботу', 'cafe', 'weekday, Ukrainian'],
    ['السبت', 'cafe', 'weekday, Arabic'],
    ['health', 'none', 'a label that is only in German'],
    ['Gesundheit', 'praxis', 'topic, German'],
    ['learn german', 'cafe', 'topic, English'],
  ])('%s → %s (%s)', async (query, expected) => {
    for (const lang of ['de', 'en', 'ar']) {
      const search = await searchIn(offers, lang);
      expect((await search.query(query)).hits[0]?.id ?? 'none', lang).toBe(expected);
    }
  });

  it('finds an offer by who runs it and where it is', async () => {
    const search = await searchIn(offers, 'de');
    expect((await search.query('Verein')).total).toBe(2);
    expect((await search.query('Brinkenau')).total).toBe(2);
  });
});

describe('everyday words', () => {
  const word = (id: string, label: Record<string, string>, topics: string[]) =>
    [id, { id, label, synonyms: {}, mapsTo: { topics } }] as const;
  const words = new Map([
    word('knitting', { de: 'Stricken', uk: 'плетіння' }, ['german']),
    word('weaving', { de: 'Weben', uk: 'ткацтво' }, ['german']),
    word('free', { de: 'umsonst', tr: 'bedava' }, []),
  ]);
  async function searchWith(offers: readonly CatalogueOffer[], lang: string): Promise<CatalogueSearch> {
    const { catalogue } = makeModel(offers);
    const vocabularies = { ...catalogue.vocabularies, 'everyday-words': words };
    const input = searchInputFor({ ...catalogue, vocabularies }, lang, ({ id }) => id, {
      interfaceTexts,
    });
    const files = buildIndex(input);
    return openCatalogueSearch({
      lang,
      fetchShard: (name) => Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
    });
  }
  const offers = [
    makeOffer('a-talk', { title: 'Sprachcafé' }),
    makeOffer('b-knit', { title: 'Wir stricken' }),
    makeOffer('c-health', { title: 'Sprechstunde', topics: ['health'] }),
  ];

  it('find the offers that say them, in whatever language one asks', async () => {
    for (const lang of ['de', 'en', 'ar']) {
      const search = await searchWith(offers, lang);
      expect(idsOf(await search('плетіння'))[0], lang).toBe('b-knit');
    }
  });

  it('lead to their topic where no offer says them', async () => {
    const search = await searchWith(offers, 'de');
    expect(new Set(idsOf(await search('ткацтво')))).toEqual(new Set(['a-talk', 'b-knit']));
  });

  it('lead to their topic, too, where an offer says them only in passing', async () => {
    const passing = [
      makeOffer('a-talk', { title: 'Sprachcafé' }),
      makeOffer('b-aside', { topics: ['health'] }, { body: 'Eine Frau kann weben.' }),
    ];
    const search = await searchWith(passing, 'de');
    expect(idsOf(await search('ткацтво')).sort()).toEqual(['a-talk', 'b-aside']);
  });

  it('name what costs nothing by its facts, not by its text', async () => {
    const costly = makeOffer('b-costly', { title: 'Nichts ist umsonst', cost: { kind: 'paid' } });
    const search = await searchWith([makeOffer('a-gift'), costly], 'de');
    expect(idsOf(await search('bedava'))).toEqual(['a-gift']);
  });
});

describe('an offer', () => {
  it('comes first in the town where it takes place, before what only serves that town', async () => {
    const search = await searchIn(
      [
        makeOffer(
          'a-serves',
          {},
          { towns: ['brinkenau', 'wolbersheim'], place: { town: 'wolbersheim', protected: false } },
        ),
        makeOffer(
          'b-is-there',
          {},
          { towns: ['brinkenau', 'wolbersheim'], place: { town: 'brinkenau', protected: false } },
        ),
      ],
      'de',
    );
    expect(idsOf(await search('Brinkenau'))).toEqual(['b-is-there', 'a-serves']);
    expect(idsOf(await search('Wolbersheim'))).toEqual(['a-serves', 'b-is-there']);
  });
});
