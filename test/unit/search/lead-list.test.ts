import { describe, expect, it } from 'vitest';
import { leadsOf, writeLeads } from '../../../src/search/lead-list.ts';

describe('words that lead to files', () => {
  it('are found again by their marks, each with all its files', () => {
    const leads = new Map([
      ['wohnung', [12]],
      ['arzt', [3, 12, 400]],
      ['квартира', [0]],
    ]);
    const written = writeLeads(leads);
    for (const [word, files] of leads) expect(leadsOf(word, written)).toEqual(files);
    expect(leadsOf('schule', written)).toEqual([]);
    expect(leadsOf('arzt', '')).toEqual([]);
  });

  it('are told apart by three letters', () => {
    const marks = Array.from({ length: 5_000 }, (_, number) => writeLeads(new Map([[`wort${number}`, [0]]])));
    expect(marks.every((mark) => /^[A-Za-z]{3}$/.test(mark))).toBe(true);
    expect(new Set(marks).size).toBeGreaterThan(4_800);
  });
});
