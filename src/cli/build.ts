/**
 * `npm run build`: content → site, whole or not at all. Eleventy writes into a folder beside the output,
 * which then takes its place; whatever goes wrong before, the last good site stays as it was.
 */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { joinParts } from './join-parts.ts';
import { NotJoined, readWish, usage } from './build-wish.ts';
import { printProblems } from '../check/print/print-problems.ts';
import { ExtensionFailed } from '../extensions/extension-problem.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readSettings } from '../settings.ts';
import { rememberWhole, stampOf, unchangedPages } from '../whole-build.ts';

const started = performance.now();
const lang = chooseLanguage(undefined, process.env);
const wish = readWish(process.argv.slice(2), lang);
const isCold = process.env.COLD === '1' || (typeof wish !== 'string' && wish.cold === true);
if (typeof wish === 'string') {
  console.log(wish);
  process.exit(wish === usage[lang] ? 0 : 2);
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

await mkdir(dirname(target), { recursive: true });
await removeLeftovers();
const staging = await mkdtemp(`${target}.new-`);
process.env.OUTPUT_DIR = staging;
// A site that is made of parts, or anew, takes nothing from the one that stands there.
if (!isCold && !wish.part && !wish.join) process.env.LAST_OUTPUT_DIR = target;
else delete process.env.LAST_OUTPUT_DIR;

// Loaded only where there is something to do: it takes longer than to find that out.
const { Eleventy } = await import('@11ty/eleventy');
const eleventy = new Eleventy(undefined, staging, { configPath: '.eleventy.js', quietMode: true });
eleventy.disableLogger();
try {
  const unjoined = wish.join ? joinParts(wish.join, staging, lang) : [];
  if (unjoined.length > 0) throw new NotJoined(unjoined.join('\n'));
  if (!wish.join) await eleventy.write();
  await replace(target, staging);
  if (stamp !== undefined) rememberWhole(target, stamp);
  const pages = (await readdir(target, { recursive: true })).filter((path) => path.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${pages} pages in ${seconds} s → ${target}`);
} catch (error) {
  await rm(staging, { recursive: true, force: true });
  const failed = extensionFailure(error);
  if (error instanceof NotJoined) console.error(error.message);
  else if (failed) sayWhatFailed(failed);
  else if (!isCheckFailure(error)) console.error(error);
  process.exitCode = 1;
}

/** Two renames: between them the site is missing for less than a millisecond, and it is never half old, half new. */
async function replace(current: string, next: string): Promise<void> {
  const old = `${current}.old-${process.pid}`;
  const had = await rename(current, old).then(
    () => true,
    () => false,
  );
  try {
    await rename(next, current);
  } catch (error) {
    if (had) await rename(old, current);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** What a build that was killed has left behind: a half-made new site, or the old one between the two renames. */
async function removeLeftovers(): Promise<void> {
  const name = basename(target);
  const siblings = await readdir(dirname(target)).catch((): string[] => []);
  const standing = siblings.includes(name);
  for (const sibling of siblings) {
    const path = resolve(dirname(target), sibling);
    if (sibling.startsWith(`${name}.old-`) && !standing) await rename(path, target);
    else if (sibling.startsWith(`${name}.old-`) || sibling.startsWith(`${name}.new-`))
      await rm(path, { recursive: true, force: true });
  }
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
