import { printable } from '../print/frame.ts';

/**
 * A text from the content as inline code. In there no forge makes a link, a mention, a reference or a picture of it, and
 * none runs HTML. It stays on one line, is cut where it is long, and keeps its direction of writing to itself.
 */
export function codeOf(text: string, limit = 160): string {
  const line = printable(text.replace(/\s+/g, ' ')).trim();
  const letters = [...line];
  const shown = letters.length > limit ? `${letters.slice(0, limit).join('')}…` : line;
  if (shown === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^`|`$/.test(shown) ? ' ' : '';
  // Isolates (first strong, pop) around what could turn the rest of the line about.
  const isolated = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(shown) ? `\u2068${shown}\u2069` : shown;
  return `${fence}${gap}${isolated}${gap}${fence}`;
}
