import { statSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readSettings, type Settings } from '../settings.ts';
import type { Terminal } from './check.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { writingProblem } from './publish-site.ts';
import { wrongSettings } from './wrong-settings.ts';

export type CommandLanguage = 'de' | 'en';

/** What every command says about a wrong call. */
const texts = {
  de: {
    unknownCall: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    unknownLanguage: (lang: string) => `Die Sprache „${lang}“ gibt es hier nicht. Möglich sind: de, en.`,
    noFolder: (folder: string) =>
      `Den Ordner „${folder}“ gibt es nicht. Der Ordner mit den Inhalten steht in CONTENT_DIR, sonst heißt er content.`,
    hint: (name: string) => `Hilfe: npm run ${name} -- --help`,
    full: 'Der Datenträger ist voll.',
    forbidden: 'Hier darf nicht geschrieben werden: Die Rechte fehlen.',
    'read-only': 'Der Datenträger lässt sich nur lesen.',
    'no-folder': 'Wo ein Ordner sein müsste, liegt eine Datei.',
    notWritten: (path: string) =>
      `Nicht geschrieben: ${path}\nKeine Datei ist halb geschrieben. Ist Abhilfe geschaffen, rufen Sie den Befehl noch einmal auf: Er macht den Rest.`,
  },
  en: {
    unknownCall: (reason: string) => `I do not understand this call: ${reason}`,
    unknownLanguage: (lang: string) => `The language “${lang}” is not available here. Possible are: de, en.`,
    noFolder: (folder: string) =>
      `There is no folder “${folder}”. The folder with the content is named by CONTENT_DIR, otherwise it is content.`,
    hint: (name: string) => `Help: npm run ${name} -- --help`,
    full: 'The disk is full.',
    forbidden: 'Nothing may be written here: permission is missing.',
    'read-only': 'The disk can only be read.',
    'no-folder': 'Where a folder should be there is a file.',
    notWritten: (path: string) =>
      `Not written: ${path}\nNo file is half written. Once that is put right, call the command again: it does the rest.`,
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
  const wrongSetting = wrongSettings(terminal.env, lang);
  if (wrongSetting !== undefined) return refuse(wrongSetting);
  const settings = readSettings(terminal.env);
  if (!statSync(settings.contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(say.noFolder(settings.contentDir));
  }
  return { lang, values, words, settings, refuse };
}

export type Run = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

/** Runs a command; what the system has against writing is said in words and ends it with 1. */
export async function runCommand(run: Run, args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal);
  } catch (error) {
    const problem = writingProblem(error);
    const { code, syscall, dest, path = '' } = error as NodeJS.ErrnoException & { readonly dest?: string };
    // A name that somebody else has taken in the meantime is no matter of folders.
    if (!problem || (code === 'EEXIST' && syscall === 'link')) throw error;
    const say = texts[chooseLanguage(undefined, terminal.env)];
    terminal.err(`${say[problem]} ${say.notWritten(dest ?? path)}\n`);
    return 1;
  }
}

/** The terminal that a command started from a shell runs in. */
export const processTerminal = (): Terminal => ({
  env: process.env,
  isTty: process.stdout.isTTY,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
