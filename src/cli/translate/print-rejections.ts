import type { Rejection } from '../../translation/rejection.ts';
import type { Texts } from './texts.ts';

/** What was not taken over and why, one text a line; nothing where all was. */
export function printRejections(rejected: readonly Rejection[], say: Texts): string {
  if (rejected.length === 0) return '';
  const lines = rejected.map(({ file, field, reason, detail }) => {
    const where = field === undefined ? file : `${file}  ${field}`;
    return `  ${where}  ${say.reasons[reason]}${detail === undefined ? '' : `: ${detail}`}`;
  });
  return `${[say.rejected, ...lines].join('\n')}\n`;
}
