import { expect, test } from 'vitest';
import { fold } from '../../../src/search/fold.ts';
import { heardInArabic, transliterations } from '../../../src/search/transliterate.ts';

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

test.each([
  ['راتهاوس', 'Rathaus'],
  ['الراتهاوس', 'Rathaus'],
  ['فوسنكيرشن', 'Vossenkirchen'],
  ['ميرلينغهاوزن', 'Merlinghausen'],
  ['مرلينغهاوسن', 'Merlinghausen'],
  ['برينكناو', 'Brinkenau'],
  ['لوترسبيك', 'Lüttersbeck'],
  ['ولبرسهایم', 'Wolbersheim'],
  ['اوسترميرله', 'Ostermerle'],
  ['فيدرشبروخ', 'Widerspruch'],
  ['بورگرامت', 'Bürgeramt'],
])('hears %s as %s, whose first letter it names', (written, meant) => {
  const heard = heardInArabic(fold(written));
  expect(heard?.isHeard(fold(meant))).toBe(true);
  expect(heard?.starts).toContain(fold(meant).slice(0, 1));
});

test('hears no other word, and nothing in a word too short or in other letters', () => {
  const heard = heardInArabic(fold('راتهاوس'));
  expect(['rat', 'rathausplatz', 'brathaus', 'krankenhaus'].filter((word) => heard?.isHeard(word))).toEqual([]);
  for (const word of ['شقه', 'بيت', 'rathaus', 'ратхаус']) expect(heardInArabic(word)).toBeUndefined();
});
