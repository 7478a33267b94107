#!/usr/bin/env node
/**
 * Runs a command (`node src/cli/compiled.js build`) from plain JavaScript that esbuild has made of all sources: reading a
 * thousand files of TypeScript one by one takes longer than most commands. It is made again when a source has changed,
 * and kept in `.cache/code`; where that cannot be done, the sources are run as they are.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { inPlace } from '../production/in-place.js';

const root = join(import.meta.dirname, '../..');
const kept = join(root, '.cache/code');
/** What was changed so shortly ago may change again without a new time, in ms. */
const tooFresh = 1500;
/**
 * How long functions run, in bytes of V8's bytecode, before they are optimised: six times V8's own. A command ends within
 * seconds, and a third of a build's processor time went into optimising functions that had little left to do.
 */
const patience = 400_000;

setFlagsFromString(`--interrupt-budget=${patience}`);

const name = process.argv[2] ?? '';
const source = join(import.meta.dirname, `${name}.ts`);
process.argv.splice(1, 2, source);
/** Undefined where the sources are changing at this moment or nothing can be written. */
async function compiledFolder() {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\0`);
  let latest = 0;
  const add = (file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    latest = Math.max(latest, ctimeMs);
    hash.update(`${file}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
  };
  const visit = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(place, entry.name));
      else add(join(place, entry.name));
    }
  };
  for (const place of ['src', 'schemas']) visit(join(root, place));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name)) add(join(root, entry.name));
  if (Date.now() - latest < tooFresh) return undefined;
  const made = join(kept, hash.digest('hex').slice(0, 16));
  if (existsSync(made)) return made;
  const half = `${made}.${process.pid}`;
  try {
    await compile(half);
    mkdirSync(kept, { recursive: true });
    renameSync(half, made);
    forgetOldest();
    return made;
  } catch {
    rmSync(half, { recursive: true, force: true });
    return undefined;
  }
}

/** Others may still be running what was made before. */
function forgetOldest() {
  const ageOf = (place) => Date.now() - statSync(place).mtimeMs;
  const all = readdirSync(kept).map((entry) => join(kept, entry));
  for (const old of all.sort((a, b) => ageOf(a) - ageOf(b)).slice(8)) rmSync(old, { recursive: true, force: true });
}

async function compile(outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [
      'src/cli/build.ts',
      'src/cli/check.ts',
      'src/engine.ts',
      'src/production/page-thread.ts',
      'src/settings.ts',
    ],
    outdir,
    outbase: 'src',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    plugins: [inPlace],
  });
}

const folder = await compiledFolder();
if (folder) {
  // Where Eleventy's configuration and the loader of a town's own code find it.
  globalThis[Symbol.for('angebotslotse.compiled')] = folder;
  await import(pathToFileURL(join(folder, `cli/${name}.mjs`)).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(source).href);
}
