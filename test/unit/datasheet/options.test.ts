import { expect, it } from 'vitest';
import { describeOfferFields } from '../../../src/datasheet/fields.ts';
import { optionsOf, type OptionSource } from '../../../src/datasheet/options.ts';
import { readTexts } from '../../../src/i18n/load-texts.ts';
import { languages } from '../../../src/i18n/languages.ts';

const none = { offers: new Map(), organisations: new Map(), places: new Map() };

const everyIn = (language: string): string[] => {
  const source = {
    vocabularies: {},
    entries: none,
    messages: readTexts(language),
    language,
    sheetLanguage: 'de',
  } as unknown as OptionSource;
  const schedule = describeOfferFields().find(({ key }) => key === 'schedule')!;
  return optionsOf(
    schedule.item!.fields.find(({ key }) => key === 'every')!,
    source,
  )!.map(({ label }) => label);
};

it.each(languages.map(({ tag }) => tag))('%s: choices are words, without what is filled in elsewhere', (tag) => {
  const labels = everyIn(tag);
  expect(new Set(labels).size).toBe(labels.length);
  for (const label of labels) expect(label).toMatch(/^[\p{L}\p{N}(][^{}]*[\p{L}\p{N}).]$/u);
});

it('says how often without the day', () => {
  expect(everyIn('de').slice(0, 2)).toEqual(['jede Woche', 'alle zwei Wochen']);
  expect(everyIn('ar')[1]).toBe('مرة كل أسبوعين');
  expect(everyIn('uk')[2]).toBe('раз на місяць (з 1 до 7 числа)');
});
