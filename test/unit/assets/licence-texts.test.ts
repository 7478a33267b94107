import { expect, it } from 'vitest';
import { licenceTexts } from '../../../src/assets/licence-texts.ts';

it('brings the licence of every package once, by name', async () => {
  const text = await licenceTexts([
    'src/client/list.entry.tsx',
    'node_modules/preact/dist/preact.module.js',
    'node_modules/preact/hooks/dist/hooks.module.js',
    'node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  ]);
  expect([...text.matchAll(/^-{72}\n(\S+)\n/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]))).toEqual([
    '@fontsource/noto-sans-arabic',
    'preact',
  ]);
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toContain('The MIT License');
});
