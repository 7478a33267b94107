import { statSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readSettings, type Settings } from '../settings.ts';
import type { Terminal } from './check.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';

export type CommandLanguage = 'de' | 'en';

/** What every command says about a wrong call. */
const texts = {
  de: {
    unknownCall: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    unknownLanguage: (lang: string) => `Die Sprache „${lang}“ gibt es hier nicht. Möglich sind: de, en.`,
    noFolder: (folder: string) =>
      `Den Ordner „${folder}“ gibt es nicht. Der Ordner mit den Inhalten steht in CONTENT_DIR, sonst heißt er content.`,
    hint: (name: string) => `Hilfe: npm run ${name} -- --help`,
  },
  en: {
    unknownCall: (reason: string) => `I do not understand this call: ${reason}`,
    unknownLanguage: (lang: string) => `The language “${lang}” is not available here. Possible are: de, en.`,
    noFolder: (folder: string) =>
      `There is no folder “${folder}”. The folder with the content is named by CONTENT_DIR, otherwise it is content.`,
    hint: (name: string) => `Help: npm run ${name} -- --help`,
  },
};

export interface Call {
  readonly lang: CommandLanguage;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
  readonly settings: Settings;
  /** Says what is wrong with the call and how to get help; returns the exit code for it. */
  refuse(reason: string): number;
}

interface CommandShape {
  readonly name: string;
  readonly help: Readonly<Record<CommandLanguage, string>>;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** `false` where `--lang` is the language of a product, not of the messages. */
  readonly ownLang?: boolean;
}

/**
 * Reads a command line that has `--help` and `--lang` besides its own options. A number is the exit code where the
 * command is over already: help was shown, or the call is wrong.
 */
export function readCall(shape: CommandShape, args: readonly string[], terminal: Terminal): Call | number {
  const options = { ...shape.options, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let values: Call['values'] = {};
  let words: readonly string[] = [];
  let wrong: string | undefined;
  try {
    const parsed = parseArgs({ args: [...args], allowPositionals: true, options });
    values = parsed.values;
    words = parsed.positionals;
  } catch (error) {
    wrong = (error as Error).message;
  }
  const asked = shape.ownLang ? undefined : (values['lang'] as string | undefined);
  const lang = chooseLanguage(values['lang'] as string | undefined, terminal.env);
  const say = texts[lang];
  const refuse = (reason: string): number => {
    terminal.err(`${reason}\n${say.hint(shape.name)}\n`);
    return 2;
  };
  if (wrong !== undefined) return refuse(say.unknownCall(wrong));
  if (values['help'] === true) {
    terminal.out(shape.help[lang]);
    return 0;
  }
  if (asked !== undefined && asked !== 'de' && asked !== 'en') return refuse(say.unknownLanguage(asked));
  const settings = readSettings(terminal.env);
  if (!statSync(settings.contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(say.noFolder(settings.contentDir));
  }
  return { lang, values, words, settings, refuse };
}

/** The terminal that a command started from a shell runs in. */
export const processTerminal = (): Terminal => ({
  env: process.env,
  isTty: process.stdout.isTTY,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
