import { type Measured, Output } from './output.ts';
import { PathNumbers } from './path-numbers.ts';

/** Of each file: its bytes, its hash in two halves, the number of its list of files. */
const columns = 4;
const isHash = /^[\da-f]{16}$/;
const half = (number: number): string => number.toString(16).padStart(8, '0');

/** What of a `Map` is needed for files that have been made, by path. */
export interface Gathering {
  get(path: string): Output | undefined;
  set(path: string, output: Output): unknown;
  keys(): Iterable<string>;
}

/**
 * Files that have been made, of which only what was measured is asked for again: kept as numbers, because a large site has
 * hundreds of thousands. `keys` names those only that may be listed.
 */
export class GatheredFiles implements Gathering {
  readonly #numbers = new PathNumbers();
  #measured = new Uint32Array(columns * 1024);
  readonly #lists: (readonly string[])[] = [];
  readonly #numbersOfLists = new Map<readonly string[], number>();
  /** Those that are to be measured when somebody asks. */
  readonly #others = new Map<string, Output>();
  readonly #listed = new Set<string>();
  readonly #isListed: (path: string) => boolean;

  constructor(isListed: (path: string) => boolean) {
    this.#isListed = isListed;
  }

  set(path: string, output: Output): void {
    if (this.#isListed(path)) this.#listed.add(path);
    const { measured } = output;
    if (!measured || !isHash.test(measured.hash)) this.#others.set(path, output);
    else this.#keep(this.#numbers.add(path) ?? this.#numbers.of(path)!, measured);
  }

  get(path: string): Output | undefined {
    const other = this.#others.get(path);
    const number = other ? undefined : this.#numbers.of(path);
    return number === undefined ? other : Output.ofOthers(path, this.#read(number));
  }

  keys(): Iterable<string> {
    return this.#listed.values();
  }

  #keep(number: number, { bytes, hash, files }: Measured): void {
    const at = columns * number;
    if (at >= this.#measured.length) {
      const larger = new Uint32Array(2 * this.#measured.length);
      larger.set(this.#measured);
      this.#measured = larger;
    }
    let list = this.#numbersOfLists.get(files);
    if (list === undefined) this.#numbersOfLists.set(files, (list = this.#lists.push(files) - 1));
    this.#measured.set([bytes, parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8), 16), list], at);
  }

  #read(number: number): Measured {
    const at = columns * number;
    const [bytes = 0, first = 0, second = 0, list = 0] = this.#measured.subarray(at, at + columns);
    return { bytes, hash: half(first) + half(second), files: this.#lists[list]! };
  }
}
