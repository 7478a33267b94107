import type { Position } from '../../model/diagnostic.ts';

/** How many columns of a source line are shown at most. */
const lineWidth = 100;

/**
 * So many letters around a place are looked at: more than fit into a line of any width, and a hostile line of a
 * million letters costs no more than another.
 */
const reach = 500;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const wide =
  /^(?:\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u;
const invisible = /^[\p{M}\p{Cf}]+$/u;

/**
 * Text from a file, made safe for a terminal: control characters could move the cursor or forge other output,
 * marks of direction could make it read differently from what it says.
 */
export const printable = (text: string): string =>
  text.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g,
    (char) => {
      const code = char.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );

interface Cell {
  readonly text: string;
  readonly columns: number;
  /** Offset in the line, in UTF-16 units. */
  readonly start: number;
}

function cellsOf(line: string): Cell[] {
  return [...segmenter.segment(line)].map(({ segment, index }) => {
    if (segment === '\t') return { text: '    ', columns: 4, start: index };
    const text = printable(segment);
    const columns = text === segment ? (invisible.test(text) ? 0 : wide.test(text) ? 2 : 1) : text.length;
    return { text, columns, start: index };
  });
}

const columnsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { columns }) => sum + columns, 0);

const textOf = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('');

export interface SourceFrame {
  /** The line as it is printed, cut where it is long. */
  readonly line: string;
  /** Spaces and `^` below it; undefined where the terminal decides on the order of the letters. */
  readonly underline: string | undefined;
  /** The marked letters. */
  readonly marked: string;
}

/** The line that a position is on, with the place marked. Tabs, wide letters and long lines are taken into account. */
export function frameOf(source: string, { line, column, length }: Position): SourceFrame {
  const text = source.split('\n', line)[line - 1] ?? '';
  const start = column - 1;
  const from = boundary(text, start - reach);
  const to = boundary(text, start + Math.min(length, reach) + reach);
  const cells = cellsOf(text.slice(from, to)).map((cell) => ({ ...cell, start: cell.start + from }));
  const isMarked = (cell: Cell): boolean => cell.start >= start && cell.start < start + length;
  const before = cells.filter((cell) => cell.start < start);
  const marked = cells.filter(isMarked);
  const after = cells.filter((cell) => cell.start >= start + length);

  if (rightToLeft.test(text)) {
    // A terminal reorders such a line by itself, so that nothing below it can be trusted to stand below it.
    const shown = `${from > 0 ? '…' : ''}${textOf(cells)}${to < text.length ? '…' : ''}`;
    return { line: `\u2068${shown}\u2069`, underline: undefined, marked: `\u2068${textOf(marked)}\u2069` };
  }

  const overlong = columnsOf(cells) > lineWidth;
  const lead = overlong ? takeFromEnd(before, 30) : before;
  const room = Math.max(20, lineWidth - columnsOf(lead));
  const shownMarked = overlong ? takeFromStart(marked, room) : marked;
  const tail =
    overlong && shownMarked.length === marked.length
      ? takeFromStart(after, Math.max(0, room - columnsOf(shownMarked)))
      : overlong
        ? []
        : after;
  const open = from > 0 || lead.length < before.length ? '…' : '';
  const close = to < text.length || shownMarked.length + tail.length < marked.length + after.length ? '…' : '';
  return {
    line: `${open}${textOf(lead)}${textOf(shownMarked)}${textOf(tail)}${close}`,
    underline: ' '.repeat(open.length + columnsOf(lead)) + '^'.repeat(Math.max(1, columnsOf(shownMarked))),
    marked: textOf(marked),
  };
}

/** The nearest place in a text that is not in the middle of a letter. */
function boundary(text: string, at: number): number {
  const place = Math.min(Math.max(0, at), text.length);
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place - 1 : place;
}

function takeFromStart(cells: readonly Cell[], room: number): Cell[] {
  let used = 0;
  return cells.filter(({ columns }) => (used += columns) <= room);
}

const takeFromEnd = (cells: readonly Cell[], room: number): Cell[] =>
  takeFromStart(cells.toReversed(), room).toReversed();
