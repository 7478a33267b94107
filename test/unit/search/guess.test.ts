import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import { openCatalogueSearch } from '../../../src/search/query.ts';
import { document } from './town.ts';

const sizes = { plain: 0, shard: 400, largeTerm: 4_000, dictionary: 60, facets: 1_000, cards: 2 };

/** Words that fill many files of spellings. */
const others = Array.from({ length: 240 }, (_, number) => {
  let state = number;
  return Array.from({ length: 9 }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  }).join('');
});

async function ask(query: string): Promise<{ found: string[]; spellings: number; ofAll: number }> {
  const files = buildIndex(
    {
      language: 'de',
      documents: [document('meant', 'Brombeerhecke'), ...others.map((word) => document(word, word))],
      concepts: [],
    },
    sizes,
  );
  const asked = new Set<string>();
  const isSpelling = (name: string): boolean => /\/(dictionary|endings)-/.test(name);
  let spellingAsked = (): void => {};
  const whenSpellingAsked = new Promise<void>((resolve) => (spellingAsked = resolve));
  const search = await openCatalogueSearch({
    lang: 'de',
    fetchShard: async (name) => {
      asked.add(name);
      if (isSpelling(name)) spellingAsked();
      // So that no answer comes where one waits for the other.
      if (name.includes('/compounds-')) await whenSpellingAsked;
      return files.get(name) ?? Promise.reject(new Error(name));
    },
  });
  const found = (await search(query)).map(({ id }) => id);
  return { found, spellings: [...asked].filter(isSpelling).length, ofAll: [...files.keys()].filter(isSpelling).length };
}

describe('a word with two mistakes', () => {
  it.each([
    ['Brombeexhexke', 'in the second half'],
    ['Brxmbexrhecke', 'in the first and the second third'],
    ['Brombeerhexxe', 'in the last third'],
    ['Xrxmbeerhecke', 'in the first third, from the first letter on'],
    ['Brxmbeerhecxe', 'in the first and the last third'],
  ])('%s finds what is meant: %s', async (query) => {
    expect((await ask(query)).found).toContain('meant');
  });

  it('is looked up beside its parts, not after them', async () => {
    expect((await ask('Brombeexhecke')).found).toContain('meant');
  });

  it('does not load all spellings when it is unknown', async () => {
    const { found, spellings, ofAll } = await ask('Brzzzzrhzzze');
    expect(found).not.toContain('meant');
    expect(spellings).toBeGreaterThan(0);
    expect(spellings).toBeLessThan(ofAll / 4);
  });
});

describe('a German word in Arabic letters', () => {
  it('finds what was heard, from the spellings that begin alike', async () => {
    const { found, spellings, ofAll } = await ask('برومبيرهيكه');
    expect(found[0]).toBe('meant');
    expect(spellings).toBeLessThan(ofAll / 2);
  });
});
