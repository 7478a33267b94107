import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output } from './pages/output.ts';

/** So many pages go to Eleventy at a time: it keeps the bytes and a dozen objects of each until it has written all. */
export const pagesPerPass = 2_000;

/** Event of Eleventy's configuration: there are more pages than it was given; whoever listens calls its `write` again. */
export const unfinished = 'angebotslotse.unfinished';

export type Groups = ReadonlyMap<string, readonly Output[]>;

export interface ProductionOptions {
  /** Where the site is built. */
  readonly folder: string;
  readonly pagesPerPass: number;
  /** Told of each file when its bytes have been made. */
  readonly made: (output: Output) => void;
}

/** One site in the making: pages for Eleventy, some thousand at a time, and all other files, which are written here. */
export class Production {
  readonly #pages: (readonly [group: string, output: Output])[] = [];
  readonly #files: Output[] = [];
  readonly #paths = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #options: ProductionOptions;
  #next = 0;

  constructor(options: ProductionOptions) {
    this.#options = options;
  }

  /** Adds files that are to be made. Two of one path would overwrite each other. */
  add(group: string, outputs: readonly Output[]): void {
    for (const output of outputs) {
      if (this.#paths.has(output.path)) throw new Error(`Two files are called ${output.path}`);
      this.#paths.add(output.path);
      if (output.path.endsWith('.html')) this.#pages.push([group, output]);
      else this.#files.push(output);
    }
  }

  /** Whether the file of this path is one of those that are made. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Whether there are pages that Eleventy has not been given yet. */
  get hasPages(): boolean {
    return this.#next < this.#pages.length;
  }

  /** The pages of Eleventy's next pass, by group. */
  nextPages(): Groups {
    const groups = new Map<string, Output[]>();
    const end = this.#next + this.#options.pagesPerPass;
    for (const [group, output] of this.#pages.slice(this.#next, end)) {
      const outputs = groups.get(group);
      if (outputs) outputs.push(output);
      else groups.set(group, [output]);
    }
    this.#next = end;
    return groups;
  }

  /** The bytes of a page. */
  render(output: Output): Buffer {
    const bytes = output.render();
    this.#options.made(output);
    return bytes;
  }

  /** Makes and writes all files that are no pages, in the order in which they were added. */
  writeFiles(): void {
    for (const output of this.#files) this.#write(output);
  }

  #write(output: Output): void {
    const file = join(this.#options.folder, output.path);
    const parent = dirname(file);
    if (!this.#folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#folders.add(parent);
    }
    writeFileSync(file, output.render());
    this.#options.made(output);
  }
}
