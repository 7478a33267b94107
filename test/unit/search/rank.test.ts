import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import { openCatalogueSearch, type CatalogueSearch } from '../../../src/search/query.ts';
import { bestOf } from '../../../src/search/rank.ts';
import type { Concept, SearchDocument } from '../../../src/search/search-document.ts';
import { document, idsOf, text } from './town.ts';

async function open(
  documents: readonly SearchDocument[],
  concepts: readonly Concept[],
  lang = 'de',
): Promise<CatalogueSearch> {
  const files = buildIndex({ language: lang, documents, concepts });
  return openCatalogueSearch({
    lang,
    fetchShard: (name) => Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
  });
}

describe('concepts in a query', () => {
  it('take the words of a phrase that is there in full away from other meanings', async () => {
    const signs = { id: 'signs', names: [text('sign language', 'en')] };
    const course = { id: 'course', names: [text('language course', 'en')] };
    const search = await open(
      [
        document('course', 'Deutsch', { topics: ['course', 'course'] }),
        document('deaf', 'Treff der Gehörlosen', { topics: ['signs'] }),
      ],
      [signs, course],
    );
    const [first, second] = await search('sign language');
    expect(first?.id).toBe('deaf');
    expect(second?.score ?? 0).toBeLessThan((first?.score ?? 0) / 100);
  });

  it('put offers whose heading names the topic before its neighbours, also for who asks in another language', async () => {
    const housing = { id: 'housing', names: [text('Wohnung'), text('квартира', 'uk')] };
    const search = await open(
      [
        document('furniture', 'Möbellager', { topics: ['housing'] }),
        document('search', 'Hilfe bei der Suche: Wohnung', { topics: ['housing'] }),
        document('tenants', 'Mietrecht', { topics: ['housing'] }),
      ],
      [housing],
    );
    expect(idsOf(await search('квартира'))[0]).toBe('search');
  });

  it('count for little where the query has the whole name of another', async () => {
    const search = await open(
      [
        document('computer', 'Einführung', { topics: ['digital'] }),
        document('german', 'Abendgruppe', { topics: ['german'] }),
      ],
      [
        { id: 'german', names: [text('cours d’allemand', 'fr')] },
        { id: 'digital', names: [text('cours d’informatique', 'fr')] },
      ],
      'fr',
    );
    const [first, second] = await search('cours d’allemand');
    expect(first?.id).toBe('german');
    expect(second?.score ?? 0).toBeLessThan((first?.score ?? 0) / 3);
  });

  it('are meant where words name them together, however much each of these says by itself', async () => {
    const search = await open(
      [
        document('therapy', 'Seelische Hilfe', { topics: ['therapy'] }),
        document('men', 'Männertreff', { topics: ['men'] }),
        document('shelter', 'Schutz', { topics: ['violence'] }),
      ],
      [
        { id: 'therapy', names: [text('fear', 'en')] },
        { id: 'men', names: [text('husbands', 'en')] },
        { id: 'violence', names: [text('fear of my husband threatening', 'en'), text('shelter', 'en')] },
      ],
      'en',
    );
    expect(idsOf(await search('my husband is threatening me, I live in fear'))[0]).toBe('shelter');
    expect(idsOf(await search('fear'))[0]).toBe('therapy');
  });

  it('mean first what a word means in the language of the page', async () => {
    const concepts = [
      { id: 'home', names: [text('mal', 'ku')] },
      { id: 'doctor', names: [text('mal', 'fr')] },
    ];
    const documents = [
      document('flat', 'Wohnen', { topics: ['home', 'home'] }),
      document('clinic', 'Praxis', { topics: ['doctor'] }),
    ];
    expect(idsOf(await (await open(documents, concepts, 'fr'))('mal'))[0]).toBe('clinic');
    expect(idsOf(await (await open(documents, concepts, 'ku'))('mal'))[0]).toBe('flat');
  });

  it('are named by a compound as a whole before they are by its parts', async () => {
    const search = await open(
      [
        document('job', 'Stellensuche', { topics: ['work'] }),
        document('debt', 'Haushaltskasse', { topics: ['money'] }),
      ],
      [
        { id: 'work', names: [text('Arbeit')] },
        { id: 'money', names: [text('Arbeitslosengeld')] },
      ],
    );
    expect(idsOf(await search('Arbeitslosengeld'))).toEqual(['debt']);
    expect(idsOf(await search('Arbeit'))).toEqual(['job']);
  });

  it('do not win for being rare where a word means two of them', async () => {
    const common = Array.from({ length: 12 }, (_, number) =>
      document(`course-${number}`, 'Unterricht', { topics: ['german'] }),
    );
    const search = await open(
      [...common, document('passport', 'Antrag', { topics: ['citizen'] })],
      [
        { id: 'german', names: [text('niemiecki', 'pl')] },
        { id: 'citizen', names: [text('paszport niemiecki', 'pl')] },
      ],
      'pl',
    );
    expect(idsOf(await search('niemiecki'))[0]).toMatch(/^course-/);
  });
});

describe('what is preferred', () => {
  it('decides between like matches, and never against a much better one', async () => {
    const search = await open(
      [
        document('late', 'Nähtreff', { rank: 0 }),
        document('soon', 'Nähtreff', { rank: 4 }),
        document('passing', 'Abend', {
          rank: 4,
          body: [text('Wir reden, kochen, lesen, malen; auch ein Nähtreff kommt vor.')],
        }),
      ],
      [],
    );
    expect(idsOf(await search('Nähtreff'))).toEqual(['soon', 'late', 'passing']);
  });

  it('is the reader’s own town where the rest is close', async () => {
    const at = (town: string, rank: number) => document(town, 'Nähtreff', { rank, facets: { town: [town] } });
    const search = await open([at('a', 2), at('b', 0)], []);
    expect(idsOf(await search('Nähtreff'))).toEqual(['a', 'b']);
    expect(idsOf(await search('Nähtreff', {}, { town: 'b' }))).toEqual(['b', 'a']);
  });
});

describe('a word that means too much', () => {
  it('is taken for no more than eight things', async () => {
    const concepts = Array.from({ length: 12 }, (_, number) => ({ id: `sense/${number}`, names: [text('Alles')] }));
    const documents = concepts.map(({ id }, number) =>
      document(id, `Treff ${'abcdefghijkl'[number]}x`, { topics: [id] }),
    );
    const search = await open(documents, concepts);
    expect(await search('Alles')).toHaveLength(8);
  });
});

describe('the best', () => {
  it('are so by score, and by number where scores are equal, however many are wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0.5, 1, 1.5, 7), { maxLength: 90 }),
        fc.func(fc.boolean()),
        fc.nat(70),
        (list, isFound, count) => {
          const scores = Float64Array.from(list);
          const found = [...scores.keys()].filter((number) => isFound(number)).reverse();
          const all = [...found].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
          expect(bestOf(found, scores)).toEqual(all);
          expect(bestOf(found, scores, count)).toEqual(all.slice(0, count));
        },
      ),
    );
  });
});
