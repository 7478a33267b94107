import { describe, expect, it, vi } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import { leadsIn } from '../../../src/search/leads.ts';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { NameMeanings } from '../../../src/search/name-meanings.ts';
import { openCatalogueSearch } from '../../../src/search/query.ts';
import type { Concept } from '../../../src/search/search-document.ts';
import type { Occurrences, Term } from '../../../src/search/shard.ts';
import { document, text } from './town.ts';

const housing: Concept = {
  id: 'housing',
  names: [text('Wohnungen'), text('квартира', 'uk'), text('Dach über dem Kopf'), text('Miete')],
};

describe('placesOfNames', () => {
  it('knows names of one word in the languages of the page, by their stem and their place among the names', () => {
    const lexicon = new Lexicon();
    const names = NameMeanings.read([housing], lexicon);
    expect(names.placesOfNames(['de'], lexicon)).toEqual(
      new Map([
        ['wohnung', 0],
        ['miet', 2],
      ]),
    );
    expect([...names.placesOfNames(['uk'], lexicon).values()]).toEqual([0]);
  });
});

describe('leadsIn', () => {
  const term = (spelling: string, concepts: readonly string[] = [], offers = 0): Term<Occurrences> => ({
    term: spelling,
    fields:
      offers > 0
        ? [
            {
              documents: Uint32Array.from({ length: offers }, (_, number) => number),
              found: new Uint32Array(offers),
            },
          ]
        : [],
    meanings: concepts.map((concept) => ({ concept, weight: 1 })),
  });
  const shards = [
    [term('#housing', [], 3), term('#work', [], 9)],
    [term('#zoo', [], 1)],
    [term('arbeit', ['work']), term('miet', ['housing'])],
    [term('tier', ['zoo', 'work']), term('unknown')],
  ];

  it('lists words with the files where what they mean is', () => {
    const places = new Map([
      ['arbeit', 0],
      ['miet', 1],
      ['tier', 0],
      ['unknown', 0],
    ]);
    expect(leadsIn(shards, places)).toEqual(
      new Map([
        ['arbeit', [0]],
        ['miet', [0]],
        ['tier', [0, 1]],
      ]),
    );
  });

  it('lists no more than the likeliest', () => {
    const words = Array.from({ length: 400 }, (_, number) => `w${number}`);
    const many = [[term('#work', [], 9)], words.map((word) => term(word, ['work']))];
    const listed = [...leadsIn(many, new Map(words.map((word, place) => [word, place]))).keys()];
    expect(listed.length).toBeLessThan(200);
    expect(listed).toContain('w0');
    expect(listed).not.toContain('w399');
  });
});

describe('a name that leads to a concept', () => {
  it('is asked for together with the offers behind it, not before them', async () => {
    const files = buildIndex(
      { language: 'de', documents: [document('offer', 'Treffen', { topics: ['housing'] })], concepts: [housing] },
      { plain: 0, shard: 20, largeTerm: 30, dictionary: 30, facets: 10, cards: 2 },
    );
    const asked: string[] = [];
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: async (name) => {
        asked.push(name);
        if (name.includes('/terms-')) await answered;
        return files.get(name) ?? new Response(null, { status: 404 });
      },
    });
    const found = search.query('Miete', {}, { facets: [] });
    await vi.waitFor(() => expect(asked.filter((name) => name.includes('/terms-')).length).toBeGreaterThan(1));
    const first = [...asked];
    answer();
    expect((await found).total).toBe(1);
    expect(asked.slice(first.length).filter((name) => name.includes('/terms-'))).toEqual([]);
  });
});
