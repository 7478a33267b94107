import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SavedLedger } from '../pages/ledger.ts';
import type { Gathering } from '../pages/gathered-files.ts';
import { Output } from '../pages/output.ts';
import { PathNumbers } from '../pages/path-numbers.ts';
import type { PageThreads } from './page-threads.ts';

/** So many pages go to Eleventy at a time: it keeps the bytes and a dozen objects of each until it has written all. */
export const pagesPerPass = 2_000;

/** Event of Eleventy's configuration: there are more pages than it was given; whoever listens calls its `write` again. */
export const unfinished = 'angebotslotse.unfinished';

/** So many folders are known to be there; files of one stand together. */
const mostFolders = 2_000;

export type Groups = ReadonlyMap<string, readonly Output[]>;

interface Page {
  readonly group: string;
  readonly output: Output;
}

/** A page that is left to threads; where what has been made is gathered, and it is not rendered here, only its group is known. */
type Left = Pick<Page, 'group'> & Partial<Page>;

export interface ProductionOptions {
  /** Where the site is built. */
  readonly folder: string;
  readonly pagesPerPass: number;
  /** Told of each file when its bytes have been made. */
  readonly made: (output: Output) => void;
  /** Files are made in the order of their numbers: what is kept of a language, by turns, would be made anew for each file. */
  readonly rankOf: (file: Output) => number;
  /** Nobody asks for the bytes of a file that has been written. */
  readonly forgets?: boolean;
  /** Where files go that have been made and measured, for whoever does not hold what was listed. */
  readonly gathered?: Gathering | undefined;
}

/** One site in the making: pages for Eleventy, some thousand at a time, and all other files, which are written here. */
export class Production {
  readonly #options: ProductionOptions;
  readonly #paths = new PathNumbers();
  readonly #folders = new Set<string>();
  #pages: Page[] = [];
  #files: Output[] = [];
  /** Lists of files that are still to be asked for. */
  readonly #waiting: (() => readonly Output[])[] = [];
  /** The same, for files that say something about pages. */
  readonly #last: (() => readonly Output[])[] = [];
  #threads: PageThreads | undefined;
  #byThreads = new Map<string, Left>();
  /** Paths of the same pages by their numbers, where they are rendered here as well. */
  #shared: readonly string[] = [];
  readonly #rendered = new Map<Output, Uint8Array>();

  constructor(options: ProductionOptions) {
    this.#options = options;
  }

  /** Adds files that are to be made. */
  add(group: string, outputs: readonly Output[]): void {
    for (const output of outputs) {
      this.#claim(output);
      if (output.path.endsWith('.html')) this.#pages.push({ group, output });
      else this.#files.push(output);
    }
  }

  /** Adds files that are listed only when there is time for them, `afterPages` when all pages have been made. */
  addLater(list: () => readonly Output[], afterPages: boolean): void {
    (afterPages ? this.#last : this.#waiting).push(list);
  }

  /** The pages of these groups, which others may render. */
  pagesOf(groups: ReadonlySet<string>): readonly Output[] {
    return this.#pages.filter(({ group }) => groups.has(group)).map(({ output }) => output);
  }

  /** To be called when all pages have been added. */
  arrangePages(): void {
    const { rankOf } = this.#options;
    this.#pages.sort((a, b) => rankOf(a.output) - rankOf(b.output));
  }

  /** Leaves these pages to the threads. `helps`: some are rendered here, where there is nothing else to do. */
  renderWith(threads: PageThreads, outputs: readonly Output[], helps: boolean): void {
    this.#threads = threads;
    if (helps) this.#shared = outputs.map(({ path }) => path);
    const theirs = new Set(outputs);
    const groups = new Map(this.#pages.map(({ group }) => [group, { group }]));
    this.#byThreads = new Map(
      this.#pages
        .filter(({ output }) => theirs.has(output))
        .map((page) => [page.output.path, this.#options.gathered && !helps ? groups.get(page.group)! : page]),
    );
    this.#pages = this.#pages.filter(({ output }) => !theirs.has(output));
  }

  /** Whether the file of this path is one of those that are made. */
  has(path: string): boolean {
    return this.#paths.of(path) !== undefined;
  }

  /** Whether there are pages that Eleventy has not been given yet. */
  get hasPages(): boolean {
    return this.#pages.length > 0 || this.#threads?.isDone === false;
  }

  /** The pages of Eleventy's next pass, by group. While threads render them, other files are made. */
  async nextPages(): Promise<Groups> {
    const { pagesPerPass: most } = this.#options;
    const pages = this.#pages.splice(0, most);
    const rendered =
      (await this.#threads?.take(most - pages.length, () => this.#writeNext(this.#waiting) || this.#help())) ?? [];
    for (const { path, bytes, measured } of rendered) {
      const { group, output = Output.ofOthers(path, measured) } = this.#byThreads.get(path)!;
      this.#byThreads.delete(path);
      // Whoever lists the files that pages load asks this output: as long as it does not know, it is made once more.
      output.keep(measured);
      this.#gather(output);
      this.#rendered.set(output, bytes);
      pages.push({ group, output });
    }
    const groups = new Map<string, Output[]>();
    for (const { group, output } of pages) {
      const outputs = groups.get(group);
      if (outputs) outputs.push(output);
      else groups.set(group, [output]);
    }
    return groups;
  }

  /** The bytes of a page. */
  render(output: Output): Buffer {
    const rendered = this.#rendered.get(output);
    if (rendered) {
      this.#rendered.delete(output);
      return Buffer.from(rendered.buffer, rendered.byteOffset, rendered.byteLength);
    }
    const bytes = output.render();
    this.#made(output);
    return bytes;
  }

  /** Makes and writes all files that are no pages and are not yet written. */
  writeFiles(): void {
    while (this.#writeNext(this.#waiting) || this.#writeNext(this.#last));
  }

  /** What threads have taken down of the pages that they made. */
  async ledgers(): Promise<readonly SavedLedger[]> {
    return (await this.#threads?.ledgers()) ?? [];
  }

  /** Renders one of the pages that are left to threads; false where there is none for it. */
  #help(): boolean {
    if (this.#shared.length === 0) return false;
    return this.#threads!.help((number) => {
      const path = this.#shared[number]!;
      const output = this.#byThreads.get(path)!.output!;
      const bytes = output.render();
      this.#made(output);
      return { path, bytes, measured: output.measured };
    });
  }

  /** Two files of one path would overwrite each other. */
  #claim({ path }: Output): void {
    if (this.#paths.add(path) === undefined) throw new Error(`Two files are called ${path}`);
  }

  /** False where there is no more to write. */
  #writeNext(waiting: (() => readonly Output[])[]): boolean {
    while (this.#files.length === 0) {
      const list = waiting.shift();
      if (!list) return false;
      const { rankOf } = this.#options;
      for (const output of [...list()].sort((a, b) => rankOf(a) - rankOf(b))) {
        this.#claim(output);
        this.#files.push(output);
      }
      // From the end, which is taken off at no cost.
      this.#files.reverse();
    }
    this.#write(this.#files.pop()!);
    return true;
  }

  #write(output: Output): void {
    const file = join(this.#options.folder, output.path);
    const parent = dirname(file);
    if (!this.#folders.has(parent)) {
      if (this.#folders.size > mostFolders) this.#folders.clear();
      mkdirSync(parent, { recursive: true });
      this.#folders.add(parent);
    }
    const opened = openSync(file, 'w');
    try {
      output.renderTo((bytes) => writeFileSync(opened, bytes));
    } finally {
      closeSync(opened);
    }
    this.#made(output);
  }

  #gather(output: Output): void {
    if (output.measured) this.#options.gathered?.set(output.path, output);
  }

  #made(output: Output): void {
    this.#options.made(output);
    this.#gather(output);
    if (this.#options.forgets) output.letGo();
  }
}
