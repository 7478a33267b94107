import type { MessagePort } from 'node:worker_threads';
import { PreviewImages } from '../assets/preview-images/preview-images.ts';
import type { PreviewColours } from '../assets/preview-images/preview-svg.ts';
import { PackedTexts, unpackMoved } from '../content/packed-texts.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { Families, recordReads } from '../model/reads.ts';
import { Ledger, type SavedLedger } from '../pages/ledger.ts';
import { listInSteps, pageLister, type ListOptions } from '../pages/list-outputs.ts';
import type { Measured, Output } from '../pages/output.ts';
import { clearMemory } from './clear-memory.ts';

/** What a thread needs to know to list the site as the main thread does. */
export interface PageTask {
  readonly options: Omit<ListOptions, 'families' | 'searchCache' | 'made' | 'clear'>;
  /** What `options` cannot carry over to another thread. */
  readonly previews?: { readonly languages: readonly LanguageTag[]; readonly colours: PreviewColours };
  /** Where nothing is remembered of the build, undefined: then reading is not written down. */
  readonly salt?: string;
}

/** A page that a thread has rendered. */
export interface RenderedPage {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly measured: Measured | undefined;
}

export type ThreadMessage =
  | { readonly pages: readonly RenderedPage[] }
  | { readonly failed: string; readonly error: unknown }
  | { readonly ledger: SavedLedger | undefined };

/** Numbers of pages, the last of which is `to - 1`. */
export interface Turn {
  readonly from: number;
  readonly to: number;
}

/** Pages that a thread takes at a time. */
const batch = 24;
/** So many bytes may wait to be written; above that the threads wait, too. */
export const mostWaiting = 64 * 2 ** 20;

/** Numbers that are counted of each thread's run of pages: batches taken, those from its start, those from its end. */
const countsOfRun = 3;

/** What all threads share: bytes that wait to be written, then what is counted of each run. */
export class Turns {
  readonly memory: Int32Array;
  readonly #threads: number;
  readonly #pages: number;

  constructor(
    threads: number,
    pages: number,
    memory: Int32Array = new Int32Array(new SharedArrayBuffer(4 * (1 + threads * countsOfRun))),
  ) {
    this.#threads = threads;
    this.#pages = pages;
    this.memory = memory;
  }

  /**
   * The next pages for a thread: of its own run, and when that is through, of the runs of others. Those are taken from
   * their end: it is of another language, and what pages of a language share is made by each who makes some of them.
   * Without a number: for whoever has no run.
   */
  take(thread?: number): Turn | undefined {
    const start = (run: number): number => Math.floor((run * this.#pages) / this.#threads);
    for (let step = 0; step < this.#threads; step++) {
      const run = ((thread ?? 0) + step) % this.#threads;
      const end = start(run + 1);
      const batches = Math.ceil((end - start(run)) / batch);
      const counts = 1 + run * countsOfRun;
      if (Atomics.add(this.memory, counts, 1) >= batches) continue;
      const number =
        run === thread
          ? Atomics.add(this.memory, counts + 1, 1)
          : batches - 1 - Atomics.add(this.memory, counts + 2, 1);
      const from = start(run) + number * batch;
      return { from, to: Math.min(from + batch, end) };
    }
    return undefined;
  }

  /** Says that something has been rendered by whoever writes, and so cannot wait. */
  add(bytes: number): void {
    Atomics.add(this.memory, 0, bytes);
  }

  /** Waits as long as too much has been rendered that is not yet written. */
  wait(bytes: number): void {
    let waiting = Atomics.add(this.memory, 0, bytes) + bytes;
    while (waiting > mostWaiting) {
      Atomics.wait(this.memory, 0, waiting);
      waiting = Atomics.load(this.memory, 0);
    }
  }

  /** Says that what was rendered has been taken. */
  taken(bytes: number): void {
    Atomics.sub(this.memory, 0, bytes);
    Atomics.notify(this.memory, 0);
  }
}

/** What came over from the main thread is a catalogue again. `pieces`: of translations that are kept as bytes. */
export function unpack(catalogue: Catalogue, pieces: readonly SharedArrayBuffer[] | undefined): Catalogue {
  if (pieces) unpackMoved(catalogue, new PackedTexts(pieces));
  return catalogue;
}

/**
 * Renders a thread's share of these pages and sends them to the main thread. `paths`: all that are to be rendered, by all
 * threads together, in the order in which it is cheapest.
 */
export type RenderPages = (
  paths: readonly string[],
  how: { readonly turns: Turns; readonly thread: number; readonly port: MessagePort },
) => void;

/** Gets ready to render pages, while the main thread finds out which. */
export function listPages(catalogue: Catalogue, { options, previews, salt }: PageTask): RenderPages {
  recordReads(salt !== undefined);
  const families = new Families();
  const placement = {
    ...options.placement,
    ...(previews ? { previews: new PreviewImages(previews.languages, previews.colours) } : {}),
  };
  const listing = { ...options, placement, families, pagesOnly: true };
  const outputOf = options.inLittleRoom ? takingByLanguage(catalogue, listing) : taking(listFirst(catalogue, listing));
  const ledger = new Ledger();
  if (salt !== undefined) ledger.begin({ catalogue, families, salt });
  return (paths, how) => renderPages(paths, outputOf, salt === undefined ? undefined : ledger, how);
}

function renderPages(
  paths: readonly string[],
  outputOf: Take,
  ledger: Ledger | undefined,
  { turns, thread, port }: Parameters<RenderPages>[1],
): void {
  const send = (message: ThreadMessage, transfer?: readonly ArrayBuffer[]): void =>
    port.postMessage(message, transfer ? [...transfer] : []);
  for (let turn = turns.take(thread); turn; turn = turns.take(thread)) {
    const pages: RenderedPage[] = [];
    for (const path of paths.slice(turn.from, turn.to)) {
      try {
        const output = outputOf(path);
        if (!output) throw new Error('It is not listed here');
        const rendered = output.render();
        ledger?.made(output);
        pages.push({ path, bytes: whole(rendered), measured: output.measured });
      } catch (error) {
        send({ failed: path, error: error instanceof Error ? error : String(error) });
        return;
      }
    }
    // Counted before they leave: what has been sent has no length here any more.
    const sent = pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
    send(
      { pages },
      pages.map(({ bytes: { buffer } }) => buffer as ArrayBuffer),
    );
    turns.wait(sent);
  }
  send({ ledger: ledger?.save() });
}

type Take = (path: string) => Output | undefined;

const listFirst = (catalogue: Catalogue, options: ListOptions): Output[] =>
  [...listInSteps(catalogue, options).first.values()].flat();

/** Gives each of them once; nothing else holds them, and what has been rendered is let go. */
function taking(outputs: readonly Output[]): Take {
  const left = new Map(outputs.map((output) => [output.path, output]));
  return (path) => {
    const output = left.get(path);
    left.delete(path);
    return output;
  };
}

/** The same where pages come language by language, and there are too many to list all at once. */
function takingByLanguage(catalogue: Catalogue, options: ListOptions): Take {
  const list = pageLister(catalogue, options);
  let last: { readonly lang: LanguageTag | undefined; readonly take: Take } | undefined;
  return (path) => {
    const lang = catalogue.languages.find((tag) => path.startsWith(`${tag}/`));
    if (!last || last.lang !== lang) {
      last = { lang, take: taking(list(lang)) };
      clearMemory();
    }
    return last.take(path);
  };
}

/** Bytes in memory of their own: a short Buffer shares it with others, which must not leave with it. */
const whole = (bytes: Buffer): Uint8Array => (bytes.buffer.byteLength === bytes.length ? bytes : new Uint8Array(bytes));
