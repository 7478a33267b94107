import { existsSync } from 'node:fs';
import { exportScopes, makeExchange, type ExportScope } from '../../translation/make-exchange.ts';
import { writeCsv } from '../../translation/csv.ts';
import { writeXliff } from '../../translation/xliff.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { Command } from './command.ts';

const formats = {
  xliff: { write: writeXliff, ending: 'xlf' },
  csv: { write: writeCsv, ending: 'csv' },
} as const;

/** Writes a file for translators. */
export const exportTexts: Command = ({ content, options, files, messages, say, write }) => {
  const { lang, format = '', only = 'missing', out } = options;
  const isFormat = Object.hasOwn(formats, format);
  const isScope = (exportScopes as readonly string[]).includes(only);
  if (files.length > 0 || lang === undefined || !isFormat || !isScope) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const { write: print, ending } = formats[format as keyof typeof formats];
  const exchange = makeExchange(content, { language: lang, scope: only as ExportScope, notes: messages });
  if (exchange.entries.length === 0) {
    write(`${say.nothingToExport}\n`);
    return 0;
  }
  // The work of days may be in a file of that name: it is only replaced when it was named on purpose.
  const file = out ?? `angebotslotse.${lang}.${ending}`;
  if (out === undefined && existsSync(file)) {
    write(`${say.fileExists(file)}\n`);
    return 1;
  }
  writeAtomically(file, print(exchange));
  const units = exchange.entries.reduce((sum, entry) => sum + entry.units.length, 0);
  write(`${say.exported(units, exchange.entries.length, file)}\n`);
  return 0;
};
