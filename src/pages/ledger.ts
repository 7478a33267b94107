import { createHash } from 'node:crypto';
import type { Catalogue } from '../model/catalogue.ts';
import type { Families, Family, Readable, Scope } from '../model/reads.ts';
import { CatalogueState, KnownHashes } from '../model/track-catalogue.ts';
import type { Measured, Output } from './output.ts';

/** Numbers of what was read; many files have lists in common. */
type Reads = readonly Int32Array[];

interface Entry {
  readonly given: string;
  readonly reads: Reads;
  readonly measured: Measured | undefined;
}

/** A number's state in the build that is going on: not asked yet, the same as before, changed. */
const unknown = 0;
const same = 1;
const changed = 2;

/** Where more of one kind is read than this, its readers depend on all of the kind: shorter, and never too little. */
const mostOfKind = 150;

const hash = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 20);

/** One build: what is there now. */
export interface Round {
  readonly catalogue: Catalogue;
  readonly families: Families;
  /** What all files depend on and nothing notes: where it differs, all are made anew. */
  readonly salt: string;
}

/** What a ledger is kept as between two processes. */
export interface SavedLedger {
  readonly salt: string;
  readonly ids: readonly string[];
  readonly hashes: readonly (string | undefined)[];
  readonly reckoned: ReadonlyMap<number, Reads>;
  readonly outputs: ReadonlyMap<string, Entry>;
  /** How much of it was there when it was last looked through for what nothing depends on any more. */
  readonly sizeAfterSweep?: number;
}

/**
 * Remembers of every file what was read when it was made and what that was like, so that a later build makes only
 * those files anew for which it has changed. Whatever has an entry is right; what is unclear loses its entry.
 */
export class Ledger {
  #salt: string;
  #ids: string[];
  #hashes: (string | undefined)[];
  #numbers: Map<string, number>;
  /** What the values that are known by their id `=…` were made from. */
  #reckoned: Map<number, Reads>;
  #outputs: Map<string, Entry>;
  #states = new Uint8Array();
  #undecided = new Set<string>();
  #state: CatalogueState | undefined;
  #families: Families | undefined;
  readonly #knownHashes = new KnownHashes();
  #lists = new WeakMap<Scope, Reads>();
  #sizeAfterSweep = 0;

  constructor(saved?: SavedLedger) {
    this.#salt = saved?.salt ?? '';
    this.#ids = [...(saved?.ids ?? [])];
    this.#hashes = [...(saved?.hashes ?? [])];
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
    this.#reckoned = new Map(saved?.reckoned);
    this.#outputs = new Map(saved?.outputs);
    this.#sizeAfterSweep = saved?.sizeAfterSweep ?? this.#ids.length;
  }

  /** Begins a build. One that came to no end leaves nothing behind that could be taken for right. */
  begin({ catalogue, families, salt }: Round): void {
    this.end();
    if (salt !== this.#salt) {
      this.#forgetAll();
      this.#salt = salt;
    }
    this.#sweep();
    this.#state = new CatalogueState(catalogue, hash, this.#knownHashes);
    this.#families = families;
    this.#lists = new WeakMap();
    this.#states = new Uint8Array(this.#ids.length);
    this.#undecided = new Set(this.#outputs.keys());
  }

  /** Those of the files that are to be made. All others stay as they are; they know again what was measured of them. */
  due(outputs: Iterable<Output>): Output[] {
    const due: Output[] = [];
    for (const output of outputs) {
      this.#undecided.delete(output.path);
      const entry = this.#outputs.get(output.path);
      if (entry && entry.given === givenOf(output) && this.#areSame(entry.reads)) {
        output.keep(entry.measured);
        this.#settle(`>${output.path}`, same);
        continue;
      }
      this.#outputs.delete(output.path);
      this.#settle(`>${output.path}`, changed);
      due.push(output);
    }
    return due;
  }

  /** Ends a build in which all files were listed: the others are gone. */
  finish(): void {
    for (const path of this.#undecided) this.#outputs.delete(path);
    this.#undecided.clear();
    this.end();
  }

  /** Ends a build wherever it is: a file that it did not come to keeps its entry only if nothing of it has changed. */
  end(): void {
    if (!this.#state) return;
    for (const path of this.#undecided)
      if (!this.#areSame(this.#outputs.get(path)?.reads ?? [])) this.#outputs.delete(path);
    this.#undecided.clear();
    // Nothing that is the same depends on a value that nobody asked for.
    for (const number of this.#reckoned.keys()) if (this.#states[number] === unknown) this.#reckoned.delete(number);
    this.#state = undefined;
    this.#families = undefined;
  }

  /** The file has been rendered in the build that is going on. */
  made(output: Output): void {
    const { rendering } = output;
    output.rendering = undefined;
    if (!this.#state) return;
    const scopes: Scope[] = [];
    for (let scope = output.listedIn; scope; scope = scope.parent) scopes.push(scope);
    const reads = new Set<Int32Array>();
    if (rendering) for (const list of this.#listsOf(rendering)) reads.add(list);
    // What was read for bytes that were there already is of no interest.
    if (!output.hasBytes) for (const scope of scopes) for (const list of this.#listsOf(scope)) reads.add(list);
    // Made from nothing that is tracked: perhaps a file. Nobody would notice when that changes.
    if (rendering?.reads.length === 0 && !output.hasBytes && output.given === '') return;
    this.#outputs.set(output.path, { given: givenOf(output), reads: [...reads], measured: output.measured });
  }

  /** Takes over what the ledger of a thread, which has made some of the files of this build, has taken down of them. */
  add(saved: SavedLedger): void {
    const added = new Set<number>();
    const numbers = saved.ids.map((id, index) => {
      if (this.#numbers.has(id)) return this.#numberOf(id);
      const number = this.#push(id);
      this.#hashes[number] = saved.hashes[index];
      added.add(index);
      return number;
    });
    const moved = mover((number) => numbers[number]!);
    for (const index of added) {
      const reads = saved.reckoned.get(index);
      if (reads) this.#reckoned.set(numbers[index]!, moved(reads));
    }
    for (const [path, entry] of saved.outputs) this.#outputs.set(path, { ...entry, reads: moved(entry.reads) });
  }

  /** The file could not be written or is not what it was: it is made again. */
  forget(path: string): void {
    this.#outputs.delete(path);
  }

  get size(): number {
    return this.#ids.length;
  }

  save(): SavedLedger {
    this.#sweep();
    return {
      salt: this.#salt,
      ids: this.#ids,
      hashes: this.#hashes,
      reckoned: this.#reckoned,
      outputs: this.#outputs,
      sizeAfterSweep: this.#sizeAfterSweep,
    };
  }

  #forgetAll(): void {
    this.#ids = [];
    this.#hashes = [];
    this.#numbers.clear();
    this.#reckoned.clear();
    this.#outputs.clear();
  }

  #settle(id: string, state: number): void {
    const number = this.#numbers.get(id);
    if (number !== undefined && number < this.#states.length) this.#states[number] = state;
  }

  #areSame(reads: Reads): boolean {
    for (const list of reads) for (const number of list) if (!this.#isSame(number)) return false;
    return true;
  }

  #isSame(number: number): boolean {
    if (this.#states[number] === unknown) {
      // A value that depended on itself would be a bug; to be safe it counts as changed.
      this.#states[number] = changed;
      this.#states[number] = this.#compare(number) ? same : changed;
    }
    return this.#states[number] === same;
  }

  #compare(number: number): boolean {
    const id = this.#ids[number]!;
    // A file that is not settled yet, or is gone.
    if (id.startsWith('>')) return false;
    if (id.startsWith('!')) return this.#families!.isState(id);
    const before = this.#hashes[number];
    if (!id.startsWith('=')) {
      const now = this.#state!.hashOf(id);
      this.#hashes[number] = now;
      return now === before;
    }
    const reads = this.#reckoned.get(number);
    if (reads && this.#areSame(reads)) return true;
    return this.#reckon(number) === before;
  }

  /** Takes down what a value is like now and was made from. */
  #reckon(number: number): string | undefined {
    const [name = '', ...key] = this.#ids[number]!.slice(1).split('\t');
    const looked = this.#look(name, key.join('\t'));
    if (!looked) {
      this.#reckoned.delete(number);
      this.#hashes[number] = undefined;
      return '?';
    }
    this.#hashes[number] = hash(looked.text);
    this.#reckoned.set(number, this.#listsOf(looked.scope));
    return this.#hashes[number];
  }

  #look(name: string, key: string): ReturnType<Family['look']> | undefined {
    try {
      return this.#families!.get(name)?.look(key);
    } catch {
      // What it was about is gone. If a page still asks for it, that page says so.
      return undefined;
    }
  }

  /** Everything that was read in a scope, and through what it took ready-made. */
  #listsOf(scope: Scope): Reads {
    const known = this.#lists.get(scope);
    if (known) return known;
    const reads: Readable[] = [];
    const lists = new Set<Int32Array>();
    for (const read of new Set(scope.reads)) {
      if (read.through) for (const list of this.#listsOf(read.through)) lists.add(list);
      else reads.push(read);
    }
    if (reads.length > 0) lists.add(Int32Array.from(new Set(summarise(reads).map(({ id }) => this.#numberOf(id)))));
    const made = [...lists];
    this.#lists.set(scope, made);
    return made;
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) {
      // Compared before it is taken down anew: a file that is asked about later must still learn that it has changed.
      this.#isSame(known);
      if (id.startsWith('=') && !this.#reckoned.has(known)) this.#reckon(known);
      return known;
    }
    const number = this.#push(id);
    if (id.startsWith('=')) this.#reckon(number);
    else if (!/^[>!]/.test(id)) this.#hashes[number] = this.#state!.hashOf(id);
    return number;
  }

  /** A number for what is read for the first time. */
  #push(id: string): number {
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#numbers.set(id, number);
    if (number >= this.#states.length) {
      const states = new Uint8Array(Math.max(1024, 2 * number));
      states.set(this.#states);
      this.#states = states;
    }
    this.#states[number] = same;
    return number;
  }

  /** Forgets what nothing depends on any more, once that may be the larger part. */
  #sweep(): void {
    if (this.#ids.length < 1.5 * this.#sizeAfterSweep + 1000) return;
    const used = new Set<number>();
    const seen = new Set<Int32Array>();
    const visit = (reads: Reads): void => {
      for (const list of reads) {
        if (seen.has(list)) continue;
        seen.add(list);
        for (const number of list) {
          if (used.has(number)) continue;
          used.add(number);
          visit(this.#reckoned.get(number) ?? []);
        }
      }
    };
    for (const { reads } of this.#outputs.values()) visit(reads);
    const kept = [...used].sort((a, b) => a - b);
    const renumbered = new Map(kept.map((old, number) => [old, number]));
    const moved = mover((number) => renumbered.get(number)!);
    this.#outputs = new Map(
      Array.from(this.#outputs, ([path, entry]) => [path, { ...entry, reads: moved(entry.reads) }]),
    );
    this.#reckoned = new Map(
      Array.from(this.#reckoned).flatMap(([number, reads]) =>
        used.has(number) ? [[renumbered.get(number)!, moved(reads)]] : [],
      ),
    );
    this.#ids = kept.map((number) => this.#ids[number]!);
    this.#hashes = kept.map((number) => this.#hashes[number]);
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
    this.#lists = new WeakMap();
    this.#states = new Uint8Array(this.#ids.length);
    this.#sizeAfterSweep = this.#ids.length;
  }
}

/** Gives what was read other numbers; lists that many files have in common stay one. */
function mover(renumber: (number: number) => number): (reads: Reads) => Reads {
  const lists = new Map<Int32Array, Int32Array>();
  return (reads) =>
    reads.map((list) => {
      let other = lists.get(list);
      if (!other) lists.set(list, (other = list.map(renumber)));
      return other;
    });
}

/** What a file is made from that nothing notes. */
function givenOf(output: Output): string {
  let given = output.given;
  for (let scope = output.listedIn; scope; scope = scope.parent) given += scope.given && `\n${scope.given}`;
  return given;
}

function summarise(reads: readonly Readable[]): readonly Readable[] {
  if (reads.length <= mostOfKind) return reads;
  const counts = new Map<Readable, number>();
  for (const { all } of reads) if (all) counts.set(all, (counts.get(all) ?? 0) + 1);
  return reads.map((read) => (read.all && (counts.get(read.all) ?? 0) > mostOfKind ? read.all : read));
}
