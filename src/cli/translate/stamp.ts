import { relative, sep } from 'node:path';
import { stampTranslation } from '../../content/stamp-translation.ts';
import { languages } from '../../i18n/languages.ts';
import { entriesFor } from '../../translation/translatable-entry.ts';
import type { Command } from './command.ts';
import { readIn, writeIn } from './folder-files.ts';

/** Notes in translations that they match today's source. */
export const stamp: Command = ({ content, contentDir, options, files, say, write }) => {
  const all = options.all === true;
  const { by = 'human' } = options;
  if (files.length > 0 === all || (by !== 'human' && by !== 'machine')) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const found = new Map(
    languages
      .flatMap(({ tag }) => (tag === content.sourceLanguage ? [] : entriesFor(content, tag)))
      .flatMap((entry) => (entry.existing ? [[entry.target, entry.hash] as const] : [])),
  );
  let stamped = 0;
  let failed = 0;
  for (const name of all ? found.keys() : files) {
    const file = found.has(name) ? name : relative(contentDir, name).split(sep).join('/');
    const hash = found.get(file);
    const before = hash === undefined ? undefined : readIn(contentDir)(file);
    if (hash === undefined || before === undefined) {
      write(`${say.notATranslation(name)}\n`);
      failed += 1;
      continue;
    }
    const text = stampTranslation(before, hash, by);
    if (text === undefined) {
      write(`${say.unreadable(name)}\n`);
      failed += 1;
    } else if (text !== before) {
      if (writeIn(contentDir)({ file, before, text })) stamped += 1;
      else {
        write(`${say.changedMeanwhile(name)}\n`);
        failed += 1;
      }
    }
  }
  write(`${say.stamped(stamped)}\n`);
  return failed > 0 ? 1 : 0;
};
