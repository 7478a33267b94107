import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, withoutUmlautDigraphs } from '../../../src/search/fold.ts';

describe('fold', () => {
  it.each([
    ['Ärzte', 'arzte', 'German umlauts'],
    ['STRASSE', 'straße', 'sharp s'],
    ['İş', 'is', 'Turkish dotted capital'],
    ['IŞIK', 'ışık', 'Turkish dotless i'],
    ['مَدْرَسَةٌ', 'مدرسه', 'Arabic vowel signs and ta marbuta'],
    ['مـدرسة', 'مدرسة', 'tatweel'],
    ['أحمد إحمد آحمد', 'احمد احمد احمد', 'hamza on alif'],
    ['مستشفى', 'مستشفي', 'alif maqsura'],
    ['کتابی', 'كتابي', 'Persian kaf and ya'],
    ['می‌خواهم', 'میخواهم', 'Persian half-space'],
    ['٢٠٢٦ ۲۰۲۶', '2026 2026', 'eastern digits'],
    ['ещё', 'еще', 'Russian yo'],
    ['пам’ять', "пам'ять", 'Ukrainian apostrophes'],
    ['ț ș ă', 't s a', 'Romanian'],
    ['Łódź', 'lodz', 'Polish'],
    ['xwendekarên', 'xwendekaren', 'Kurdish'],
    ['ሠላም', 'ሰላም', 'Ethiopic letters that sound alike'],
    ['ኣብ', 'አብ', 'Tigrinya in Eritrean and Ethiopian spelling'],
    ['ｋｕｒｓ', 'kurs', 'full width'],
    ['Sprach\u00adkurs', 'sprachkurs', 'soft hyphen'],
  ])('%s and %s are one (%s)', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps letters apart that are no variants', () => {
    for (const [a, b] of [
      ['й', 'и'],
      ['ї', 'і'],
      ['ب', 'ت'],
      ['ሐ', 'ሀ'],
      ['ş', 'z'],
    ] as const)
      expect(fold(a)).not.toBe(fold(b));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('withoutUmlautDigraphs', () => {
  it('is the spelling with umlauts where one may be meant', () => {
    expect(withoutUmlautDigraphs('aerzte')).toBe(fold('Ärzte'));
    expect(withoutUmlautDigraphs('buero')).toBe(fold('Büro'));
    expect(withoutUmlautDigraphs('neue')).toBeUndefined();
    expect(withoutUmlautDigraphs('quelle')).toBeUndefined();
    expect(withoutUmlautDigraphs('kurs')).toBeUndefined();
  });
});
