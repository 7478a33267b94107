import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { asidesIn } from '../../../src/search/asides.ts';
import { fold } from '../../../src/search/fold.ts';

describe('asides', () => {
  it('are known in every interface language, folded as queries are', () => {
    for (const { tag } of languages) expect(asidesIn([tag]).length, tag).toBeGreaterThan(10);
    const all = asidesIn(languages.map(({ tag }) => tag));
    expect(all).toEqual(all.map(fold));
    expect(new Set(all).size).toBe(all.length);
  });

  it('are no words that are a need by themselves', () => {
    const telling = ['allein', 'ohne', 'niemand', 'Arbeit', 'Wohnung', 'alone', 'without', 'after', 'work', 'nobody'];
    expect(telling.map(fold).filter((word) => asidesIn(['de', 'en']).includes(word))).toEqual([]);
  });
});
