import { describe, expect, it } from 'vitest';
import type { MatchKind, Reading } from '../../../src/search/interpret.ts';
import { makeStemmer } from '../../../src/search/stem.ts';
import { suggestionFor } from '../../../src/search/suggest.ts';
import { tokenize } from '../../../src/search/tokenize.ts';

/** A reading of a word by a term that stands in so many offers. */
const reading = (term: string, kind: MatchKind, offers = 1): Reading => ({
  term: {
    term,
    fields: [{ documents: Uint32Array.from({ length: offers }, (_, n) => n), weights: new Uint32Array(offers) }],
    meanings: [],
  },
  kind,
  boost: 1,
});
const plural = makeStemmer({ letters: '[a-z]', keep: 3, steps: [['e$', '']] });
const cards = [{ title: { value: 'Nähkurse im Haus' } }, { title: { value: 'Bäckerei' } }];

describe('suggestionFor', () => {
  it('writes the word as a card has it, and leaves the rest of the query as it was typed', () => {
    const words = [{ word: 'nahkrus', readings: [reading('nahkurs', 'typo')] }];
    expect(suggestionFor('Wo ist ein nähkrus?', words, cards, [plural], tokenize)).toBe('Wo ist ein Nähkurse?');
  });

  it('takes what most offers have', () => {
    const words = [{ word: 'backerie', readings: [reading('nahkurs', 'typo', 1), reading('backerei', 'typo', 5)] }];
    expect(suggestionFor('backerie', words, cards, [plural], tokenize)).toBe('Bäckerei');
  });

  it('is silent where a word was understood in another way, too', () => {
    const words = [{ word: 'nahkurs', readings: [reading('nahkurs', 'exact'), reading('nahkursus', 'typo')] }];
    expect(suggestionFor('nahkurs', words, cards, [plural], tokenize)).toBeUndefined();
  });

  it('is silent where no card shows how the word is spelt: terms are no spellings', () => {
    const words = [{ word: 'schwimkurs', readings: [reading('schwimmkurs', 'typo')] }];
    expect(suggestionFor('schwimkurs', words, cards, [plural], tokenize)).toBeUndefined();
  });
});
