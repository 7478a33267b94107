import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { describeProblems } from '../../../src/check/print/describe-problem.ts';
import type { OwnCheck, OwnProblem } from '../../../src/extension.ts';
import { runOwnChecks, type TimeLimits } from '../../../src/extensions/run-own-checks.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';

const words = { de: 'Nicht gut: {what}', en: 'Not good: {what}' };

const file = 'offers/sprachcafe.md';

async function run(find: OwnCheck['find'], more: Partial<OwnCheck> = {}, limits?: TimeLimits) {
  const contentDir = contentFolder(undefined, {
    'offers/entwurf.md': validFile(file).replace('status: active', 'status: draft'),
  });
  const check: OwnCheck = { code: 'mine', message: words, fix: words, find, ...more };
  const result = await loadCatalogue({
    contentDir,
    today,
    alsoCheck: (catalogue, content) => runOwnChecks({ checks: [check] }, catalogue, content, limits),
  });
  const english = describeProblems(result.problems, result.sources, 'en');
  const german = describeProblems(result.problems, result.sources, 'de');
  return { ...result, english, german };
}

describe('an own check', () => {
  test('says what it finds in both languages, under a code of its own, where the field is', async () => {
    const { english, german, value } = await run(() => [{ file, at: ['status'], values: { what: 'the status' } }]);
    expect(english).toMatchObject([
      { code: 'own/mine', severity: 'warning', file, position: { line: 5 }, message: 'Not good: the status' },
    ]);
    expect(german[0]?.message).toBe('Nicht gut: the status');
    expect(value).toBeDefined();
  });

  test('can keep the site from being built', async () => {
    const { value } = await run(() => [{ file }], { severity: 'error' });
    expect(value).toBeUndefined();
  });

  test('sees the public catalogue, and every document as it was written', async () => {
    const { english } = await run(({ catalogue, documents }) => [
      { file, values: { what: [...catalogue.offers.keys()].includes('entwurf') ? 'draft public' : 'ok' } },
      ...documents
        .filter(({ id, language }) => id === 'entwurf' || language === 'en')
        .map((one): OwnProblem => ({
          file: one.file,
          values: { what: String(one.data['title'] ?? one.data['name']) },
        })),
    ]);
    expect(english.map(({ file: at, message }) => `${at} ${message}`)).toEqual(
      expect.arrayContaining([
        'offers/sprachcafe.md Not good: ok',
        'offers/entwurf.md Not good: Sprachcafé Ziegelhof',
        expect.stringMatching(/^offers\/sprachcafe\.en\.md Not good: \S/),
      ]),
    );
  });

  test('may take its time, but not for ever', async () => {
    const { english } = await run(async () => Promise.resolve([{ file, values: { what: 'late' } }]));
    expect(english.map(({ message }) => message)).toEqual(['Not good: late']);
    const endless = await run(() => new Promise(() => {}), {}, { slow: 5, endless: 0.01 });
    expect(endless.english).toMatchObject([
      { file: 'extensions.ts', code: 'extension-broken', message: expect.stringContaining('`checks[0] (mine)`') },
    ]);
    const slow = await run(() => [], {}, { slow: 0, endless: 1 });
    expect(slow.english).toMatchObject([{ code: 'extension-slow', severity: 'warning', file: 'extensions.ts' }]);
    expect(slow.value).toBeDefined();
  });

  const wrong: ReadonlyArray<readonly [string, () => unknown, string]> = [
    [
      'throws',
      () => {
        throw new Error('boom\nat secret.ts');
      },
      'failed at `checks[0] (mine)`: Error: boom',
    ],
    [
      'throws what is no error',
      () => {
        throw 'only words';
      },
      'only words',
    ],
    ['gives no list', () => 7, 'failed at `checks[0] (mine)`'],
    ['gives a file that is not there', () => [{ file: '../../etc/passwd' }], 'not right at `checks[0] (mine)`'],
    ['gives gaps', () => [undefined], 'not right at'],
    ['gives a place that is none', () => [{ file, at: 'status' }], 'not right at'],
  ];
  test.each(wrong)('that %s is a problem of the extension', async (_, find, said) => {
    const { english, value } = await run(find as OwnCheck['find']);
    expect(english).toHaveLength(1);
    expect(english[0]).toMatchObject({ code: 'extension-broken', severity: 'error', file: 'extensions.ts' });
    expect(english[0]?.message).toContain(said);
    expect(english[0]?.message).not.toContain('secret.ts');
    expect(value).toBeUndefined();
  });

  test('cannot change what the site is made from', async () => {
    const { english } = await run(({ catalogue }) => {
      Object.assign(catalogue.offers.get('sprachcafe')!.data, { title: 'mine' });
      return [];
    });
    expect(english).toMatchObject([{ code: 'extension-broken', message: expect.stringContaining('read only') }]);
  });
});
