import { expect, test } from 'vitest';
import { PathNumbers } from '../../../src/pages/path-numbers.ts';

/** Paths as a large site has them, which differ in a language or a digit. */
const paths = ['de', 'en', 'ar', 'tr', 'uk', 'fa', 'ru', 'fr', 'pl', 'ro'].flatMap((lang) =>
  Array.from({ length: 1000 }, (_, number) => [
    `${lang}/angebote/angebot-${number}/index.html`,
    `${lang}/angebote/angebot-${number}/termine.ics`,
    `search/${lang}/c${number.toString(36)}.bin`,
  ]).flat(),
);

test('each path of a large site has a number of its own, in the order in which they came', () => {
  const numbers = new PathNumbers();
  expect(paths.every((path, index) => numbers.add(path) === index)).toBe(true);
  expect(paths.every((path, index) => numbers.of(path) === index)).toBe(true);
  expect(numbers.size).toBe(paths.length);
});

test('a path that has a number gets no other, and one that has none is not known', () => {
  const numbers = new PathNumbers();
  expect(numbers.of('de/index.html')).toBeUndefined();
  expect(numbers.add('de/index.html')).toBe(0);
  expect(numbers.add('de/index.html')).toBeUndefined();
  expect(numbers.of('de/index.html')).toBe(0);
  for (const other of ['ed/index.html', 'de/index.htm', 'de/index.html ', 'de/indxe.html', ''])
    expect(numbers.of(other)).toBeUndefined();
});
