/**
 * What `npm start` takes to show an edit: from the moment a file is saved until browsers are told to load the page again,
 * until the server answers with the new one, and until everything else has followed. A sentence of an offer is what
 * matters; the other edits are for comparison.
 * Run: npm run bench:edit -- [--offers 1000] [--languages 10] [--towns 10] [--rounds 5] [--only offer,title,translation,topic,site] [--folder /dev/shm]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeContent } from './generate.ts';
import { inventedLanguages, inventedToday } from './invent-content.ts';

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '1000' },
    languages: { type: 'string', default: '10' },
    towns: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'offer,title,translation,topic,site' },
    // Disks are noisy; a file system in memory is not.
    folder: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
  },
});

const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(values.folder, 'bench-edit-'));
const content = join(work, 'content');
const languages = inventedLanguages.slice(0, Number(values.languages));
const port = 30_000 + (process.pid % 20_000);
/** A process that has used less than this many seconds of processor time in one second has nothing to do. */
const idle = 0.03;
const patience = 900_000;

/** Changes a text to one that holds the word, and says on which page that is to be seen. */
interface Edit {
  readonly key: string;
  readonly name: string;
  readonly save: (word: string) => void;
  readonly page: string;
}

const replace = (file: string, pattern: RegExp, text: string): void => {
  const path = join(content, file);
  const before = readFileSync(path, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has nothing like ${pattern}`);
  writeFileSync(path, before.replace(pattern, text));
};

const page = '/de/angebote/angebot-0001/';
const [, other = 'en'] = languages;
const edits: readonly Edit[] = [
  {
    key: 'offer',
    name: 'a sentence of an offer',
    save: (word) => appendFileSync(join(content, 'offers/angebot-0001.md'), `\nNeu ist ${word}.\n`),
    page,
  },
  {
    key: 'title',
    name: 'the title of an offer',
    save: (word) => replace('offers/angebot-0001.md', /^title: .*$/m, `title: Beratung ${word}`),
    page,
  },
  {
    key: 'translation',
    name: 'a sentence of a translation',
    save: (word) => appendFileSync(join(content, `offers/angebot-0001.${other}.md`), `\nNew: ${word}.\n`),
    page: `/${other}/angebote/angebot-0001/`,
  },
  {
    key: 'topic',
    name: 'the name of a topic',
    save: (word) =>
      writeFileSync(join(content, 'vocabularies/topics.yml'), `terms:\n  - id: housing\n    label: { de: ${word} }\n`),
    page: '/de/themen/housing/',
  },
  {
    key: 'site',
    name: 'the title in site.yml',
    save: (word) => replace('site.yml', /^title: \{ de: [^},]*/m, `title: { de: ${word}`),
    page,
  },
];

/** What the process and all that it has started have used of the processor, in seconds. */
function secondsOf(pid: number): number {
  let sum = 0;
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    try {
      const stat = readFileSync(`/proc/${next}/stat`, 'utf8');
      const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      sum += (Number(columns[11]) + Number(columns[12])) / 100;
      for (const task of readdirSync(`/proc/${next}/task`))
        open.push(
          ...readFileSync(`/proc/${next}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
        );
    } catch {
      // It has ended in the meantime.
    }
  }
  return sum;
}

async function untilIdle(pid: number): Promise<void> {
  for (let before = secondsOf(pid), quiet = 0; quiet < 2;) {
    await wait(1000);
    const now = secondsOf(pid);
    quiet = now - before < idle ? quiet + 1 : 0;
    before = now;
  }
}

function answer(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

/** Listens as an open page does; `told` is called whenever the server says that the page is to be loaded again. */
async function listen(told: () => void): Promise<() => void> {
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
  };
  const asked = request({ host: '127.0.0.1', port, headers }).end();
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Socket];
  socket.on('data', (frame: Buffer) => frame.includes('"eleventy.reload"') && told());
  return () => socket.destroy();
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? Number.NaN;

interface Shown {
  readonly told: number;
  readonly answered: number;
  readonly cpu: number;
  readonly cpuOfAll: number;
}

async function measure(child: ChildProcess, edit: Edit, word: string, reloads: { told: () => void }): Promise<Shown> {
  const pid = child.pid!;
  const cpuBefore = secondsOf(pid);
  const begun = performance.now();
  const told = new Promise<void>((resolve, reject) => {
    const end = setTimeout(() => reject(new Error(`${edit.name}: nothing was shown`)), patience);
    reloads.told = () => {
      clearTimeout(end);
      resolve();
    };
  });
  edit.save(word);
  await told;
  const toldAfter = performance.now() - begun;
  const text = await answer(edit.page);
  const answered = performance.now() - begun;
  const cpu = secondsOf(pid) - cpuBefore;
  if (!text.includes(word)) throw new Error(`${edit.name}: ${edit.page} does not show it`);
  await untilIdle(pid);
  return { told: toldAfter, answered, cpu, cpuOfAll: secondsOf(pid) - cpuBefore };
}

async function run(): Promise<void> {
  writeContent(content, {
    offers: Number(values.offers),
    languages,
    towns: Number(values.towns),
    translated: 1,
    seed: 1,
  });
  mkdirSync(join(content, 'vocabularies'), { recursive: true });
  writeFileSync(join(content, 'vocabularies/topics.yml'), 'terms:\n  - id: housing\n    label: { de: Wohnen }\n');
  const [node = '', ...args] = startCommand().split(' ');
  const child = spawn(node === 'node' ? process.execPath : join(root, 'node_modules/.bin', node), args, {
    cwd: root,
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUTPUT_DIR: join(work, 'site'),
      BUILD_DATE: inventedToday,
      PORT: String(port),
      LANG: 'en_GB.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which ends as a whole.
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const stopped = once(child, 'exit').then(() => {
    throw new Error(`npm start has ended:\n${said}`);
  });
  stopped.catch(() => {});
  try {
    const begun = performance.now();
    const ready = (async () => {
      for (const end = begun + patience; ;) {
        const text = await answer(page).catch(() => '');
        if (text.includes('<h1')) return;
        if (performance.now() > end) throw new Error(`npm start does not answer:\n${said}`);
        await wait(100);
      }
    })();
    await Promise.race([ready, stopped]);
    console.log(
      `${values.offers} offers × ${languages.length} languages, Node ${process.version}: first page after ${((performance.now() - begun) / 1000).toFixed(1)} s, ${secondsOf(child.pid!).toFixed(1)} s of processor time`,
    );
    await untilIdle(child.pid!);
    const reloads = { told: (): void => {} };
    const leave = await listen(() => reloads.told());
    console.log('\n| saved | reload s | page s | CPU s | CPU s of all that follows |\n|---|---|---|---|---|');
    for (const edit of edits.filter(({ key }) => values.only.split(',').includes(key))) {
      const shown: Shown[] = [];
      // The first of each kind prepares what the others find ready, as it does for whoever edits.
      for (let round = 0; round <= Number(values.rounds); round += 1) {
        const one = await Promise.race([
          measure(child, edit, `Bienenkorb${round}${edits.indexOf(edit)}`, reloads),
          stopped,
        ]);
        if (round > 0) shown.push(one);
      }
      const columns = (['told', 'answered'] as const).map((key) => median(shown.map((one) => one[key])) / 1000);
      const cpu = (['cpu', 'cpuOfAll'] as const).map((key) => median(shown.map((one) => one[key])));
      console.log(`| ${[edit.name, ...[...columns, ...cpu].map((value) => value.toFixed(2))].join(' | ')} |`);
    }
    leave();
  } finally {
    if (child.exitCode === null) {
      process.kill(-child.pid!, 'SIGTERM');
      await once(child, 'exit');
    }
  }
}

const startCommand = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start;

try {
  await run();
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
