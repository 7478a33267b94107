/** `npm run check`: everything that is wrong in the content, in one run. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkTheme } from '../assets/check-theme.ts';
import { loadCatalogue, type LoadedCatalogue } from '../catalogue.ts';
import { ContentMemory } from '../memory/content-memory.ts';
import { checkChanges, type CheckedChanges } from '../check/changes/check-changes.ts';
import { printSummary } from '../check/changes/print-summary.ts';
import { outputFormats, printProblems, type OutputFormat } from '../check/print/print-problems.ts';
import { extensionFile } from '../extensions/extension-problem.ts';
import { loadExtension } from '../extensions/load-extension.ts';
import { runOwnChecks } from '../extensions/run-own-checks.ts';
import { unmetTargets } from '../insight/unmet-targets.ts';
import { readTexts } from '../i18n/load-texts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readSettings } from '../settings.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { wrongSettings } from './wrong-settings.ts';

const texts = {
  de: {
    help: `Prüft alle Inhalte und sagt, was falsch ist und wie es richtig wird.

  npm run check                              alles prüfen
  npm run check -- content/offers/cafe.md    nur zeigen, was diese Dateien oder Ordner betrifft
  npm run check -- --changed origin/main     nur, was sich gegenüber diesem Stand geändert hat und was dadurch entsteht

  --targets                           nicht erfüllte Vorgaben (concept/targets.yml) als Fehler zählen, für die CI
  --changed Zweig|Commit              mit diesem Stand vergleichen (in Git)
  --summary Datei.md                  dazu eine Zusammenfassung schreiben (nur mit --changed)
  --format text|json|github|gitlab    Form der Ausgabe (sonst: text)
  --lang de|en                        Sprache der Ausgabe (sonst: wie die Umgebung)
  --help                              diese Hilfe

  CONTENT_DIR    Ordner mit den Inhalten (sonst: content)
  PREVIEW_URL    wo die geänderte Seite zu sehen ist, für die Zusammenfassung

Nicht erfüllte Vorgaben sind sonst Warnungen: eine Lücke im Angebot hält keine Website auf.

Ergebnis: 0 in Ordnung oder nur Warnungen, 1 Fehler, 2 falscher Aufruf
`,
    hint: 'Hilfe: npm run check -- --help',
    unknownOption: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    unknownFormat: (format: string) => `Die Form „${format}“ gibt es nicht. Möglich sind: ${outputFormats.join(', ')}.`,
    unknownLanguage: (lang: string) => `Die Sprache „${lang}“ gibt es hier nicht. Möglich sind: de, en.`,
    noFolder: (folder: string) => `Den Ordner „${folder}“ gibt es nicht.`,
    noPath: (path: string) => `Die Datei oder den Ordner „${path}“ gibt es nicht.`,
    summaryAlone: '--summary geht nur zusammen mit --changed.',
    targetsOrChanged: '--targets und --changed gehen nicht zusammen: Vorgaben gelten für alle Angebote.',
    noRepository: (folder: string) => `Der Ordner „${folder}“ liegt in keinem Git-Repository, oder Git fehlt.`,
    unknownRef: (ref: string) => `Den Stand „${ref}“ kennt Git hier nicht. Vielleicht hilft: git fetch`,
    notWritten: (file: string, reason: string) => `Die Datei „${file}“ lässt sich nicht schreiben (${reason}).`,
  },
  en: {
    help: `Checks all content and says what is wrong and how to put it right.

  npm run check                              check everything
  npm run check -- content/offers/cafe.md    show only what concerns these files or folders
  npm run check -- --changed origin/main     only what has changed since then, and what that causes elsewhere

  --targets                           count targets that are not met (concept/targets.yml) as errors, for CI
  --changed branch|commit             compare with this state (in Git)
  --summary file.md                   write a summary of it as well (with --changed only)
  --format text|json|github|gitlab    form of the output (otherwise: text)
  --lang de|en                        language of the output (otherwise: as the environment)
  --help                              this help

  CONTENT_DIR    folder with the content (otherwise: content)
  PREVIEW_URL    where the changed site can be seen, for the summary

Targets that are not met are warnings otherwise: a gap in the offers holds up no website.

Result: 0 in order or warnings only, 1 errors, 2 wrong use
`,
    hint: 'Help: npm run check -- --help',
    unknownOption: (reason: string) => `I do not understand this call: ${reason}`,
    unknownFormat: (format: string) => `There is no format “${format}”. Possible are: ${outputFormats.join(', ')}.`,
    unknownLanguage: (lang: string) => `The language “${lang}” is not available here. Possible are: de, en.`,
    noFolder: (folder: string) => `There is no folder “${folder}”.`,
    noPath: (path: string) => `There is no file or folder “${path}”.`,
    summaryAlone: '--summary works only together with --changed.',
    targetsOrChanged: '--targets and --changed do not go together: targets are about all offers.',
    noRepository: (folder: string) => `The folder “${folder}” is in no Git repository, or Git is missing.`,
    unknownRef: (ref: string) => `Git does not know “${ref}” here. Perhaps this helps: git fetch`,
    notWritten: (file: string, reason: string) => `The file “${file}” cannot be written (${reason}).`,
  },
};

/** Where the command runs and where its output goes. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly isTty: boolean;
  out(text: string): void;
  err(text: string): void;
}

const options = {
  targets: { type: 'boolean' },
  changed: { type: 'string' },
  summary: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return (error as Error).message;
  }
}

const isFormat = (name: string): name is OutputFormat => (outputFormats as readonly string[]).includes(name);

/** Runs the command; returns its exit code. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parse(args);
  const asked = typeof parsed === 'string' ? undefined : parsed.values.lang;
  const lang = chooseLanguage(asked, terminal.env);
  const say = texts[lang];
  const refuse = (reason: string): number => {
    terminal.err(`${reason}\n${say.hint}\n`);
    return 2;
  };

  if (typeof parsed === 'string') return refuse(say.unknownOption(parsed));
  if (parsed.values.help) {
    terminal.out(say.help);
    return 0;
  }
  if (asked !== undefined && asked !== 'de' && asked !== 'en') return refuse(say.unknownLanguage(asked));
  const format = parsed.values.format ?? 'text';
  if (!isFormat(format)) return refuse(say.unknownFormat(format));

  const wrong = wrongSettings(terminal.env, lang);
  if (wrong !== undefined) return refuse(wrong);
  const settings = readSettings(terminal.env);
  const { contentDir, today } = settings;
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) return refuse(say.noFolder(contentDir));
  const wanted: string[] = [];
  for (const path of parsed.positionals) {
    const found = [path, resolve(contentDir, path)].find((candidate) => existsSync(candidate));
    if (found === undefined) return refuse(say.noPath(path));
    wanted.push(relative(contentDir, found).split(sep).join('/'));
  }

  const folder = relative('.', contentDir).split(sep).join('/');
  const prefix = folder === '' ? '' : `${folder}/`;
  const { changed, summary, targets } = parsed.values;
  if (targets && changed !== undefined) return refuse(say.targetsOrChanged);
  if (summary !== undefined && changed === undefined) return refuse(say.summaryAlone);
  const memory = new ContentMemory(contentDir, terminal.env['COLD'] === '1');
  const checkOptions = { today, shippedTexts: textsWhenAsked('de') };
  const compared = changed === undefined ? undefined : checkChanges(contentDir, changed, checkOptions, memory.cache);
  if (compared === 'no-repository') return refuse(say.noRepository(contentDir));
  if (compared === 'unknown-ref') return refuse(say.unknownRef(changed ?? ''));
  // A change may come from a stranger: the town's own code is run only as it was before.
  const trustedRef = changed ?? settings.trustedRef;
  const own = await loadExtension({ contentDir, ...(trustedRef === undefined ? {} : { trustedRef }) });
  const loadWhole = (): Promise<LoadedCatalogue> =>
    loadCatalogue({
      contentDir,
      ...checkOptions,
      cache: memory.cache,
      alsoCheck: async (catalogue, content) => [
        ...(compared ? [] : unmetTargets(catalogue)),
        ...(own.value ? await runOwnChecks(own.value, catalogue, content) : []),
      ],
    });
  // Of a change, only the town's own code has more to say.
  const whole = compared && !own.value ? undefined : await loadWhole();
  // That code might have changed what was read.
  if (!own.value) memory.save();
  const changes = compared && withOwnProblems(compared, whole, own.problems);
  if (changes && summary !== undefined) {
    const previewUrl = terminal.env['PREVIEW_URL'];
    try {
      writeFileSync(summary, printSummary(changes, { prefix, ...(previewUrl ? { previewUrl } : {}) }));
    } catch (error) {
      return refuse(say.notWritten(summary, (error as NodeJS.ErrnoException).code ?? ''));
    }
  }

  const { problems, sources } = changes
    ? { problems: [...changes.inChanged, ...changes.elsewhere], sources: changes.sources }
    : withTheme({ problems: [...whole!.problems, ...own.problems], sources: whole!.sources }, contentDir);
  const judged = targets ? problems.map(asTargetError) : problems;
  const shown =
    wanted.length === 0 ? judged : judged.filter((problem) => wanted.some((path) => concerns(problem, path)));
  const colour = terminal.isTty && !terminal.env['NO_COLOR'];
  terminal.out(printProblems(shown, sources, { format, lang, colour, prefix }));
  return shown.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The shipped texts of a language; they take a while to read, and most towns have none of their own to compare with them. */
function textsWhenAsked(tag: string): Pick<ReadonlyMap<string, string>, 'get' | 'keys'> {
  let shipped: ReadonlyMap<string, string> | undefined;
  const all = (): ReadonlyMap<string, string> => (shipped ??= readTexts(tag));
  return { get: (key) => all().get(key), keys: () => all().keys() };
}

/** What the town's own code says of the files that a change touches; elsewhere it says what it has always said. */
function withOwnProblems(
  changes: CheckedChanges,
  whole: LoadedCatalogue | undefined,
  ofExtension: readonly Diagnostic[],
): CheckedChanges {
  const { problems = [], sources = [] } = whole ?? {};
  const said = problems.filter(({ words, file }) => words && (changes.names.has(file) || file === extensionFile));
  const own = [...said, ...ofExtension];
  return own.length === 0
    ? changes
    : { ...changes, inChanged: [...changes.inChanged, ...own], sources: new Map([...sources, ...changes.sources]) };
}

/** The town's style sheet is no content, but who edits it asks the same question: is it right like this? */
function withTheme(
  { problems, sources }: Pick<LoadedCatalogue, 'problems' | 'sources'>,
  contentDir: string,
): Pick<LoadedCatalogue, 'problems' | 'sources'> {
  const theme = checkTheme(contentDir);
  const [first] = theme.problems;
  if (!first) return { problems, sources };
  return { problems: [...problems, ...theme.problems], sources: new Map([...sources, [first.file, theme.source]]) };
}

const asTargetError = (problem: Diagnostic): Diagnostic =>
  problem.code === 'target-unmet' ? { ...problem, severity: 'error' } : problem;

const concerns = ({ file }: Diagnostic, path: string): boolean =>
  path === '' || file === path || file.startsWith(`${path}/`);

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await check(process.argv.slice(2), {
    env: process.env,
    isTty: process.stdout.isTTY,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
