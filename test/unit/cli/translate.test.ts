import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { translate } from '../../../src/cli/translate.ts';
import { changedOffer, contentFolder, today } from '../../support/content-folder.ts';

function run(contentDir: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): { code: number; out: string } {
  let out = '';
  const code = translate(args, { CONTENT_DIR: contentDir, LANG: 'en_GB', ...env }, (text) => (out += text));
  return { code, out };
}

const outdated = (): string => contentFolder(undefined, changedOffer('kleinen Tischen', 'runden Tischen'));

describe('stamp', () => {
  it('makes an outdated translation current, and leaves a current one alone', async () => {
    const folder = outdated();
    expect(run(folder, ['stamp', join(folder, 'offers/sprachcafe.en.md')])).toEqual({
      code: 0,
      out: '1 translation(s) marked\n',
    });
    expect((await loadCatalogue({ contentDir: folder, today })).problems).toEqual([]);
    expect(run(folder, ['stamp', '--all'])).toEqual({ code: 0, out: '0 translation(s) marked\n' });
  });

  it('touches only the files it is given', () => {
    const folder = outdated();
    const before = readFileSync(join(folder, 'offers/sprachcafe.en.md'), 'utf8');
    expect(run(folder, ['stamp', 'offers/sprachcafe.md'])).toEqual({
      code: 1,
      out: 'offers/sprachcafe.md: not a translation of a readable source text\n0 translation(s) marked\n',
    });
    expect(readFileSync(join(folder, 'offers/sprachcafe.en.md'), 'utf8')).toBe(before);
  });
});

describe('status', () => {
  it('counts by language and names what is outdated', () => {
    // Two offers and a page have text, places and organisation do not; one of the three is translated.
    expect(run(outdated(), ['status'])).toEqual({
      code: 0,
      out: 'Language  up to date  machine  outdated  missing\nen                 0        0         1        2\n\nOutdated:\n  offers/sprachcafe.en.md\n',
    });
    expect(run(contentFolder(), ['status', '--lang', 'de']).out).toBe(
      'Sprache  aktuell  maschinell  veraltet  fehlt\nen             1           0         0      2\n',
    );
  });
});

it.each([
  [[]],
  [['stamp']],
  [['status', 'x']],
  [['stamp', '--all', 'x.md']],
  [['stamp', '--all', '--by', 'robot']],
  [['--nope']],
  [['delete', 'x']],
])('%j is wrong use', (args) => {
  const { code, out } = run(contentFolder(), args);
  expect(code).toBe(2);
  expect(out).toContain('--help');
});

it('helps in both languages', () => {
  expect(run('.', ['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('mark them as up to date') as string,
  });
  expect(run('.', ['--help', '--lang', 'de']).out).toContain('Übersetzungen');
});
