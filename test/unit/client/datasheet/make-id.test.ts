import { expect, test } from 'vitest';
import { makeId } from '../../../../src/client/datasheet/make-id.ts';
import { toId } from '../../../../src/content/similar.ts';

test('an id is made from the name, short enough for a file', () => {
  expect(makeId('Café für Mütter', 'angebot', toId)).toBe('cafe-fuer-muetter');
  const long = makeId('Deutschkurs '.repeat(30), 'angebot', toId);
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('a name without Latin letters still gets one of its own', () => {
  const [first, second] = ['مقهى اللغة', 'ቋንቋ'].map((name) => makeId(name, 'angebot', toId));
  expect(first).toMatch(/^angebot-[a-z0-9]+$/);
  expect(first).not.toBe(second);
});
