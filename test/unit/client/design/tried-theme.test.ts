import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coloursInEach, themeContrast } from '../../../../src/assets/theme-contrast.ts';
import { themeFromColour, writeTheme } from '../../../../src/assets/theme-from-colour.ts';
import { panelRules, themeOf, tooAlike, type Tried } from '../../../../src/client/design/tried-theme.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../../src/views/styles/tokens.css'), 'utf8');
const coloursWith = (theme: string): Tried => {
  const { light, dark } = coloursInEach(tokens, theme);
  return { light: Object.fromEntries(light), dark: Object.fromEntries(dark) };
};
const project = coloursWith('');

test.each([
  ['only light is changed: the dark keeps its own', { light: { action: '#8a1c4a' }, dark: {} }],
  ['only dark is changed', { light: {}, dark: { ink: '#ffffff' } }],
  ['both become the same', { light: { link: '#123456' }, dark: { link: '#123456' } }],
  ['nothing is changed', { light: {}, dark: {} }],
] as const)('the style sheet gives what was tried: %s', (_, changed) => {
  const tried: Tried = { light: { ...project.light, ...changed.light }, dark: { ...project.dark, ...changed.dark } };
  expect(coloursWith(themeOf(project, tried))).toEqual(tried);
});

test('what is as in the project is not written down: the next release may improve it', () => {
  expect(themeOf(project, project)).not.toContain('--');
  const tried: Tried = { ...project, light: { ...project.light, action: '#8a1c4a' } };
  expect(themeOf(project, tried).match(/--[a-z-]+:/g)).toEqual(['--action:', '--action:']);
});

test('any colour of a town becomes one that can be read', () => {
  for (const colour of ['#ffff00', '#000000', '#ffffff', '#ff0000', '#7fffd4', '#808080'])
    expect(themeContrast(tokens, writeTheme(themeFromColour(colour))), colour).toEqual([]);
});

test('what cannot be read is named, the worst first, and both schemes are shown at once', () => {
  const tried: Tried = {
    light: { ...project.light, action: '#ffd700' },
    dark: { ...project.dark, ink: project.dark['paper']! },
  };
  const [worst] = tooAlike(tried);
  expect(worst).toMatchObject({ scheme: 'dark', text: 'ink', on: 'paper', ratio: 1, least: 4.5 });
  expect(tooAlike(tried)).toContainEqual(expect.objectContaining({ scheme: 'light', text: 'on-action', on: 'action' }));
  expect(tooAlike(project)).toEqual([]);
  expect(panelRules(tried)).toMatch(/^\[data-scheme=light\]\{color-scheme:light;.*--action:#ffd700[;}]/m);
});
