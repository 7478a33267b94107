import { expect, test } from 'vitest';
import { offerCard } from '../../../src/pages/offer-card.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const languagesOf = (codes: readonly string[], lang: string): string | undefined => {
  const offer = makeOffer('x', { languages: codes.map((code) => ({ code, kind: 'spoken' })) });
  const model = makeModel([offer]);
  return offerCard(offer, model, makePage(model, lang)).languages;
};

test('a card names up to five languages, the reader’s own first, and says how many more there are', () => {
  expect(languagesOf(['de', 'en'], 'de')).toBe('Deutsch und Englisch');
  expect(languagesOf(['de', 'tr', 'ru', 'uk', 'fa', 'en', 'fr'], 'en')).toBe(
    'English, German, Turkish, Russian, Ukrainian and 2 more',
  );
  expect(languagesOf(['de', 'en', 'tr', 'ru', 'uk', 'fr'], 'de')).toMatch(/ und eine weitere$/);
});

test('a list of languages is joined as the language joins its lists', () => {
  const arabic = languagesOf(['de', 'tr', 'ru', 'uk', 'fa', 'en', 'ar'], 'ar');
  expect(arabic).not.toContain(',');
  expect(arabic).toMatch(/^العربية.*ولغتان أخريان$/);
});
