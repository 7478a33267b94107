import type { Position } from '../model/diagnostic.ts';

/** The position of `text.slice(start, end)`; a range over several lines ends with its first line. */
export function positionOf(text: string, start: number, end = start + 1): Position {
  const from = Math.min(Math.max(start, 0), text.length);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', from);
  const lineEnd = newline === -1 ? text.length : newline;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < from; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: from - lineStart + 1, length: Math.max(1, Math.min(end, lineEnd) - from) };
}
