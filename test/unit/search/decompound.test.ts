import { describe, expect, it } from 'vitest';
import { compoundPartsIn } from '../../../src/search/compound-parts.ts';
import { decompound } from '../../../src/search/decompound.ts';
import { makeStemmer } from '../../../src/search/stem.ts';
import { de } from '../../../src/search/stem/de.ts';

const known = new Set([
  'sprache',
  'kurs',
  'kinder',
  'kind',
  'betreuung',
  'tage',
  'pflege',
  'arbeit',
  'amt',
  'eltern',
  'cafe',
  'lagen',
  'hilfe',
  'stelle',
]);
const split = (word: string): string[] => decompound(word, (part) => known.has(part));

describe('decompound', () => {
  it('splits into words that are known, whatever links them', () => {
    expect(split('sprachkurs')).toEqual(['sprache', 'kurs']);
    expect(split('kinderbetreuung')).toEqual(['kinder', 'betreuung']);
    expect(split('elterncafe')).toEqual(['eltern', 'cafe']);
    expect(split('arbeitsamt')).toEqual(['arbeit', 'amt']);
    expect(split('kindertagespflege')).toContain('pflege');
  });

  it('takes an unknown front only where its ending shows that the word goes on', () => {
    expect(split('beratungsstelle')).toEqual(['beratung', 'stelle']);
    expect(split('xyzstelle')).toEqual([]);
  });

  it('leaves alone what only looks like a compound', () => {
    expect(split('unterlagen')).toEqual([]);
    expect(split('betreuung')).toEqual([]);
    expect(split('kurs')).toEqual([]);
    expect(split('мовнікурси')).toEqual([]);
  });
});

describe('compoundPartsIn', () => {
  it('learns parts from words of the catalogue, and remembers which were used', () => {
    const parts = compoundPartsIn(new Set(['nahen', 'in', 'der', 'werkstatt']), makeStemmer(de));
    expect(parts.of('nahwerkstatt')).toEqual(['nah', 'werkstatt']);
    expect(parts.of('holzwerkstatt')).toEqual([]);
    expect(parts.of('nachwerkstatt')).toEqual([]);
    expect(parts.of('kinderwerkstatt')).toContain('werkstatt');
    expect(parts.of('kindergarage')).toEqual([]);
    expect(parts.used()).toEqual(['kinder', 'nahen', 'werkstatt']);
  });
});
