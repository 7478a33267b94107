import { readFileSync } from 'node:fs';
import { findLanguage } from '../../i18n/languages.ts';
import { readCsv } from '../../translation/csv.ts';
import type { Exchange } from '../../translation/exchange.ts';
import { planImport } from '../../translation/import-exchange.ts';
import { decodeXml } from '../../translation/read-xml.ts';
import type { Rejection } from '../../translation/rejection.ts';
import { readXliff } from '../../translation/xliff.ts';
import type { Command } from './command.ts';
import { readIn, writeIn } from './folder-files.ts';
import { printRejections } from './print-rejections.ts';

function readExchange(bytes: Uint8Array): Exchange | undefined {
  const text = decodeXml(bytes);
  if (text === undefined) return undefined;
  return /^\uFEFF?\s*</.test(text) ? readXliff(text) : readCsv(text);
}

/** Takes in a file that came back from translators. */
export const importTexts: Command = ({ content, contentDir, options, files, today, say, write }) => {
  const { by = 'human', 'reviewed-by': reviewer } = options;
  const [file] = files;
  if (file === undefined || files.length > 1 || (by !== 'human' && by !== 'machine')) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    write(`${say.noFile(file)}\n`);
    return 2;
  }
  const exchange = readExchange(bytes);
  if (!exchange) {
    write(`${say.notExchange(file)}\n`);
    return 2;
  }
  if (!findLanguage(exchange.language) || exchange.language === content.sourceLanguage) {
    write(`${say.badLanguage(exchange.language, content.sourceLanguage)}\n`);
    return 2;
  }
  if (exchange.sourceLanguage !== content.sourceLanguage) {
    write(`${say.otherSource(exchange.sourceLanguage, content.sourceLanguage)}\n`);
    return 2;
  }
  const dryRun = options['dry-run'] === true;
  const plan = planImport(content, exchange, {
    acceptStale: options['accept-stale'] === true,
    overwrite: options.overwrite === true,
    by,
    ...(reviewer === undefined ? {} : { reviewed: { by: reviewer, on: today } }),
    read: readIn(contentDir),
  });
  const rejected: Rejection[] = [...plan.rejected];
  let written = 0;
  for (const planned of plan.files) {
    if (dryRun) write(`${say.wouldWrite(planned.file)}\n`);
    else if (writeIn(contentDir)(planned)) {
      write(`${planned.outdated ? say.writtenOutdated(planned.file) : say.written(planned.file)}\n`);
      written += 1;
    } else rejected.push({ file: planned.file, reason: 'changed-meanwhile' });
  }
  write(printRejections(rejected, say));
  if (plan.look.length > 0) {
    write(`${[say.look, ...plan.look.map((odd) => `  ${odd.file}  ${odd.field}  ${odd.value}`)].join('\n')}\n`);
  }
  if (plan.empty > 0) write(`${say.empty(plan.empty)}\n`);
  write(`${say.imported(written, plan.unchanged, rejected.length)}\n`);
  return rejected.length > 0 ? 1 : 0;
};
