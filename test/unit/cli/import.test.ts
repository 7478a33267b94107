import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { writeCsv } from '../../../src/exports/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../src/exports/spreadsheet/write-xlsx.ts';
import { writeZip } from '../../../src/exports/spreadsheet/write-zip.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { readCsv } from '../../../src/cli/import/read-csv.ts';
import { zipLimits } from '../../../src/cli/import/unzip.ts';
import { contentFolder, today } from '../../support/content-folder.ts';
import { runCommand, type Run } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

const headings = [
  'Nr.',
  'Angebot',
  'In einem Satz',
  'Art',
  'Anbieter',
  'Handlungsfeld',
  'Themen',
  'Zielgruppe',
  'Sprachen',
  'Kosten',
  'Anmeldung',
  'Form',
  'Einzugsgebiet',
  'Telefon',
  'Stand',
  'Status',
  'Beschreibung',
];
const phoneLine = [
  '7',
  'Telefon für Eltern',
  'Fragen zur Schule am Telefon.',
  'Beratung',
  'Sprachbrücke Musterland e. V.',
  'language',
  'learn-german',
  'newcomers',
  'Deutsch, Arabisch',
  'kostenlos',
  'keine',
  'Telefon',
  'Lindenau',
  '+49 221 4710199',
  '01.02.2026',
  'aktiv',
  'Rufen Sie an.',
];

const withCell = (row: readonly string[], heading: string, cell: string): string[] =>
  row.map((old, index) => (headings[index] === heading ? cell : old));

interface Place {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly offer: (id: string) => string;
}

function place(): Place {
  const folder = contentFolder();
  const tables = mkdtempSync(join(tmpdir(), 'tables-'));
  onTestFinished(() => rmSync(tables, { recursive: true, force: true }));
  return { folder, path: (name) => join(tables, name), offer: (id) => join(folder, 'offers', `${id}.md`) };
}

function table({ path }: Place, rows: readonly (readonly string[])[], name = 'liste.csv'): string {
  writeFileSync(path(name), writeCsv([headings, ...rows]));
  return path(name);
}

const run = (where: Place, ...args: string[]): Promise<Run> => runCommand(importOffers, where.folder, args);
const summary = ({ out }: Run): string => /^\d+ new, .*$/m.exec(out)?.[0] ?? out;

describe('a table', () => {
  it('becomes an offer that passes the checks; the mapping is guessed, shown and saved', async () => {
    const where = place();
    const result = await run(where, table(where, [phoneLine]));
    expect(summary(result)).toBe('1 new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.');
    expect(result.code).toBe(0);
    expect(result.out).toMatch(/Anbieter +→ {2}Organisation \[organisation\]/);
    expect(readFileSync(where.path('liste.csv.mapping.yml'), 'utf8')).toContain('Anbieter: organisation');
    expect(readFileSync(where.offer('telefon-fuer-eltern'), 'utf8')).toBe(`---
title: Telefon für Eltern
summary: Fragen zur Schule am Telefon.
type: counselling
status: active
organisation: sprachbruecke
fields_of_action: [language]
topics: [learn-german]
audience:
  groups: [newcomers]
languages:
  - { code: de, kind: spoken }
  - { code: ar, kind: spoken }
cost:
  kind: free
registration:
  kind: none
delivery: [phone]
service_area: [lindenau]
accessibility:
  step_free: unknown
contacts:
  - role: Kontakt
    phone: '+49 221 4710199'
reviewed: '2026-02-01'
review_every: 12
---

Rufen Sie an.
`);
    const { problems } = await loadCatalogue({ contentDir: where.folder, today });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('changes nothing the second time, and is a draft where nobody says that it takes place', async () => {
    const where = place();
    const file = table(where, [withCell(phoneLine, 'Status', '')]);
    const first = await run(where, file);
    expect(first.out).toContain('1 new offers are drafts');
    const before = readFileSync(where.offer('telefon-fuer-eltern'), 'utf8');
    expect(before).toContain('status: draft');
    const second = await run(where, file);
    expect(summary(second)).toBe('0 new, 0 changed, 1 unchanged, 0 conflicts, 0 rejected.');
    expect(readFileSync(where.offer('telefon-fuer-eltern'), 'utf8')).toBe(before);
  });

  it('writes nothing in a rehearsal', async () => {
    const where = place();
    const file = table(where, [phoneLine, withCell(phoneLine, 'Telefon', '110 oder so')]);
    const before = readdirSync(where.folder, { recursive: true });
    const result = await run(where, file, '--dry-run');
    expect(result.out).toContain('new  offers/telefon-fuer-eltern.md');
    expect(result.out).toContain('nothing was written');
    expect(readdirSync(where.folder, { recursive: true })).toEqual(before);
    expect(readdirSync(where.path('.'))).toEqual(['liste.csv']);
  });

  it('updates only what has changed, under the same name, and keeps comments', async () => {
    const where = place();
    await run(where, table(where, [phoneLine]));
    const offer = where.offer('telefon-fuer-eltern');
    writeFileSync(offer, readFileSync(offer, 'utf8').replace('cost:', '# Kosten geklärt\ncost:'));
    const changed = withCell(withCell(phoneLine, 'Angebot', 'Elterntelefon'), 'Telefon', '+49 221 4710198');
    const before = readFileSync(offer, 'utf8');
    const result = await run(where, table(where, [changed]));
    expect(summary(result)).toBe('0 new, 1 changed, 0 unchanged, 0 conflicts, 0 rejected.');
    expect(readFileSync(offer, 'utf8')).toBe(
      before.replace('Telefon für Eltern', 'Elterntelefon').replace('4710199', '4710198'),
    );
  });

  it('keeps what was edited by hand, and reports a conflict once the row changes as well', async () => {
    const where = place();
    await run(where, table(where, [phoneLine]));
    const offer = where.offer('telefon-fuer-eltern');
    const edited = readFileSync(offer, 'utf8').replace('Fragen zur Schule', 'Alle Fragen zur Schule');
    writeFileSync(offer, edited);
    expect(summary(await run(where, table(where, [phoneLine])))).toBe(
      '0 new, 0 changed, 1 unchanged, 0 conflicts, 0 rejected.',
    );
    const result = await run(where, table(where, [withCell(phoneLine, 'Telefon', '+49 221 4710198')]));
    expect(result.code).toBe(1);
    expect(result.out).toContain('CONFLICT  offers/telefon-fuer-eltern.md');
    expect(result.out).toContain('changed by hand since the last import');
    expect(readFileSync(offer, 'utf8')).toBe(edited);
    // The conflict stays until somebody resolves it.
    expect(summary(await run(where, where.path('liste.csv')))).toContain('1 conflicts');
  });

  it('does not bring back what was deleted, nor take over what exists already', async () => {
    const where = place();
    await run(where, table(where, [phoneLine]));
    rmSync(where.offer('telefon-fuer-eltern'));
    expect((await run(where, where.path('liste.csv'))).out).toContain('deleted after the last import');
    expect(existsSync(where.offer('telefon-fuer-eltern'))).toBe(false);
    const before = readFileSync(where.offer('sprachcafe'), 'utf8');
    const result = await run(where, table(where, [withCell(phoneLine, 'Angebot', 'Sprachcafé')], 'andere.csv'));
    expect(result.out).toContain('An offer of this name exists already');
    expect(readFileSync(where.offer('sprachcafe'), 'utf8')).toBe(before);
  });

  it('gives two rows of one title two names, and refuses two rows of one number', async () => {
    const where = place();
    const other = withCell(withCell(phoneLine, 'Nr.', '8'), 'Telefon', '+49 221 4710198');
    const result = await run(where, table(where, [phoneLine, other, withCell(phoneLine, 'Angebot', 'Noch eins')]));
    expect(summary(result)).toBe('2 new, 0 changed, 0 unchanged, 1 conflicts, 0 rejected.');
    expect(existsSync(where.offer('telefon-fuer-eltern-2'))).toBe(true);
    expect(summary(await run(where, where.path('liste.csv')))).toBe(
      '0 new, 0 changed, 2 unchanged, 1 conflicts, 0 rejected.',
    );
  });

  it('rejects what cannot be valid, with reasons beside the row', async () => {
    const where = place();
    const bad = withCell(withCell(withCell(phoneLine, 'Nr.', '9'), 'Art', 'Trefpunkt'), 'Angebot', '=cmd()');
    const lacking = withCell(withCell(phoneLine, 'Nr.', '10'), 'Telefon', '');
    const result = await run(where, table(where, [phoneLine, bad, lacking]));
    expect(result.code).toBe(1);
    expect(summary(result)).toBe('1 new, 0 changed, 0 unchanged, 0 conflicts, 2 rejected.');
    const rejected = readFileSync(where.path('liste.csv.rejected.csv'));
    expect(rejected.toString('utf8')).toContain("'=cmd()");
    const rows = readCsv(rejected);
    expect(rows[0]).toEqual([...headings, 'Reasons']);
    expect(rows[1]!.slice(0, -1)).toEqual(bad);
    expect(rows[1]!.at(-1)).toContain('Did you mean “Meeting place”?');
    expect(rows[2]!.at(-1)).toContain('`contacts` is missing');
  });

  it('takes defaults and names from the mapping', async () => {
    const where = place();
    const mapping = where.path('eigene.yml');
    writeFileSync(
      mapping,
      'columns: { Anbieter: organisation, Kosten: "" }\ndefaults: { cost: { kind: free }, tags: [Telefon] }\nnames: { SB: sprachbruecke }\n',
    );
    const file = table(where, [withCell(withCell(phoneLine, 'Anbieter', 'SB'), 'Kosten', 'unklar')]);
    expect(summary(await run(where, file, '--mapping', mapping))).toBe(
      '1 new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.',
    );
    expect(readFileSync(where.offer('telefon-fuer-eltern'), 'utf8')).toContain('tags: [Telefon]');
    expect(existsSync(where.path('liste.csv.mapping.yml'))).toBe(false);
  });

  it.each([
    ['a field that does not exist', 'columns: { Anbieter: organisatoin }', 'Did you mean “organisation”?'],
    ['no mapping at all', '- a\n- b', 'cannot be read'],
    ['YAML tricks', 'columns: &a { x: *a }', 'cannot be read'],
  ])('refuses a mapping with %s', async (_, text, message) => {
    const where = place();
    writeFileSync(where.path('m.yml'), text);
    const { code, err } = await run(where, table(where, [phoneLine]), '--mapping', where.path('m.yml'));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('refuses to go on without its memory', async () => {
    const where = place();
    await run(where, table(where, [phoneLine]));
    writeFileSync(join(where.folder, 'imports/liste.yml'), 'rows: [');
    const { code, err } = await run(where, where.path('liste.csv'));
    expect(code).toBe(2);
    expect(err).toContain('imports/liste.yml');
  });

  it.each([
    ['100,000 characters', 'x'.repeat(100_000)],
    ['formulas', '=HYPERLINK("https://example.org";"x")'],
    ['HTML', '<script>alert(1)</script>'],
    ['YAML', '"]}\n---\ntitle: other\n---'],
    ['emoji and overrides', '👩‍👩‍👧 \u202egnp.exe'],
    ['a path', '../../etc/passwd'],
    ['prototype', '__proto__'],
  ])('%s stay text, or are rejected; nothing outside the offers is written', async (_, text) => {
    const where = place();
    const file = table(where, [withCell(withCell(phoneLine, 'Angebot', text), 'Beschreibung', `Erst ${text}`)]);
    const result = await run(where, file);
    const written = readdirSync(join(where.folder, 'offers')).filter(
      (name) => !/^(sprachcafe|frauenberatung)/.test(name),
    );
    if (result.code === 0) {
      expect(written).toHaveLength(1);
      const { value, problems } = await loadCatalogue({ contentDir: where.folder, today });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(value!.offers.get(written[0]!.slice(0, -3))!.data.title).toBe(text);
    } else {
      expect(written).toEqual([]);
      expect(result.out).toContain('1 rejected');
    }
    // eslint-disable-next-line no-control-regex
    expect(result.out).not.toMatch(/[\u202e\u001b]/);
  });
});

describe('an XLSX file', () => {
  it('is read like any table', async () => {
    const where = place();
    const columns = headings.map((heading) => ({ heading, help: '', required: false, isOpen: true, isNumber: false }));
    writeFileSync(where.path('liste.xlsx'), writeXlsx({ title: 'x', columns, rows: [phoneLine], validatedRows: 0 }));
    expect(summary(await run(where, where.path('liste.xlsx')))).toBe(
      '1 new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.',
    );
  });

  it('is refused when it would burst', async () => {
    const where = place();
    writeFileSync(where.path('b.xlsx'), writeZip([['xl/workbook.xml', Buffer.alloc(zipLimits.total + 1)]]));
    const { code, err } = await run(where, where.path('b.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('too large');
  });
});

describe('wrong files', () => {
  it.each([
    ['liste.doc', 'x', 'do not know this kind of file'],
    ['liste.csv', '', 'There is no table'],
    ['liste.json', '{', 'no valid JSON'],
    ['liste.json', '{"a": 1}', 'no Open Referral'],
    ['liste.xlsx', 'x', 'no readable XLSX'],
  ])('%s with %j is refused', async (name, text, message) => {
    const where = place();
    writeFileSync(where.path(name), text);
    const { code, err } = await run(where, where.path(name));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('a file must be named and be there', async () => {
    const where = place();
    expect((await run(where)).code).toBe(2);
    expect((await run(where, where.path('nowhere.csv'))).err).toContain('nowhere.csv');
  });
});

describe('Open Referral', () => {
  const service = {
    id: 'ac148810-d857-441c-9679-408f346de14b',
    name: 'Counselling by phone',
    description: 'We answer questions about schools. Call us.',
    status: 'active',
    organization: { id: 'x', name: 'Sprachbrücke Musterland e. V.' },
    fees_description: 'Free of charge',
    application_process: 'No appointment needed, just call.',
    assured_date: '2026-02-01',
    languages: [{ code: 'de' }, { name: 'Arabic', note: 'on Tuesdays' }],
    phones: [{ number: '"+49 221 4710199"' }],
    contacts: [{ name: 'Ann Persona', title: 'Reception', email: 'reception@example.org' }],
    service_areas: [{ name: 'Lindenau' }],
    attributes: [{ taxonomy_term: { name: 'Learn German' } }],
    schedules: [
      { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00:00', closes_at: '12:30:00', valid_from: '2026-01-01' },
    ],
  };
  const defaults =
    'defaults: { type: counselling, fields_of_action: [language], topics: [learn-german], audience: { groups: [newcomers] }, delivery: [phone] }\nnames: {}\ncolumns: {}\n';

  it('becomes an offer, without the name of a person', async () => {
    const where = place();
    writeFileSync(where.path('dienste.json'), JSON.stringify({ contents: [service] }));
    writeFileSync(where.path('m.yml'), defaults);
    const result = await run(where, where.path('dienste.json'), '--mapping', where.path('m.yml'));
    expect(summary(result)).toBe('1 new, 0 changed, 0 unchanged, 0 conflicts, 0 rejected.');
    const text = readFileSync(where.offer('counselling-by-phone'), 'utf8');
    expect(text).not.toContain('Persona');
    expect(text).toContain('  - { code: ar, kind: spoken, note: on Tuesdays }');
    expect(text).toContain("  - days: [monday, tuesday]\n    from: '09:00'\n    to: '12:30'\n");
    expect(text).toContain('registration:\n  kind: none\n');
    expect(summary(await run(where, where.path('dienste.json'), '--mapping', where.path('m.yml')))).toContain(
      '1 unchanged',
    );
  });

  it('is rejected with reasons where the standard does not say enough', async () => {
    const where = place();
    writeFileSync(
      where.path('dienste.json'),
      JSON.stringify([{ ...service, organization: { name: 'Sprachbrücken Musterland' } }]),
    );
    const result = await run(where, where.path('dienste.json'));
    expect(result.code).toBe(1);
    expect(result.out).toContain('There is no organisation “Sprachbrücken Musterland” here.');
    expect(readCsv(readFileSync(where.path('dienste.json.rejected.csv')))[1]!.slice(0, 2)).toEqual([
      service.id,
      service.name,
    ]);
  });

  const standards = join(import.meta.dirname, '../../../../shared/standards');
  const samples = [
    'oruk-samples/service_full.json',
    'oruk-samples/service_list.json',
    'oruk-samples/organization.json',
    'hsds-3.0/examples/service_full.json',
    'hsds-3.0/examples/service_list.json',
    'hsds-3.0/examples/organization_full.json',
    'oruk-profile/examples/service_full.json',
    'oruk-profile/examples/service_list.json',
  ];

  it.skipIf(!existsSync(standards)).each(samples)('reads the official sample %s', async (name) => {
    const where = place();
    const result = await run(where, join(standards, name), '--dry-run');
    expect(result.err).toBe('');
    expect(result.code).toBe(1);
    expect(result.out).toContain('There is no organisation “');
  });

  it.skipIf(!existsSync(standards))('takes the official sample over, given what it cannot say', async () => {
    const where = place();
    writeFileSync(
      where.path('m.yml'),
      defaults
        .replace('names: {}', 'names: { Example Organization Inc.: sprachbruecke, MyCity: lindenau }')
        .replace(
          '[phone] }',
          '[phone], service_area: [lindenau], contacts: [{ role: Kontakt, email: kontakt@example.org }], cost: { kind: free }, registration: { kind: none }, languages: [{ code: de, kind: spoken }], reviewed: 2026-01-01 }',
        ),
    );
    writeFileSync(where.path('s.json'), readFileSync(join(standards, 'oruk-samples/service_full.json')));
    const result = await run(where, where.path('s.json'), '--mapping', where.path('m.yml'));
    expect(result.out).toContain('1 new');
    expect(readFileSync(where.offer('community-counselling'), 'utf8')).toContain('title: Community Counselling');
  });
});
