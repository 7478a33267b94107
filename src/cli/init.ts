/** `npm run init`: asks for the few things a town must say of itself and puts its own beginning in place of the demo. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { languages as interfaceLanguages } from '../i18n/languages.ts';
import { askOnTerminal, type AskLine } from './ask-on-terminal.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { hostingStep, hostingWays } from './init/hosting.ts';
import { firstContent, type Beginning } from './init/first-content.ts';
import { git } from './upgrade/git.ts';

/** `hosting` is written nowhere: it decides what the command says at its end. */
type Key = keyof Beginning | 'hosting';

/** Whether an answer can be used; `usual`: what Enter means, undefined where something must be said. */
interface Question {
  readonly key: Key;
  readonly usual?: string;
  readonly isValid: (answer: string, before: Partial<Record<Key, string>>) => boolean;
}

const known: readonly string[] = interfaceLanguages.map(({ tag }) => tag);
const listOf = (answer: string): string[] => answer.split(/[\s,;]+/).filter(Boolean);
const isWeb = (answer: string): boolean => answer.startsWith('https://') && URL.canParse(answer);

const questions: readonly Question[] = [
  { key: 'name', isValid: (answer) => answer.length >= 2 && answer.length <= 80 },
  { key: 'kind', usual: 'town', isValid: (answer) => answer === 'town' || answer === 'district' },
  {
    key: 'ags',
    isValid: (answer, { kind }) => (kind === 'district' ? /^\d{5}$/ : /^\d{8}$/).test(answer),
  },
  { key: 'publisher', isValid: (answer) => answer.length >= 2 && answer.length <= 150 },
  { key: 'phone', usual: '', isValid: (answer) => answer === '' || /^\+?[\d ()/-]{5,25}$/.test(answer) },
  { key: 'email', usual: '', isValid: (answer) => answer === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer) },
  {
    key: 'languages',
    usual: 'de, de-simple, en, ar, tr, uk',
    isValid: (answer) => {
      const tags = listOf(answer);
      return tags.includes('de') && tags.every((tag) => known.includes(tag));
    },
  },
  { key: 'url', usual: '', isValid: (answer) => answer === '' || isWeb(answer) },
  { key: 'repository', usual: '', isValid: (answer) => answer === '' || isWeb(answer) },
  { key: 'colour', usual: '', isValid: (answer) => answer === '' || /^#[0-9a-f]{6}$/i.test(answer) },
  { key: 'hosting', usual: '', isValid: (answer) => answer === '' || hostingWays.includes(answer) },
];

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    welcome: 'Elf Fragen, dann steht Ihr eigener Anfang. Enter nimmt, was in Klammern steht.',
    ask: {
      name: 'Wie heißt Ihre Stadt, Gemeinde oder Ihr Kreis? (zum Beispiel: Musterstadt)',
      kind: 'Stadt oder Gemeinde (town) oder Kreis (district)?',
      ags: 'Der Amtliche Gemeindeschlüssel (acht Ziffern, beim Kreis fünf):',
      publisher: 'Wer gibt die Website heraus? (zum Beispiel: Stadt Musterstadt, Integrationsbüro)',
      phone: 'Telefon für alle Fragen zur Website (leer lassen, wenn es keins gibt):',
      email: 'E-Mail für alle Fragen und für neue Angebote (leer lassen, wenn es keine gibt):',
      languages: `In welchen Sprachen? Möglich: ${known.join(', ')}`,
      url: 'Unter welcher Adresse wird die Website stehen? (https://…, darf noch leer bleiben)',
      repository:
        'Adresse dieses Repositorys, damit andere Angebote vorschlagen können (https://…, darf leer bleiben):',
      colour: 'Ihre Hausfarbe (#rrggbb, leer: die mitgelieferte):',
      hosting: `Wo soll die Website liegen? Möglich: ${hostingWays.join(', ')} (leer: noch offen)`,
    } satisfies Record<Key, string>,
    again: 'Das passt so nicht. Bitte noch einmal.',
    noFile: (path: string) => `Die Datei „${path}“ gibt es nicht. Es wurde nichts verändert.`,
    unreadable: (path: string, reason: string) =>
      `Die Antworten in „${path}“ sind nicht lesbar: ${reason}\nSo sieht eine Zeile aus: name: Musterstadt`,
    missing: (key: string) => `Die Antwort auf „${key}“ fehlt oder passt nicht.`,
    notDemo: (folder: string) =>
      `In ${folder} stehen schon eigene Inhalte. Sie werden nicht angerührt. (Erkennungszeichen der Beispiele: region: kreis-merletal)`,
    notSafe: (folder: string) =>
      `In ${folder} gibt es Änderungen, die nicht in Git festgehalten sind. Erst: git add -A && git commit. Oder mit --force: die Beispiele sind dann weg.`,
    broken: 'Abgebrochen. Es wurde nichts verändert.',
    done: (files: number, hosting: string) =>
      `${files} Dateien geschrieben, die Beispiele sind entfernt.\n\nWie es weitergeht:\n  npm run new       das erste Angebot anlegen (vorher einen Träger in organisations/)\n  npm start         ansehen\n  npm run doctor    was vor dem Start noch fehlt\n${hosting === '' ? '' : `  Veröffentlichen   ${hosting}\n`}`,
  },
  en: {
    words: 'This command takes no further words.',
    welcome: 'Eleven questions, then your own beginning stands. Enter takes what is in brackets.',
    ask: {
      name: 'What is your town or district called? (for example: Musterstadt)',
      kind: 'Town (town) or district (district)?',
      ags: 'The official municipality key (eight digits, five for a district):',
      publisher: 'Who publishes the site? (for example: Stadt Musterstadt, Integrationsbüro)',
      phone: 'Telephone for all questions about the site (leave empty if there is none):',
      email: 'E-mail for all questions and for new offers (leave empty if there is none):',
      languages: `In which languages? Possible: ${known.join(', ')}`,
      url: 'At which address will the site be? (https://…, may stay empty for now)',
      repository: 'Address of this repository, so that others can propose offers (https://…, may stay empty):',
      colour: 'Your own colour (#rrggbb, empty: the one that comes along):',
      hosting: `Where will the site be hosted? Possible: ${hostingWays.join(', ')} (empty: not decided yet)`,
    } satisfies Record<Key, string>,
    again: 'That does not fit. Please try again.',
    noFile: (path: string) => `There is no file “${path}”. Nothing was changed.`,
    unreadable: (path: string, reason: string) =>
      `The answers in “${path}” cannot be read: ${reason}\nA line looks like this: name: Musterstadt`,
    missing: (key: string) => `The answer to “${key}” is missing or does not fit.`,
    notDemo: (folder: string) =>
      `There is content of your own in ${folder} already. It is not touched. (Mark of the examples: region: kreis-merletal)`,
    notSafe: (folder: string) =>
      `In ${folder} there are changes that are not committed in Git. First: git add -A && git commit. Or with --force: the examples are gone then.`,
    broken: 'Stopped. Nothing was changed.',
    done: (files: number, hosting: string) =>
      `Wrote ${files} files; the examples are gone.\n\nWhat comes next:\n  npm run new       make the first offer (an organisation in organisations/ first)\n  npm start         have a look\n  npm run doctor    what is missing before going live\n${hosting === '' ? '' : `  Publish           ${hosting}\n`}`,
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'init',
  options: { answers: { type: 'string' }, force: { type: 'boolean' } },
  help: {
    de: `Fragt nach Stadt, Sprachen, Adresse und Farbe und setzt Ihren eigenen Anfang an die Stelle der Beispiele in content/.

  npm run init
  npm run init -- --answers antworten.yml    ohne Fragen: ${questions.map(({ key }) => key).join(', ')}

  --force         auch, wenn die Beispiele nicht in Git festgehalten sind

Ergebnis: 0 geschrieben, 1 nichts verändert, 2 falscher Aufruf
`,
    en: `Asks for town, languages, address and colour and puts your own beginning in place of the examples in content/.

  npm run init
  npm run init -- --answers answers.yml    without questions: ${questions.map(({ key }) => key).join(', ')}

  --force         also where the examples are not committed in Git

Result: 0 written, 1 nothing changed, 2 wrong use
`,
  },
} as const;

/** The region of the demo: by it the examples are told from a town's own content. */
const demoRegion = 'kreis-merletal';

function isDemo(contentDir: string): boolean {
  const path = join(contentDir, 'site.yml');
  return !existsSync(path) || new RegExp(`^region: ${demoRegion}$`, 'm').test(readFileSync(path, 'utf8'));
}

/** Whether Git could bring the folder back as it is. */
function isCommitted(contentDir: string): boolean {
  const status = git(contentDir, 'status', '--porcelain', '--', '.');
  return status.ok && status.out === '' && git(contentDir, 'ls-files', '--error-unmatch', 'site.yml').ok;
}

function toBeginning(answers: Partial<Record<Key, string>>): Beginning {
  const given = (key: Key): object => (answers[key] ? { [key]: answers[key] } : {});
  return {
    name: answers.name ?? '',
    kind: answers.kind === 'district' ? 'district' : 'town',
    ags: answers.ags ?? '',
    publisher: answers.publisher ?? '',
    languages: listOf(answers.languages ?? 'de'),
    ...given('phone'),
    ...given('email'),
    ...given('url'),
    ...given('repository'),
    ...given('colour'),
  };
}

export async function init(args: readonly string[], terminal: Terminal, ask?: AskLine): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const say = texts[call.lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const { contentDir } = call.settings;
  const refuse = (reason: string): number => {
    terminal.err(`${reason}\n`);
    return 1;
  };
  if (!isDemo(contentDir)) return refuse(say.notDemo(contentDir));
  if (call.values['force'] !== true && !isCommitted(contentDir)) return refuse(say.notSafe(contentDir));

  const file = call.values['answers'] as string | undefined;
  const answers = file === undefined ? await interview() : answersIn(file);
  if (typeof answers === 'string') return refuse(answers);

  const files = Object.entries(firstContent(toBeginning(answers)));
  replaceFolder(resolve(contentDir), files);
  terminal.out(say.done(files.length, hostingStep(answers.hosting ?? '', call.lang)));
  return 0;

  async function interview(): Promise<Partial<Record<Key, string>> | string> {
    const keyboard = ask ? undefined : askOnTerminal();
    const askLine = ask ?? keyboard!.ask;
    const given: Partial<Record<Key, string>> = {};
    terminal.out(`${say.welcome}\n`);
    try {
      for (const { key, usual, isValid } of questions) {
        for (;;) {
          const line = await askLine(`\n${say.ask[key]}\n${usual ? `[${usual}] ` : ''}> `);
          if (line === undefined) return say.broken;
          const answer = line.trim() === '' && usual !== undefined ? usual : line.trim();
          if (isValid(answer, given)) {
            given[key] = answer;
            break;
          }
          terminal.out(`${say.again}\n`);
        }
      }
    } finally {
      keyboard?.close();
    }
    return given;
  }

  function answersIn(path: string): Partial<Record<Key, string>> | string {
    let read: unknown;
    try {
      // Every scalar as the text that was written: a key such as 05999012 must keep its zero.
      read = parse(readFileSync(path, 'utf8'), { maxAliasCount: 0, schema: 'failsafe' });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' ? say.noFile(path) : say.unreadable(path, message);
    }
    const written = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>;
    const given: Partial<Record<Key, string>> = {};
    for (const { key, usual, isValid } of questions) {
      const value = written[key];
      const answer = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value.trim() : usual;
      if (answer === undefined || !isValid(answer, given)) return say.missing(key);
      given[key] = answer;
    }
    return given;
  }
}

/** All of a folder anew: the old one stays until the new one is whole. */
function replaceFolder(folder: string, files: ReadonlyArray<readonly [path: string, text: string]>): void {
  const [next, old] = [`${folder}.new-${process.pid}`, `${folder}.old-${process.pid}`];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(next, path)), { recursive: true });
      writeFileSync(join(next, path), text);
    }
    renameSync(folder, old);
    renameSync(next, folder);
  } finally {
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
    rmSync(next, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(init, process.argv.slice(2), processTerminal());
