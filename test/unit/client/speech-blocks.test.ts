import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/client/reading/speech-blocks.ts';

const pieces = (text: string): string[] => sentencesOf({ text, lang: 'de' });

describe('sentencesOf', () => {
  it('keeps short sentences together and cuts a long text only where a sentence ends', () => {
    expect(pieces('Montags z. B. um 10.30 Uhr. Kommen Sie!')).toEqual(['Montags z. B. um 10.30 Uhr. Kommen Sie!']);
    const sentence =
      'Wir helfen Ihnen bei Briefen von Ämtern, bei Anträgen und bei allem, was Sie sonst noch brauchen. ';
    const cut = pieces(sentence.repeat(5));
    expect(cut.join(' ')).toBe(sentence.repeat(5).trim());
    expect(cut.length).toBeGreaterThan(1);
    for (const piece of cut) expect(piece.endsWith('brauchen.'), piece).toBe(true);
  });

  it('knows the ends of sentences in Arabic and Ethiopic letters', () => {
    const long = (end: string): string[] => pieces(`${'ا'.repeat(150)}${end} ${'ب'.repeat(150)}${end}`);
    expect(long('؟').length).toBe(2);
    expect(long('።').length).toBe(2);
  });

  it('says nothing where there is nothing to say', () => {
    expect(pieces(' – ')).toEqual([]);
    expect(pieces('')).toEqual([]);
  });
});
