import { describe, expect, it } from 'vitest';
import { SearchFiles } from '../../../src/search/files.ts';
import { fileName } from '../../../src/search/manifest.ts';
import type { FirstAnswer } from '../../../src/search/open-search.ts';
import { openCatalogueSearch } from '../../../src/search/query.ts';
import { idsOf, offers, openTown, document, text } from './town.ts';

describe('openCatalogueSearch', () => {
  it('answers a call, and carries the same under a name', async () => {
    const { search } = await openTown();
    expect(idsOf(await search('Wohnungsberatung'))).toEqual(['wohnungsberatung']);
    expect(await search.search('Wohnungsberatung')).toEqual(await search('Wohnungsberatung'));
  });

  it('asks for the manifest first, then only for files that the manifest names', async () => {
    const { search, asked, files } = await openTown();
    expect(asked).toEqual(['search/de/manifest.json']);
    await search.query('Kurs');
    expect(asked.every((name) => files.has(name))).toBe(true);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks for small talk only where there is more than one word', async () => {
    const { search, asked } = await openTown();
    await search.query('Kurs');
    expect(asked.some((name) => name.includes('/smalltalk-'))).toBe(false);
    await search.query('ein Kurs');
    expect(asked.some((name) => name.includes('/smalltalk-'))).toBe(true);
  });

  it('leaves out what people say around their need, as long as anything else is said', async () => {
    const { search } = await openTown([...offers, document('heute', 'Heute und immer', { group: 'other' })]);
    expect(idsOf(await search('ich brauche heute noch eine Wohnung'))).toEqual(['wohnungsberatung']);
    expect(idsOf(await search('heute immer'))).toEqual(['heute']);
  });

  it('asks for no cards once a newer question has come in, even where all else is in memory', async () => {
    const { search, asked } = await openTown();
    await search('Kurs');
    const overtaken = new AbortController();
    const answer = search.query('Kurs', {}, { facets: [], signal: overtaken.signal });
    setTimeout(() => overtaken.abort());
    await expect(answer).rejects.toThrow('abort');
    expect(asked.some((name) => name.includes('/cards-'))).toBe(false);
  });

  it('reads files from whatever fetch gives: bytes, a buffer, a response, and text for the manifest', async () => {
    const { files } = await openTown();
    const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(files.get(name) ?? []);
    const ways = [
      (name: string) => Promise.resolve(bytesOf(name).buffer),
      (name: string) => Promise.resolve(new Response(bytesOf(name))),
      (name: string) =>
        Promise.resolve(name.endsWith('.json') ? new TextDecoder().decode(bytesOf(name)) : bytesOf(name)),
    ];
    for (const fetchShard of ways) {
      const search = await openCatalogueSearch({ lang: 'de', fetchShard });
      expect(idsOf(await search('Sprachcafé'))[0]).toBe('sprachcafe');
    }
  });

  it('says which file could not be loaded, and asks for it again at the next query', async () => {
    const { files } = await openTown();
    let offline = false;
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: (name) =>
        offline
          ? Promise.resolve(new Response(null, { status: 503 }))
          : Promise.resolve(files.get(name) ?? new Uint8Array()),
    });
    offline = true;
    await expect(search.query('Kurs')).rejects.toMatchObject({
      name: 'SearchLoadError',
      file: expect.stringMatching(/^search\/de\//),
    });
    offline = false;
    expect((await search.query('Kurs')).total).toBeGreaterThan(0);
  });

  it('survives one failed request unnoticed', async () => {
    const { files } = await openTown();
    const failed = new Set<string>();
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: (name) => {
        if (failed.has(name)) return Promise.resolve(files.get(name) ?? new Uint8Array());
        failed.add(name);
        return Promise.reject(new Error('dead spot'));
      },
    });
    expect((await search.query('Kurs')).total).toBeGreaterThan(0);
  });

  it('finds its way when the site was built anew in the meantime', async () => {
    const { files } = await openTown();
    let current = files;
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: (name) => Promise.resolve(current.get(name) ?? new Response(null, { status: 404 })),
    });
    current = (await openTown([document('neu', 'Kursbörse')])).files;
    expect(idsOf(await search('Kurs'))).toEqual(['neu']);
    expect((await search.query('Kursbörse')).hits[0]?.card).toMatchObject({ title: 'Kursbörse' });
  });

  it('refuses an index of another format', async () => {
    const { files } = await openTown();
    const manifest = JSON.parse(new TextDecoder().decode(files.get('search/de/manifest.json'))) as Record<
      string,
      unknown
    >;
    await expect(
      openCatalogueSearch({
        lang: 'de',
        fetchShard: () => Promise.resolve(JSON.stringify({ ...manifest, format: 99 })),
      }),
    ).rejects.toMatchObject({
      name: 'SearchLoadError',
    });
  });

  describe('while cards are still being loaded', () => {
    const courses = Array.from({ length: 20 }, (_, number) => document(`kurs-${number}`, `Kurs ${number}`));

    /** A town whose cards come when told to, file by file. */
    const slowly = async () => {
      const { files } = await openTown(courses);
      const waiting: (() => void)[] = [];
      const search = await openCatalogueSearch({
        lang: 'de',
        fetchShard: async (name) => {
          if (name.includes('/cards-')) await new Promise<void>((resolve) => waiting.push(resolve));
          return files.get(name) ?? Promise.reject(new Error(name));
        },
      });
      const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
      const come = async (count: number): Promise<void> => {
        for (const resolve of waiting.splice(0, count)) resolve();
        await settle();
      };
      return { search, settle, come };
    };

    it('gives the first hits ahead of the others', async () => {
      const { search, settle, come } = await slowly();
      const told: FirstAnswer[] = [];
      const answer = search.query('Kurs', {}, { limit: 20, facets: [], onFirst: (first) => told.push(first) });
      await settle();
      await come(1);
      expect(told).toEqual([]);
      await come(1);
      expect(told).toHaveLength(1);
      await come(20);
      const { hits, total, terms } = await answer;
      expect(hits).toHaveLength(20);
      expect(told).toEqual([expect.objectContaining({ total, terms, isTooShort: false })]);
      expect(told[0]?.hits).toHaveLength(4);
      expect(hits.slice(0, 4)).toMatchObject(told[0]?.hits ?? []);
    });

    it('gives none ahead where all are there, where somebody newer has asked, and where a suggestion may follow', async () => {
      const { search, settle, come } = await slowly();
      const told: FirstAnswer[] = [];
      const options = { limit: 20, facets: [], onFirst: (first: FirstAnswer) => told.push(first) };
      const overtaken = new AbortController();
      const answer = search.query('Kurs', {}, { ...options, signal: overtaken.signal });
      const refused = expect(answer).rejects.toThrow('abort');
      await settle();
      overtaken.abort();
      await come(20);
      await refused;
      expect((await search.query('Kurs', {}, options)).hits).toHaveLength(20);

      const other = await slowly();
      const mistyped = other.search.query('Kuurs', {}, options);
      await other.settle();
      await other.come(3);
      await other.come(20);
      expect((await mistyped).suggestion).toBe('Kurs');
      expect(told).toEqual([]);
    });
  });

  it('stops a query whose signal is aborted', async () => {
    const { search } = await openTown();
    const controller = new AbortController();
    const answer = search.query('Kurs', {}, { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what is found', () => {
  const finds: [query: string, first: string, why: string][] = [
    ['Kurs', 'deutschkurs-frauen', 'a part of a compound'],
    ['Sprachkurse', 'deutschkurs-frauen', 'another form'],
    ['Betreuung', 'deutschkurs-frauen', 'a part of a compound in the summary'],
    ['deutschkus', 'deutschkurs-frauen', 'a letter missing'],
    ['Aerzte', 'arztliste', 'umlauts typed as two letters'],
    ['ARZT', 'arztliste', 'capitals, singular'],
    ['wohn', 'wohnungsberatung', 'a beginning'],
    ['Wo finde ich eine Wohnung?', 'wohnungsberatung', 'a question'],
    ['krank', 'arztliste', 'an everyday word'],
    ['شقة', 'wohnungsberatung', 'Arabic'],
    ['الشقه', 'wohnungsberatung', 'Arabic with article and another last letter'],
    ['квартиру', 'wohnungsberatung', 'Ukrainian, accusative'],
    ['KİRALIK', 'wohnungsberatung', 'Turkish capitals'],
    ['kiralik', 'wohnungsberatung', 'Turkish on a foreign keyboard'],
  ];
  it.each(finds)('%s → %s (%s)', async (query, first) => {
    for (const lang of ['de', 'ar', 'uk', 'ti']) {
      const { search } = await openTown(offers, lang);
      expect((await search.query(query)).hits[0]?.id, lang).toBe(first);
    }
  });

  it('puts the word itself before its beginning, and that before a mistyped one', async () => {
    const { search } = await openTown([
      document('c', 'Nahverkehr'),
      document('b', 'Nähkursus'),
      document('a', 'Nähkurs'),
    ]);
    expect(idsOf(await search('nähkurs'))).toEqual(['a', 'b']);
    expect(idsOf(await search('nahkrus'))[0]).toBe('a');
  });

  it('puts offers with all words before those with one', async () => {
    const { search } = await openTown([
      document('only-deutsch', 'Deutsch Deutsch Deutsch'),
      document('both', 'Abendtermin', {
        body: [text('Hier lernen Frauen zusammen Deutsch und noch vieles andere mehr.')],
      }),
    ]);
    expect(idsOf(await search('Deutsch Frauen'))[0]).toBe('both');
  });

  it('prefers the higher rank where texts are equal, and the own town', async () => {
    const twins = ['x', 'y', 'z'].map((id, rank) => document(id, 'Spieletreff', { rank, facets: { town: [id] } }));
    const { search } = await openTown(twins);
    expect(idsOf(await search('Spieletreff'))).toEqual(['z', 'y', 'x']);
    expect(idsOf(await search('Spieletreff', {}, { town: 'x' }))[0]).toBe('x');
  });

  it('explains each hit by word, kind and field', async () => {
    const { search } = await openTown();
    const [hit] = await search('Kurs');
    expect(hit?.matches).toContainEqual({ word: 'kurs', kind: 'exact', term: 'kurs', fields: ['parts'] });
    expect((await search('krank'))[0]?.matches).toContainEqual({
      word: 'krank',
      kind: 'concept',
      term: 'topic/health',
      fields: ['topics'],
    });
  });

  it('takes nothing in a query for a command', async () => {
    const { search } = await openTown();
    for (const query of [
      '10:30 Uhr',
      'Kita:',
      '*',
      '+',
      '-Kurs',
      'a~9',
      '__proto__',
      'title:',
      '"',
      '\u0000',
      '#topic/german',
      '😀',
      'İ'.repeat(300),
    ]) {
      await expect(search.query(query), query).resolves.toBeDefined();
    }
    expect((await search.query('-Kurs')).hits[0]?.id).toBe('deutschkurs-frauen');
  });
});

describe('one page of an answer', () => {
  it('has its cards, the number of all hits, and begins where it is told to', async () => {
    const { search } = await openTown();
    const { total, hits } = await search.query('', {}, { offset: 1, limit: 2 });
    expect(total).toBe(4);
    expect(hits).toHaveLength(2);
    const all = await search('');
    expect(idsOf(hits)).toEqual(idsOf(all).slice(1, 3));
    expect(hits[0]?.card).toEqual(offers.find(({ id }) => id === hits[0]?.id)?.card);
  });

  it('lists everything until enough is typed to look for', async () => {
    const { search } = await openTown();
    for (const query of ['', ' ', '?', 'd', 'xq']) expect((await search.query(query)).total, query).toBe(4);
  });

  it('says where all offers stand there only because too little was typed', async () => {
    const { search } = await openTown();
    for (const query of ['?', 'd', 'xq']) expect((await search.query(query)).isTooShort, query).toBe(true);
    for (const query of ['', ' ', 'Kurs', 'xqzzt']) expect((await search.query(query)).isTooShort, query).toBe(false);
  });

  it('keeps only so many files in memory, those used last', async () => {
    const { files } = await openTown();
    const asked: string[] = [];
    const loaded = await SearchFiles.open('de', (name) => {
      asked.push(name);
      return Promise.resolve(files.get(name) ?? files.get(fileName(loaded.manifest, 'cards', 0)) ?? new Uint8Array());
    });
    const load = (number: number) => loaded.load('cards', number, (bytes) => bytes.length);
    for (let number = 0; number < 200; number++) await load(number);
    await load(0);
    await load(200);
    asked.length = 0;
    await load(0);
    expect(asked).toEqual([]);
    await load(1);
    expect(asked).toEqual([fileName(loaded.manifest, 'cards', 1)]);
  });

  it('suggests how a mistyped word is spelt, and leaves the rest of the query as it was', async () => {
    const { search } = await openTown();
    expect((await search.query('Gibt es hier ein Sprachcfae?')).suggestion).toBe('Gibt es hier ein Sprachcafé?');
    expect(await search.query('Sprachcafé')).not.toHaveProperty('suggestion');
  });

  it('offers topics where the words find nothing', async () => {
    const { search } = await openTown();
    const { total, hits, relaxed } = await search.query('xqzzt');
    expect({ total, hits }).toEqual({ total: 0, hits: [] });
    expect(relaxed?.topics[0]).toBe('german');
    expect(relaxed?.without).toEqual([]);
  });

  it('names the filter that stands in the way, and what would be found without it', async () => {
    const { search } = await openTown();
    const { total, relaxed } = await search.query('Wohnung', { town: ['lindenau'], cost: ['free'] });
    expect(total).toBe(0);
    expect(relaxed?.without).toEqual(['town']);
    expect(idsOf(relaxed?.hits ?? [])).toEqual(['wohnungsberatung']);
  });
});

describe('filters and their counts', () => {
  it('joins values of one key and narrows by several keys', async () => {
    const { search } = await openTown();
    expect(new Set(idsOf(await search('', { town: ['lindenau', 'erlensee'], cost: ['paid'] })))).toEqual(
      new Set(['sprachcafe']),
    );
    expect(await search('', { town: ['nowhere'] })).toEqual([]);
    expect(await search('', { nonsense: ['x'] })).toEqual([]);
    expect(await search('', { town: [] })).toHaveLength(4);
  });

  it('keeps to the filter also with words', async () => {
    const { search } = await openTown();
    expect(idsOf(await search('Deutsch', { cost: ['paid'] }))).toEqual(['sprachcafe']);
  });

  it('counts each value under the choices in the other facets, not those in its own', async () => {
    const { search } = await openTown();
    const { facets } = await search.query('', { town: ['lindenau'], cost: ['free'] });
    expect(facets.town).toEqual({ lindenau: 2, erlensee: 1 });
    expect(facets.cost).toEqual({ free: 2, paid: 0 });
    expect(facets.topic).toEqual({ german: 1, health: 1, housing: 0 });
  });

  it('counts what the words find, and only the facets asked for', async () => {
    const { search } = await openTown();
    const { facets } = await search.query('Deutsch', {}, { facets: ['cost'] });
    expect(facets).toEqual({ cost: { free: 1, paid: 1 } });
  });

  it('agrees with counting one by one', async () => {
    const documents = Array.from({ length: 300 }, (_, number) =>
      document(`offer-${number}`, number % 3 === 0 ? 'Nähtreff' : 'Lauftreff', {
        facets: { day: [['mo', 'di', 'mi'][number % 3] ?? '', 'so'], town: [`t${number % 7}`] },
      }),
    );
    const { search } = await openTown(documents);
    const { total, facets } = await search.query('Nähtreff', { town: ['t1', 't2'] });
    const left = documents.filter((_, number) => number % 3 === 0);
    expect(total).toBe(left.filter(({ facets: { town } }) => town?.[0] === 't1' || town?.[0] === 't2').length);
    expect(facets.town?.t5).toBe(left.filter(({ facets: { town } }) => town?.[0] === 't5').length);
    expect(facets.day).toEqual({ mo: total, di: 0, mi: 0, so: total });
  });
});
