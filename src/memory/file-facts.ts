import { readFileSync, statSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { identityOf, isUnchanged, type FileIdentity } from '../content/file-identity.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';

/** Numbers of an identity, in this order. */
const numbersOf = ({ size, changed, inode, readAt }: FileIdentity): number[] => [size, changed, inode, readAt];
const numbersEach = 4;

interface Columns {
  readonly paths: string;
  readonly numbers: Float64Array;
  readonly facts: string;
}

interface Known {
  readonly identity: FileIdentity;
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
    const stat = statSync(path);
    const before = this.#now.get(path) ?? this.#before.get(path);
    const identity = identityOf(stat);
    const known =
      before && isUnchanged(before.identity, stat) ? before : { identity, fact: this.#find(readFileSync(path)) };
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
      numbers: Float64Array.from(Array.from(this.#now.values(), ({ identity }) => numbersOf(identity)).flat()),
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
      paths.map((path, at) => {
        const [size = 0, changed = 0, inode = 0, readAt = 0] = numbers.subarray(numbersEach * at);
        return [path, { identity: { size, changed, inode, readAt }, fact: facts[at]! }];
      }),
    );
  } catch {
    return new Map();
  }
}
