/**
 * Times of building and checking invented catalogues, side by side in one run: bare Node (the floor), this project cold and
 * warm, and Hugo where there is a program of that name. Paired runs (A B C A B C), medians; a Markdown table comes out.
 * Run: npm run bench -- [--offers 1000,10000] [--languages 10] [--towns 10] [--rounds 3] [--only floor,cold,warm,hugo,check] [--folder /dev/shm]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { BuiltFile } from './floor.ts';
import { writeContent } from './generate.ts';
import { writeHugoSite } from './hugo-site.ts';
import { inventedLanguages, inventedToday } from './invent-content.ts';
import { measuredRun, medianCost, medianRatio, type Cost } from './measured-run.ts';

const candidates = ['floor', 'cold', 'warm', 'hugo', 'check'];
const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '1000,10000' },
    languages: { type: 'string', default: '10' },
    towns: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: candidates.join(',') },
    // Disks are noisy; a file system in memory is not.
    folder: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
  },
});
const only = new Set(values.only.split(','));
const unknown = [...only].filter((name) => !candidates.includes(name));
if (unknown.length > 0) {
  console.error(`--only: there is no ${unknown.join(', ')}. Possible are: ${candidates.join(', ')}.`);
  process.exit(2);
}
const rounds = Number(values.rounds);
const root = join(import.meta.dirname, '../..');
const languages = inventedLanguages.slice(0, Number(values.languages));
const work = mkdtempSync(join(values.folder, 'bench-'));
const hugo = only.has('hugo') && spawnSync('hugo', ['version']).status === 0;

const measured = (args: readonly string[], env: NodeJS.ProcessEnv, cwd = root): Promise<Cost> =>
  measuredRun(process.execPath, [...args], {
    cwd,
    // Pictures are kept on disk from build to build and are no part of what is compared.
    env: { BUILD_DATE: inventedToday, LANG: 'en_GB.UTF-8', PREVIEW_IMAGES: '0', ...env },
  });

const node = (script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}, cwd = root): Promise<Cost> =>
  measured(['--import', import.meta.resolve('tsx'), script, ...args], env, cwd);

/** `npm run build` and `npm run check`, without npm. */
const command = (name: 'build' | 'check', args: readonly string[], env: NodeJS.ProcessEnv): Promise<Cost> =>
  measured(['src/cli/compiled.js', name, ...args], env);

const clear = (folder: string): string => {
  rmSync(folder, { recursive: true, force: true });
  return folder;
};

const listFiles = (folder: string): BuiltFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file), statSync(file).size];
    });

const number = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

function report(names: ReadonlyMap<string, readonly Cost[]>, against: string): void {
  const base = names.get(against);
  console.log(`\n| | wall s | CPU s | peak MB | wall / ${against} | CPU / ${against} |\n|---|---|---|---|---|---|`);
  for (const [name, costs] of names) {
    const { wall, cpu, peak } = medianCost(costs);
    const ratio = (of: 'wall' | 'cpu'): string => (base ? number(medianRatio(costs, base, of), 2) : '–');
    console.log(
      `| ${name} | ${number(wall)} | ${number(cpu)} | ${number(peak, 0)} | ${ratio('wall')} | ${ratio('cpu')} |`,
    );
  }
}

async function build(offers: number): Promise<void> {
  const content = join(work, 'content');
  const site = join(work, 'site');
  const made = writeContent(clear(content), { offers, languages, towns: Number(values.towns), translated: 1, seed: 1 });
  const environment = { CONTENT_DIR: content, OUTPUT_DIR: site };
  // Not counted: says what there is to write, and warms the disk's cache.
  await command('build', [], environment);
  const files = listFiles(site);
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  const pages = files.filter(([path]) => path.endsWith('.html')).length;
  const list = join(work, 'files.json');
  writeFileSync(list, JSON.stringify(files));
  const hugoSite = join(work, 'hugo');
  if (hugo) writeHugoSite(content, site, clear(hugoSite), languages);

  console.log(
    `\n## ${offers} offers × ${languages.length} languages: ${made.files} files of content (${number(made.bytes / 1e6)} MB) → ${pages} pages, ${files.length} files, ${number(bytes / 1e6, 0)} MB`,
  );
  const costs = new Map<string, Cost[]>();
  const note = (name: string, cost: Cost): void => {
    costs.set(name, [...(costs.get(name) ?? []), cost]);
  };
  for (let round = 0; round < rounds; round += 1) {
    if (only.has('floor'))
      note('floor', await node('test/bench/floor.ts', [content, list, clear(join(work, 'floor'))]));
    clear(join(work, 'floor'));
    if (only.has('cold')) {
      clear(site);
      note('cold', await command('build', ['--cold'], environment));
    }
    if (only.has('warm')) {
      // Not counted: a cold build leaves nothing to the next one, and only the second after it finds a copy of the site.
      for (const sentence of ['', '\nVorher.\n']) {
        appendFileSync(join(content, 'offers/angebot-0001.md'), sentence);
        await command('build', [], environment);
      }
      appendFileSync(join(content, 'offers/angebot-0001.md'), `\nNeu ab Runde ${round + 1}.\n`);
      note('one offer edited', await command('build', [], environment));
      note('nothing edited', await command('build', [], environment));
      mkdirSync(join(work, 'empty'), { recursive: true });
      note('Eleventy alone', await node(join(root, 'test/bench/eleventy-alone.ts'), [], {}, join(work, 'empty')));
    }
    if (hugo)
      note('Hugo', await measuredRun('hugo', ['--quiet', '-d', clear(join(work, 'hugo-site'))], { cwd: hugoSite }));
  }
  if (hugo) {
    const theirs = listFiles(join(work, 'hugo-site'));
    console.log(
      `Hugo: ${theirs.filter(([path]) => path.endsWith('.html')).length} pages, ${theirs.length} files, ${number(theirs.reduce((sum, [, size]) => sum + size, 0) / 1e6, 0)} MB`,
    );
  }
  report(costs, 'floor');
  const cold = costs.get('cold');
  if (cold && hugo) {
    const ours = costs.get('Hugo')!;
    console.log(
      `\ncold / Hugo: wall ${number(medianRatio(cold, ours, 'wall'), 2)}, CPU ${number(medianRatio(cold, ours, 'cpu'), 2)}`,
    );
  }
  if (cold) console.log(`\ncost per page: ${number((medianCost(cold).cpu / pages) * 1000, 2)} ms of CPU`);
}

/** Checking 3,000 offers in five languages, beside the `yaml` package reading the same files; and only what has changed. */
async function check(): Promise<void> {
  const content = join(work, 'checked');
  const made = writeContent(clear(content), {
    offers: 3000,
    languages: inventedLanguages.slice(0, 5),
    towns: 10,
    translated: 1,
    seed: 1,
  });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-C', content, ...args], {
      stdio: 'ignore',
    });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'as it was');
  appendFileSync(join(content, 'offers/angebot-0001.md'), '\nNeu ab Montag.\n');
  console.log(`\n## Check: 3,000 offers × 4 translations, ${made.files} files`);
  const costs = new Map<string, Cost[]>();
  const note = (name: string, cost: Cost): void => {
    costs.set(name, [...(costs.get(name) ?? []), cost]);
  };
  for (let round = 0; round < rounds; round += 1) {
    note('yaml alone', await node('test/bench/parse-alone.ts', [content]));
    note('check', await command('check', [], { CONTENT_DIR: content, COLD: '1' }));
    note('check --changed', await command('check', ['--changed', 'HEAD'], { CONTENT_DIR: content }));
  }
  report(costs, 'yaml alone');
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${rounds} rounds, in ${values.folder}`,
);
if (hugo) console.log(execFileSync('hugo', ['version']).toString().trim());
try {
  if (only.has('floor') || only.has('cold') || only.has('warm') || hugo)
    for (const offers of values.offers.split(',').map(Number)) await build(offers);
  if (only.has('check')) await check();
} finally {
  rmSync(work, { recursive: true, force: true });
}
