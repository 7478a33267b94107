import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { readDescriptions, readTexts } from '../../../src/i18n/load-texts.ts';
import type { Message, Part } from '../../../src/i18n/message.ts';
import { argumentsOf, parseMessage } from '../../../src/i18n/parse-message.ts';

const source = readTexts('de');
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  ti: /\p{Script=Ethiopic}/u,
};

/** All plural cases in a message, with the language's categories each must have. */
function pluralsIn(message: Message): Array<{ cases: string[]; ordinal: boolean }> {
  const found: Array<{ cases: string[]; ordinal: boolean }> = [];
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part[0] === 'plural') {
        found.push({ cases: Object.keys(part[4]), ordinal: part[3] });
        Object.values(part[4]).forEach(visit);
      } else if (part[0] === 'select') Object.values(part[2]).forEach(visit);
    }
  };
  if (typeof message !== 'string') visit(message);
  return found;
}

test('every message is described for translators', () => {
  expect([...readDescriptions().keys()].sort()).toEqual([...source.keys()].sort());
  for (const [key, description] of readDescriptions()) expect(description.length, key).toBeGreaterThan(8);
});

describe.each(languages)('texts in $tag', ({ tag, locale }) => {
  const texts = readTexts(tag);

  test('are complete, with no key too many', () => {
    expect([...texts.keys()].sort()).toEqual([...source.keys()].sort());
    for (const [key, text] of texts) expect(typeof text === 'string' && text.trim() !== '', key).toBe(true);
  });

  test('parse and ask for the same values as the German text', () => {
    for (const [key, text] of texts) {
      const expected = argumentsOf(parseMessage(source.get(key) ?? ''));
      expect(argumentsOf(parseMessage(text)), key).toEqual(expected);
    }
  });

  test('have every plural category of the language', () => {
    for (const [key, text] of texts) {
      for (const { cases, ordinal } of pluralsIn(parseMessage(text))) {
        const needed = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions()
          .pluralCategories;
        for (const category of needed) {
          expect(cases, `${key} in ${tag}`).toContain(category);
        }
        const unknown = cases.filter((name) => !name.startsWith('=') && !needed.includes(name as Intl.LDMLPluralRule));
        expect(unknown, `${key} in ${tag}`).toEqual([]);
      }
    }
  });

  test('are written in the script of the language', () => {
    const script = scripts[tag];
    if (!script) return;
    for (const [key, text] of texts) {
      const words = text.replaceAll(/\{[^{}]*\}/g, '').replaceAll(/[\p{P}\p{S}\p{N}\s]/gu, '');
      if (words.length > 3) expect(text, `${key} in ${tag}`).toMatch(script);
    }
  });
});
