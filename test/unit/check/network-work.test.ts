import { describe, expect, it, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';

type Files = Readonly<Record<string, string | undefined>>;

/** The codes and fields found in the valid content with these changes: `unknown-reference goal`. */
async function found(files: Files): Promise<string[]> {
  const { problems } = await loadCatalogue({ contentDir: contentFolder(undefined, files), today });
  return problems
    .filter(({ code }) => code !== 'translation-outdated')
    .map(({ code, args, at }) => {
      const field = args['field'] ?? (Array.isArray(at) ? (at as string[]).join('.') : '');
      return `${code} ${field}`.trim();
    });
}

/** A file of the valid fixture with one passage replaced. */
function changed(file: string, from: string, to: string): Record<string, string> {
  const text = validFile(file);
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return { [file]: text.replace(from, to) };
}

const network = 'networks/netzwerk-integration.md';
const group = 'networks/steuerungsgruppe.md';
const event = 'events/treffen-2025-11.md';
const edition = 'concept/editions/konzept-2025.md';
const goal = 'concept/goals/deutsch.md';
const measure = 'concept/measures/abendkurs.md';
const indicator = 'concept/indicators/wartezeit.md';
const guideline = 'concept/guidelines/mehrsprachig.md';
const need = 'concept/needs/abendkurs-lindenau.md';
const funding = 'funding/kreisprogramm.md';
const targets = 'concept/targets.yml';
const snapshot = 'snapshots/2026-01-31.yml';

describe('what one file says of another', () => {
  test.each([
    [network, 'lead: verwaltung', 'lead: gibt-es-nicht', 'lead'],
    [network, 'organisation: verwaltung', 'organisation: gibt-es-nicht', 'members[0].organisation'],
    [group, 'part_of: netzwerk-integration', 'part_of: gibt-es-nicht', 'part_of'],
    [group, 'towns: [lindenau]', 'towns: [gibt-es-nicht]', 'towns[0]'],
    [group, '[language]', '[gibt-es-nicht]', 'fields_of_action[0]'],
    [event, 'networks: [netzwerk-integration]', 'networks: [gibt-es-nicht]', 'networks[0]'],
    [event, 'place: { name: Kreishaus, town: lindenau }', 'place: gibt-es-nicht', 'place'],
    [event, 'measures: [abendkurs]', 'measures: [gibt-es-nicht]', 'decisions[0].measures[0]'],
    [event, 'needs: [abendkurs-lindenau]', 'needs: [gibt-es-nicht]', 'decisions[0].needs[0]'],
    [event, 'guidelines: [mehrsprachig]', 'guidelines: [gibt-es-nicht]', 'decisions[0].guidelines[0]'],
    [event, 'field_of_action: language', 'field_of_action: gibt-es-nicht', 'results[0].field_of_action'],
    [goal, 'edition: konzept-2025', 'edition: gibt-es-nicht', 'edition'],
    [goal, 'indicators: [wartezeit]', 'indicators: [gibt-es-nicht]', 'indicators[0]'],
    [measure, 'responsible: verwaltung', 'responsible: gibt-es-nicht', 'responsible'],
    [measure, 'funding: [kreisprogramm]', 'funding: [gibt-es-nicht]', 'funding[0]'],
    [measure, 'target_groups: [newcomers]', 'target_groups: [gibt-es-nicht]', 'target_groups[0]'],
    [guideline, 'events: [treffen-2025-11]', 'events: [gibt-es-nicht]', 'versions[1].events[0]'],
    [need, 'measures: [abendkurs]', 'measures: [gibt-es-nicht]', 'measures[0]'],
    [need, 'topics: [learn-german]', 'topics: [gibt-es-nicht]', 'topics[0]'],
    [targets, 'decided_at: treffen-2025-11', 'decided_at: gibt-es-nicht', 'targets[0].decided_at'],
    [targets, 'topics: [learn-german]', 'topics: [gibt-es-nicht]', 'targets[0].offers.topics[0]'],
    [targets, 'towns: [lindenau]', 'towns: [gibt-es-nicht]', 'targets[1].towns[0]'],
  ])('must exist: %s, %s', async (file, from, to, field) => {
    expect(await found(changed(file, from, to))).toEqual([`unknown-reference ${field}`]);
  });

  test('also what an offer says of measures and programmes', async () => {
    const offer = 'offers/frauenberatung.md';
    const to = 'measures: [abendkurs, abendkur]\nfunding: [kreisprogram]\nreviewed:';
    const { problems } = await loadCatalogue({
      contentDir: contentFolder(undefined, changed(offer, 'reviewed:', to)),
      today,
    });
    expect(problems.map(({ args }) => args)).toEqual([
      { field: 'measures[1]', id: 'abendkur', collection: 'measures', suggestion: 'abendkurs' },
      { field: 'funding[0]', id: 'kreisprogram', collection: 'funding', suggestion: 'kreisprogramm' },
    ]);
  });

  test('a town is meant where a town is asked for', async () => {
    expect(await found(changed(targets, 'towns: [lindenau]', 'towns: [ziegelhof]'))).toEqual([
      'wrong-place-kind targets[1].towns[0]',
    ]);
  });
});

describe('time', () => {
  test.each([
    ['a measure that was to be finished and is', measure, 'status: running', 'status: established'],
    ['a measure that is late with a reason', measure, 'status: running', 'reason: Es fehlen Räume.\nstatus: running'],
  ])('%s is in order', async (_, file, from, to) => {
    const files = changed(file, from, to);
    expect(await found({ [file]: files[file]!.replace('until: 2027-07-31', 'until: 2026-01-31') })).toEqual([]);
  });

  test.each([
    [event, 'date: 2025-11-18', 'date: 2025-11-18\nuntil: 2025-11-17', 'period-order until'],
    [event, 'to: 16:30', 'to: 13:30', 'time-order to'],
    [event, 'date: 2025-11-18', 'date: 2026-03-02', 'event-status status'],
    [event, 'status: held', 'status: held\nuntil: 2025-02-30', 'bad-date until'],
    [edition, 'until: 2029-12-31', 'until: 2024-12-31', 'period-order period'],
    [measure, 'actual: { from: 2025-09-01 }', 'actual: { from: 2025-09-01, until: 2025-08-01 }', 'period-order actual'],
    [measure, 'status_since: 2025-09-01', 'status_since: 2025-01-20', 'date-order status_since'],
    [measure, 'date: 2025-02-01', 'date: 2025-01-01', 'date-order history'],
    [measure, 'status_since: 2025-09-01', 'status_since: 2026-03-02', 'date-in-future status_since'],
    [indicator, 'date: 2024-12-31', 'date: 2022-12-31', 'date-order series'],
    [guideline, 'date: 2025-11-18', 'date: 2022-05-10', 'date-order versions'],
    [funding, 'date: 2026-07-31', 'date: 2026-01-30', 'date-order deadlines'],
    [network, 'reviewed: 2026-01-10', 'reviewed: 2026-03-02', 'review-in-future reviewed'],
  ])('%s: %s → %s', async (file, from, to, problem) => {
    expect(await found(changed(file, from, to))).toEqual([problem]);
  });

  it('lets the present status stand at the end of the history as well', async () => {
    expect(
      await found(changed(measure, 'responsible:', '  - { date: 2025-09-01, status: running }\nresponsible:')),
    ).toEqual([]);
    expect(
      await found(changed(measure, 'responsible:', '  - { date: 2025-09-01, status: planned }\nresponsible:')),
    ).toEqual(['date-order status_since']);
  });

  it('takes a meeting for planned until its last day is over', async () => {
    const planned = changed(event, 'status: held', 'status: planned\nuntil: 2026-03-01');
    expect(await found(planned)).toEqual([]);
  });
});

describe('values', () => {
  test.each(['.nan', '.inf', '-.inf', '12 Wochen'])('an indicator cannot be %s', async (value) => {
    expect(await found(changed(indicator, 'value: 14.5', `value: ${value}`))).toEqual(['wrong-type series[0].value']);
  });

  test.each([
    [measure, 'status: running', 'status: not-achieved', 'missing-field reason'],
    [funding, 'organisation: verwaltung', '', 'missing-one-of'],
    [need, 'how_many: 12', 'how_many: 0', 'out-of-range how_many'],
    [need, 'how_many: 12', 'how_many: 1.5', 'wrong-type how_many'],
    [targets, 'counselling-languages', 'a1-meeting-point', 'repeated-value targets[1].id'],
    [targets, 'de: In jedem Ort Beratung auf Deutsch, ', '', 'label-missing targets[1].label'],
    [targets, '{ types: [meeting-point], topics: [learn-german], german: [A1] }', '{}', 'too-few targets[0].offers'],
    [snapshot, 'version: 1', 'version: 2', 'out-of-range version'],
    [guideline, "version: '2.0'", "version: '1.0'", 'repeated-value versions'],
  ])('%s: %s → %s', async (file, from, to, problem) => {
    expect(await found(changed(file, from, to))).toContain(problem);
  });

  it('counts no organisation twice', async () => {
    const twice = changed(network, 'meets:', '  - { organisation: verwaltung }\nmeets:');
    expect(await found(twice)).toEqual(['repeated-value members']);
  });
});

describe('people', () => {
  const named = '  - role: Stelle\n    person: Mira Beispiel\n    phone: +49 221 4710130\n';

  test.each([
    [network, 'reviewed:'],
    [funding, '---\n'],
    [event, 'documents:'],
  ])('are named in %s only with their consent', async (file, before) => {
    const text = validFile(file);
    const list = text.includes('contacts:\n')
      ? text.replace('contacts:\n', `contacts:\n${named}`)
      : text.replace(before, `contacts:\n${named}${before}`);
    expect(await found({ [file]: list })).toEqual(['consent-missing contacts[0].consent']);
  });

  test.each([
    [event, 'text: In Lindenau fehlt ein Abendkurs.', 'text: Fragen an 0151 23456789.'],
    [measure, 'note: Beschluss der Steuerungsgruppe', 'note: mira.beispiel@gmail.com'],
    [guideline, 'Wer informiert', 'Rückfragen an 0171-2345678. Wer informiert'],
    [need, 'title: Abendkurs mit', 'title: 0160 2345678 Abendkurs mit'],
    [need, 'In der Beratung fragen', 'Anruf bei 0160 2345678. In der Beratung fragen'],
  ])('do not leave their private number in %s', async (file, from, to) => {
    expect((await found(changed(file, from, to))).map((problem) => problem.split(' ')[0])).toEqual([
      'private-contact-suspected',
    ]);
  });

  it('are not betrayed by the minutes of a meeting', async () => {
    const body = changed(event, 'Alle Träger waren vertreten.', 'Wir trafen uns in der Rosenstr. 7.');
    expect(await found(body)).toEqual(['protected-leak']);
  });
});

describe('files', () => {
  it('that lie in a place where nobody looks are named', async () => {
    const contentDir = contentFolder(undefined, {
      'concept/mesures/abendkurs.md': '---\ntitle: x\n---\n',
      'concept/target.yml': 'targets: []\n',
      'snapshots/notiz.md': '---\ntitle: x\n---\n',
    });
    const { problems } = await loadCatalogue({ contentDir, today });
    expect(problems.map(({ code, file, args }) => [code, file, args['suggestion']])).toEqual([
      ['unexpected-file', 'concept/mesures', 'measures'],
      ['unexpected-file', 'concept/target.yml', 'targets.yml'],
      ['unexpected-file', 'snapshots/notiz.md', ''],
    ]);
  });

  it('that translate a need are refused: nobody reads its text', async () => {
    expect(await found({ 'concept/needs/abendkurs-lindenau.en.md': '---\n---\n' })).toEqual(['bad-file-name']);
  });
});
