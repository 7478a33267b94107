import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue, CatalogueOffer } from '../../../src/model/catalogue.ts';
import { buildIndex, type FileSizes } from '../../../src/search/build-index.ts';
import { searchInputFor } from '../../../src/search/documents.ts';
import { SearchCache } from '../../../src/search/search-cache.ts';
import { makeModel, makeOffer, makeTranslation } from '../pages/small-catalogue.ts';

/** So small that a few offers fall into many files. */
const tiny: FileSizes = { plain: 0, shard: 60, largeTerm: 60, dictionary: 60, facets: 30, cards: 2 };

const interfaceTexts = (): ReadonlyMap<string, string> => new Map([['enum.type.meeting-point', 'Treffpunkt']]);

/** The files of all languages, and how many cards were made for them. */
function build(
  catalogue: Catalogue,
  cache: SearchCache,
  languages = catalogue.languages,
): { files: Map<string, Uint8Array>; cards: number } {
  let cards = 0;
  const files = languages.flatMap((lang) => {
    const input = searchInputFor(
      catalogue,
      lang,
      ({ id, data }) => {
        cards += 1;
        return { id, title: data.title, town: catalogue.places.get('brinkenau')?.data.name, lang };
      },
      { interfaceTexts, cache },
    );
    return [...buildIndex(input, tiny, cache)];
  });
  return { files: new Map(files), cards };
}

/** What a process has left for the next, by name. */
type Parts = Map<string, Uint8Array>;

/** Leaves what has changed; its names. */
function leave(cache: SearchCache, left: Parts): string[] {
  const changed = [...cache.lasting!.pack()];
  for (const [part, bytes] of changed) {
    if (bytes) left.set(part, bytes);
    else left.delete(part);
  }
  return changed.map(([part]) => part);
}

/** Compared much faster than arrays of bytes are. */
const contentsOf = (files: ReadonlyMap<string, Uint8Array>): Map<string, string> =>
  new Map(Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));

const words = 'Sprachkurs Kurs Kinderbetreuung Kind Wohnung Wohnungen Café E-Mail für und'.split(' ');
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

/** One thing that somebody does to the content. */
type Edit = (catalogue: Catalogue) => Catalogue;

const withOffer = (
  catalogue: Catalogue,
  name: string,
  change: (offer: CatalogueOffer) => CatalogueOffer,
): Catalogue => {
  const offer = catalogue.offers.get(name) ?? makeOffer(name);
  return { ...catalogue, offers: new Map([...catalogue.offers, [name, change(offer)]]) };
};
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(id, text).map(
    ([name, title]): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({ ...offer, data: { ...offer.data, title } })),
  ),
  fc.tuple(id, text).map(
    ([name, body]): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({ ...offer, body })),
  ),
  fc.tuple(id, fc.constantFrom('en', 'ar'), text).map(
    ([name, lang, title]): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({
          ...offer,
          translations: new Map([...offer.translations, [lang, makeTranslation({ title })]]),
        })),
  ),
  id.map(
    (name): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({ ...offer, translations: new Map() })),
  ),
  id.map(
    (name): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({ ...offer, standing: 'ended' })),
  ),
  fc.tuple(id, fc.constantFrom('german', 'health')).map(
    ([name, topic]): Edit =>
      (now) =>
        withOffer(now, name, (offer) => ({ ...offer, data: { ...offer.data, topics: [topic] } })),
  ),
  id.map((name): Edit => (now) => ({
    ...now,
    offers: new Map([...now.offers].filter(([known]) => known !== name)),
  })),
  text.map((name): Edit => (now) => {
    const town = now.places.get('brinkenau')!;
    return { ...now, places: new Map([...now.places, ['brinkenau', { ...town, data: { ...town.data, name } }]]) };
  }),
  text.map((label): Edit => (now) => {
    const topics = new Map(now.vocabularies.topics);
    topics.set('german', { ...topics.get('german')!, label: { de: label } });
    return { ...now, vocabularies: { ...now.vocabularies, topics } };
  }),
  fc.constantFrom('2026-11-22', '2026-12-24').map((today): Edit => (now) => ({ ...now, today })),
);

const first = makeModel(
  ['a', 'b', 'c', 'd'].map((name, number) => makeOffer(name, { title: `${words[number]} ${name}` })),
).catalogue;

describe('a build with what earlier builds have left', () => {
  it('gives the bytes of a build from nothing, after any edits', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const cache = new SearchCache({ remembers: true });
        let now = first;
        build(now, cache);
        for (const change of edits) {
          // As if it were read anew: nothing is the same object.
          now = structuredClone(change(now));
          cache.startRound();
          expect(contentsOf(build(now, cache).files)).toEqual(
            contentsOf(build(structuredClone(now), new SearchCache()).files),
          );
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 12) },
    );
  });

  it('gives them in processes of their own, too, each of which knows what the last one has packed', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let now = first;
        const left: Parts = new Map();
        for (const change of [(same: Catalogue) => same, ...edits]) {
          now = structuredClone(change(now));
          const cache = SearchCache.lasting((part) => left.get(part));
          cache.startRound();
          expect(contentsOf(build(now, cache).files)).toEqual(
            contentsOf(build(structuredClone(now), new SearchCache()).files),
          );
          leave(cache, left);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 12) },
    );
  });

  it('knows after a build that was broken off what the whole one before it knew', () => {
    const cache = new SearchCache({ remembers: true });
    const whole = (): number => {
      cache.beginRound();
      const { cards } = build(first, cache);
      cache.endRound();
      return cards;
    };
    expect(whole()).toBeGreaterThan(0);
    for (let round = 0; round < 2; round += 1) {
      cache.beginRound();
      build(first, cache, first.languages.slice(0, 1));
    }
    expect(whole()).toBe(0);
  });

  it('makes in another process only the languages in which something has changed', () => {
    const process = (catalogue: Catalogue, before: Parts = new Map()) => {
      const left = new Map(before);
      const cache = SearchCache.lasting((part) => left.get(part));
      cache.startRound();
      const made = build(catalogue, cache);
      return { ...made, left, changed: leave(cache, left) };
    };
    const before = process(first);
    const same = process(structuredClone(first), before.left);
    expect(same.cards).toBe(0);
    expect(same.changed).toEqual([]);
    const translated = withOffer(structuredClone(first), 'b', (offer) => ({
      ...offer,
      translations: new Map([['ar', makeTranslation({ title: 'دورة' })]]),
    }));
    // The edited offer's card for each language, to see whether it has changed; the others' are known.
    const after = process(translated, before.left);
    expect(after.cards).toBe(3);
    expect(after.changed.sort()).toEqual(['ar', 'ar-documents', 'main']);
    expect(contentsOf(after.files)).toEqual(contentsOf(build(translated, new SearchCache()).files));
    for (const part of ['main', 'ar', 'ar-documents']) {
      const bytes = before.left.get(part)!;
      const odd = Uint8Array.from(bytes);
      odd[odd.length - 1]! ^= 1;
      for (const useless of [odd, odd.subarray(0, 30), undefined]) {
        const left = new Map(before.left);
        if (useless) left.set(part, useless);
        else left.delete(part);
        const again = process(translated, left);
        if (part === 'main') expect(again.cards).toBe(4 * 3);
        expect(contentsOf(again.files)).toEqual(contentsOf(after.files));
        expect(contentsOf(process(structuredClone(first), again.left).files)).toEqual(contentsOf(before.files));
      }
    }
  });

  it('begins its numbers of words anew when most of them stand nowhere any more', () => {
    const left: Parts = new Map();
    const process = (catalogue: Catalogue) => {
      const cache = SearchCache.lasting((part) => left.get(part));
      cache.startRound();
      const { files } = build(catalogue, cache);
      const { size } = cache.lexicon;
      leave(cache, left);
      return { files, size };
    };
    const crowded = withOffer(structuredClone(first), 'b', (offer) => ({
      ...offer,
      body: Array.from({ length: 12_000 }, (_, number) => `wort${number}`).join(' '),
    }));
    const before = process(structuredClone(first));
    expect(process(structuredClone(crowded)).size).toBeGreaterThan(12_000);
    const after = process(structuredClone(first));
    expect(contentsOf(after.files)).toEqual(contentsOf(before.files));
    expect(after.size).toBeLessThan(before.size + 100);
  });

  it('leaves nothing of a language that the site has no more', () => {
    const left: Parts = new Map();
    for (const languages of [first.languages, first.languages.slice(0, -1)]) {
      const cache = SearchCache.lasting((part) => left.get(part));
      build(first, cache, languages);
      leave(cache, left);
    }
    const gone = first.languages.at(-1)!;
    expect([...left.keys()].filter((part) => part.startsWith(gone))).toEqual([]);
    expect(left.has(first.languages[0]!)).toBe(true);
  });

  it('packs no file in another process whose content is as it was', () => {
    const content = new TextEncoder().encode('cards of two offers');
    const left: Parts = new Map();
    const process = (hash: string) => {
      const cache = SearchCache.lasting((part) => left.get(part));
      cache.startRound();
      let made = 0;
      const files = cache.index({ language: 'de', documents: [], concepts: [], hash }, '', () => {
        const file = cache.packed(content, () => {
          made += 1;
          return Uint8Array.of(1, 2, 3);
        });
        return new Map([['manifest', Uint8Array.of(hash.length)], ...(hash === '' ? [] : [['file', file] as const])]);
      });
      leave(cache, left);
      return { made, file: [...(files.get('file') ?? [])] };
    };
    expect(process('a')).toEqual({ made: 1, file: [1, 2, 3] });
    expect(process('a')).toEqual({ made: 0, file: [1, 2, 3] });
    expect(process('bb')).toEqual({ made: 0, file: [1, 2, 3] });
    // Not in the last index, not known any more.
    process('');
    expect(process('c').made).toBe(1);
  });

  it('makes again only what an edited offer is in', () => {
    const cache = new SearchCache({ remembers: true });
    const before = build(first, cache);
    expect(before.cards).toBe(4 * 3);
    cache.startRound();
    const edited = withOffer(structuredClone(first), 'b', (offer) => ({ ...offer, body: 'Neu.' }));
    expect(build(edited, cache).cards).toBe(3);
    cache.startRound();
    const translated = withOffer(structuredClone(edited), 'b', (offer) => ({
      ...offer,
      translations: new Map([['ar', makeTranslation({ title: 'دورة' })]]),
    }));
    const after = build(translated, cache);
    const last = build(edited, new SearchCache()).files;
    const changed = [...after.files.keys()].filter((name) => !last.has(name));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((name) => !name.startsWith('search/ar/'))).toEqual([]);
  });

  it('shares texts between languages, and remembers nothing else unless it is told to', () => {
    const cache = new SearchCache();
    const { files, cards } = build(first, cache);
    expect(files).toEqual(build(first, new SearchCache({ remembers: true })).files);
    expect(build(first, cache).cards).toBe(cards);
  });

  it('makes nothing again where nothing has changed', () => {
    const cache = new SearchCache({ remembers: true });
    const before = build(first, cache).files;
    cache.startRound();
    const again = build(structuredClone(first), cache);
    expect(again.cards).toBe(0);
    for (const [name, bytes] of before) expect(again.files.get(name)).toBe(bytes);
  });

  it('takes no card of a build whose cards were made from something else', () => {
    const cache = new SearchCache({ remembers: true });
    const cards = (cardsFrom: string) =>
      searchInputFor(structuredClone(first), 'de', () => cardsFrom, { interfaceTexts, cache, cardsFrom }).documents.map(
        ({ card }) => card,
      );
    cards('/');
    cache.startRound();
    expect(new Set(cards('/town/'))).toEqual(new Set(['/town/']));
  });
});
