import { createHash } from 'node:crypto';
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
  readonly hashes: string;
}

interface Known {
  readonly numbers: readonly number[];
  readonly hash: string;
}

/** Hashes of the bytes of files, which are not read again where they have not changed since an earlier process has read them. */
export class FileHashes {
  readonly #file: string;
  readonly #before: ReadonlyMap<string, Known>;
  readonly #now = new Map<string, Known>();

  /** `file`: where the hashes are kept. */
  constructor(file: string) {
    this.#file = file;
    this.#before = readRows(file);
  }

  hashOf(path: string): string {
    const { size, ctimeMs, ino } = statSync(path);
    const before = this.#before.get(path);
    const [knownSize, knownTime, knownPlace, readAt = 0] = before?.numbers ?? [];
    const isSame = size === knownSize && ctimeMs === knownTime && ino === knownPlace && readAt - ctimeMs > tooFresh;
    const known =
      before && isSame
        ? before
        : {
            numbers: [size, ctimeMs, ino, Date.now()],
            hash: createHash('sha256').update(readFileSync(path)).digest('base64'),
          };
    this.#now.set(path, known);
    return known.hash;
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
      hashes: Array.from(this.#now.values(), ({ hash }) => hash).join('\0'),
    };
    keepBytes(this.#file, serialize(columns));
  }
}

function readRows(file: string): ReadonlyMap<string, Known> {
  const bytes = keptBytes(file);
  if (!bytes) return new Map();
  try {
    const columns = deserialize(bytes) as Columns;
    const [paths, hashes] = [columns.paths.split('\0'), columns.hashes.split('\0')];
    const { numbers } = columns;
    if (paths.length !== hashes.length || numbers.length !== numbersEach * paths.length) return new Map();
    return new Map(
      paths.map((path, at) => [
        path,
        { numbers: [...numbers.subarray(numbersEach * at, numbersEach * (at + 1))], hash: hashes[at]! },
      ]),
    );
  } catch {
    return new Map();
  }
}
