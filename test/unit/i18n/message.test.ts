import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../src/i18n/formats.ts';
import { formatMessage } from '../../../src/i18n/message.ts';
import { argumentsOf, parseMessage } from '../../../src/i18n/parse-message.ts';

const say = (lang: string, source: string, values: Record<string, string | number> = {}): string =>
  formatMessage(parseMessage(source), values, formatsFor(lang));

describe('ICU messages', () => {
  test('fill in values, numbers as the language writes them', () => {
    expect(say('de', '{count} Angebote in {town}', { count: 12345, town: 'Lindenau' })).toBe(
      '12.345 Angebote in Lindenau',
    );
    expect(say('ar', '{count}', { count: 42 })).toBe('42');
  });

  test('choose the plural category of the language', () => {
    const uk = '{n, plural, one {# пропозиція} few {# пропозиції} many {# пропозицій} other {# пропозиції}}';
    expect([1, 3, 5, 21].map((n) => say('uk', uk, { n }))).toEqual([
      '1 пропозиція',
      '3 пропозиції',
      '5 пропозицій',
      '21 пропозиція',
    ]);
    const ar = '{n, plural, zero {لا} one {واحد} two {اثنان} few {# قليل} many {# كثير} other {# آخر}}';
    expect([0, 1, 2, 3, 11, 100].map((n) => say('ar', ar, { n }))).toEqual([
      'لا',
      'واحد',
      'اثنان',
      '3 قليل',
      '11 كثير',
      '100 آخر',
    ]);
  });

  test('prefer an exact number, honour the offset and nest', () => {
    const source =
      '{n, plural, offset:1 =0 {nobody} =1 {{name}} other {{name} and # more{x, select, a { (A)} other {}}}}';
    expect(say('en', source, { n: 0, name: 'Ana', x: 'a' })).toBe('nobody');
    expect(say('en', source, { n: 1, name: 'Ana', x: 'a' })).toBe('Ana');
    expect(say('en', source, { n: 3, name: 'Ana', x: 'a' })).toBe('Ana and 2 more (A)');
    expect(say('en', source, { n: 3, name: 'Ana', x: 'constructor' })).toBe('Ana and 2 more');
  });

  test('values are text, never markup or messages', () => {
    expect(say('de', 'Hallo {name}', { name: '{count} <b>' })).toBe('Hallo {count} <b>');
  });

  test('name their arguments', () => {
    expect([...argumentsOf(parseMessage('{a} {n, plural, one {{b}} other {#}}'))]).toEqual([
      ['a', 'text'],
      ['n', 'number'],
      ['b', 'text'],
    ]);
  });

  test('a broken message is refused', () => {
    expect(() => parseMessage('{n, plural, one {x}}')).toThrow();
    expect(() => parseMessage('{')).toThrow();
  });
});
