import { readFileSync, statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { identityOf, isUnchanged, lookOf, type FileIdentity } from '../content/file-identity.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';

/** Numbers of an identity: size, changed, inode, readAt. */
const numbersEach = 4;

interface Columns {
  readonly paths: string;
  readonly numbers: Float64Array;
  readonly facts: string;
}

/** Columns whose rows are found by their path. */
interface Rows {
  readonly places: ReadonlyMap<string, number>;
  readonly numbers: Float64Array;
  readonly facts: readonly string[];
}

/** What is to be known of files, one text each; it is not found out again where they have not changed since an earlier process has done so. */
export class FileFacts {
  readonly #file: string;
  readonly #before: Rows;
  readonly #places = new Map<string, number>();
  readonly #numbers: number[] = [];
  readonly #facts: string[] = [];
  #isNew = false;
  readonly #find: (bytes: Buffer) => string;

  /** `file`: where it is kept. `find` makes it from a file's bytes, without null characters. */
  constructor(file: string, find: (bytes: Buffer) => string) {
    this.#file = file;
    this.#find = find;
    this.#before = readRows(file);
  }

  of(path: string): string {
    const stat = lookOf(path) ?? statSync(path);
    const now = this.#places.get(path);
    if (now !== undefined && isUnchanged(identityAt(this.#numbers, now), stat)) return this.#facts[now]!;
    const before = this.#before.places.get(path);
    if (before !== undefined) {
      const identity = identityAt(this.#before.numbers, before);
      if (isUnchanged(identity, stat)) return this.#keep(path, identity, this.#before.facts[before]!);
    }
    this.#isNew = true;
    const identity = identityOf(stat);
    return this.#keep(path, identity, this.#find(readFileSync(path)));
  }

  save(): void {
    if (!this.#isNew && this.#places.size === this.#before.places.size) return;
    const columns: Columns = {
      paths: [...this.#places.keys()].join('\0'),
      numbers: Float64Array.from(this.#numbers),
      facts: this.#facts.join('\0'),
    };
    keepBytes(this.#file, serialize(columns));
  }

  #keep(path: string, { size, changed, inode, readAt }: FileIdentity, fact: string): string {
    const place = this.#places.get(path) ?? this.#places.size;
    this.#places.set(path, place);
    const at = numbersEach * place;
    this.#numbers[at] = size;
    this.#numbers[at + 1] = changed;
    this.#numbers[at + 2] = inode;
    this.#numbers[at + 3] = readAt;
    this.#facts[place] = fact;
    return fact;
  }
}

function identityAt(numbers: ArrayLike<number>, place: number): FileIdentity {
  const at = numbersEach * place;
  return { size: numbers[at]!, changed: numbers[at + 1]!, inode: numbers[at + 2]!, readAt: numbers[at + 3]! };
}

const noRows: Rows = { places: new Map(), numbers: new Float64Array(), facts: [] };

function readRows(file: string): Rows {
  const bytes = keptBytes(file);
  if (!bytes) return noRows;
  try {
    const columns = deserialize(bytes) as Columns;
    const [paths, facts] = [columns.paths.split('\0'), columns.facts.split('\0')];
    const { numbers } = columns;
    if (paths.length !== facts.length || numbers.length !== numbersEach * paths.length) return noRows;
    const places = new Map<string, number>();
    for (const [place, path] of paths.entries()) places.set(path, place);
    return { places, numbers, facts };
  } catch {
    return noRows;
  }
}
