import { expect, test } from 'vitest';
import { formatsFor } from '../../../src/i18n/formats.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { numbersBy, numberSigns } from '../../../src/i18n/write-number.ts';

const rounder = [1234, 9999, 10_000, 12_345, 100_000, 100_001, 999_999, 1_000_000, 12_345_678, 0.5, -3];
const numbers = [...Array(1200).keys(), ...rounder];

test.each(languages.map(({ tag }) => tag))('whole numbers in %s as its own formats write and count them', (tag) => {
  const formats = formatsFor(tag);
  // What it has learnt travels to the page as JSON.
  const learnt = numbersBy(JSON.parse(JSON.stringify(numberSigns(formats))), formats);
  expect(numbers.map(learnt.number)).toEqual(numbers.map(formats.number));
  expect(numbers.map((n) => learnt.plural(n, false))).toEqual(numbers.map((n) => formats.plural(n, false)));
  expect(learnt.plural(2, true)).toBe(formats.plural(2, true));
});
