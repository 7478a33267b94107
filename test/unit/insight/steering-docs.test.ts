import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { dimensionIds } from '../../../src/insight/dimensions.ts';
import { judgeTargets } from '../../../src/insight/targets.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

const docs = (path: string): string => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');

it('defines every dimension', () => {
  const rows = [...docs('en/steering.md').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id]) => id);
  expect(rows).toEqual([...dimensionIds]);
});

it('shows coordinators targets that can be copied', async () => {
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(docs('de/steuerung.md'))!;
  const files = { 'concept/targets.yml': example!.replace('netzwerktreffen-2026-03', 'treffen-2025-11') };
  const { value, problems } = await loadCatalogue({ contentDir: contentFolder(undefined, files), today });
  expect(problems).toEqual([]);
  expect(judgeTargets(value!).map(({ town, language, met }) => [town, language, met])).toEqual([
    ['lindenau', undefined, false],
    ['lindenau', 'ar', false],
    ['lindenau', 'tr', false],
    ['lindenau', 'uk', false],
  ]);
});
