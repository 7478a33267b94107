import { describe, expect, it } from 'vitest';
import { isNear } from '../../../src/search/edit-distance.ts';

describe('isNear', () => {
  it.each([
    ['wonung', 'wohnung', 1, true, 'left out'],
    ['wohhnung', 'wohnung', 1, true, 'doubled'],
    ['wohnumg', 'wohnung', 1, true, 'changed'],
    ['wohnugn', 'wohnung', 1, true, 'swapped'],
    ['owhnung', 'wohnung', 1, true, 'swapped at the start'],
    ['kurs', 'kurs', 0, true, 'the same'],
    ['wonug', 'wohnung', 1, false, 'two left out'],
    ['wonug', 'wohnung', 2, true, 'two left out'],
    ['abc', 'xyz', 2, false, 'another word'],
  ])('%s for %s with %i edits: %s (%s)', (word, candidate, edits, expected) => {
    expect(isNear(word, candidate, edits)).toBe(expected);
  });
});
