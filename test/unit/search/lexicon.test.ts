import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { stemmerFor } from '../../../src/search/stemmer-for.ts';
import { words } from '../../../src/search/tokenize.ts';
import { anyText } from '../../support/any-text.ts';

const lexicon = new Lexicon();
const spelled = (numbers: Iterable<number>): string[] => Array.from(numbers, (number) => lexicon.spelling(number));

/** Letters of several scripts, marks, and all that joins or separates words. */
const characters = "aBzßÄéİı1٣ье́їЪмкقةىـَّ\u064eትምሠ\u00ad\u200c\u200d\u2060'’ʼ‘`´-‐‑–. \t\n#/_%ǅﬁ①𐌰𐌱👍🏽\ud800".split('');
const text = fc.oneof(
  fc.array(fc.constantFrom(...characters), { maxLength: 25 }).map((list) => list.join('')),
  anyText({ maxLength: 20 }),
);

describe('a lexicon', () => {
  it.each([
    ['E-Mail an die Kfz-Zulassung', ['mail', 'email', 'an', 'die', 'kfz', 'zulassung', 'kfzzulassung']],
    ['l’école, Köln’de, пам’ять', ['ecole', 'koln', 'de', 'память']],
    ['Rock-’n’-Roll', ['rock', 'roll']],
    ['', []],
  ])('finds the words of %j', (value, found) => {
    expect(spelled(lexicon.words(value))).toEqual(found);
  });

  it('finds the words that a query would find, in any text', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(spelled(lexicon.words(value))).toEqual(words(value));
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 2_000) },
    );
  });

  it('stems by the language of the text', () => {
    const value = 'Kurse Kursen Wohnungen';
    const stems = (lang: string) => lexicon.words(value).map((word) => lexicon.spelling(lexicon.stem(word, lang)));
    expect(stems('de')).toEqual(words(value).map(stemmerFor('de')));
    expect(stems('ti')).toEqual(words(value));
  });

  it('answers the same for a text that an earlier build has met, and for one it has forgotten', () => {
    const before = lexicon.words('Ein Text von gestern');
    lexicon.startRound();
    expect(lexicon.words('Ein Text von gestern')).toBe(before);
    lexicon.startRound();
    lexicon.startRound();
    expect(lexicon.words('Ein Text von gestern')).toEqual(before);
    expect(lexicon.words('Ein Text von gestern')).not.toBe(before);
  });

  it('keeps all terms in order while it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 4 }), { maxLength: 8 }), { maxLength: 4 }), (batches) => {
        const growing = new Lexicon();
        for (const batch of batches) {
          for (const term of batch) growing.numberOf(term);
          const forwards = Array.from(growing.sorted(), (number) => growing.spelling(number));
          expect(forwards).toEqual([...growing.spellings].sort());
          const backwards = Array.from(growing.sortedBackwards(), (number) => growing.backwards(number));
          expect(backwards).toEqual(growing.spellings.map((term) => [...term].reverse().join('')).sort());
        }
      }),
    );
  });

  it('goes on in another process where it has ended in this one', () => {
    const batch = fc.array(fc.constantFrom(...'kurs kurse ärzte kursleitung مدرسه школа ab E-Mail'.split(' ')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 4 }), (batches) => {
        const whole = new Lexicon();
        let parted = new Lexicon();
        let last = '';
        for (const value of batches.map((list) => list.join(' '))) {
          parted = new Lexicon({ packed: parted.pack() });
          // Known from the one before, without being taken apart.
          expect(parted.words(last)).toEqual(whole.words(last));
          last = value;
          for (const one of [whole, parted]) for (const word of one.words(value)) one.stem(word, 'de');
          expect(parted.words(value)).toEqual(whole.words(value));
          expect(parted.spellings).toEqual(whole.spellings);
          expect([...parted.sorted()]).toEqual([...whole.sorted()]);
          expect([...parted.sortedBackwards()]).toEqual([...whole.sortedBackwards()]);
        }
      }),
    );
  });

  it('keeps no long text where it is to hold little', () => {
    const small = new Lexicon({ longestKept: 10 });
    expect(small.words('Kurs')).toBe(small.words('Kurs'));
    expect(small.words('Ein langer Text')).not.toBe(small.words('Ein langer Text'));
    expect(small.words('Ein langer Text')).toEqual(small.words('Ein langer Text'));
  });
});
