/** `npm run inbox`: a small service that turns what the form sends into pull requests. */
import { mkdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent } from '../content/read-content.ts';
import { forgeNames, readInboxSettings, type SettingProblem } from '../inbox/inbox-settings.ts';
import { startInbox, type RunningInbox } from '../inbox/start-inbox.ts';
import { readSettings } from '../settings.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { wrongSettings } from './wrong-settings.ts';

const variables = (de: boolean): string =>
  (
    [
      [
        'INBOX_FORGE',
        forgeNames.join('|'),
        de
          ? 'wohin (sonst: git, ein Ordner auf diesem Rechner)'
          : 'where to (otherwise: git, a folder on this machine)',
      ],
      ['INBOX_REPOSITORY', '.', de ? 'bei git: das Repository' : 'with git: the repository'],
      [
        'INBOX_FORGE_URL',
        'https://…',
        de ? 'Adresse der Plattform; bei GitHub nicht nötig' : 'address of the forge; not needed for GitHub',
      ],
      ['INBOX_PROJECT', 'owner/name', de ? 'das Projekt auf der Plattform' : 'the project at the forge'],
      [
        'INBOX_TOKEN',
        '',
        de ? 'Zugangsschlüssel, der nur dieses Projekt ändern darf' : 'token that may change this project only',
      ],
      ['INBOX_BASE', 'main', de ? 'Zweig, in den übernommen wird' : 'branch that is merged into'],
      [
        'INBOX_CONTENT_PATH',
        'content',
        de ? 'Ordner der Inhalte im Repository' : 'folder of the content in the repository',
      ],
      [
        'INBOX_ORIGINS',
        'https://…',
        de
          ? 'Adressen, von denen das Formular senden darf (sonst: SITE_URL oder url in site.yml)'
          : 'where the form may send from (otherwise: SITE_URL or url in site.yml)',
      ],
      ['INBOX_HOST', '127.0.0.1', ''],
      ['INBOX_PORT', '8090', ''],
      ['INBOX_PROXIES', '0', de ? 'eigene Reverse-Proxys davor' : 'reverse proxies of your own before it'],
      ['INBOX_SPOOL', '.inbox', de ? 'Ordner für das, was noch unterwegs ist' : 'folder for what is on its way'],
      ['INBOX_DIFFICULTY', '18', de ? 'Aufwand gegen Roboter, in Bit' : 'work that keeps bots out, in bits'],
      ['INBOX_CHALLENGE_SECONDS', '1800', ''],
      ['INBOX_PER_HOUR', '20', de ? 'Einsendungen je Anschluss' : 'hand-ins for each address'],
      ['INBOX_TIMEOUT', '20', de ? 'Sekunden für eine Anfrage' : 'seconds for a request'],
      ['INBOX_WAITING', '1000', de ? 'so viele dürfen warten' : 'so many may wait'],
      [
        'INBOX_RETRY_SECONDS',
        '10',
        de ? 'erste Pause, wenn die Plattform nicht antwortet' : 'first pause when the forge does not answer',
      ],
      ['INBOX_RETRY_LIMIT', '900', de ? 'längste Pause' : 'longest pause'],
      [
        'INBOX_KEEP_DAYS',
        '7',
        de ? 'so lange wird dieselbe Einsendung erkannt' : 'so long the same hand-in is recognised',
      ],
      ['INBOX_AUTHOR', 'Angebotslotse Inbox <inbox@example.org>', ''],
      ['CONTENT_DIR', 'content', de ? 'Inhalte, gegen die geprüft wird' : 'content to check against'],
    ] as const
  )
    .map(([name, standard, meaning]) => `  ${name.padEnd(24)} ${standard}${meaning === '' ? '' : `  ${meaning}`}`)
    .join('\n');

const texts = {
  de: {
    help: `Der Eingang: nimmt an, was das Formular sendet, prüft es und macht daraus Pull Requests.

  npm run inbox              starten; Ende mit Strg+C
  npm run inbox -- --help    diese Hilfe

  --lang de|en               Sprache der Ausgabe

${variables(true)}

Mehr: docs/en/inbox.md
`,
    hint: 'Hilfe: npm run inbox -- --help',
    unknownOption: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    noFolder: (folder: string) => `Den Ordner „${folder}“ gibt es nicht.`,
    listening: (address: string) => `Eingang bereit: ${address}`,
    stopping: 'Eingang wird beendet; was noch wartet, bleibt aufgehoben.',
    problems: {
      missing: ({ name, detail }) => `${name} fehlt${detail === '' ? '' : `, zum Beispiel: ${detail}`}.`,
      number: ({ name, detail }) => `${name} muss eine Zahl sein (${detail}).`,
      choice: ({ name, detail }) => `${name} geht so nicht: ${detail}`,
      url: ({ name, detail }) => `${name} ist keine Adresse: ${detail}`,
      https: ({ name, detail }) =>
        `${name} muss mit https:// beginnen, sonst geht der Schlüssel offen durchs Netz: ${detail}`,
      origin: ({ name, detail }) => `${name} enthält etwas, das keine Adresse ist: ${detail}`,
      author: ({ name, detail }) => `${name} muss wie „Name <mail@example.org>“ aussehen: ${detail}`,
      path: ({ name, detail }) => `${name} ist kein Ordner im Repository: ${detail}`,
      project: ({ name, detail }) => `${name} muss wie „besitzer/name“ aussehen: ${detail}`,
      branch: ({ name, detail }) =>
        `${name}: Den Zweig „${detail}“ gibt es nicht, oder der Ordner ist kein Repository.`,
    },
  },
  en: {
    help: `The inbox: takes what the form sends, checks it and makes pull requests of it.

  npm run inbox              start; end with Ctrl+C
  npm run inbox -- --help    this help

  --lang de|en               language of the output

${variables(false)}

More: docs/en/inbox.md
`,
    hint: 'Help: npm run inbox -- --help',
    unknownOption: (reason: string) => `I do not understand this call: ${reason}`,
    noFolder: (folder: string) => `There is no folder “${folder}”.`,
    listening: (address: string) => `Inbox ready: ${address}`,
    stopping: 'Inbox is stopping; what still waits is kept.',
    problems: {
      missing: ({ name, detail }) => `${name} is missing${detail === '' ? '' : `, for example: ${detail}`}.`,
      number: ({ name, detail }) => `${name} must be a number (${detail}).`,
      choice: ({ name, detail }) => `${name} cannot be used like this: ${detail}`,
      url: ({ name, detail }) => `${name} is not an address: ${detail}`,
      https: ({ name, detail }) => `${name} must begin with https://, or the token travels in the open: ${detail}`,
      origin: ({ name, detail }) => `${name} holds something that is not an address: ${detail}`,
      author: ({ name, detail }) => `${name} must look like “Name <mail@example.org>”: ${detail}`,
      path: ({ name, detail }) => `${name} is not a folder in the repository: ${detail}`,
      project: ({ name, detail }) => `${name} must look like “owner/name”: ${detail}`,
      branch: ({ name, detail }) => `${name}: there is no branch “${detail}”, or the folder is no repository.`,
    },
  },
} as const satisfies Record<
  'de' | 'en',
  { problems: Record<SettingProblem['reason'], (problem: SettingProblem) => string> } & Record<string, unknown>
>;

export interface InboxTerminal {
  readonly env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return (error as Error).message;
  }
}

/** Starts the inbox; an exit code instead where it does not start. */
export async function inbox(args: readonly string[], terminal: InboxTerminal): Promise<RunningInbox | number> {
  const { env } = terminal;
  const parsed = parse(args);
  const lang = chooseLanguage(typeof parsed === 'string' ? undefined : parsed.values.lang, env);
  const say = texts[lang];
  const refuse = (...reasons: readonly string[]): number => {
    terminal.err(`${[...reasons, say.hint].join('\n')}\n`);
    return 2;
  };
  if (typeof parsed === 'string') return refuse(say.unknownOption(parsed));
  if (parsed.values.help) {
    terminal.out(say.help);
    return 0;
  }
  const wrong = wrongSettings(env, lang);
  if (wrong !== undefined) return refuse(wrong);
  const { contentDir, siteUrl } = readSettings(env);
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) return refuse(say.noFolder(contentDir));
  const ownUrl = readContent(contentDir).value.site?.data['url'];
  const { value: settings, problems } = readInboxSettings(
    env,
    siteUrl ?? (typeof ownUrl === 'string' ? ownUrl : undefined),
  );
  const inWords = (problem: SettingProblem): string => say.problems[problem.reason](problem);
  if (!settings) return refuse(...problems.map(inWords));
  try {
    mkdirSync(settings.spool, { recursive: true });
  } catch (error) {
    return refuse(
      inWords({ name: 'INBOX_SPOOL', reason: 'choice', detail: (error as NodeJS.ErrnoException).code ?? '' }),
    );
  }
  const running = await startInbox(settings, {
    contentDir,
    today: () => readSettings(env).today,
    log: (line) => terminal.out(`${new Date().toISOString()} ${line}\n`),
  });
  if ('reason' in running) return refuse(inWords(running));
  terminal.out(`${say.listening(`http://${settings.host}:${running.port}`)}\n`);
  return {
    port: running.port,
    get peak() {
      return running.peak;
    },
    async close() {
      terminal.out(`${say.stopping}\n`);
      await running.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const started = await inbox(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  if (typeof started === 'number') process.exitCode = started;
  else {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // A second one means now: what waits is on disk.
        if (stopping) process.exit(1);
        stopping = true;
        void started.close();
      });
    }
  }
}
