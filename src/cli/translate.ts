import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readContent } from '../content/read-content.ts';
import { findLanguage } from '../i18n/languages.ts';
import { readSettings } from '../settings.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { processTerminal, runCommand } from './command.ts';
import type { Command, CommandContext } from './translate/command.ts';
import { exportTexts } from './translate/export.ts';
import { fill } from './translate/fill.ts';
import { importTexts } from './translate/import.ts';
import { stamp } from './translate/stamp.ts';
import { status } from './translate/status.ts';
import { texts } from './translate/texts.ts';
import { wrongSettings } from './wrong-settings.ts';

interface CommandRow {
  readonly run: Command;
  readonly options: readonly string[];
}

const commands: Readonly<Record<string, CommandRow>> = {
  status: { run: status, options: ['lang', 'format'] },
  export: { run: exportTexts, options: ['lang', 'format', 'only', 'out'] },
  import: { run: importTexts, options: ['by', 'accept-stale', 'overwrite', 'reviewed-by', 'dry-run'] },
  fill: { run: fill, options: ['lang', 'provider', 'limit', 'outdated', 'dry-run'] },
  stamp: { run: stamp, options: ['all', 'by', 'lang'] },
};

/** Exit code: 0 done · 1 something was left, and has been named · 2 wrong use. */
export async function translate(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  write: (text: string) => void,
  wait: CommandContext['wait'] = setTimeout,
): Promise<number> {
  const parsed = parse(args);
  const { help, messages: asked, ...options } = parsed?.values ?? {};
  const [name = '', ...files] = parsed?.positionals ?? [];
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  // Where no language is translated into, `--lang` means the language of the messages, as it does everywhere else.
  const translatesInto = command !== undefined && name !== 'stamp' && !help;
  const messages = chooseLanguage(asked ?? (translatesInto ? undefined : options.lang), env);
  const say = texts[messages];
  if (help) {
    write(say.help);
    return 0;
  }
  if (!command || Object.keys(options).some((option) => !command.options.includes(option))) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const contentDir = env['CONTENT_DIR'] || 'content';
  if (!existsSync(contentDir)) {
    write(`${say.noFolder(contentDir)}\n`);
    return 2;
  }
  const content = readContent(contentDir).value;
  const { lang } = options;
  if (translatesInto && lang !== undefined && (!findLanguage(lang) || lang === content.sourceLanguage)) {
    write(`${say.badLanguage(lang, content.sourceLanguage)}\n`);
    return 2;
  }
  const wrong = wrongSettings(env, messages);
  if (wrong !== undefined) {
    write(`${wrong}\n`);
    return 2;
  }
  const { today } = readSettings(env);
  return command.run({ content, contentDir, options, files, env, today, messages, say, write, wait });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        format: { type: 'string' },
        only: { type: 'string' },
        out: { type: 'string' },
        by: { type: 'string' },
        provider: { type: 'string' },
        limit: { type: 'string' },
        messages: { type: 'string' },
        'reviewed-by': { type: 'string' },
        all: { type: 'boolean' },
        'accept-stale': { type: 'boolean' },
        overwrite: { type: 'boolean' },
        outdated: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runCommand(
    (args, terminal) => translate(args, terminal.env, (text) => terminal.out(text)),
    process.argv.slice(2),
    processTerminal(),
  );
}
