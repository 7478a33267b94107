#!/usr/bin/env node
/**
 * Runs a command (`node src/cli/compiled.js build`) from plain JavaScript that esbuild has made of all sources: reading a
 * thousand files of TypeScript one by one takes longer than most commands. It is made again when a source has changed,
 * and kept in `.cache/code`; where that cannot be done, the sources are run as they are.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
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

/** Packages of many small files that nearly every command needs; finding and reading them one by one takes longer than running them. */
const bundled = new Set([
  '@formatjs/icu-messageformat-parser',
  'gray-matter',
  'libphonenumber-js',
  'markdown-it',
  'yaml',
]);

const name = process.argv[2] ?? '';
const source = join(import.meta.dirname, `${name}.ts`);
process.argv.splice(1, 2, source);
/** Undefined where the sources are changing at this moment or nothing can be written. */
async function compiledFolder() {
  const seen = [process.version, process.arch];
  let latest = 0;
  const add = (file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    if (ctimeMs > latest) latest = ctimeMs;
    seen.push(file, size, mtimeMs, ctimeMs, ino);
  };
  const visit = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = place + sep + entry.name;
      if (entry.isDirectory()) visit(path);
      else add(path);
    }
  };
  for (const place of ['src', 'schemas']) visit(join(root, place));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name)) add(join(root, entry.name));
  if (Date.now() - latest < tooFresh) return undefined;
  const made = join(kept, createHash('sha256').update(seen.join('\0')).digest('hex').slice(0, 16));
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

/** For esbuild: gray-matter brings a parser of its own, which it is never asked for: YAML is read by `content/parse-yaml.ts`. */
const withoutSecondParser = {
  name: 'without-second-parser',
  setup(bundling) {
    bundling.onResolve({ filter: /^js-yaml$/ }, ({ path }) => ({ path, namespace: 'without-second-parser' }));
    bundling.onLoad({ filter: /^js-yaml$/, namespace: 'without-second-parser' }, () => ({
      contents:
        "const refuse = () => { throw new Error('YAML is read elsewhere'); };\nexport { refuse as safeLoad, refuse as safeDump };",
    }));
  },
};

/** For esbuild: what is not bundled is found where it lies when it is run. */
const otherPackages = {
  name: 'other-packages',
  setup(bundling) {
    bundling.onResolve({ filter: /^[@a-z]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point') return undefined;
      const [, wanted] = /^((?:@[^/]+\/)?[^/]+)/.exec(path);
      const isBundled = bundled.has(wanted) || (!importer.startsWith(join(root, 'src')) && !isBuiltin(path));
      return isBundled ? undefined : { path, external: true };
    });
  },
};

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
    // CommonJS among them asks for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'silent',
    plugins: [inPlace, withoutSecondParser, otherPackages],
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
