/** `npm run import`: offers out of a spreadsheet, a CSV file or an Open Referral interface, or a whole catalogue. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describeProblems } from '../check/print/describe-problem.ts';
import { printable } from '../check/print/frame.ts';
import { mostSimilar, toId } from '../content/similar.ts';
import { offerColumns, type Column } from '../datasheet/columns.ts';
import { entryHash } from '../datasheet/entry-hash.ts';
import { importHsds } from '../datasheet/import-hsds.ts';
import { importRows, type RowProblem, type SourceRow } from '../datasheet/import-rows.ts';
import { guessMapping, lookUp, readMapping, writeMapping, type Mapping } from '../datasheet/mapping.ts';
import { planImport, type Outcome } from '../datasheet/plan-import.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { writeCsv } from '../exports/spreadsheet/write-csv.ts';
import { readMemory, writeAndRemember } from './import/import-memory.ts';
import { importOwn } from './import/import-own.ts';
import { readTable, type Services, type Table } from './import/read-table.ts';
import { importTexts, short } from './import/texts.ts';
import { loadSheet } from './load-sheet.ts';
import { writeAtomically } from './write-atomically.ts';

const shape = {
  name: 'import',
  options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  help: {
    de: `Liest Angebote aus einer Tabelle oder einer Open-Referral-Datei ein, oder einen ganzen Katalog.

  npm run import -- liste.xlsx                       einlesen
  npm run import -- liste.csv --dry-run              nur zeigen, was geschähe
  npm run import -- dienste.json --mapping zu.yml    mit einer eigenen Zuordnung
  npm run import -- katalog.json                     alles, was npm run export -- --data json geschrieben hat

  --mapping datei.yml    Zuordnung der Spalten (sonst: neben der Tabelle, liste.xlsx.mapping.yml; beim ersten Mal geraten)
  --dry-run              nichts schreiben
  --lang de|en           Sprache der Ausgabe (sonst: wie die Umgebung)
  CONTENT_DIR            Ordner mit den Inhalten (sonst: content)

Ein zweiter Import ändert nur, was sich in der Liste geändert hat. Was von Hand geändert wurde, bleibt.
Abgelehnte Zeilen stehen mit Gründen in liste.xlsx.rejected.csv.

Ergebnis: 0 alles übernommen, 1 Zeilen abgelehnt oder in Konflikt, 2 falscher Aufruf
`,
    en: `Reads offers from a table or an Open Referral file, or a whole catalogue.

  npm run import -- list.xlsx                         read it
  npm run import -- list.csv --dry-run                only show what would happen
  npm run import -- services.json --mapping to.yml    with a mapping of your own
  npm run import -- catalogue.json                    all that npm run export -- --data json has written

  --mapping file.yml     mapping of the columns (otherwise: beside the table, list.xlsx.mapping.yml; guessed the first time)
  --dry-run              write nothing
  --lang de|en           language of the output (otherwise: as the environment)
  CONTENT_DIR            folder with the content (otherwise: content)

A second import changes only what has changed in the list. What was changed by hand stays.
Rejected rows are in list.xlsx.rejected.csv, with reasons.

Result: 0 all taken over, 1 rows rejected or in conflict, 2 wrong use
`,
  },
} as const;

type Texts = (typeof importTexts)[CommandLanguage];

/** The columns that are not called as in the data sheet, each with the field that it goes into. */
function describeMapping(
  { headings }: Table,
  mapping: Mapping,
  columns: readonly Column[],
  lang: CommandLanguage,
  say: Texts,
): string {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const isSelfSaying = (heading: string): boolean => {
    const column = byKey.get(lookUp(mapping.columns, heading) ?? '');
    return column !== undefined && Object.values(column.labels).includes(heading);
  };
  const own = headings.filter((heading) => heading !== '' && isSelfSaying(heading));
  const others = headings.filter((heading) => heading !== '' && !isSelfSaying(heading));
  const width = Math.min(40, Math.max(0, ...others.map(({ length }) => length)));
  const lines = others.map((heading) => {
    const column = byKey.get(lookUp(mapping.columns, heading) ?? '');
    return `  ${short(heading).padEnd(width)}  →  ${column ? `${column.labels[lang]} [${column.key}]` : say.ignored}\n`;
  });
  const same = own.length > 0 ? `${say.sameNames(own.length)}\n` : '';
  return lines.length === 0 ? same : `${same}${say.mappingTitle}\n${lines.join('')}`;
}

function describeRowProblem(problem: RowProblem, say: Texts): string {
  if (problem.kind === 'cell') {
    const value = short(problem.value);
    const hint = problem.suggestion === '' ? '' : say.didYouMean(problem.suggestion);
    return say.inColumn(problem.column, say.cell[problem.reason](value) + hint);
  }
  return say.unknownOrganisation(problem.value) + (problem.suggestion === '' ? '' : say.didYouMean(problem.suggestion));
}

/** Why a row was rejected, one reason a line. */
function reasonsOf(outcome: Extract<Outcome, { kind: 'rejected' }>, lang: CommandLanguage, say: Texts): string[] {
  const sources = new Map([[`offers/${outcome.id}.md`, outcome.text]]);
  const described = describeProblems(outcome.diagnostics, sources, lang);
  return [
    ...outcome.problems.map((problem) => describeRowProblem(problem, say)),
    // Without the example in YAML: whoever keeps a list does not write YAML.
    ...described.map(({ message, fix }) => `${message} ${(fix.split('\n')[0] ?? '').replace(/ [^.!?]+:$/, '')}`),
    ...(outcome.diagnostics.some(({ code }) => code === 'missing-field') ? [say.unset] : []),
  ];
}

/** Whether all that stands in a column are dates. */
function holdsDates({ headings, rows }: Table, heading: string): boolean {
  const index = headings.indexOf(heading);
  const filled = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter(Boolean);
  return filled.length > 0 && filled.every((cell) => /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4})/.test(cell));
}

/** Runs the command; returns its exit code. */
export async function importOffers(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang, settings } = call;
  const say = importTexts[lang];
  const [path] = call.words;
  if (path === undefined || call.words.length !== 1) return call.refuse(say.needsFile);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return call.refuse(say.noFile(path));
  const dryRun = call.values['dry-run'] === true;

  const source = await readTable(path);
  if ('problem' in source) return call.refuse(say.problems[source.problem]);
  if (source.kind === 'own') return importOwn(source.catalogue, { call, terminal, dryRun });

  const name = toId(basename(path, extname(path))) || 'import';
  const columns = offerColumns({ contacts: 10, schedule: 20, links: 10 });
  const givenMapping = call.values['mapping'] as string | undefined;
  const mappingPath = givenMapping ?? `${path}.mapping.yml`;
  if (givenMapping !== undefined && !existsSync(givenMapping)) return call.refuse(say.noFile(givenMapping));
  const saved = existsSync(mappingPath) ? readMapping(readFileSync(mappingPath, 'utf8')) : undefined;
  if (!saved && existsSync(mappingPath)) return call.refuse(say.badMapping(mappingPath));
  const guessed =
    source.kind === 'table'
      ? guessMapping(source.headings, columns, saved?.columns, (heading) => holdsDates(source, heading))
      : guessMapping([], columns, saved?.columns);
  const mapping: Mapping = { ...guessed, ...saved, columns: guessed.columns };
  const keys = new Set(columns.map(({ key }) => key));
  for (const [heading, key] of Object.entries(mapping.columns)) {
    if (key !== '' && !keys.has(key)) return call.refuse(say.unknownKey(heading, key, mostSimilar(key, keys)));
  }

  const statePath = join(settings.contentDir, 'imports', `${name}.yml`);
  const sheet = loadSheet(settings);
  const { offers } = sheet.content.entries;
  const state = readMemory(statePath, (id) => {
    const document = offers.get(id)?.source;
    return document && entryHash(document.data, document.body);
  });
  if (!state) return call.refuse(say.badState(statePath));

  const languages = [lang, lang === 'de' ? 'en' : 'de'].map((tag) => sheet.optionsIn(tag));
  const rows =
    source.kind === 'table'
      ? importRows(source.headings, source.rows, mapping, columns, languages)
      : importHsds(source.services, mapping.names, languages);
  if (source.kind === 'table') terminal.out(`${printable(describeMapping(source, mapping, columns, lang, say))}\n`);
  const plan = planImport({ rows, content: sheet.content, today: settings.today, state, defaults: mapping.defaults });

  const counts: Record<string, number> = { new: 0, updated: 0, unchanged: 0, conflict: 0, rejected: 0 };
  for (const outcome of plan.outcomes) counts[outcome.kind]! += 1;
  for (const outcome of plan.outcomes) terminal.out(describeOutcome(outcome, source, lang, say));

  const drafts = plan.outcomes.filter(
    (outcome) => outcome.kind === 'new' && /^status: draft$/m.test(outcome.text),
  ).length;
  terminal.out(`${drafts > 0 ? `\n${say.drafts(drafts)}\n` : ''}\n${say.summary(counts)}\n`);
  const warnings = plan.outcomes.reduce(
    (sum, outcome) => sum + ('warnings' in outcome ? outcome.warnings.length : 0),
    0,
  );
  if (warnings > 0) terminal.out(`${say.warnings(warnings)}\n`);

  if (dryRun) terminal.out(`${say.dryRun}\n`);
  else {
    const files = plan.outcomes.flatMap((outcome) =>
      outcome.kind === 'new' || outcome.kind === 'updated'
        ? [{ ...outcome, path: join(settings.contentDir, 'offers', `${outcome.id}.md`) }]
        : [],
    );
    writeAndRemember(files, statePath, plan.state);
    if (!existsSync(mappingPath)) {
      writeAtomically(mappingPath, writeMapping(mapping, lang), { overwrite: false });
      terminal.out(`${say.mappingSaved(mappingPath)}\n`);
    }
    const rejected = plan.outcomes.filter((outcome) => outcome.kind === 'rejected');
    if (rejected.length > 0) {
      writeAtomically(`${path}.rejected.csv`, writeCsv(rejectedRows(rejected, source, lang, say)));
      terminal.out(`${say.rejectedFile(`${path}.rejected.csv`)}\n`);
    }
    if (counts['new']! + counts['updated']! > 0) terminal.out(`${say.next}\n`);
  }
  return counts['conflict']! + counts['rejected']! > 0 ? 1 : 0;
}

const placeOf = ({ number }: SourceRow, source: Table | Services, say: Texts): string =>
  source.kind === 'table' ? say.row(number) : say.service(number);

function describeOutcome(outcome: Outcome, source: Table | Services, lang: CommandLanguage, say: Texts): string {
  if (outcome.kind === 'unchanged') return '';
  const lines = [`${placeOf(outcome.row, source, say)}  ${say.kinds[outcome.kind]}  offers/${outcome.id}.md`];
  if (outcome.kind === 'conflict') lines.push(`  ${say.conflicts[outcome.conflict]}`);
  if (outcome.kind === 'rejected') lines.push(...reasonsOf(outcome, lang, say).map((reason) => `  - ${reason}`));
  return `${printable(lines.join('\n'))}\n`;
}

/** The rows as they came, so that they can be put right and imported again, with a column of reasons. */
function rejectedRows(
  rejected: readonly Extract<Outcome, { kind: 'rejected' }>[],
  source: Table | Services,
  lang: CommandLanguage,
  say: Texts,
): (string | number)[][] {
  const reasons = (outcome: (typeof rejected)[number]): string => reasonsOf(outcome, lang, say).join('\n');
  if (source.kind === 'services') {
    const textAt = (index: number, key: string): string => {
      const value = source.services[index]?.[key];
      return typeof value === 'string' ? value : '';
    };
    return [
      ['id', 'name', say.reasons],
      ...rejected.map((outcome) => [
        textAt(outcome.row.number - 1, 'id'),
        textAt(outcome.row.number - 1, 'name'),
        reasons(outcome),
      ]),
    ];
  }
  const cells = new Map(source.rows.map((row) => [row.number, row.cells]));
  const width = source.headings.length;
  return [
    [...source.headings, say.reasons],
    ...rejected.map((outcome) => [
      ...Array.from({ length: width }, (_, index) => cells.get(outcome.row.number)?.[index] ?? ''),
      reasons(outcome),
    ]),
  ];
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(importOffers, process.argv.slice(2), processTerminal());
