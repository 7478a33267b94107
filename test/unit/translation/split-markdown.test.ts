import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  fillSegments,
  isAligned,
  isTranslatable,
  splitMarkdown,
  unwrap,
} from '../../../src/translation/split-markdown.ts';

const words = (markdown: string): string[] =>
  splitMarkdown(markdown)
    .filter(isTranslatable)
    .map(({ text }) => unwrap(text));

it('shows a translator sentences without marks', () => {
  const markdown =
    '## Gut zu wissen\n\nErste Zeile\nzweite Zeile.\n\n- Punkt eins\n  geht weiter\n- Punkt zwei\n1. Schritt\n> Zitat\n\n---\n\n```\ncode bleibt\n```\n';
  expect(words(markdown)).toEqual([
    'Gut zu wissen',
    'Erste Zeile zweite Zeile.',
    'Punkt eins geht weiter',
    'Punkt zwei',
    'Schritt',
    'Zitat',
  ]);
});

it('keeps a line break that readers see', () => {
  expect(fillSegments(splitMarkdown('Eins  \nZwei\\\nDrei\n'), ['One', 'Two', 'Three'])).toBe('One  \nTwo\\\nThree\n');
});

it('puts other words between the same marks', () => {
  expect(fillSegments(splitMarkdown('# A\n\n- b\n- c\n'), ['x', 'y', undefined])).toBe('# x\n\n- y\n- c\n');
});

it('gives every text back as it was', () => {
  const piece = fc.constantFrom(
    '# ',
    '- ',
    '1. ',
    '> ',
    '\n',
    '\n\n',
    '  ',
    'Wort',
    ' ',
    '```',
    '\\',
    '|',
    '---',
    'ä.',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      expect(fillSegments(splitMarkdown(text), [])).toBe(text);
    }),
  );
});

const same = (a: string, b: string): boolean => isAligned(splitMarkdown(a), splitMarkdown(b));

it('knows whether two texts are divided alike', () => {
  expect(same('# A\n\n1. b\n2. c\n', '# X\n\n3. y\n4. z\n')).toBe(true);
  expect(same('- a\n', 'a\n')).toBe(false);
  expect(same('a\n\nb\n', 'a\n')).toBe(false);
});
