/** `npm run export`: the data sheet as an empty table or on paper, and the offers as a table to work on. */
import { existsSync } from 'node:fs';
import { groupCounts, offerColumns, valueAt, writeCell, type Cell, type Column } from '../datasheet/columns.ts';
import { entryHash } from '../datasheet/entry-hash.ts';
import { optionsOf, type OptionSource } from '../datasheet/options.ts';
import { findLanguage, languages } from '../i18n/languages.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall } from './command.ts';
import { writeBlankSheet } from './export/blank-sheet.ts';
import { findChromium } from './export/find-chromium.ts';
import { printPdf } from './export/print-pdf.ts';
import { writeCsv } from '../exports/spreadsheet/write-csv.ts';
import { writeXlsx, type SheetColumn } from '../exports/spreadsheet/write-xlsx.ts';
import { loadSheet, type Sheet } from './load-sheet.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    what: 'Was soll ich schreiben? Entweder --template xlsx|html|pdf (leeres Datenblatt) oder --data xlsx|csv (die Angebote).',
    language: (tag: string) =>
      `Die Sprache „${tag}“ gibt es hier nicht. Möglich sind: ${languages.map((one) => one.tag).join(', ')}.`,
    exists: (path: string) =>
      `${path} gibt es schon. Nennen Sie mit --out einen anderen Namen, oder erlauben Sie das Überschreiben mit --force.`,
    written: (path: string) => `Geschrieben: ${path}`,
    noBrowser:
      'Für PDF brauche ich Chromium, Chrome oder Edge und finde keinen (CHROMIUM_PATH zeigt, wo er liegt). Schreiben Sie stattdessen --template html, öffnen Sie die Seite im Browser und drucken Sie sie als PDF.',
    browserFailed:
      'Der Browser konnte nicht drucken. Schreiben Sie stattdessen --template html, öffnen Sie die Seite und drucken Sie sie als PDF.',
    unreadable: (count: number) => `${count} Angebot(e) sind nicht lesbar und fehlen in der Tabelle: npm run check`,
  },
  en: {
    what: 'What shall I write? Either --template xlsx|html|pdf (the empty data sheet) or --data xlsx|csv (the offers).',
    language: (tag: string) =>
      `The language “${tag}” is not available here. Possible are: ${languages.map((one) => one.tag).join(', ')}.`,
    exists: (path: string) => `${path} exists already. Name another one with --out, or allow overwriting with --force.`,
    written: (path: string) => `Written: ${path}`,
    noBrowser:
      'For PDF I need Chromium, Chrome or Edge and find none (CHROMIUM_PATH says where it is). Write --template html instead, open the page in a browser and print it as PDF.',
    browserFailed: 'The browser could not print. Write --template html instead, open the page and print it as PDF.',
    unreadable: (count: number) => `${count} offer(s) cannot be read and are missing from the table: npm run check`,
  },
};

const shape = {
  name: 'export',
  ownLang: true,
  options: {
    template: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  help: {
    de: `Schreibt das leere Datenblatt oder die vorhandenen Angebote in eine Datei.

  npm run export -- --template xlsx              Tabelle mit Auswahllisten, eine Zeile je Angebot
  npm run export -- --template html --lang ar    leeres Datenblatt zum Ausdrucken (auch pdf)
  npm run export -- --data xlsx                  alle Angebote in denselben Spalten (auch csv); npm run import liest sie wieder ein

  --lang de     Sprache der Titel und Listen (sonst: wie die Umgebung)
  --out name    Name der Datei
  --force       eine vorhandene Datei überschreiben

Ergebnis: 0 geschrieben, 1 nicht geschrieben, 2 falscher Aufruf
`,
    en: `Writes the empty data sheet or the existing offers into a file.

  npm run export -- --template xlsx              table with drop-down lists, one row per offer
  npm run export -- --template html --lang ar    empty data sheet for printing (pdf as well)
  npm run export -- --data xlsx                  all offers in the same columns (csv as well); npm run import reads them again

  --lang de     language of titles and lists (otherwise: as the environment)
  --out name    name of the file
  --force       overwrite an existing file

Result: 0 written, 1 not written, 2 wrong use
`,
  },
} as const;

const blankRows = 200;

function sheetColumns(columns: readonly Column[], source: OptionSource): SheetColumn[] {
  return columns.map(({ field, labels, help, path }) => {
    const options = field ? optionsOf(field, source) : undefined;
    const isOpen = !field || field.kind === 'list' || field.kind === 'map' || field.reference !== undefined;
    return {
      heading: labels[source.sheetLanguage],
      help: help[source.sheetLanguage],
      required: field?.required === true && path.length === 1,
      ...(options && field?.kind !== 'language-tag' ? { options: options.map(({ label }) => label) } : {}),
      isOpen,
      isNumber: field?.kind === 'number',
    };
  });
}

interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly unreadable: number;
}

function offerRows({ content }: Sheet, source: OptionSource): Rows {
  const entries = [...content.entries.offers.values()];
  const readable = entries.flatMap((entry) => (entry.source ? [{ id: entry.id, ...entry.source }] : []));
  const columns = offerColumns(groupCounts(readable.map(({ data }) => data)));
  const rows = readable.map(({ id, data, body }) => {
    const own: Readonly<Record<string, unknown>> = { id, body: body.trim(), state: entryHash(data, body) };
    return columns.map((column) =>
      writeCell(column, column.field ? valueAt(data, column.path) : own[column.key], source),
    );
  });
  return { columns, rows, unreadable: entries.length - readable.length };
}

/** Where a printed sheet goes back to. */
function publisherOf({ content }: Sheet): string[] {
  const publisher = content.site?.data['publisher'];
  if (typeof publisher !== 'object' || publisher === null) return [];
  return ['name', 'email', 'phone', 'url'].flatMap((key) => {
    const value = (publisher as Record<string, unknown>)[key];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Runs the command; returns its exit code. */
export async function exportSheet(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const say = texts[call.lang];
  const tag = (call.values['lang'] as string | undefined) ?? call.lang;
  if (!findLanguage(tag)) return call.refuse(say.language(tag));
  const template = call.values['template'] as string | undefined;
  const data = call.values['data'] as string | undefined;
  const isTemplate = template !== undefined && data === undefined && ['xlsx', 'html', 'pdf'].includes(template);
  const isData = data !== undefined && template === undefined && ['xlsx', 'csv'].includes(data);
  if ((!isTemplate && !isData) || call.words.length > 0) return call.refuse(say.what);

  const path =
    (call.values['out'] as string | undefined) ?? (isTemplate ? `datenblatt.${tag}.${template}` : `angebote.${data}`);
  if (existsSync(path) && call.values['force'] !== true) {
    terminal.err(`${say.exists(path)}\n`);
    return 1;
  }
  const sheet = loadSheet(call.settings);
  const source = sheet.optionsIn(tag);
  const title = source.sheetLanguage === 'de' ? 'Datenblatt für ein Angebot' : 'Data sheet for an offer';

  if (template === 'html' || template === 'pdf') {
    const html = writeBlankSheet(source, publisherOf(sheet));
    let output: string | Buffer | undefined = html;
    if (template === 'pdf') {
      const browser = findChromium(terminal.env);
      output = browser === undefined ? undefined : await printPdf(browser, html);
      if (output === undefined) {
        terminal.err(`${browser === undefined ? say.noBrowser : say.browserFailed}\n`);
        return 1;
      }
    }
    writeAtomically(path, output);
  } else {
    const { columns, rows, unreadable } = isData
      ? offerRows(sheet, source)
      : { columns: offerColumns().filter(({ key }) => key !== 'state'), rows: [], unreadable: 0 };
    if (unreadable > 0) terminal.err(`${say.unreadable(unreadable)}\n`);
    const headings = sheetColumns(columns, source);
    const output =
      data === 'csv'
        ? writeCsv([headings.map(({ heading }) => heading), ...rows])
        : writeXlsx({
            title: isData ? (source.sheetLanguage === 'de' ? 'Angebote' : 'Offers') : title,
            columns: headings,
            rows,
            validatedRows: blankRows,
          });
    writeAtomically(path, output);
  }
  terminal.out(`${say.written(path)}\n`);
  return 0;
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await exportSheet(process.argv.slice(2), processTerminal());
