import {
  exchangeStates,
  type Exchange,
  type ExchangeEntry,
  type ExchangeState,
  type ExchangeUnit,
} from './exchange.ts';
import { findFixedParts } from '../content/fixed-parts.ts';

const columns = [
  'file',
  'field',
  'source_language',
  'language',
  'source_hash',
  'target_hash',
  'state',
  'max_length',
  'keep',
  'note',
  'source',
  'target',
] as const;
type Column = (typeof columns)[number];

/** A cell that begins like a formula would be computed by a spreadsheet. One apostrophe more keeps it a text, also where there are some already. */
const guard = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const quote = (text: string): string => (/[;,"\n\r\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Hexadecimal digits alone could be read as a number such as 1e25. */
const hashCell = (hash: string): string => (hash === '' ? '' : `#${hash}`);

/** A table for spreadsheets: semicolons and a byte order mark, so that a German Excel opens it with a double click. */
export function writeCsv({ sourceLanguage, language, entries }: Exchange): string {
  const rows = entries.flatMap(({ file, hash, targetHash, units, names = [] }) =>
    units.map((unit): Record<Column, string> => {
      const fixed = findFixedParts(unit.source)
        .filter(({ kind }) => kind !== 'time')
        .map(({ value }) => value);
      return {
        file,
        field: unit.field,
        source_language: sourceLanguage,
        language,
        source_hash: hashCell(hash),
        target_hash: hashCell(targetHash),
        state: unit.state,
        max_length: unit.maxLength === undefined ? '' : String(unit.maxLength),
        keep: [...fixed, ...names.filter((name) => unit.source.includes(name))].join(' | '),
        note: unit.note ?? '',
        source: unit.source,
        target: unit.target,
      };
    }),
  );
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\uFEFF${lines.map((cells) => cells.map((cell) => quote(guard(cell))).join(';')).join('\r\n')}\r\n`;
}

/** Cells of a CSV text with any of the usual separators; quotation marks may hold line breaks. */
function parseCells(text: string): string[][] {
  const separator = [';', '\t', ','].find((char) => text.split('\n', 1)[0]!.includes(char)) ?? ';';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((value) => value !== ''));
}

/** Reads what `writeCsv` wrote and a person has filled in; undefined where columns are missing or languages are mixed. */
export function readCsv(text: string): Exchange | undefined {
  const [head = [], ...rows] = parseCells(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const places = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]));
  if (columns.some((column) => !places.has(column) && column !== 'note' && column !== 'keep')) return undefined;
  const cellOf = (row: readonly string[], column: Column): string => unguard(row[places.get(column) ?? -1] ?? '');
  const hashOf = (row: readonly string[], column: Column): string => cellOf(row, column).replace(/^#/, '').trim();
  const [first] = rows;
  if (!first) return undefined;
  const [sourceLanguage, language] = [cellOf(first, 'source_language').trim(), cellOf(first, 'language').trim()];
  if (rows.some((row) => cellOf(row, 'language').trim() !== language)) return undefined;

  const entries = new Map<string, ExchangeEntry & { units: ExchangeUnit[] }>();
  for (const row of rows) {
    const file = cellOf(row, 'file').trim();
    const state = cellOf(row, 'state').trim().toLowerCase() as ExchangeState;
    const entry = entries.get(file) ?? {
      file,
      hash: hashOf(row, 'source_hash'),
      targetHash: hashOf(row, 'target_hash'),
      units: [],
    };
    entries.set(file, entry);
    entry.units.push({
      field: cellOf(row, 'field').trim(),
      source: cellOf(row, 'source'),
      target: cellOf(row, 'target'),
      // Whatever somebody wrote over the state means that they are done with it.
      state: exchangeStates.includes(state) ? state : 'done',
    });
  }
  return { sourceLanguage, language, entries: [...entries.values()] };
}
