import { readFileSync, statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { keepBytes, keptBytes } from './kept-bytes.ts';

/** A file that was written so shortly before it was read may have been written again without a new time, in ms. */
const tooFresh = 1500;

/** Size, time of the last change, place on disk, when it was read. */
const numbersEach = 4;

interface Columns {
  readonly paths: string;
  readonly numbers: Float64Array;
  readonly facts: string;
}

interface Known {
  readonly numbers: readonly number[];
  readonly fact: string;
}

/** What is to be known of files, one text each; it is not found out again where they have not changed since an earlier process has done so. */
export class FileFacts {
  readonly #file: string;
  readonly #before: ReadonlyMap<string, Known>;
  readonly #now = new Map<string, Known>();

  readonly #find: (bytes: Buffer) => string;

  /** `file`: where it is kept. `find` makes it from a file's bytes, without null characters. */
  constructor(file: string, find: (bytes: Buffer) => string) {
    this.#file = file;
    this.#find = find;
    this.#before = readRows(file);
  }

  of(path: string): string {
    const { size, ctimeMs, ino } = statSync(path);
    const before = this.#now.get(path) ?? this.#before.get(path);
    const [knownSize, knownTime, knownPlace, readAt = 0] = before?.numbers ?? [];
    const readNow = Date.now();
    const isSame = size === knownSize && ctimeMs === knownTime && ino === knownPlace && readAt - ctimeMs > tooFresh;
    const known =
      before && isSame
        ? before
        : {
            numbers: [size, ctimeMs, ino, readNow],
            fact: this.#find(readFileSync(path)),
          };
    this.#now.set(path, known);
    return known.fact;
  }

  save(): void {
    if (
      this.#now.size === this.#before.size &&
      [...this.#now].every(([path, known]) => this.#before.get(path) === known)
    )
      return;
    const columns: Columns = {
      paths: [...this.#now.keys()].join('\0'),
      numbers: Float64Array.from(Array.from(this.#now.values(), ({ numbers }) => numbers).flat()),
      facts: Array.from(this.#now.values(), ({ fact }) => fact).join('\0'),
    };
    keepBytes(this.#file, serialize(columns));
  }
}

function readRows(file: string): ReadonlyMap<string, Known> {
  const bytes = keptBytes(file);
  if (!bytes) return new Map();
  try {
    const columns = deserialize(bytes) as Columns;
    const [paths, facts] = [columns.paths.split('\0'), columns.facts.split('\0')];
    const { numbers } = columns;
    if (paths.length !== facts.length || numbers.length !== numbersEach * paths.length) return new Map();
    return new Map(
      paths.map((path, at) => [
        path,
        { numbers: [...numbers.subarray(numbersEach * at, numbersEach * (at + 1))], fact: facts[at]! },
      ]),
    );
  } catch {
    return new Map();
  }
}
