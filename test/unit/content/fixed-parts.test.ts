import { describe, expect, it } from 'vitest';
import { findFixedParts, lostParts } from '../../../src/content/fixed-parts.ts';

const found = (text: string): string[] => findFixedParts(text).map(({ kind, value }) => `${kind} ${value}`);

describe('what must stand in every translation', () => {
  it.each([
    ['Rufen Sie an: 0221 4710123.', ['phone 0221 4710123']],
    ['+49 (0)221 4710-124 oder (0221) 4710125', ['phone +49 (0)221 4710-124', 'phone (0221) 4710125']],
    ['Im Notfall 112, Hilfetelefon 116 117', ['phone 112', 'phone 116 117']],
    ['[Anmelden](https://example.org/a(b)?c=1)', ['link https://example.org/a(b)?c=1']],
    ['Mehr: https://example.org/kurs. Bis bald!', ['link https://example.org/kurs']],
    ['Schreiben Sie an kurs@example.org.', ['email kurs@example.org']],
    ['von 9 bis 12.30 Uhr, ab 16:00', ['time 9', 'time 12.30', 'time 16:00']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['am 01.02.2026', '110 Euro', '00123 Brinkenau', 'Zimmer 1.02', 'für Kinder von 3 bis 6', '50.000 Menschen'])(
    'not in “%s”',
    (text) => expect(found(text)).toEqual([]),
  );

  it('takes no time on hostile texts', () => {
    const start = performance.now();
    for (const text of [`+${'1'.repeat(1e5)}x`, 'a'.repeat(1e5), '](a'.repeat(3e4), '0221 '.repeat(3e4)])
      findFixedParts(`${text}@`);
    const many = Array.from({ length: 2e4 }, (_, index) => `0221 4710${100 + index} um ${index % 24} Uhr`).join(', ');
    expect(lostParts(many, many)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('what a translation has lost', () => {
  const lost = (source: string, translation: string): string[] =>
    lostParts(source, translation).map(({ value }) => value);

  it('is what is not there', () => {
    expect(lost('Tel. 0221 4710123, kurs@example.org', 'Tel. 0221 4710124')).toEqual([
      '0221 4710123',
      'kurs@example.org',
    ]);
  });

  it('is nothing that is only written differently', () => {
    expect(lost('0221 4710123', 'call 0221/4710-123')).toEqual([]);
    expect(lost('Notruf 112', 'اتصلوا ‏١١٢')).toEqual([]);
    expect(lost('ab 9.30 Uhr', 'from 09:30')).toEqual([]);
    expect(lost('[Alle](/de/angebote/)', '[All](/en/angebote/)')).toEqual([]);
  });
});
