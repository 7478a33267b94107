import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { faultsOf, needData, needFile, type NeedSheet } from '../../../src/client/missing/need.ts';

const sheet: NeedSheet = { title: 'Beratung auf Ukrainisch', howMany: '', body: '' };

const frontMatter = (file: string): unknown => parse(/^---\n([\s\S]*?)\n---\n/.exec(file)?.[1] ?? '');

describe('what is missing', () => {
  test('needs a few letters, and a number of people that there can be', () => {
    expect(faultsOf(sheet)).toEqual({});
    expect(faultsOf({ ...sheet, title: '  ' })).toEqual({ title: 'missing' });
    expect(faultsOf({ ...sheet, title: 'ab' })).toEqual({ title: 'too-short' });
    expect(faultsOf({ ...sheet, title: 'x'.repeat(151) })).toEqual({ title: 'too-long' });
    for (const howMany of ['0', '-3', '2.5', 'viele', '10001'])
      expect(faultsOf({ ...sheet, howMany }), howMany).toEqual({ howMany: 'number' });
  });

  test('is sent without what was left empty', () => {
    expect(needData({ ...sheet, topics: '', where: 'brinkenau', howMany: ' 12 ' })).toEqual({
      title: 'Beratung auf Ukrainisch',
      where: ['brinkenau'],
      how_many: 12,
    });
  });

  test('is a file that says the same, whatever was typed', () => {
    const title = 'date: "2026-01-01"\nstatus: met # „so“ \\ \u2028';
    const file = needFile({ ...sheet, title, body: '---\nstatus: met\n---\nMehr dazu' }, '2026-11-22');
    expect(frontMatter(file)).toEqual({ title: title.trim(), source: 'form', status: 'open', date: '2026-11-22' });
    expect(file).toContain('\nMehr dazu\n');
    expect(file).toMatch(/^date: 2026-11-22$/m);
  });
});
