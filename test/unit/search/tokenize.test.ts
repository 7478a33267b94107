import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, words } from '../../../src/search/tokenize.ts';

describe('tokenize', () => {
  it('says where each word stands', () => {
    const sentence = 'Für Ärzte: 10:30 Uhr!';
    expect(tokenize(sentence).map(({ start, end, word }) => [sentence.slice(start, end), word])).toEqual([
      ['Für', 'fur'],
      ['Ärzte', 'arzte'],
      ['10', '10'],
      ['30', '30'],
      ['Uhr', 'uhr'],
    ]);
  });

  it('takes the apostrophe into a Cyrillic word and splits others at it', () => {
    expect(words("пам'ять")).toEqual(['память']);
    expect(words('Köln’de')).toEqual(['koln', 'de']);
    expect(words('l’école')).toEqual(['ecole']);
    const sentence = 'dans l’école';
    expect(tokenize(sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual(['dans', 'l', 'école']);
  });

  it('finds words in every script', () => {
    expect(words('مكتب البلدية، ثانيًا')).toEqual(['مكتب', 'البلديه', 'ثانيا']);
    expect(words('ትምህርቲ፡ ቋንቋ።')).toHaveLength(2);
    expect(words('')).toEqual([]);
  });

  it('has positions inside the text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        let last = 0;
        for (const { start, end } of tokenize(any)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});

describe('words', () => {
  it('has a hyphenated word in parts and in one', () => {
    expect(words('E-Mail')).toEqual(['mail', 'email']);
    expect(words('Deutsch-Kurs heute')).toEqual(['deutsch', 'kurs', 'deutschkurs', 'heute']);
    expect(words('Mo - Fr')).toEqual(['mo', 'fr']);
  });
});
