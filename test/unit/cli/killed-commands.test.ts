import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Terminal } from '../../../src/cli/check.ts';
import { runCommand, type Run as Command } from '../../../src/cli/command.ts';
import { exportSheet } from '../../../src/cli/export.ts';
import { federate } from '../../../src/cli/federate.ts';
import { format } from '../../../src/cli/format.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { newOffer } from '../../../src/cli/new.ts';
import { review } from '../../../src/cli/review.ts';
import { snapshot } from '../../../src/cli/snapshot.ts';
import { translate } from '../../../src/cli/translate.ts';
import { writeAtomically } from '../../../src/cli/write-atomically.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import { today, validFile } from '../../support/content-folder.ts';
import { federationFiles, writeFiles } from '../../support/edited-town.ts';
import { stopAt } from '../../support/stopped-files.ts';
import { listFiles } from '../../support/warm-site.ts';

vi.setConfig({ testTimeout: 60_000 });

const base = mkdtempSync(join(tmpdir(), 'killed-command-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Job {
  /** Makes a folder ready; `content/` is there already. */
  readonly prepare: (folder: string) => void | Promise<void>;
  readonly command: Command;
  readonly args: (folder: string) => readonly string[];
}

const silent = (folder: string): Terminal => ({
  env: { CONTENT_DIR: join(folder, 'content'), BUILD_DATE: today, LANG: 'en' },
  isTty: false,
  out: () => true,
  err: () => true,
});

const contentOf = (folder: string, files: Readonly<Record<string, string>>): void =>
  writeFiles(join(folder, 'content'), files);
const list = (...rows: readonly (readonly [id: string, title: string, kind: string])[]): string =>
  `id;Titel;Kurzbeschreibung;Art;Träger;Handlungsfelder;Themen;Zielgruppen;Sprachen;Kosten;Anmeldung;Form;Einzugsgebiet;Telefon;Geprüft am;Prüfen alle … Monate;Status;Stufenlos\n${rows
    .map(
      ([id, title, kind]) =>
        `${id};${title};Nähen und reden;${kind};sprachbruecke;language;learn-german;newcomers;Deutsch;kostenlos;keine;Telefon;Lindenau;+49 221 4710200;2026-02-01;12;aktiv;unbekannt`,
    )
    .join('\n')}\n`;
const unordered = (file: string): string =>
  validFile(file)
    .replace(/^summary: .*\n/m, '')
    .replace(/^review_every:/m, 'summary: Steht ganz unten.\nreview_every:');

const jobs: Readonly<Record<string, Job>> = {
  format: {
    prepare: (folder) =>
      contentOf(folder, {
        'offers/sprachcafe.md': unordered('offers/sprachcafe.md'),
        'offers/frauenberatung.md': unordered('offers/frauenberatung.md'),
      }),
    command: format,
    args: () => [],
  },
  'import of a table that was imported before': {
    async prepare(folder) {
      const file = join(folder, 'liste.csv');
      writeFileSync(file, list(['anders', 'Anderes', 'Beratung']));
      await importOffers([file], silent(folder));
      const rows = list(
        ['anders', 'Ganz anderes', 'Beratung'],
        ['neu', 'Neues', 'Beratung'],
        ['krumm', 'Krummes', 'Fest'],
      );
      writeFileSync(file, rows);
    },
    command: importOffers,
    args: (folder) => [join(folder, 'liste.csv')],
  },
  'import of a whole catalogue': {
    async prepare(folder) {
      const content = join(folder, 'content');
      await exportSheet(['--data', 'json', '--out', join(folder, 'alles.json')], silent(folder));
      for (const file of ['offers/sprachcafe.md', 'vocabularies/topics.yml'])
        rmSync(join(content, file), { recursive: true, force: true });
    },
    command: importOffers,
    args: (folder) => [join(folder, 'alles.json')],
  },
  federate: {
    prepare(folder) {
      contentOf(folder, {
        'site.yml': `${validFile('site.yml')}sources: [{ id: neustadt, from: nachbar.json }]\n`,
        ...federationFiles('Alte Hilfe'),
      });
      const { 'federation/neustadt.json': copy = '' } = federationFiles('Neue Hilfe');
      writeFileSync(join(folder, 'nachbar.json'), copy);
    },
    command: federate,
    args: () => [],
  },
  translate: {
    prepare: (folder) =>
      contentOf(folder, {
        'offers/sprachcafe.md': validFile('offers/sprachcafe.md').replace('Deutsch sprechen', 'Deutsch reden'),
        'networks/netzwerk-integration.md': validFile('networks/netzwerk-integration.md').replace(
          /^summary: .*$/m,
          'summary: Neu.',
        ),
      }),
    command: (args, terminal) => translate(args, terminal.env, (text) => terminal.out(text)),
    args: () => ['stamp', '--all'],
  },
  review: {
    prepare: () => {},
    command: review,
    args: () => ['--confirm', 'sprachcafe', 'frauenberatung'],
  },
  snapshot: { prepare: () => {}, command: snapshot, args: () => [] },
  new: {
    prepare: (folder) => {
      const [, head = ''] = validFile('offers/sprachcafe.md').split('---\n');
      writeFileSync(join(folder, 'antworten.yml'), head.replace(/^title: .*$/m, 'title: Erzählcafé'));
    },
    command: newOffer,
    args: (folder) => ['--answers', join(folder, 'antworten.yml')],
  },
  'a migration': {
    prepare: () => {},
    command: (_, { env }) => {
      const toSmall = {
        to: 2,
        describe: { de: 'x', en: 'x' },
        run: (files: Parameters<Parameters<typeof migrate>[1][number]['run']>[0]) => {
          for (const path of files.list().filter((file) => file.startsWith('offers/')))
            files.write(path, (files.read(path) ?? '').replace('Sprach', 'sprach'));
          files.delete('texts/en.yml');
        },
      };
      migrate(env['CONTENT_DIR']!, [toSmall], writeAtomically);
      return 0;
    },
    args: () => [],
  },
};

const stateOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
/** What a killed process leaves beside a file: never read, and cleared away by the next one. */
const isDraft = (file: string): boolean => /(?:^|\/)\.[^/]+\.\d+\.new$/.test(file);
/** What an import is about to remember. */
const isPlanned = (file: string): boolean => file.endsWith('.planned');
const withoutDrafts = (state: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...state].filter(([file]) => !isDraft(file)));

/** Makes the folder what it was, writing no more than has changed. */
function restore(folder: string, state: ReadonlyMap<string, string>): void {
  const now = stateOf(folder);
  for (const file of now.keys()) if (!state.has(file)) rmSync(join(folder, file));
  for (const [file, text] of state)
    if (now.get(file) !== text) writeFiles(folder, { [file]: Buffer.from(text, 'latin1') });
}

describe.each(Object.entries(jobs))('%s', (name, { prepare, command, args }) => {
  const folder = join(base, name);
  const run = (): number | Promise<number> => command(args(folder), silent(folder));
  let before: ReadonlyMap<string, string>;
  let wanted: ReadonlyMap<string, string>;

  beforeAll(async () => {
    mkdirSync(folder);
    cpSync(join(import.meta.dirname, '../../fixtures/valid'), join(folder, 'content'), { recursive: true });
    await prepare(folder);
    before = stateOf(folder);
    await run();
    wanted = stateOf(folder);
    expect(wanted).not.toEqual(before);
  });

  /** Every file is as it was or as it shall be. */
  const expectWhole = (state: ReadonlyMap<string, string>, when: string): void => {
    for (const [file, text] of state)
      if (!isPlanned(file)) expect([before.get(file), wanted.get(file)], `${file}, ${when}`).toContain(text);
  };

  test('leaves every file as it was or as it shall be, wherever it is killed, and does the rest when it is called again', async () => {
    for (let step = 1, stopped = true; stopped; step += 1) {
      restore(folder, before);
      ({ stopped } = await stopAt(step, 'kill', run));
      expectWhole(withoutDrafts(stateOf(folder)), `killed at ${step}`);
      await run();
      expect(withoutDrafts(stateOf(folder)), `killed at ${step}`).toEqual(wanted);
    }
  });

  test('says that the disk is full or may not be written, leaves nothing half, and does the rest later', async () => {
    for (let step = 1, stopped = true; stopped; step += 1) {
      restore(folder, before);
      let said = '';
      const terminal = { ...silent(folder), err: (text: string) => (said += text) };
      const code = step % 2 === 0 ? 'ENOSPC' : 'EACCES';
      const runSaying = (): Promise<number> => runCommand(command, args(folder), terminal);
      const result = await stopAt(step, code, runSaying);
      ({ stopped } = result);
      expectWhole(stateOf(folder), `${code} at ${step}`);
      if (stopped) {
        expect(result.value).toBe(1);
        expect(said).toContain(code === 'ENOSPC' ? 'The disk is full.' : 'permission is missing');
      }
      if (step % 3 !== 0) continue;
      await run();
      expect(stateOf(folder), `${code} at ${step}`).toEqual(wanted);
    }
  });
});

test('what killed processes have left beside a file is cleared away when something is written there', () => {
  const folder = join(base, 'drafts');
  writeFiles(folder, { '.a.md.999999999.new': 'half', '.a.md.1.new': 'of a process that is there', '.gitkeep': '' });
  writeAtomically(join(folder, 'b.md'), 'b');
  expect(listFiles(folder)).toEqual(['.a.md.1.new', '.gitkeep', 'b.md']);
});
