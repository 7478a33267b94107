import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { DesignPage } from '../../../src/pages/design/design-page.tsx';
import { colourTokens, sizeWords } from '../../../src/pages/design/token-words.ts';
import { makeModel, makePage } from './small-catalogue.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../src/views/styles/tokens.css'), 'utf8');
const page = makePage(makeModel([]), 'de');

test('every token has its place on the page', () => {
  const root = tokens.slice(0, tokens.indexOf('@media'));
  const names = [...root.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name!);
  // Measures that nobody should change one by one: they hang together.
  const shown = [
    ...colourTokens,
    ...sizeWords.space,
    ...[...sizeWords.type, ...sizeWords.radius].map(([name]) => name),
    'hero-field',
    'target',
    'gutter',
    'font',
    'leading',
    'leading-tight',
    'tracking-tight',
  ];
  expect([...shown].sort()).toEqual([...names].sort());
});

test('shows the town’s colours with how well they can be read', () => {
  const html = renderToString(<DesignPage page={page} theme=":root { --action: #ffd700; --on-action: #fff; }" />);
  expect(html).toContain('fill="#ffd700"');
  expect(html).toContain('<span class="design-bad">1,4 – zu wenig</span>');
  expect(renderToString(<DesignPage page={page} theme="" />)).not.toContain('zu wenig');
  expect(html).not.toContain(' style="');
});
