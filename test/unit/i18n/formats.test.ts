import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../src/i18n/formats.ts';
import { languages } from '../../../src/i18n/languages.ts';

describe('formats', () => {
  test('a date is the same day in every time zone', () => {
    expect(formatsFor('de').date('2026-01-01')).toBe('1. Januar 2026');
    expect(formatsFor('en').date('2026-12-31', 'weekday')).toBe('Thursday 31 December');
  });

  test('Arabic and Persian use Western digits and the Gregorian year', () => {
    expect(formatsFor('ar').date('2026-11-22')).toContain('2026');
    expect(formatsFor('fa').date('2026-11-22')).toContain('2026');
  });

  test('prices drop empty cents', () => {
    expect(formatsFor('de').euro(5)).toMatch(/^5\s€$/);
    expect(formatsFor('de').euro(2.5)).toMatch(/^2,50\s€$/);
  });

  test('lists are told apart by their items and by how these are joined', () => {
    const { list } = formatsFor('de');
    for (let time = 0; time < 2; time++) {
      expect(list(['a', 'b'])).toBe('a und b');
      expect(list(['a', 'b'], 'disjunction')).toBe('a oder b');
      expect(list(['a, b', 'c'])).toBe('a, b und c');
      expect(list(['a', 'b, c'])).toBe('a und b, c');
      expect(list(['', ''])).toBe(' und ');
      expect(list(['a'])).toBe('a');
      expect(list([])).toBe('');
    }
  });

  test.each(languages.map(({ tag }) => tag))('%s names weekdays and the common languages of newcomers', (tag) => {
    const formats = formatsFor(tag);
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
      formats.weekday,
    );
    expect(new Set(weekdays).size).toBe(7);
    for (const code of ['de', 'ar', 'uk', 'tr', 'fa', 'ku', 'ti']) {
      expect(formats.languageName(code)).not.toBe(code);
    }
  });

  test('a language that Intl cannot name is named in itself or by its tag', () => {
    expect(formatsFor('de').languageName('qaa')).toBe('qaa');
  });
});
