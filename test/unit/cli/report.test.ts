import { describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../../src/cli/import/read-csv.ts';
import { report } from '../../../src/cli/report.ts';
import { changedOffer, contentFolder, today } from '../../support/content-folder.ts';
import { runCommand } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

const run = (folder: string, ...args: string[]) => runCommand(report, folder, args);

interface Described {
  readonly date: string;
  readonly offers: readonly {
    readonly id: string;
    readonly score: number;
    readonly freshness: string;
    readonly improvements: readonly { readonly rule: string; readonly gain: number; readonly advice: string }[];
  }[];
}

const scoreIn = async (folder: string): Promise<number> =>
  (JSON.parse((await run(folder, '--format', 'json')).out) as Described).offers.find(({ id }) => id === 'sprachcafe')!
    .score;

describe('report', () => {
  it('gives a score and the three things that would help most', async () => {
    const { code, out } = await run(contentFolder(), '--format', 'json');
    expect(code).toBe(0);
    const { date, offers } = JSON.parse(out) as Described;
    expect(date).toBe(today);
    const cafe = offers.find(({ id }) => id === 'sprachcafe')!;
    expect(cafe.score).toBeGreaterThan(50);
    expect(cafe.score).toBeLessThan(100);
    expect(cafe.improvements).toHaveLength(3);
    const gains = cafe.improvements.map(({ gain }) => gain);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });

  it('rises when somebody follows the advice', async () => {
    const before = await scoreIn(contentFolder());
    const after = await scoreIn(
      contentFolder(
        undefined,
        changedOffer(
          'accessibility: { step_free: yes }',
          'accessibility: { step_free: yes, toilet: no, sign_language: no, plain_language: yes }',
        ),
      ),
    );
    expect(after).toBeGreaterThan(before);
  });

  it('is a table that no spreadsheet computes', async () => {
    const { out } = await run(
      contentFolder(undefined, changedOffer('title: Sprachcafé Ziegelhof', "title: '=cmd()'")),
      '--format',
      'csv',
    );
    expect(out).toContain("'=cmd()");
    const [head, ...rows] = readCsv(Buffer.from(out));
    expect(head![0]).toBe('Id');
    expect(rows.find(([id]) => id === 'sprachcafe')![1]).toBe('=cmd()');
  });

  it('tells people in both languages, the least complete first', async () => {
    const english = await run(contentFolder());
    expect(english.out).toContain(`2 offers on ${today}`);
    const scores = [...english.out.matchAll(/^ *(\d+) {2}[a-z]/gm)].map(([, score]) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect((await run(contentFolder(), '--lang', 'de')).out).toContain('Was am meisten fehlt:');
  });

  it('refuses an unknown format, further words, and content with errors', async () => {
    expect((await run(contentFolder(), '--format', 'xml')).code).toBe(2);
    expect((await run(contentFolder(), 'sprachcafe')).code).toBe(2);
    expect((await run(contentFolder('bad-time'))).code).toBe(1);
  });
});
