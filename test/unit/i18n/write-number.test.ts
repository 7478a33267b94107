import { expect, test } from 'vitest';
import { formatsFor } from '../../../src/i18n/formats.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { numberSigns, writeNumber } from '../../../src/i18n/write-number.ts';

const numbers = [0, 1, 9, 10, 99, 100, 999, 1000, 1234, 9999, 10_000, 12_345, 100_000, 999_999, 1_000_000, 12_345_678];

test.each(languages.map(({ tag }) => tag))('whole numbers in %s as its own format writes them', (tag) => {
  const format = formatsFor(tag).number;
  const signs = numberSigns(format);
  expect(numbers.map((n) => writeNumber(n, signs))).toEqual(numbers.map(format));
});
