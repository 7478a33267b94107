import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import type { Manifest } from '../../../src/search/manifest.ts';
import { openCatalogueSearch } from '../../../src/search/query.ts';
import { ByteReader } from '../../../src/search/bytes.ts';
import { decodeShard } from '../../../src/search/shard.ts';
import { readSorted } from '../../../src/search/sorted-strings.ts';
import { concepts, document, offers, text } from './town.ts';

const manifestOf = (files: ReadonlyMap<string, Uint8Array>): Manifest =>
  JSON.parse(new TextDecoder().decode(files.get('search/de/manifest.json'))) as Manifest;
const filesOf = (files: ReadonlyMap<string, Uint8Array>, kind: string): Uint8Array[] =>
  [...files].filter(([name]) => name.startsWith(`search/de/${kind}-`)).map(([, bytes]) => inflateRawSync(bytes));

const street = (number: number): string => `Straße${String.fromCharCode(97 + (number % 26))}${number}`;
const many = Array.from({ length: 500 }, (_, number) =>
  document(`offer-${number}`, `Treffpunkt ${street(number)}`, {
    summary: text(`Bei ${street(number * 7)} und ${street(number * 3)} gibt es Kaffee.`),
    group: String(number % 5),
    facets: { town: [`t${number % 4}`] },
  }),
);
const large = buildIndex({ language: 'de', documents: many, concepts });
/** With terms that have files of their own. */
const crowded = buildIndex(
  { language: 'de', documents: many, concepts },
  { plain: 0, shard: 2_000, largeTerm: 1_000, dictionary: 5_000, facets: 12_000, cards: 2 },
);

describe('buildIndex', () => {
  it('gives the same bytes for the same offers, in whatever order they come', () => {
    const again = buildIndex({ language: 'de', documents: [...many].reverse(), concepts });
    expect([...again.keys()]).toEqual([...large.keys()]);
    for (const [name, bytes] of large) expect(again.get(name), name).toEqual(bytes);
  });

  it('names a file anew when what is in it changes, and only then', () => {
    const [first, ...rest] = many;
    const changed = buildIndex({
      language: 'de',
      documents: [{ ...(first ?? document('', '')), card: { changed: true } }, ...rest],
      concepts,
    });
    const gone = [...large.keys()].filter((name) => !changed.has(name));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every((name) => name.includes('/cards-'))).toBe(true);
    expect(gone.length).toBeLessThan([...large.keys()].filter((name) => name.includes('/cards-')).length);
  });

  const fine = { plain: 0, shard: 300, largeTerm: 900, dictionary: 300, facets: 12_000, cards: 2 };
  const finely = buildIndex({ language: 'de', documents: many, concepts }, fine);
  /** After a sentence was added to one offer. */
  const finelyWith = (sentence: string): Map<string, Uint8Array> =>
    buildIndex(
      {
        language: 'de',
        documents: many.map((offer) =>
          offer.id === 'offer-77' ? { ...offer, fields: { ...offer.fields, body: [text(sentence)] } } : offer,
        ),
        concepts,
      },
      fine,
    );

  it('gives new names after an edit to those files of terms only in which the edited offer is', () => {
    const after = finelyWith('Neu mit Quittenbrot.');
    const number = (JSON.parse(Buffer.from(filesOf(after, 'ids')[0] ?? []).toString()) as string[]).indexOf('offer-77');
    const without = [...after.keys()]
      .filter((name) => name.includes('/terms-'))
      .filter((name) =>
        decodeShard(inflateRawSync(after.get(name) ?? new Uint8Array()), manifestOf(after)).every(({ fields }) =>
          fields.every((list) => !list?.documents.includes(number)),
        ),
      );
    expect(without.length).toBeGreaterThan(40);
    expect(without.filter((name) => !finely.has(name))).toEqual([]);
    expect([...finely.keys()].filter((name) => name.includes('/terms-') && !after.has(name)).length).toBeGreaterThan(0);
  });

  it('cuts files after new words where it has cut them before, but for those about the new words', () => {
    const after = finelyWith('Aal, Bär, Dachs, Elster, Frosch, Gans, Hase und Igel: neu ab Montag mit Quittenbrot.');
    for (const kind of ['terms', 'dictionary', 'endings'] as const) {
      const before = readSorted(manifestOf(finely)[kind] ?? '');
      const now = new Set(readSorted(manifestOf(after)[kind] ?? ''));
      expect(before.length).toBeGreaterThan(10);
      expect(before.filter((start) => !now.has(start)).length, kind).toBeLessThan(before.length / 5);
    }
  });

  it('changes only the manifest where only the preference of an offer does: that it takes place soon', () => {
    const [first, ...rest] = many;
    const later = buildIndex({
      language: 'de',
      documents: [{ ...(first ?? document('', '')), rank: 3 }, ...rest],
      concepts,
    });
    expect([...later.keys()]).toEqual([...large.keys()]);
    expect(
      [...later].filter(([name, bytes]) => !Buffer.from(large.get(name) ?? []).equals(bytes)).map(([name]) => name),
    ).toEqual(['search/de/manifest.json']);
  });

  it('puts every term into the file that its spelling leads to, and into no other', () => {
    const { terms, common = '' } = manifestOf(crowded);
    const starts = readSorted(terms);
    const alone = readSorted(common);
    const shards = filesOf(crowded, 'terms').map((bytes) => decodeShard(bytes, manifestOf(crowded)));
    expect(shards.length).toBe(starts.length + alone.length);
    expect(starts.length).toBeGreaterThan(3);
    expect(alone.length).toBeGreaterThan(1);
    expect(shards.slice(starts.length).map((shard) => shard.map(({ term }) => term).join(' '))).toEqual(alone);
    shards.slice(0, starts.length).forEach((shard, number) => {
      for (const { term } of shard) {
        expect(term >= (starts[number] ?? '')).toBe(true);
        if (number + 1 < starts.length) expect(term < (starts[number + 1] ?? '')).toBe(true);
      }
    });
  });

  it('keeps shards near five kilobytes and lists all terms in the dictionary, forwards and backwards', () => {
    const sizes = [...large].filter(([name]) => name.includes('/terms-')).map(([, bytes]) => bytes.length);
    expect(Math.max(...sizes)).toBeLessThan(8_000);
    const terms = filesOf(crowded, 'terms').flatMap((bytes) =>
      decodeShard(bytes, manifestOf(crowded)).map(({ term }) => term),
    );
    const dictionary = filesOf(crowded, 'dictionary').flatMap((bytes) => new ByteReader(bytes).frontCoded());
    const endings = filesOf(crowded, 'endings').flatMap((bytes) => new ByteReader(bytes).frontCoded());
    expect(dictionary).toEqual(terms.sort());
    expect(endings.map((term) => [...term].reverse().join('')).sort()).toEqual([...terms].sort());
  });

  it('cuts where separators are short, and no file grows far beyond the others for it', () => {
    const { terms } = manifestOf(large);
    const starts = readSorted(terms);
    expect(starts.reduce((sum, start) => sum + start.length, 0) / starts.length).toBeLessThan(5);
    const sizes = filesOf(large, 'terms').map((bytes) => decodeShard(bytes, manifestOf(large)).length);
    expect(Math.max(...sizes)).toBeLessThan(300);
  });

  it('is one plain file of terms for a small catalogue', () => {
    const files = buildIndex({ language: 'de', documents: offers, concepts });
    expect(filesOf(files, 'terms')).toHaveLength(1);
    expect(filesOf(files, 'dictionary')).toHaveLength(0);
  });

  it('works for no offers at all', async () => {
    const files = buildIndex({ language: 'de', documents: [], concepts });
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
    });
    expect(await search('Kurs')).toEqual([]);
    expect(await search('')).toEqual([]);
    expect((await search.query('')).relaxed).toEqual({ without: [], total: 0, hits: [], topics: [] });
  });

  it('does not let a word of small talk hide a name', async () => {
    const files = buildIndex({
      language: 'tr',
      documents: [document('arbeit', 'Arbeitssuche', { topics: ['work'] })],
      concepts: [{ id: 'work', names: [text('iş', 'tr')] }],
    });
    const search = await openCatalogueSearch({
      lang: 'tr',
      fetchShard: (name) => Promise.resolve(files.get(name) ?? new Uint8Array()),
    });
    expect((await search.query('iş arıyorum')).total).toBe(1);
  });
});

/** A search over the large town, and the kinds of files it has asked for since it was opened. */
const open = async (): Promise<{ search: Awaited<ReturnType<typeof openCatalogueSearch>>; asked: string[] }> => {
  const asked: string[] = [];
  const search = await openCatalogueSearch({
    lang: 'de',
    fetchShard: (name) => {
      asked.push(name.replace('search/de/', '').replace(/-[^-]*-\d+\.bin$/, ''));
      return Promise.resolve(large.get(name) ?? Promise.reject(new Error(name)));
    },
  });
  asked.length = 0;
  return { search, asked };
};

describe('what a query loads', () => {
  it('one file of terms for a common word, one or two for a beginning, and the cards shown', async () => {
    const { search, asked } = await open();
    await search.query('Treffpunkt', {}, { facets: [], limit: 4 });
    expect(asked.filter((kind) => kind === 'terms')).toHaveLength(1);
    expect(new Set(asked)).toEqual(new Set(['terms', 'cards']));
  });

  it('nothing again that it has loaded', async () => {
    const { search, asked } = await open();
    await search.query('Kaffee');
    asked.length = 0;
    await search.query('Kaffee');
    expect(asked).toEqual([]);
  });

  it('facet columns only when they are asked for', async () => {
    const { search, asked } = await open();
    await search.query('Kaffee', {}, { facets: [] });
    expect(asked).not.toContain('facets');
    await search.query('Kaffee', { town: ['t1'] }, { facets: [] });
    expect(asked).toContain('facets');
  });
});
