import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { review } from '../../../src/cli/review.ts';
import { writeMailDraft } from '../../../src/cli/review/write-mail-draft.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';
import { runCommand } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

const file = 'offers/sprachcafe.md';
const reviewedOn = (date: string): string =>
  validFile(file).replace('reviewed: 2026-02-01', `reviewed: ${date} # nach Anruf`);
const folderWith = (date: string): string => contentFolder(undefined, { [file]: reviewedOn(date) });

function mailFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mails-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'drafts');
}

const bodyOf = (mail: string): string => Buffer.from(mail.slice(mail.indexOf('\r\n\r\n')), 'base64').toString('utf8');

describe('review', () => {
  it.each([
    ['2026-02-01', 0, 'There is nothing to do.'],
    ['2025-03-10', 0, 'Due within 30 days:\n  2026-03-10  sprachcafe  (Sprachbrücke Musterland e. V.)'],
    ['2025-02-01', 1, 'Review due:\n  2026-02-01  sprachcafe'],
    ['2023-02-01', 1, 'Long overdue (the site advises to ask first):\n  2024-02-01  sprachcafe'],
  ])('of what was reviewed on %s ends with %s', async (date, code, text) => {
    const result = await runCommand(review, folderWith(date), []);
    expect(result.out).toContain(text);
    expect(result.code).toBe(code);
  });

  it('renews the date and nothing else', async () => {
    const folder = folderWith('2023-02-01');
    const { code, out } = await runCommand(review, folder, ['--confirm', 'sprachcafe']);
    expect(code).toBe(0);
    expect(out).toBe(`sprachcafe: reviewed on ${today}\n`);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(reviewedOn(today));
    expect((await runCommand(review, folder, ['--confirm', 'sprachcafe'])).out).toContain('already');
  });

  it('changes nothing when one id is wrong', async () => {
    const folder = folderWith('2023-02-01');
    const { code, err } = await runCommand(review, folder, ['--confirm', 'sprachcafe', 'frauenberatun']);
    expect(code).toBe(1);
    expect(err).toContain('Did you mean “frauenberatung”?');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(reviewedOn('2023-02-01'));
    expect((await runCommand(review, folder, ['--confirm', '../../x'])).code).toBe(1);
  });

  it('writes one mail draft per organisation, in German and English', async () => {
    const out = mailFolder();
    const { code } = await runCommand(review, folderWith('2023-02-01'), ['--out', out]);
    expect(code).toBe(1);
    expect(readdirSync(out)).toEqual(['sprachbruecke.eml']);
    const mail = readFileSync(join(out, 'sprachbruecke.eml'), 'utf8');
    expect(mail).toMatch(/^X-Unsent: 1\r\nTo: sprachcafe@example\.org\r\n/);
    const body = bodyOf(mail);
    expect(body).toContain('- Sprachcafé Ziegelhof (zuletzt geprüft am 1. Februar 2023)');
    expect(body).toContain('- Sprachcafé Ziegelhof (last reviewed on 1 February 2023)');
  });

  it('names the organisations that have no address', async () => {
    const out = mailFolder();
    const text = reviewedOn('2023-02-01').replace(/\n {4}email: .*/, '');
    const { err } = await runCommand(review, contentFolder(undefined, { [file]: text }), ['--out', out]);
    expect(err).toContain('Please ring up (1 offers).');
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [['--days', 'x']],
    [['--days', '1000']],
    [['sprachcafe']],
    [['--confirm']],
    [['--confirm', 'a', '--out', 'b']],
  ])('refuses %j', async (args) => {
    expect((await runCommand(review, contentFolder(), args)).code).toBe(2);
  });

  it('says what is wrong first when the content has errors', async () => {
    const { code, err } = await runCommand(review, contentFolder('bad-time'), []);
    expect(code).toBe(1);
    expect(err).toContain('They must go first: npm run check');
  });
});

const draft = (more: Partial<Parameters<typeof writeMailDraft>[0]>): string =>
  writeMailDraft({
    to: 'a@example.org',
    organisation: 'Verein',
    publisher: { name: 'Kreis' },
    date: today,
    siteUrl: 'https://example.org',
    basePath: '/',
    offers: [{ id: 'a', title: 'A', reviewed: today }],
    ...more,
  });

describe('a mail draft', () => {
  it('cannot be given further headers or recipients', () => {
    const mail = draft({
      to: 'a@example.org\r\nBcc: b@example.org, c@example.org',
      organisation: 'X\r\nBcc: d@example.org',
      offers: [{ id: 'a', title: 'T\n\nBcc: e', reviewed: today }],
    });
    expect(mail.slice(0, mail.indexOf('\r\n\r\n'))).not.toMatch(/^Bcc/m);
    expect(mail).toMatch(/^To: [^\s,]+\r\n/m);
    expect(bodyOf(mail)).not.toMatch(/^Bcc/m);
  });

  it('keeps every line short and ASCII, whatever the texts are', () => {
    const mail = draft({ organisation: 'Ü👩‍👩‍👧'.repeat(50) });
    // oxlint-disable-next-line no-control-regex
    expect(mail).toMatch(/^[\u0000-\u007f]*$/);
    for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });
});
