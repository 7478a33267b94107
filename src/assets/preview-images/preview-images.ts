import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LanguageTag } from '../../model/diagnostic.ts';
import type { PreviewWords } from '../../model/preview-words.ts';
import { coloursOfTheme } from '../theme-contrast.ts';
import type { PreviewColours } from './preview-svg.ts';

/** Part of every name: a change to how pictures look makes all of them new. */
const version = 1;
const cacheFolder = '.cache/previews';
/** So many are drawn faster here than a worker is started. */
const fewEnough = 12;
/** A picture that no build has wanted for this long is removed, in ms: an edit is often taken back, and other sites are built here, too. */
const keptFor = 60 * 24 * 3600 * 1000;

/** What a worker is given to do. */
export interface PreviewTask {
  readonly colours: PreviewColours;
  readonly pictures: ReadonlyArray<{ readonly file: string; readonly words: PreviewWords }>;
}

/** Draws the pictures of a task, each whole or not at all. */
export async function drawTask({ colours, pictures }: PreviewTask): Promise<void> {
  const { openPreviewDrawing } = await import('./draw-preview.ts');
  const draw = await openPreviewDrawing();
  mkdirSync(cacheFolder, { recursive: true });
  for (const { file, words } of pictures) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, draw(words, colours));
    renameSync(draft, file);
  }
}

/**
 * The pictures that represent pages where they are passed on. They are named after what stands on them and kept on
 * disk between builds: only new words are drawn, in threads of their own.
 */
export class PreviewImages {
  /** Of these languages, every offer has a picture of its own. */
  readonly languages: ReadonlySet<LanguageTag>;
  readonly #colours: PreviewColours;
  readonly #expected = new Map<string, PreviewWords>();

  constructor(languages: readonly LanguageTag[], colours: PreviewColours) {
    this.languages = new Set(languages);
    this.#colours = colours;
  }

  #file = (words: PreviewWords): string => {
    const hash = createHash('sha256')
      .update(JSON.stringify([version, this.#colours, words]))
      .digest('hex');
    return `${hash.slice(0, 16)}.png`;
  };

  /** Path of a picture below the site's root. */
  pathOf(words: PreviewWords): string {
    return `vorschau/${this.#file(words)}`;
  }

  /** Notes that the build needs the picture; the same words are one picture. */
  expect(words: PreviewWords): void {
    this.#expected.set(this.#file(words), words);
  }

  /** Path below the site's root → bytes, of all pictures that are needed. */
  *list(): Iterable<readonly [path: string, read: () => Uint8Array]> {
    for (const file of this.#expected.keys()) yield [`vorschau/${file}`, () => readFileSync(join(cacheFolder, file))];
  }

  /** Draws what is needed and not yet on disk, of the pictures that are to be written. */
  async draw(isWritten: (path: string) => boolean = () => true): Promise<void> {
    const pictures = Array.from(this.#expected, ([name, words]) => ({
      name,
      file: join(cacheFolder, name),
      words,
    })).filter(({ name, file }) => isWritten(`vorschau/${name}`) && !existsSync(file));
    this.#forgetOld();
    const colours = this.#colours;
    if (pictures.length === 0) return;
    if (pictures.length <= fewEnough) return drawTask({ colours, pictures });
    const workers = Math.min(availableParallelism(), Math.ceil(pictures.length / fewEnough));
    await Promise.all(
      Array.from({ length: workers }, async (_, index) =>
        runWorker({ colours, pictures: pictures.filter((__, at) => at % workers === index) }),
      ),
    );
  }

  /** A picture has the time at which it was last wanted, give or take half of what it is kept for. */
  #forgetOld(): void {
    if (!existsSync(cacheFolder)) return;
    const now = Date.now();
    for (const name of readdirSync(cacheFolder)) {
      const file = join(cacheFolder, name);
      const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
      if (this.#expected.has(name)) {
        if (age > keptFor / 2) utimesSync(file, now / 1000, now / 1000);
      } else if (age > keptFor) rmSync(file, { force: true });
    }
  }
}

/** A thread knows nothing of TypeScript until it is told. */
const startOfWorker = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData.module).then(({ drawTask }) => drawTask(workerData.task));
  });
`;

const runWorker = (task: PreviewTask): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(startOfWorker, { eval: true, workerData: { module: import.meta.url, task } });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Preview images: exit code ${code}`))));
  });

/** The colours of the site, also where the town has its own. */
export async function readPreviewColours(contentDir: string): Promise<PreviewColours> {
  const [tokens, theme] = await Promise.all([
    readFile(join(import.meta.dirname, '../../views/styles/tokens.css'), 'utf8'),
    readFile(join(contentDir, 'theme/theme.css'), 'utf8').catch(() => ''),
  ]);
  const [own, all] = [coloursOfTheme(tokens, ''), coloursOfTheme(tokens, theme)];
  const hex = (name: string): string => all(name) ?? own(name) ?? '#000000';
  return { ground: hex('deep'), text: hex('on-deep'), soft: hex('on-deep-soft'), light: hex('amber') };
}
