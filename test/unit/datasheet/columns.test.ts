import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSheet } from '../../../src/cli/load-sheet.ts';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { offerColumns, readCell, valueAt, writeCell, type Column } from '../../../src/datasheet/columns.ts';
import { describeOfferFields, type Field } from '../../../src/datasheet/fields.ts';
import { readSettings } from '../../../src/settings.ts';
import { today } from '../../support/content-folder.ts';

const sheetOf = (contentDir: string) => loadSheet(readSettings({ CONTENT_DIR: contentDir, BUILD_DATE: today }));
const column = (key: string): Column => offerColumns({ schedule: 4, contacts: 4 }).find((one) => one.key === key)!;

describe('fields', () => {
  const all = (fields: readonly Field[]): Field[] =>
    fields.flatMap((field) => [field, ...all(field.fields), ...all(field.item?.fields ?? [])]);

  it('explain themselves in German and English, down to the last one', () => {
    for (const { pattern, texts } of all(describeOfferFields())) {
      for (const lang of ['de', 'en'] as const) {
        expect(texts[lang].title, `${pattern.join('.')} in ${lang}`).not.toBe('');
        expect(texts[lang].help, `${pattern.join('.')} in ${lang}`).not.toBe('');
      }
    }
  });
});

describe('cells', () => {
  const sheet = sheetOf('test/fixtures/valid');
  const sources = ['de', 'en'].map((tag) => sheet.optionsIn(tag));
  const read = (key: string, cell: string) => readCell(column(key), cell, sources);

  it.each([
    ['type', 'Treffpunkt', 'meeting-point'],
    ['type', 'meeting-point', 'meeting-point'],
    ['reviewed', '1.2.2026', '2026-02-01'],
    ['reviewed', '2026-02-01', '2026-02-01'],
    ['schedule[0].from', '9 Uhr', '09:00'],
    ['schedule[0].days', 'Montag; Dienstag', ['monday', 'tuesday']],
    ['schedule[0].days', 'monday, Dienstag', ['monday', 'tuesday']],
    ['cost.amount', '1.250,50 €', 1250.5],
    ['cost.amount', '2.5', 2.5],
    ['place.protected', 'ja', true],
    ['organisation', 'Sprachbrücke Musterland e.V.', 'sprachbruecke'],
    ['accessibility.step_free', 'x', 'yes'],
    ['contacts[0].phone', '492214710100', '+492214710100'],
    ['contacts[0].phone', '2214710100', '02214710100'],
    ['place.postal_code', '123', '00123'],
    ['place.stop.lines', 'Bus 3; RB 54', ['Bus 3', 'RB 54']],
    ['place.stop.minutes', '4', 4],
    [
      'languages',
      'Deutsch, Arabisch (interpreter: nur dienstags, mit Termin); ti',
      [
        { code: 'de', kind: 'spoken' },
        { code: 'ar', kind: 'interpreter', note: 'nur dienstags, mit Termin' },
        { code: 'ti', kind: 'spoken' },
      ],
    ],
    ['required_documents', '- Pass; oder Ausweis\n- Zeugnis', ['Pass; oder Ausweis', 'Zeugnis']],
    ['required_documents', 'Pass; Zeugnis', ['Pass', 'Zeugnis']],
    ['title', ' =cmd() ', '=cmd()'],
    ['title', '   ', undefined],
  ])('%s: %j means %j', (key, cell, value) => {
    expect(read(key, cell)).toEqual({ value });
  });

  it.each([
    ['type', 'Trefpunkt', 'unknown-option', 'Treffpunkt'],
    ['reviewed', '30.02.2026', 'bad-date', ''],
    ['schedule[0].from', 'abends', 'bad-time', ''],
    ['cost.amount', 'viel', 'bad-number', ''],
    ['languages', 'Klingonen', 'bad-language', ''],
    ['organisation', 'Sprachinsel', 'unknown-option', ''],
  ])('%s: %j is refused as %s', (key, cell, reason, suggestion) => {
    expect(read(key, cell)).toMatchObject({ problem: { reason, ...(suggestion ? { suggestion } : {}) } });
  });

  it.each(['a; b', ' (', 'x)', 'a: b', 'a\nb', '=1', '[x]'])('keeps the note %j of a language', (note) => {
    const value = [
      { code: 'ar', kind: 'interpreter', note },
      { code: 'de', kind: 'spoken' },
    ];
    const cell = writeCell(column('languages'), value, sources[0]!);
    expect(read('languages', String(cell))).toEqual({ value });
  });
});

describe('the demo offers as cells', () => {
  const sheet = sheetOf('content');
  const names = readdirSync('content/offers').filter((name) => /^[^.]+\.md$/.test(name));

  it.each(['de', 'en', 'ar', 'de-simple'])('come back from a table in %s as they were', (tag) => {
    const source = sheet.optionsIn(tag);
    for (const name of names) {
      const { data } = readMarkdown(name, readFileSync(`content/offers/${name}`, 'utf8')).value!;
      for (const one of offerColumns({ schedule: 20, contacts: 10, links: 10 })) {
        if (!one.field) continue;
        const value = valueAt(data, one.path);
        const isAddress = one.field.kind === 'map' && typeof value === 'object';
        const cell = writeCell(one, value, source);
        expect(readCell(one, cell, [source]), `${name} ${one.key}: ${cell}`).toEqual({
          value: isAddress ? undefined : value,
        });
      }
    }
  });
});
