import { expect, it } from 'vitest';
import { mostSimilar, toId } from '../../../src/content/similar.ts';

it.each([
  ['registraton', ['registration', 'required_documents'], 'registration'],
  ['on site', ['online', 'on-site'], 'on-site'],
  ['sprachbrücke', ['sprachbruecke'], 'sprachbruecke'],
  ['tiltle', ['title', 'type'], 'title'],
  ['xyz', ['title', 'type'], ''],
  ['', ['a'], ''],
  ['?', ['a'], ''],
])('%j among %j → %j', (word, known, expected) => {
  expect(mostSimilar(word, known)).toBe(expected);
});

it.each([
  ['Café für Mütter', 'cafe-fuer-muetter'],
  ['  Straße -- 7 ', 'strasse-7'],
  ['قهوة', ''],
])('%j as an id is %j', (name, id) => {
  expect(toId(name)).toBe(id);
});
