import { describe, expect, it } from 'vitest';
import { openSearch } from '../../../src/search/open-search.ts';
import { searchHelp, type SearchHelp } from '../../../src/search/search-help.ts';
import { idsOf, openTown } from './town.ts';

/** A search over the town, and how often it has asked for the rarer half of its script. */
async function open(loadHelp: () => Promise<SearchHelp> = () => Promise.resolve(searchHelp)) {
  const { files } = await openTown();
  const asked = { times: 0 };
  const search = await openSearch({
    lang: 'de',
    fetchShard: (name) => Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
    loadHelp: () => {
      asked.times += 1;
      return loadHelp();
    },
  });
  return { search, asked };
}

describe('the rarer half of the script', () => {
  it('is not loaded for a short word that offers have, nor for the list of all', async () => {
    const { search, asked } = await open();
    expect((await search.query('Kurs')).total).toBeGreaterThan(0);
    expect((await search.query('')).total).toBeGreaterThan(0);
    expect(asked.times).toBe(0);
  });

  it('is loaded for a mistyped word, a compound and where filters leave nothing', async () => {
    for (const [text, filters] of [
      ['Wohnugsberatung', {}],
      ['Beratungskurs', {}],
      ['Kurs', { town: ['nowhere'] }],
    ] as const) {
      const { search, asked } = await open();
      await search.query(text, filters);
      expect(asked.times, text).toBeGreaterThan(0);
    }
  });

  it('is asked for again after it could not be loaded', async () => {
    let isReached = false;
    const { search } = await open(() =>
      isReached ? Promise.resolve(searchHelp) : Promise.reject(new Error('offline')),
    );
    await expect(search.query('Wohnugsberatung')).rejects.toThrow('offline');
    isReached = true;
    expect(idsOf((await search.query('Wohnugsberatung')).hits)).toContain('wohnungsberatung');
  });
});
