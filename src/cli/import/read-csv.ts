import { isUtf8 } from 'node:buffer';

/** 0x80 to 0x9F. Node's own decoder takes Windows-1252 for Latin-1 in some versions (https://github.com/nodejs/node/issues/56542). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text in UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as German spreadsheets still write it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  // oxlint-disable-next-line no-control-regex
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80]!);
}

/** `;`, `,` or tab: whichever stands most often outside quotation marks in the first line. */
function separatorOf(text: string): string {
  const counts = new Map([';', ',', '\t'].map((separator) => [separator, 0]));
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\n') break;
    else if (!quoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The apostrophe that keeps a spreadsheet from computing a text that begins like a formula; see `neutraliseCell`. */
const withoutGuard = (cell: string): string => (/^'['=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The cells of a table in CSV; quotation marks as in RFC 4180. Formulas are text like any other. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  const hint = /^sep=(.)\r?\n/.exec(text);
  const source = hint ? text.slice(hint[0].length) : text;
  const separator = hint?.[1] ?? separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    let cell: string;
    if (source[at] === '"') {
      let end = at + 1;
      let value = '';
      for (;;) {
        const quote = source.indexOf('"', end);
        // A quotation mark that is never closed: the rest of the file is the cell.
        if (quote === -1) {
          value += source.slice(end);
          end = source.length;
          break;
        }
        value += source.slice(end, quote);
        end = quote + 1;
        if (source[end] !== '"') break;
        value += '"';
        end += 1;
      }
      cell = value;
      at = end;
      // What follows a closing quotation mark belongs to the cell all the same.
      while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') {
        cell += source[at];
        at += 1;
      }
    } else {
      const start = at;
      while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at += 1;
      cell = source.slice(start, at);
    }
    row.push(withoutGuard(cell));
    if (source[at] === separator) {
      at += 1;
      if (at === source.length) row.push('');
      continue;
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
