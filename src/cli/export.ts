/** `npm run export`: the data sheet as an empty table or on paper, the offers as a table to work on, and everything. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { listMedia } from '../content/list-media.ts';
import { readContent } from '../content/read-content.ts';
import { fullCatalogueJson } from '../exports/full-catalogue-json.ts';
import type { Settings } from '../settings.ts';
import { groupCounts, offerColumns, valueAt, writeCell, type Cell, type Column } from '../datasheet/columns.ts';
import { entryHash } from '../datasheet/entry-hash.ts';
import { optionsOf, type OptionSource } from '../datasheet/options.ts';
import { findLanguage, languages } from '../i18n/languages.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand } from './command.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { startChromium } from './chromium/start-chromium.ts';
import { writeBlankSheet } from './export/blank-sheet.ts';
import { writeCsv } from '../exports/spreadsheet/write-csv.ts';
import { writeXlsx, type SheetColumn } from '../exports/spreadsheet/write-xlsx.ts';
import { loadSheet, type Sheet } from './load-sheet.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    what: 'Was soll ich schreiben? Entweder --template xlsx|html|pdf (leeres Datenblatt) oder --data xlsx|csv (die Angebote) oder --data json (alles).',
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
    unreadableFiles: (count: number) => `${count} Datei(en) sind nicht lesbar und fehlen: npm run check`,
    confidential:
      'Diese Datei ist für Sie, nicht zum Veröffentlichen: Entwürfe, Ansprechpersonen und geschützte Adressen stehen darin.',
    copies: (names: readonly string[]) =>
      `Nehmen Sie diese Dateien selbst mit, sie stehen nicht darin: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
  },
  en: {
    what: 'What shall I write? Either --template xlsx|html|pdf (the empty data sheet) or --data xlsx|csv (the offers) or --data json (everything).',
    language: (tag: string) =>
      `The language “${tag}” is not available here. Possible are: ${languages.map((one) => one.tag).join(', ')}.`,
    exists: (path: string) => `${path} exists already. Name another one with --out, or allow overwriting with --force.`,
    written: (path: string) => `Written: ${path}`,
    noBrowser:
      'For PDF I need Chromium, Chrome or Edge and find none (CHROMIUM_PATH says where it is). Write --template html instead, open the page in a browser and print it as PDF.',
    browserFailed: 'The browser could not print. Write --template html instead, open the page and print it as PDF.',
    unreadable: (count: number) => `${count} offer(s) cannot be read and are missing from the table: npm run check`,
    unreadableFiles: (count: number) => `${count} file(s) cannot be read and are missing: npm run check`,
    confidential: 'This file is for you, not for publication: drafts, persons and protected addresses are in it.',
    copies: (names: readonly string[]) =>
      `Take these files along yourself, they are not in it: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
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
    de: `Schreibt das leere Datenblatt, die vorhandenen Angebote oder alle Inhalte in eine Datei.

  npm run export -- --template xlsx              Tabelle mit Auswahllisten, eine Zeile je Angebot
  npm run export -- --template html --lang ar    leeres Datenblatt zum Ausdrucken (auch pdf)
  npm run export -- --data xlsx                  alle Angebote in denselben Spalten (auch csv); npm run import liest sie wieder ein
  npm run export -- --data json                  alle Inhalte: alle Einträge mit Entwürfen, Übersetzungen und Einstellungen

  --lang de     Sprache der Titel und Listen (sonst: wie die Umgebung)
  --out name    Name der Datei
  --force       eine vorhandene Datei überschreiben

Ergebnis: 0 geschrieben, 1 nicht geschrieben, 2 falscher Aufruf
`,
    en: `Writes the empty data sheet, the existing offers or all content into a file.

  npm run export -- --template xlsx              table with drop-down lists, one row per offer
  npm run export -- --template html --lang ar    empty data sheet for printing (pdf as well)
  npm run export -- --data xlsx                  all offers in the same columns (csv as well); npm run import reads them again
  npm run export -- --data json                  all content: every entry with drafts, translations and settings

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

/** All content as the project's own JSON, and what must be copied beside it. */
async function everything({ contentDir, today }: Settings): Promise<{
  readonly json: string;
  readonly unreadable: number;
  readonly copies: readonly string[];
}> {
  const { value: content, problems } = readContent(contentDir);
  const { vocabularies } = checkContent(content, { today });
  const copies = [
    ...Array.from((await listMedia(contentDir)).keys(), (name) => `media/${name}`),
    ...content.map.map(({ file }) => file),
    ...['theme/theme.css', 'extensions.ts'].filter((file) => existsSync(join(contentDir, file))),
  ];
  const unreadable = new Set(
    problems.filter(({ severity, code }) => severity === 'error' && code !== 'site-missing').map(({ file }) => file),
  );
  return { json: fullCatalogueJson(content, vocabularies, today, copies), unreadable: unreadable.size, copies };
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
  const isData = data !== undefined && template === undefined && ['xlsx', 'csv', 'json'].includes(data);
  if ((!isTemplate && !isData) || call.words.length > 0) return call.refuse(say.what);

  const path =
    (call.values['out'] as string | undefined) ??
    (isTemplate ? `datenblatt.${tag}.${template}` : data === 'json' ? 'katalog.json' : `angebote.${data}`);
  if (existsSync(path) && call.values['force'] !== true) {
    terminal.err(`${say.exists(path)}\n`);
    return 1;
  }
  if (data === 'json') {
    const { json, unreadable, copies } = await everything(call.settings);
    if (unreadable > 0) terminal.err(`${say.unreadableFiles(unreadable)}\n`);
    writeAtomically(path, json);
    terminal.out(`${say.written(path)}\n${say.confidential}\n${copies.length > 0 ? `${say.copies(copies)}\n` : ''}`);
    return 0;
  }
  const sheet = loadSheet(call.settings);
  const source = sheet.optionsIn(tag);
  const title = source.sheetLanguage === 'de' ? 'Datenblatt für ein Angebot' : 'Data sheet for an offer';

  if (template === 'html' || template === 'pdf') {
    const html = writeBlankSheet(source, publisherOf(sheet));
    let output: string | Uint8Array | undefined = html;
    if (template === 'pdf') {
      const browser = findChromium(terminal.env);
      output = browser === undefined ? undefined : await printSheet(browser, html);
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

/** The sheet as PDF; undefined when the browser fails. */
async function printSheet(browser: string, html: string): Promise<Uint8Array | undefined> {
  try {
    const chromium = await startChromium(browser);
    try {
      return await (await chromium.open(html)).print();
    } finally {
      await chromium.close();
    }
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(exportSheet, process.argv.slice(2), processTerminal());
