import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, withPersianEndings, words } from '../../../src/search/tokenize.ts';
import { anyText } from '../../support/any-text.ts';

describe('tokenize', () => {
  it('finds the same words in a Latin text alone as beside another script', () => {
    const latin = fc.string({
      unit: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(..."abßäÉ19'’‘`´- \u00ad\u200c\u200d\u2060€“×÷ª²½") },
        fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)),
        fc.integer({ min: 0x2000, max: 0x206f }).map((code) => String.fromCharCode(code)),
      ),
    });
    fc.assert(
      fc.property(latin, (text) => {
        expect(tokenize(text)).toEqual(tokenize(`${text} я`).slice(0, -1));
      }),
      { numRuns: 2_000 },
    );
  });

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
      fc.property(anyText(), (any) => {
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

describe('withPersianEndings', () => {
  it('joins what belongs to a word, and nothing else', () => {
    expect(withPersianEndings('پناهنده گی')).toBe('پناهندگی');
    expect(withPersianEndings('کتاب ها')).toBe('کتابها');
    expect(withPersianEndings('کار می خواهم')).toBe('کار میخواهم');
    expect(withPersianEndings('کلاس زبان')).toBe('کلاس زبان');
    expect(withPersianEndings('قدیمی خانه')).toBe('قدیمی خانه');
  });
});
