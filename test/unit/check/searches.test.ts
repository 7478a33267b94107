import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

const file = 'concept/searches.yml';
const load = (text: string) => loadCatalogue({ contentDir: contentFolder(undefined, { [file]: text }), today });

test('words that were searched for in vain come into the catalogue as the coordinator wrote them', async () => {
  const { value } = await load(
    'searches:\n  - { term: водій, language: uk, count: 3, since: 2026-01-01 }\n  - { term: Prüfung, language: de, count: 1, since: 2026-02-01 }\n',
  );
  expect(value?.searches).toEqual([
    { term: 'водій', language: 'uk', count: 3, since: '2026-01-01' },
    { term: 'Prüfung', language: 'de', count: 1, since: '2026-02-01' },
  ]);
});

test('a town without that file has no such words', async () => {
  const { value } = await loadCatalogue({ contentDir: contentFolder(), today });
  expect(value?.searches).toEqual([]);
});

test.each([
  ['a number that counts nothing', '{ term: ab, language: de, count: 0, since: 2026-01-01 }', 'out-of-range'],
  ['a language that is none', '{ term: ab, language: deutsch!, count: 1, since: 2026-01-01 }', 'bad-language'],
  ['a whole story', `{ term: ${'x'.repeat(61)}, language: de, count: 1, since: 2026-01-01 }`, 'too-long'],
  ['who searched', '{ term: ab, language: de, count: 1, since: 2026-01-01, person: Anna }', 'unknown-field'],
])('%s is refused', async (_, line, code) => {
  const { value, problems } = await load(`searches:\n  - ${line}\n`);
  expect(value).toBeUndefined();
  expect(problems.filter((problem) => problem.file === file).map((problem) => problem.code)).toEqual([code]);
});
