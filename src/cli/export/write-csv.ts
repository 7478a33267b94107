/**
 * A cell that no spreadsheet computes: a text that begins like a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection). The import takes it off again.
 */
export const neutraliseCell = (text: string): string =>
  /^(?:[=+\-@\t\r]|'['=+\-@\t\r])/.test(text) ? `'${text}` : text;

const quote = (cell: string): string => (/[";,\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table in CSV as German spreadsheets open it by a double click: semicolons, CRLF, byte order mark. */
export function writeCsv(rows: Iterable<readonly (string | number)[]>): string {
  const lines = Array.from(rows, (row) =>
    row.map((cell) => quote(typeof cell === 'number' ? String(cell) : neutraliseCell(cell))).join(';'),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
