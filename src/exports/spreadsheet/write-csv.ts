/**
 * A cell that no spreadsheet computes: a text that begins like a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection). The import takes it off again.
 */
export const neutraliseCell = (text: string): string =>
  /^(?:[=+\-@\t\r]|'['=+\-@\t\r])/.test(text) ? `'${text}` : text;

/** Telephone numbers begin like a formula, too, but nothing that holds only digits can call a function. */
const isNumber = (text: string): boolean => /^\+[\d ()/;+-]*$/.test(text);

type Rows = Iterable<readonly (string | number)[]>;

const quote = (cell: string): string => (/[";,\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table in CSV as German spreadsheets open it by a double click: semicolons, CRLF, byte order mark. */
export function writeCsv(rows: Rows): string {
  const lines = Array.from(rows, (row) =>
    row.map((cell) => quote(typeof cell === 'number' ? String(cell) : neutraliseCell(cell))).join(';'),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A table in CSV as programs expect it (RFC 4180): commas, CRLF, UTF-8 without a mark. */
export const writeDataCsv = (rows: Rows): string => Array.from(rows, dataCsvLine).join('');

/** A line of it. */
export function dataCsvLine(row: readonly (string | number)[]): string {
  const text = (cell: string | number): string =>
    typeof cell === 'number' ? String(cell) : isNumber(cell) ? cell : neutraliseCell(cell);
  return `${row.map((cell) => quote(text(cell))).join(',')}\r\n`;
}
