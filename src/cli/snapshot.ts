/** `npm run snapshot`: writes down the state of the content on a day, for trends and “changes since the last meeting”. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadCatalogue } from '../catalogue.ts';
import { findCommitOf, writeTree } from '../check/changes/git-tree.ts';
import { describeProblems } from '../check/print/describe-problem.ts';
import { takeSnapshot } from '../insight/snapshot.ts';
import { isRealDate } from '../model/calendar.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import type { Snapshot } from '../model/schema.generated.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { loadOffers } from './load-offers.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    badDate: (date: string) => `„${date}“ ist kein Datum. So ist es richtig: --date 2026-03-31`,
    future: (date: string, today: string) => `Der ${date} liegt in der Zukunft (heute ist der ${today}).`,
    'no-repository': (folder: string) =>
      `Der Ordner „${folder}“ liegt in keinem Git-Repository, oder Git fehlt. Ohne Git lässt sich nur der heutige Stand festhalten: npm run snapshot`,
    'no-history': (_: string, date: string) => `Am ${date} gab es in diesem Repository noch nichts.`,
    shallow: (_: string, date: string) =>
      `Die Geschichte reicht hier nicht bis zum ${date} zurück: Das Repository wurde ohne alte Stände geholt. Erst: git fetch --unshallow`,
    'no-content': (folder: string, date: string) => `Am ${date} gab es den Ordner „${folder}“ noch nicht.`,
    thatDay: (date: string) => `So, wie die Inhalte am ${date} waren, bestehen sie die heutige Prüfung nicht:`,
    written: (file: string, offers: number) => `${file} geschrieben: ${offers} Angebote.`,
    unchanged: (file: string) => `${file} ist schon so.`,
  },
  en: {
    words: 'This command takes no further words.',
    badDate: (date: string) => `“${date}” is no date. Like this: --date 2026-03-31`,
    future: (date: string, today: string) => `${date} is in the future (today is ${today}).`,
    'no-repository': (folder: string) =>
      `The folder “${folder}” is in no Git repository, or Git is missing. Without Git only the state of today can be written down: npm run snapshot`,
    'no-history': (_: string, date: string) => `On ${date} there was nothing in this repository yet.`,
    shallow: (_: string, date: string) =>
      `The history here does not reach back to ${date}: the repository was fetched without its older states. First: git fetch --unshallow`,
    'no-content': (folder: string, date: string) => `On ${date} there was no folder “${folder}” yet.`,
    thatDay: (date: string) => `The content as it was on ${date} does not pass today’s checks:`,
    written: (file: string, offers: number) => `Wrote ${file}: ${offers} offers.`,
    unchanged: (file: string) => `${file} is like that already.`,
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'snapshot',
  options: { date: { type: 'string' } },
  help: {
    de: `Hält den Stand der Inhalte in snapshots/<Datum>.yml fest: Angebote, Maßnahmen, Zahlen der Tabellen, erfüllte Vorgaben.
Daraus entstehen der Verlauf auf den Seiten und „Änderungen seit dem letzten Treffen“. Die Datei gehört ins Repository.

  npm run snapshot                         den Stand von heute
  npm run snapshot -- --date 2026-03-31    den Stand eines früheren Tages, aus der Geschichte des Repositorys

  --date Datum    welcher Tag (sonst: heute)
  --lang de|en    Sprache der Ausgabe (sonst: wie die Umgebung)

  CONTENT_DIR     Ordner mit den Inhalten (sonst: content)

Ergebnis: 0 fertig, 1 es gibt diesen Stand nicht oder er hat Fehler, 2 falscher Aufruf
`,
    en: `Writes down the state of the content in snapshots/<date>.yml: offers, measures, numbers of the tables, targets met.
The trends on the pages and “changes since the last meeting” are made from it. The file belongs in the repository.

  npm run snapshot                         the state of today
  npm run snapshot -- --date 2026-03-31    the state of an earlier day, from the history of the repository

  --date date     which day (otherwise: today)
  --lang de|en    language of the output (otherwise: as the environment)

  CONTENT_DIR     folder with the content (otherwise: content)

Result: 0 done, 1 there is no such state or it has errors, 2 wrong use
`,
  },
} as const;

const header = `# Der Stand der Inhalte an diesem Tag, geschrieben von „npm run snapshot“. Nicht von Hand ändern.\n`;

/** One line an offer or a measure, so that two snapshots differ in the lines of what changed. */
function writeYaml({ offers, measures, matrices, targets, ...rest }: Snapshot): string {
  const options = { singleQuote: true, lineWidth: 0, compat: 'yaml-1.1' } as const;
  const lines = (name: string, records: Readonly<Record<string, unknown>> = {}, indent = '  '): string => {
    const all = Object.entries(records).map(([id, record]) => {
      const flow = stringify({ [id]: record }, { ...options, collectionStyle: 'flow', flowCollectionPadding: true });
      // `{ id: { … } }` without the outer braces.
      return `${indent}${flow.trim().slice(1, -1).trim()}\n`;
    });
    return all.length === 0 ? '' : `${indent.slice(2)}${name}:\n${all.join('')}`;
  };
  const { needs, ...head } = rest;
  const tables = (matrices ?? []).map(
    ({ rows, columns, cells }) =>
      `  - rows: ${rows}\n    columns: ${columns}\n${lines('cells', cells, '      ') || '    cells: {}\n'}`,
  );
  return [
    header,
    stringify(head, options),
    lines('offers', offers) || 'offers: {}\n',
    lines('measures', measures),
    tables.length > 0 ? `matrices:\n${tables.join('')}` : '',
    lines('targets', targets),
    lines('needs', needs),
  ].join('');
}

/** Runs the command; returns its exit code. */
export async function snapshot(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang, settings, values, words } = call;
  const { contentDir, today } = settings;
  const say = texts[lang];
  const date = (values['date'] as string | undefined) ?? today;
  if (words.length > 0) return call.refuse(say.words);
  if (!isRealDate(date)) return call.refuse(say.badDate(date));
  if (date > today) return call.refuse(say.future(date, today));

  const catalogue = date === today ? await loadOffers(settings, lang, terminal) : await loadPast(date);
  if (!catalogue) return 1;

  const file = join(contentDir, 'snapshots', `${date}.yml`);
  const text = writeYaml(takeSnapshot(catalogue));
  if (existsSync(file) && readFileSync(file, 'utf8') === text) {
    terminal.out(`${say.unchanged(file)}\n`);
    return 0;
  }
  writeAtomically(file, text);
  terminal.out(`${say.written(file, catalogue.offers.size)}\n`);
  return 0;

  /** The content as it was at the end of a day, read from git into a folder of its own: no checkout. */
  async function loadPast(day: IsoDate): Promise<Catalogue | undefined> {
    const found = findCommitOf(contentDir, day);
    if (typeof found === 'string') {
      terminal.err(`${say[found](contentDir, day)}\n`);
      return undefined;
    }
    const scratch = mkdtempSync(join(tmpdir(), 'snapshot-'));
    try {
      writeTree(contentDir, found.commit, scratch);
      if (!existsSync(join(scratch, 'site.yml'))) {
        terminal.err(`${say['no-content'](contentDir, day)}\n`);
        return undefined;
      }
      const { value, problems, sources } = await loadCatalogue({ contentDir: scratch, today: day });
      if (value) return value;
      const errors = problems.filter(({ severity }) => severity === 'error').slice(0, 5);
      terminal.err(`${say.thatDay(day)}\n`);
      for (const { file: path, position, message } of describeProblems(errors, sources, lang))
        terminal.err(`${path}:${position.line}: ${message}\n`);
      return undefined;
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runCommand(snapshot, process.argv.slice(2), processTerminal());
}
