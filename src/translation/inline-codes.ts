import { findFixedParts } from '../content/fixed-parts.ts';

/** Something inside a sentence that a translator moves but never changes. A pair (a link, bold words) shares its number. */
export interface Code {
  readonly id: number;
  readonly kind: 'open' | 'close' | 'single';
  readonly type: 'link' | 'image' | 'bold' | 'email' | 'phone' | 'time' | 'name' | 'term';
  /** The characters that it stands for. */
  readonly native: string;
}

/** A text with its codes; all pieces together are the text. */
export type Pieces = readonly (string | Code)[];

export interface Protection {
  /** Of people, organisations and houses: they are the same in every language. */
  readonly names?: readonly string[];
  /** Matches what is protected as a term, besides. */
  readonly terms?: RegExp;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly type: Code['type'];
  /** End of the opening and start of the closing part of a pair. */
  readonly inner?: readonly [start: number, end: number];
}

const markdownLink = /(!?)\[([^[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g;
const bold = /\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function namePattern(names: readonly string[]): RegExp | undefined {
  const long = [...new Set(names.map((name) => name.trim()).filter((name) => name.length > 2))];
  if (long.length === 0) return undefined;
  const longestFirst = long.sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'gu');
}

function findRanges(text: string, { names = [], terms }: Protection): Range[] {
  const ranges: Range[] = [];
  // For each character: whether it is part of a mark already, and the innermost pair around it.
  const taken = new Uint8Array(text.length);
  const around = new Int32Array(text.length);
  /** Apart from the others, or wholly inside or around the words of a pair. */
  const add = (range: Range): void => {
    const { start, end, inner = [end, end] } = range;
    const marks = [[start, inner[0]] as const, [inner[1], end] as const];
    const outer = around[start];
    for (const [from, to] of marks) {
      for (let at = from; at < to; at += 1) if (taken[at] === 1 || around[at] !== outer) return;
    }
    for (const [from, to] of marks) taken.fill(1, from, to);
    ranges.push(range);
    for (let at = inner[0]; at < inner[1]; at += 1) if (around[at] === outer) around[at] = ranges.length;
  };
  const pair = (match: RegExpExecArray, type: Code['type'], opening: number, words: string): void => {
    const from = match.index + opening;
    add({ start: match.index, end: match.index + match[0].length, type, inner: [from, from + words.length] });
  };
  for (const match of text.matchAll(markdownLink)) {
    pair(match, match[1] === '!' ? 'image' : 'link', match[1]!.length + 1, match[2]!);
  }
  for (const { kind, start, end } of findFixedParts(text)) add({ start, end, type: kind });
  for (const match of text.matchAll(bold)) pair(match, 'bold', 2, match[1]!);
  for (const [type, pattern] of [
    ['name', namePattern(names)],
    ['term', terms],
  ] as const) {
    if (!pattern) continue;
    for (const match of text.matchAll(pattern)) add({ start: match.index, end: match.index + match[0].length, type });
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Mark extends Omit<Code, 'native'> {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text at everything that must stay as it is; numbers run from 1 in reading order. */
export function protect(text: string, protection: Protection = {}): Pieces {
  const marks = findRanges(text, protection).flatMap(({ start, end, type, inner }, index): Mark[] => {
    const code = { id: index + 1, type };
    if (!inner) return [{ ...code, kind: 'single', start, end }];
    return [
      { ...code, kind: 'open', start, end: inner[0] },
      { ...code, kind: 'close', start: inner[1], end },
    ];
  });
  const pieces: (string | Code)[] = [];
  let at = 0;
  for (const { start, end, ...code } of marks.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push({ ...code, native: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

export const isCode = (piece: string | Code): piece is Code => typeof piece !== 'string';

export const plainText = (pieces: Pieces): string =>
  pieces.map((piece) => (isCode(piece) ? piece.native : piece)).join('');

/** What tells codes apart, by their number: for a pair both of its parts. */
function signatures(pieces: Pieces): Map<number, string> {
  const found = new Map<number, string>();
  for (const { id, type, native } of pieces.filter(isCode)) found.set(id, `${found.get(id) ?? type}\n${native}`);
  return found;
}

/** A translation cut at the codes of its source, with their numbers; what only the translation has stays text. */
export function protectLike(translation: string, source: Pieces, protection: Protection = {}): Pieces {
  const pieces = protect(translation, protection);
  const free = [...signatures(source)];
  const numbers = new Map<number, number>();
  for (const [id, signature] of signatures(pieces)) {
    const index = free.findIndex(([, other]) => other === signature);
    if (index !== -1) numbers.set(id, free.splice(index, 1)[0]![0]);
  }
  return pieces.map((piece) => {
    if (!isCode(piece)) return piece;
    const id = numbers.get(piece.id);
    return id === undefined ? piece.native : { ...piece, id };
  });
}
