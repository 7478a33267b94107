import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, themeContrast } from '../../../src/assets/theme-contrast.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../src/views/styles/tokens.css'), 'utf8');

test('black on white is the most there is, and a colour on itself the least', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#0b5566', '#0b5566')).toBe(1);
  // A grey that just passes, known from WCAG's own examples.
  expect(contrast('#767676', 'white')).toBeGreaterThan(4.5);
  expect(contrast('#777777', 'white')).toBeLessThan(4.5);
});

test('the project’s own colours can be read, light and dark', () => {
  expect(themeContrast(tokens, '')).toEqual([]);
});

test('a town’s colours are judged where they meet, also in the dark, where light ones still count', () => {
  const problems = themeContrast(tokens, ':root { --action: #ffd700; --on-action: white; }');
  expect(problems.map(({ scheme, text, on }) => `${scheme} ${text} ${on}`)).toEqual([
    'light on-action action',
    'dark on-action action',
    'dark on-action action-strong',
  ]);
  expect(problems[0]!.ratio).toBeLessThan(1.5);
  const mended = ':root { --action: #7a2513; } @media (prefers-color-scheme: dark) { :root { --action: #ffc9ba; } }';
  expect(themeContrast(tokens, mended)).toEqual([]);
});

test('what cannot be judged is said to be so', () => {
  const [problem] = themeContrast(
    tokens,
    '/* :root { --deep: white } */ :root { --deep: color-mix(in oklab, red, blue); }',
  );
  expect(problem).toMatchObject({ text: 'on-deep', on: 'deep' });
  expect(problem!.ratio).toBeUndefined();
});
