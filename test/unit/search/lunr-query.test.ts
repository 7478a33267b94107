import * as fc from 'fast-check';
import lunr from 'lunr';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../../src/search/analyse.ts';
import { buildIndex, type FileSizes } from '../../../src/search/build-index.ts';
import { SearchFiles } from '../../../src/search/files.ts';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { runLunrQuery, type LunrClause } from '../../../src/search/lunr-query.ts';
import { fields } from '../../../src/search/manifest.ts';
import { NameMeanings } from '../../../src/search/name-meanings.ts';
import { orderOf, readDocuments } from '../../../src/search/read-documents.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';
import { Terms } from '../../../src/search/terms.ts';
import { indexWithLunr, spellOut, type LunrData, type SpelledDocument } from './lunr-builder.ts';
import { concepts, document, text } from './town.ts';

interface Result {
  readonly ref: string;
  readonly score: number;
}

/**
 * A full lunr index that adds up in the order of sorted terms: terms numbered, and wildcards expanded, in that order.
 * lunr itself numbers by first appearance and promises no order; sums of floats differ in their last bits with it.
 */
function sortedLunr(data: LunrData): lunr.Index {
  const terms = Object.keys(data.invertedIndex).sort();
  const numberOf = new Map(terms.map((term, number) => [data.invertedIndex[term]?.['_index'], number]));
  const invertedIndex = Object.assign(
    Object.create(null) as object,
    Object.fromEntries(
      terms.map((term, number) => [
        term,
        Object.assign(Object.create(null) as object, data.invertedIndex[term], { _index: number }),
      ]),
    ),
  );
  const fieldVectors = Object.fromEntries(
    Object.entries(data.fieldVectors).map(([reference, { elements }]) => {
      const pairs = Array.from(
        { length: elements.length / 2 },
        (_, index) => [numberOf.get(elements[2 * index]) ?? -1, elements[2 * index + 1] ?? 0] as const,
      );
      return [reference, new lunr.Vector(pairs.sort(([a], [b]) => a - b).flat())];
    }),
  );
  const all = tokenSetOf(terms);
  const tokenSet = {
    intersect: (query: lunr.TokenSet) => ({ toArray: () => [...new Set(all.intersect(query).toArray())].sort() }),
  };
  return indexOf({ invertedIndex, fieldVectors, tokenSet });
}

/** lunr as it is. */
function stockLunr(data: LunrData): lunr.Index {
  const terms = Object.keys(data.invertedIndex).sort();
  return indexOf({ ...data, tokenSet: tokenSetOf(terms) });
}

/** Missing from lunr's types. */
const tokenSetOf = (terms: readonly string[]): lunr.TokenSet =>
  (lunr.TokenSet as unknown as { fromArray(terms: readonly string[]): lunr.TokenSet }).fromArray(terms);

const indexOf = (parts: object): lunr.Index =>
  new (lunr.Index as unknown as new (attributes: object) => lunr.Index)({
    ...parts,
    fields: [...fields],
    pipeline: new lunr.Pipeline(),
  });

const presences = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
};

function queryLunr(index: lunr.Index, clauses: readonly LunrClause[]): Result[] {
  return index.query((query) => {
    for (const { term, fields: scope, boost = 1, editDistance, presence = 'optional' } of clauses) {
      query.clause({
        term,
        boost,
        usePipeline: false,
        presence: presences[presence],
        ...(scope && { fields: [...scope] }),
        ...(editDistance !== undefined && { editDistance }),
      } as unknown as lunr.Query.Clause);
    }
  });
}

/** So small that a dozen offers fall into dozens of files. */
const tiny: FileSizes = { plain: 0, shard: 40, largeTerm: 60, dictionary: 30, facets: 10, cards: 2 };

interface Both {
  readonly data: LunrData;
  readonly run: (clauses: readonly LunrClause[]) => Promise<Result[]>;
}

async function open(documents: readonly SearchDocument[], sizes?: FileSizes): Promise<Both> {
  const files = buildIndex({ language: 'de', documents, concepts }, sizes);
  const loaded = await SearchFiles.open('de', (name) =>
    Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
  );
  const terms = new Terms(loaded);
  return {
    data: indexWithLunr(spelledOut(documents)),
    run: async (clauses) => {
      const { found, scores } = await runLunrQuery(clauses, terms, documents.length);
      return found
        .map((number) => ({ ref: String(number), score: scores[number] ?? NaN }))
        .sort((a, b) => b.score - a.score);
    },
  };
}

function spelledOut(documents: readonly SearchDocument[]): SpelledDocument[] {
  const lexicon = new Lexicon();
  const read = readDocuments(documents, 'de', lexicon);
  const names = NameMeanings.read(concepts, lexicon);
  return spellOut(analyse(read, { language: 'de', order: orderOf(read.heads), names }, lexicon).columns, (term) =>
    lexicon.spelling(term),
  );
}

const bare = (results: readonly Result[]): Result[] => results.map(({ ref, score }) => ({ ref, score }));

/** Words that are near each other, begin and end alike, and names that trip up objects used as maps. */
const odd = [
  'constructor toString hasOwnProperty proto 1 10 2026 a1 a2',
  'kurs kurse kursen kurt krus sprachkurs deutschkurs kus ku urs',
  'wohnung wonung wohnungen wohnen ohnung wohnugn',
  "مدرسة المدرسة مدارس квартира квартиру пам'ять ትምህርቲ çocuğu çocuk İş",
  '𐌰𐌱𐌲 𐌰𐌱 𐌱𐌲 a𐌰b ab ba',
].flatMap((line) => line.split(' '));
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ß', 'ه', 'я'), minLength: 1, maxLength: 6 }),
);
const sentence = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { maxLength: most }).map((list) => list.join(' '));
const language = fc.constantFrom('de', 'de-simple', 'en', 'ar', 'tr', 'uk', 'ti');
const texts = (most: number): fc.Arbitrary<ReturnType<typeof text>> =>
  fc.tuple(sentence(most), language).map(([value, lang]) => text(value, lang));
const documents: fc.Arbitrary<SearchDocument[]> = fc
  .array(
    fc.record({
      title: texts(4),
      summary: texts(6),
      body: fc.array(texts(12), { maxLength: 2 }),
      topics: fc.subarray(concepts.map(({ id }) => id)),
      rank: fc.nat(9),
    }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((list) =>
    list.map(({ title, summary, body, topics: about, rank }, number) => ({
      ...document(`offer-${number}`, '', { topics: about, rank }),
      fields: { title, summary, keywords: [], body },
    })),
  );

/** What a clause may ask for: a term of the index mostly, whole, cut, mistyped or with wildcards. */
const clauseFor = (terms: readonly string[]): fc.Arbitrary<LunrClause> => {
  const term = terms.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...terms) }, word) : word;
  const cut = fc.tuple(term, fc.nat(6), fc.nat(6));
  const wild = cut.chain(([whole, from, length]) => {
    const head = whole.slice(0, from + 1);
    const tail = whole.slice(length);
    return fc.constantFrom(
      `${head}*`,
      `*${tail}`,
      `${head}*${whole.slice(-1)}`,
      `*${head}*`,
      `*${head.slice(-1)}*${whole.slice(-1)}*`,
      '*',
    );
  });
  const mistyped = cut.map(([whole, at, which]) => {
    const place = at % (whole.length + 1);
    if (which % 4 === 0) return whole.slice(0, place) + whole.slice(place + 1);
    if (which % 4 === 1) return `${whole.slice(0, place)}x${whole.slice(place)}`;
    if (which % 4 === 2) return `${whole.slice(0, place)}x${whole.slice(place + 1)}`;
    return whole.slice(0, place) + (whole[place + 1] ?? '') + (whole[place] ?? '') + whole.slice(place + 2);
  });
  const shape = fc.oneof(
    term.map((exact) => ({ term: exact })),
    wild.map((pattern) => ({ term: pattern })),
    fc.record({ term: fc.oneof(term, mistyped), editDistance: fc.constantFrom(1, 2) }),
  );
  const extras = fc.record(
    {
      boost: fc.constantFrom(0.2, 0.5, 3, 10),
      presence: fc.constantFrom('optional' as const, 'required' as const, 'prohibited' as const),
      fields: fc.subarray([...fields], { minLength: 1 }),
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(shape, extras)
    .map(([a, b]) => ({ ...b, ...a }))
    .filter(({ term: value }) => value !== '');
};

describe('an index in files', () => {
  it('finds what a full lunr index finds, in its order, with its scores to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), fc.infiniteStream(fc.nat()), async (list, sharded, seeds) => {
        const { data, run } = await open(list, sharded ? tiny : undefined);
        const exact = sortedLunr(data);
        const stock = stockLunr(data);
        const clauses = fc.array(clauseFor(Object.keys(data.invertedIndex)), { minLength: 1, maxLength: 4 });
        const [seed = 0] = seeds.take(1);
        for (const query of fc.sample(clauses, { numRuns: 12, seed })) {
          const found = await run(query);
          expect(found, JSON.stringify(query)).toEqual(bare(queryLunr(exact, query)));
          const asIs = new Map(queryLunr(stock, query).map(({ ref, score }) => [ref, score]));
          expect(asIs.size).toBe(found.length);
          for (const { ref, score } of found) expect(asIs.get(ref)).toBeCloseTo(score, 12);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
  }, 600_000);

  describe('of a whole town', () => {
    const kinds = ['Sprachkurs', 'Beratung', 'Treffpunkt', 'Begleitung', 'Kinderbetreuung', 'Nachhilfe'];
    const audiences = ['Frauen', 'Eltern', 'Jugendliche', 'Senioren', 'Neuzugewanderte'];
    const things = ['Wohnung', 'Arbeit', 'Gesundheit', 'Schule', 'Behörden', 'Anträge', 'Ausbildung'];
    const town = Array.from({ length: 400 }, (_, number) =>
      document(`offer-${number}`, `${kinds[number % 6]} für ${audiences[number % 5]} ${number}`, {
        summary: text(`Hilfe bei ${things[number % 7]} und ${things[(number * 3) % 7]}`),
        body: [text(`${kinds[(number * 5) % 6]} in Raum ${number % 40} mit Frau Muster${number % 90}`)],
        topics: [concepts[number % 3]?.id ?? ''],
      }),
    );
    let both: Both;
    let exact: lunr.Index;
    beforeAll(async () => {
      both = await open(town);
      exact = sortedLunr(both.data);
    });

    it.each<[string, LunrClause[]]>([
      ['a word', [{ term: 'beratung' }]],
      ['a beginning', [{ term: 'muster*' }]],
      ['an ending', [{ term: '*ung' }]],
      ['a middle', [{ term: '*treu*' }]],
      ['one edit', [{ term: 'wonung', editDistance: 1 }]],
      ['one edit at the start', [{ term: 'xeratung', editDistance: 1 }]],
      ['two edits', [{ term: 'beradunk', editDistance: 2 }]],
      [
        'a field',
        [
          { term: 'wohnung', fields: ['title', 'body'] },
          { term: 'frauen', boost: 4 },
        ],
      ],
      [
        'must and must not',
        [{ term: 'sprachkurs', presence: 'required' }, { term: 'frauen', presence: 'prohibited' }, { term: 'schul*' }],
      ],
      ['only must not', [{ term: 'frauen', presence: 'prohibited' }]],
      ['must, unknown', [{ term: 'zzz', presence: 'required' }, { term: 'frauen' }]],
      ['nothing', []],
    ])('%s', async (_, clauses) => {
      expect(await both.run(clauses)).toEqual(bare(queryLunr(exact, clauses)));
    });
  });
});
