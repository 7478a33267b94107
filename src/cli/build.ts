/**
 * `npm run build`: content → site, whole or not at all. Eleventy writes into a folder beside the output,
 * which then takes its place; whatever goes wrong before, the last good site stays as it was.
 */
import { relative, resolve } from 'node:path';
import { joinParts } from './join-parts.ts';
import { NotJoined, readWish, usage } from './build-wish.ts';
import { printProblems } from '../check/print/print-problems.ts';
import { ExtensionFailed } from '../extensions/extension-problem.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { unfinished } from '../production/production.ts';
import { readSettings } from '../settings.ts';
import { openStaging, writingProblem } from './publish-site.ts';
import { rememberSite } from '../memory/remembered-site.ts';
import { wrongSettings } from './wrong-settings.ts';
import { stampOf, unchangedPages } from '../memory/whole-build.ts';

const texts = {
  de: {
    busy: (pid: number, lock: string) =>
      `Hier baut schon jemand (Prozess ${pid}). Warten Sie, bis er fertig ist. Läuft keiner mehr, löschen Sie ${lock}.`,
    full: 'Der Datenträger ist voll.',
    forbidden: 'Hier darf nicht geschrieben werden: Die Rechte fehlen.',
    'read-only': 'Der Datenträger lässt sich nur lesen.',
    'no-folder': 'Wo ein Ordner sein müsste, liegt eine Datei (OUTPUT_DIR).',
    unchanged: (folder: string) => `Die Seite wurde nicht gebaut. Was in ${folder} war, ist unverändert.`,
  },
  en: {
    busy: (pid: number, lock: string) =>
      `Another build is at work here (process ${pid}). Wait until it has ended. If none is running, delete ${lock}.`,
    full: 'The disk is full.',
    forbidden: 'Nothing may be written here: permission is missing.',
    'read-only': 'The disk can only be read.',
    'no-folder': 'Where a folder should be there is a file (OUTPUT_DIR).',
    unchanged: (folder: string) => `The site was not built. What was in ${folder} is unchanged.`,
  },
};

const started = performance.now();
const lang = chooseLanguage(undefined, process.env);
const wish = readWish(process.argv.slice(2), lang);
const isCold = process.env.COLD === '1' || (typeof wish !== 'string' && wish.cold === true);
if (typeof wish === 'string') {
  console.log(wish);
  process.exit(wish === usage[lang] ? 0 : 2);
}
const wrong = wrongSettings(process.env, lang);
if (wrong !== undefined) {
  console.error(wrong);
  process.exit(2);
}
if (wish.part) {
  process.env.BUILD_PART = `${wish.part.number}/${wish.part.of}`;
  process.env.OUTPUT_DIR ||= `_parts/${wish.part.number}-of-${wish.part.of}`;
}
const settings = readSettings(process.env);
const target = resolve(settings.outputDir);
const stamp = isCold || wish.part || wish.join ? undefined : stampOf(settings);
const unchanged = stamp === undefined ? undefined : unchangedPages(target, stamp);
if (unchanged !== undefined) {
  console.log(`${unchanged} pages, nothing has changed → ${target}`);
  process.exit();
}

const staging = await openStaging(target).catch((error: unknown) => {
  sayWhyNot(error);
  process.exit(1);
});
if ('pid' in staging) {
  console.error(texts[lang].busy(staging.pid, relative('.', staging.lock)));
  process.exit(1);
}
process.env.OUTPUT_DIR = staging.folder;
// A site that is made of parts, or anew, takes nothing from the one that stands there.
if (!isCold && !wish.part && !wish.join) process.env.LAST_OUTPUT_DIR = target;
else delete process.env.LAST_OUTPUT_DIR;

// Loaded only where there is something to do: it takes longer than to find that out.
const { Eleventy } = await import('@11ty/eleventy');
let isUnfinished = false;
const eleventy = new Eleventy(undefined, staging.folder, {
  configPath: '.eleventy.js',
  quietMode: true,
  config: (config) => config.on(unfinished, () => (isUnfinished = true)),
});
eleventy.disableLogger();
try {
  const unjoined = wish.join ? joinParts(wish.join, staging.folder, lang) : [];
  if (unjoined.length > 0) throw new NotJoined(unjoined.join('\n'));
  if (!wish.join) {
    do {
      isUnfinished = false;
      await eleventy.write();
    } while (isUnfinished);
  }
  const state = await staging.publish();
  const pages = rememberSite(target, stamp, state);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${pages} pages in ${seconds} s → ${target}`);
} catch (error) {
  await staging.discard();
  const failed = extensionFailure(error);
  if (error instanceof NotJoined) console.error(error.message);
  else if (failed) sayWhatFailed(failed);
  else if (!isCheckFailure(error)) sayWhyNot(error);
  process.exitCode = 1;
}

/** What the system has against writing, in words; any other error is a mistake of the program and shown whole. */
function sayWhyNot(error: unknown): void {
  const problem = [...causesOf(error)].map(writingProblem).find((some) => some !== undefined);
  if (problem) console.error(`${texts[lang][problem]}\n${texts[lang].unchanged(relative('.', target) || '.')}`);
  else console.error(error);
}

/** An error and what it came from: Eleventy wraps what a page throws. */
function* causesOf(error: unknown): Generator<Error> {
  for (
    let cause = error;
    cause instanceof Error;
    cause = (cause as { originalError?: unknown }).originalError ?? cause.cause
  )
    yield cause;
}

function isCheckFailure(error: unknown): boolean {
  return [...causesOf(error)].some(({ name }) => name === 'CheckFailed');
}

/** What the town's own code did wrong while a page or a file was made. */
function extensionFailure(error: unknown): Diagnostic | undefined {
  return [...causesOf(error)].find((cause): cause is ExtensionFailed => cause instanceof ExtensionFailed)?.problem;
}

function sayWhatFailed(problem: Diagnostic): void {
  const prefix = `${relative('.', readSettings(process.env).contentDir)}/`;
  process.stderr.write(printProblems([problem], new Map(), { format: 'text', lang, colour: false, prefix }));
}
