import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { compiledFolder } from '../content/kept-with-code.ts';
import { replaceFile } from '../content/replace-file.ts';
import type { SavedLedger } from '../pages/ledger.ts';
import { inPlace } from './in-place.js';
import { mostWaiting, type PageTask, type RenderedPage, type ThreadMessage, type Turn, Turns } from './page-thread.ts';

/** Fewer pages than this are rendered before a thread has started. */
const pagesPerThread = 1_500;
/** More would wait for the main thread, which has as much to do as they have together, and each holds the catalogue. */
const mostThreads = 4;
/** Memory for what has just been made, in MB: four times Node's own, as pages are short-lived. */
const youngMemory = 192;
/** The same where translations are kept as bytes to save memory. */
const littleYoungMemory = 48;
/** So much less than usual may wait to be written there, in bytes. */
const lessWaiting = (mostWaiting * 5) / 8;

/**
 * How many threads should render so many pages, beside the main thread, which makes the other files and writes; none where
 * it does all of it as fast alone. `wanted` is how many threads somebody has set, the main one among them.
 */
export function threadsFor(pages: number, wanted?: number): number {
  const beside =
    wanted === undefined ? Math.min(availableParallelism() - 1, Math.floor(pages / pagesPerThread)) : wanted - 1;
  return Math.max(0, Math.min(beside, mostThreads, pages));
}

/**
 * Says where what a thread runs is plain JavaScript: each thread would need two seconds to read it as TypeScript. A
 * program that has been compiled has it beside itself, for others it is put into one file.
 */
export async function bundleThread(): Promise<string> {
  const folder = compiledFolder();
  if (folder !== undefined) return join(folder, 'production/page-thread.mjs');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page-thread.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    write: false,
    logLevel: 'silent',
    plugins: [inPlace],
  });
  const bytes = outputFiles[0]!.contents;
  const hash = createHash('sha1').update(bytes).digest('hex').slice(0, 16);
  const file = join(process.cwd(), '.cache/threads', `${hash}.mjs`);
  replaceFile(file, [bytes]);
  return file;
}

/**
 * It is told twice what to do: the catalogue, from which it lists the pages, and, as soon as the main thread knows, which of
 * them it is about. What the catalogue was written into is let go as soon as it has been read.
 */
const startOfThread = `
  const { deserialize } = require('node:v8');
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.module).then(({ listPages, Turns, unpack }) => {
    const list = ({ catalogue, task, pieces }) =>
      listPages(unpack(deserialize(Buffer.from(catalogue)), pieces), task);
    parentPort.once('message', (first) => {
      const render = list(first);
      parentPort.once('message', ({ paths, threads, memory, thread }) => {
        render(paths, { turns: new Turns(threads, paths.length, memory), thread, port: parentPort });
      });
    });
  });
`;

/** Plain data, written once for all threads that read it. */
export function writeShared(data: unknown): SharedArrayBuffer {
  const written = serialize(data);
  const shared = new SharedArrayBuffer(written.length);
  Buffer.from(shared).set(written);
  return shared;
}

/** Threads that render pages while the main thread writes them and makes all other files. */
export class PageThreads {
  /** Once it is known which pages there are. */
  #turns: Turns | undefined;
  /** Pages that the main thread is about to render. */
  #turn: Turn | undefined;
  readonly #workers: readonly Worker[];
  readonly #ledgers: SavedLedger[] = [];
  #ready: RenderedPage[] = [];
  #bytes = 0;
  #left = 0;
  #working: number;
  #failure: Error | undefined;
  /** So many bytes are not left waiting for more. */
  readonly #enough: number;
  #wake = (): void => {};

  readonly #inLittleRoom: boolean;

  /** Starts them; they wait for what they are to do. `file`: the bundle that they run. */
  constructor(file: string, threads: number, inLittleRoom = false) {
    this.#working = threads;
    this.#inLittleRoom = inLittleRoom;
    this.#enough = (inLittleRoom ? mostWaiting - lessWaiting : mostWaiting) / 2;
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(startOfThread, {
        eval: true,
        // Not those of the main thread, which teach it TypeScript.
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: inLittleRoom ? littleYoungMemory : youngMemory },
        workerData: { module: pathToFileURL(file).href },
      });
      this.#listenTo(worker);
      return worker;
    });
  }

  /** Lets them list the pages. `catalogue`: see `writeShared`; `pieces`: of translations that are kept as bytes. */
  list(catalogue: SharedArrayBuffer, task: PageTask, pieces?: readonly SharedArrayBuffer[]): void {
    for (const worker of this.#workers) worker.postMessage({ catalogue, task, pieces });
  }

  /** Lets them render these pages, which they have listed. */
  render(paths: readonly string[]): void {
    const threads = this.#workers.length;
    this.#left = paths.length;
    this.#turns = new Turns(threads, paths.length);
    if (this.#inLittleRoom) this.#turns.add(lessWaiting);
    const { memory } = this.#turns;
    for (const [thread, worker] of this.#workers.entries()) worker.postMessage({ paths, threads, memory, thread });
  }

  /** Ends them: there is nothing to do for them. */
  stop(): void {
    this.#working = 0;
    for (const worker of this.#workers) void worker.terminate();
  }

  /** By itself: what hears of a thread as long as that lives must not hold what it was given at its start. */
  #listenTo(worker: Worker): void {
    worker.on('message', (message: ThreadMessage) => this.#hear(message));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', (code) => {
      if (this.#working > 0 && code !== 0) this.#fail(new Error(`A thread that renders pages ended with ${code}`));
    });
    // Where the build ends with an error, nothing waits for the threads.
    worker.unref();
  }

  /** Whether all pages have been taken. */
  get isDone(): boolean {
    return this.#left === 0;
  }

  /** Some pages, `most` at least where there are so many left; until they are there, `meanwhile` does other work by the piece. */
  async take(most: number, meanwhile: () => boolean): Promise<readonly RenderedPage[]> {
    await this.#waitFor(
      () => this.#ready.length >= Math.min(most, this.#left) || this.#bytes > this.#enough,
      meanwhile,
    );
    const taken = this.#ready;
    this.#ready = [];
    this.#left -= taken.length;
    this.#turns?.taken(this.#bytes);
    this.#bytes = 0;
    return taken;
  }

  /** Lets the main thread render one of the pages, given its number; false where the threads have taken all of them. */
  help(render: (page: number) => RenderedPage): boolean {
    const turn = this.#turn ?? this.#turns?.take();
    if (!turn) return false;
    const { from, to } = turn;
    this.#turn = from + 1 < to ? { from: from + 1, to } : undefined;
    const page = render(from);
    this.#turns?.add(page.bytes.length);
    this.#hear({ pages: [page] });
    return true;
  }

  /** What the threads have taken down of the pages that they made. */
  async ledgers(): Promise<readonly SavedLedger[]> {
    await this.#waitFor(
      () => this.#working === 0,
      () => false,
    );
    return this.#ledgers;
  }

  async #waitFor(isThere: () => boolean, meanwhile: () => boolean): Promise<void> {
    for (;;) {
      // Lets in what the threads have sent.
      await pause();
      if (this.#failure) throw this.#failure;
      if (isThere()) return;
      if (meanwhile()) continue;
      for (const worker of this.#workers) worker.ref();
      await new Promise<void>((resolve) => (this.#wake = resolve));
      for (const worker of this.#workers) worker.unref();
    }
  }

  #hear(message: ThreadMessage): void {
    if ('pages' in message) {
      this.#ready.push(...message.pages);
      for (const { bytes } of message.pages) this.#bytes += bytes.length;
    } else if ('failed' in message) {
      this.#fail(new Error(`${message.failed} cannot be made`, { cause: message.error }));
    } else {
      this.#working--;
      if (message.ledger) this.#ledgers.push(message.ledger);
    }
    this.#wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const worker of this.#workers) void worker.terminate();
    this.#wake();
  }
}
