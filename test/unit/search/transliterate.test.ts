import { expect, test } from 'vitest';
import { transliterations } from '../../../src/search/transliterate.ts';

test('writes a German name in Cyrillic letters as a German does', () => {
  expect(transliterations('линденхоф')).toEqual(['lindenhof']);
  expect(transliterations('вольберсхайм')).toEqual(['wolbersheim']);
  expect(transliterations('штадт')).toEqual(['stadt']);
});

test('writes a word in Latin letters as Ukrainians and as Russians do', () => {
  expect(transliterations('zhytlo')).toContain('житло');
  expect(transliterations('kvartira')).toContain('квартира');
  expect(transliterations('nimetskoi')).toContain('німецкої');
});

test('leaves other scripts, digits and mixtures alone', () => {
  for (const word of ['شقه', 'b1', 'бротkorb']) expect(transliterations(word)).toEqual([]);
});
