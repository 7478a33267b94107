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
  /** Apart from the others, or wholly inside or around the words of a pair. */
  const fits = ({ start, end, inner }: Range): boolean =>
    ranges.every(
      (other) =>
        end <= other.start ||
        start >= other.end ||
        (other.inner !== undefined && start >= other.inner[0] && end <= other.inner[1]) ||
        (inner !== undefined && other.start >= inner[0] && other.end <= inner[1]),
    );
  const add = (range: Range): void => {
    if (fits(range)) ranges.push(range);
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

/** Cuts a text at everything that must stay as it is; numbers run from 1 in reading order. */
export function protect(text: string, protection: Protection = {}): Pieces {
  const marks = findRanges(text, protection).flatMap(({ start, end, type, inner }, index) => {
    const code = { id: index + 1, type };
    return inner
      ? [
          { ...code, kind: 'open' as const, start, end: inner[0] },
          { ...code, kind: 'close' as const, start: inner[1], end },
        ]
      : [{ ...code, kind: 'single' as const, start, end }];
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

/** A translation cut at the codes of its source, with their numbers; what only the translation has stays text. */
export function protectLike(translation: string, source: Pieces, protection: Protection = {}): Pieces {
  const free = source.filter(isCode);
  const numbers = new Map<number, number>();
  return protect(translation, protection).map((piece) => {
    if (!isCode(piece)) return piece;
    const known = numbers.get(piece.id);
    const index = free.findIndex(
      ({ kind, type, native, id }) =>
        kind === piece.kind && type === piece.type && native === piece.native && (kind !== 'close' || id === known),
    );
    const closes = piece.kind !== 'open' || translationCloses(piece, source, translation);
    if (index === -1 || !closes) return piece.native;
    const [code] = free.splice(index, 1);
    numbers.set(piece.id, code!.id);
    return code!;
  });
}

/** Opening marks look alike; one whose address differs from all in the source must not become half a pair. */
function translationCloses(open: Code, source: Pieces, translation: string): boolean {
  return source.some(
    (piece) =>
      isCode(piece) && piece.kind === 'close' && piece.type === open.type && translation.includes(piece.native),
  );
}
