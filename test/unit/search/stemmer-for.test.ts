import { describe, expect, it } from 'vitest';
import { stemmerFor } from '../../../src/search/stemmer-for.ts';

describe('stemmerFor', () => {
  it('brings the forms of a word together in the language asked for, and not by rules of another', () => {
    expect(stemmerFor('de')('kurse')).toBe(stemmerFor('de')('kurs'));
    expect(stemmerFor('tr')('kurslar')).toBe(stemmerFor('tr')('kurs'));
    expect(stemmerFor('de')('kurslar')).not.toBe(stemmerFor('de')('kurs'));
  });

  it('uses German rules for simple German', () => {
    expect(stemmerFor('de-simple')('wohnungen')).toBe(stemmerFor('de')('wohnungen'));
  });

  it('leaves words as they are where a language has no rules', () => {
    expect(stemmerFor('ti')('ትምህርቲ')).toBe('ትምህርቲ');
    expect(stemmerFor('tlh')('qapla')).toBe('qapla');
  });
});
