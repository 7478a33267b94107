import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import readExcelFile from 'read-excel-file/node';
import { readTexts } from '../../../src/i18n/load-texts.ts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { exportSheet } from '../../../src/cli/export.ts';
import { findChromium } from '../../../src/cli/chromium/find-chromium.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { readCsv } from '../../../src/cli/import/read-csv.ts';
import { readXlsx } from '../../../src/cli/import/read-xlsx.ts';
import { unzip } from '../../../src/cli/import/unzip.ts';
import { describeOfferFields } from '../../../src/datasheet/fields.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { runCommand } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

function target(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

const run = (folder: string, ...args: string[]) => runCommand(exportSheet, folder, args);

describe('the table', () => {
  it('has a heading, a note and a drop-down list from the schema and the vocabularies', async () => {
    const out = target('t.xlsx');
    expect((await run(contentFolder(), '--template', 'xlsx', '--lang', 'de', '--out', out)).code).toBe(0);
    const [headings] = (await readXlsx(readFileSync(out))) as string[][];
    for (const { required, texts, kind } of describeOfferFields()) {
      if (required && kind !== 'map' && texts.de.title !== 'Kontakt') expect(headings).toContain(`${texts.de.title} *`);
    }
    const files = unzip(readFileSync(out), () => true) as ReadonlyMap<string, Buffer>;
    const lists = files.get('xl/worksheets/sheet2.xml')!.toString('utf8');
    expect(lists).toContain('Treffpunkt');
    expect(lists).toContain('Sprachbrücke Musterland e. V.');
    expect(lists).toContain('Dienstag');
    expect(files.get('xl/comments1.xml')!.toString('utf8')).toContain('Nehmen Sie den Namen von Ihrem Plakat.');
  });

  it('opens in another program, where each drop-down leads to the list that it should', async () => {
    const out = target('t.xlsx');
    await run('content', '--template', 'xlsx', '--lang', 'de', '--out', out);
    const file = readFileSync(out);
    const [first, lists] = await readExcelFile(file);
    const headings = first!.data[0]!;
    const sheet = (unzip(file, () => true) as ReadonlyMap<string, Buffer>).get('xl/worksheets/sheet1.xml')!.toString();
    const columnOf = (letters: string): number =>
      [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const choices = new Map<unknown, unknown[]>();
    for (const [, from, name, column, last] of sheet.matchAll(
      /<dataValidation type="list"[^>]* sqref="([A-Z]+)2:[A-Z]+\d+"><formula1>(\w+)!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)<\/formula1>/g,
    )) {
      expect(name).toBe(lists!.sheet);
      const rows = lists!.data.slice(0, Number(last)).map((row) => row[columnOf(column!)]);
      expect(rows.every((value) => typeof value === 'string' && value !== '')).toBe(true);
      choices.set(headings[columnOf(from!)], rows);
    }
    expect(choices.size).toBeGreaterThan(15);
    expect(choices.get('Art des Angebots *')).toContain('Treffpunkt');
    expect(choices.get('Träger *')).toContain('Ausländerbehörde Kreis Merletal');
    expect(choices.get('Themen *')).toContain('Deutsch lernen');
  });

  it.each(['xlsx', 'csv'])('brings every offer back from %s as it was', async (format) => {
    const folder = contentFolder(undefined, {
      'offers/formel.md': readFileSync('test/fixtures/valid/offers/sprachcafe.md', 'utf8')
        .replace(/^title: .*$/m, "title: '=cmd()'")
        .replace('role: Anmeldung', 'role: "@x; y"'),
    });
    const out = target(`angebote.${format}`);
    expect((await run(folder, '--data', format, '--lang', 'de', '--out', out)).code).toBe(0);
    const result = await runCommand(importOffers, folder, [out]);
    expect(result.out).toContain('0 new, 0 changed, 3 unchanged, 0 conflicts, 0 rejected.');
    expect(existsSync(join(folder, 'imports'))).toBe(false);
  });

  it('keeps spreadsheets from computing', async () => {
    const folder = contentFolder();
    const out = target('a.csv');
    await run(folder, '--data', 'csv', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain("'+49 221 4710123");
  });

  it('can be edited and imported: what changed here is taken over, what changed there as well is a conflict', async () => {
    const folder = contentFolder();
    const out = target('a.csv');
    await run(folder, '--data', 'csv', '--out', out);
    writeFileSync(out, readFileSync(out, 'utf8').replace('Sprachcafé Ziegelhof', 'Sprachcafé am Ziegelhof'));
    const offer = join(folder, 'offers/sprachcafe.md');
    const before = readFileSync(offer, 'utf8');
    writeFileSync(offer, before.replace('Im ersten Stock', 'Im Keller'));
    expect((await runCommand(importOffers, folder, [out])).out).toContain('1 conflicts');
    writeFileSync(offer, before);
    expect((await runCommand(importOffers, folder, [out])).out).toContain('1 changed');
    expect(readFileSync(offer, 'utf8')).toBe(before.replace('Sprachcafé Ziegelhof', 'Sprachcafé am Ziegelhof'));
  });

  it('leaves what cannot be read out, and says so', async () => {
    const folder = contentFolder(undefined, { 'offers/kaputt.md': '---\ntitle: [\n---\n' });
    const out = target('a.csv');
    expect((await run(folder, '--data', 'csv', '--out', out)).err).toContain('1 offer(s) cannot be read');
    expect(readCsv(readFileSync(out))).toHaveLength(3);
  });
});

describe('the printed sheet', () => {
  it.each(languages.map(({ tag, dir }) => [tag, dir] as const))('is a valid page in %s (%s)', async (tag, dir) => {
    const out = target('s.html');
    expect((await run(contentFolder(), '--template', 'html', '--lang', tag, '--out', out)).code).toBe(0);
    const html = readFileSync(out, 'utf8');
    expect(html).toContain(`<html lang="${tag}" dir="${dir}">`);
    expect(html).not.toMatch(/<script|src=|href=/);
    // Every label is in the language of the page; the schema's own are there in German and English.
    const own = readTexts(tag).get('field.summary')!;
    expect(html).toContain(
      tag.startsWith('de') ? 'In einem Satz' : tag === 'en' ? 'In one sentence' : `>${own} *</h2>`,
    );
    expect(html).not.toMatch(/<(?!html)[^>]* lang="en"/);
    expect(html).toContain(`<h1>${readTexts(tag).get('paper.title')}</h1>`);
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'off' },
    }).validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('shows the choices in the language of the page', async () => {
    const out = target('s.html');
    await run('content', '--template', 'html', '--lang', 'ar', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('تعلّم الألمانية');
  });

  it.skipIf(findChromium(process.env) === undefined)('is printed as PDF', { timeout: 60_000 }, async () => {
    const out = target('s.pdf');
    expect((await run(contentFolder(), '--template', 'pdf', '--out', out)).code).toBe(0);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says how to print where there is no browser', async () => {
    const out = target('s.pdf');
    const { code, err } = await runCommand(exportSheet, contentFolder(), ['--template', 'pdf', '--out', out], {
      CHROMIUM_PATH: '/no/browser',
    });
    expect(code).toBe(1);
    expect(err).toContain('--template html');
    expect(existsSync(out)).toBe(false);
  });
});

describe('calls', () => {
  it.each([
    [[]],
    [['--template', 'doc']],
    [['--data', 'html']],
    [['--data', 'csv', '--template', 'xlsx']],
    [['--data', 'csv', 'word']],
    [['--data', 'csv', '--lang', 'xx']],
  ])('%j is refused', async (args) => {
    expect((await run(contentFolder(), ...args)).code).toBe(2);
  });

  it('a file is overwritten only on purpose', async () => {
    const out = target('a.csv');
    writeFileSync(out, 'mine');
    const folder = contentFolder();
    const refused = await run(folder, '--data', 'csv', '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--force');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await run(folder, '--data', 'csv', '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toBe('mine');
  });
});
