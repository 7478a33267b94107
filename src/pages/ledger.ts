import { createHash } from 'node:crypto';
import type { Catalogue } from '../model/catalogue.ts';
import type { Families, Family, Readable, Scope } from '../model/reads.ts';
import { CatalogueState, KnownHashes } from '../model/track-catalogue.ts';
import { IntList } from './int-list.ts';
import {
  packMeasured,
  packTexts,
  unpackMeasured,
  unpackTexts,
  type MeasuredColumns,
  type Texts,
} from './ledger-columns.ts';
import type { Measured, Output } from './output.ts';

/** A stretch of numbers of lists; a list is numbers of what was read, and many files have lists in common. */
interface Reads {
  readonly from: number;
  readonly to: number;
}

interface Entry extends Reads {
  readonly given: string;
  readonly measured: Measured | undefined;
}

/** A number's state in the build that is going on: not asked yet, the same as before, changed. */
const unknown = 0;
const same = 1;
const changed = 2;

/** Where more of one kind is read than this, its readers depend on all of the kind: shorter, and never too little. */
const mostOfKind = 150;

/** Owner of what is about no entry. */
const none = -1;

/** In place of a hash that nobody has looked after since what it is of has changed; no hash is like this. */
const stale = '?';

const hash = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 20);

/** One build: what is there now. */
export interface Round {
  readonly catalogue: Catalogue;
  readonly families: Families;
  /** What all files depend on and nothing notes: where it differs, all are made anew. */
  readonly salt: string;
}

/** What a ledger is kept as between two processes: a few long rows, which are written and read ten times as fast as an object for each file. */
export interface SavedLedger {
  readonly salt: string;
  readonly ids: Texts;
  /** By number of id; empty where there is none. */
  readonly hashes: Texts;
  /** By number of id: which of `owners` it is about; -1 where it is about none. */
  readonly ownerOfIds: Int32Array;
  readonly owners: Texts;
  /** Of each owner; empty where nobody knows it. */
  readonly digests: Texts;
  readonly numbersInLists: Int32Array;
  readonly endsOfLists: Int32Array;
  readonly lists: Int32Array;
  /** Of each value its number and its stretch of `lists`. */
  readonly reckoned: Int32Array;
  readonly paths: Texts;
  readonly givens: Texts;
  /** Of each file its stretch of `lists`. */
  readonly stretches: Int32Array;
  readonly measured: MeasuredColumns;
  readonly sizesAfterSweep?: Sizes;
}

/** How much of it there was when it was last looked through for what nothing depends on any more. */
interface Sizes {
  readonly ids: number;
  readonly inLists: number;
  readonly lists: number;
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
  /** By number of id: the entry, or all entries of a collection, that it is about. While its digest is the same, so is all that is known of it. */
  #ownerOfIds: IntList;
  #owners = new Map<string, number>();
  #digests: string[];
  #areOwnersSame: readonly boolean[] = [];
  /** One list after the other; `#ends` says where each ends. */
  #inLists: IntList;
  #ends: IntList;
  /** Numbers of lists, one stretch after the other. */
  #refs: IntList;
  /** What the values that are known by their id `=…` were made from. */
  #reckoned = new Map<number, Reads>();
  #outputs = new Map<string, Entry>();
  #states = new Uint8Array();
  /** The same of the lists that there were when the build began. */
  #listStates = new Uint8Array();
  #undecided = new Set<string>();
  #state: CatalogueState | undefined;
  #families: Families | undefined;
  readonly #knownHashes = new KnownHashes();
  #listsOfScopes = new WeakMap<Scope, readonly number[]>();
  /** Stands for the build that is going on. */
  #build = {};
  #sizesAfterSweep: Sizes;

  constructor(saved?: SavedLedger) {
    this.#salt = saved?.salt ?? '';
    this.#ids = saved ? unpackTexts(saved.ids) : [];
    this.#hashes = saved ? unpackTexts(saved.hashes) : [];
    this.#numbers = new Map();
    for (const [number, id] of this.#ids.entries()) this.#numbers.set(id, number);
    this.#ownerOfIds = new IntList(saved?.ownerOfIds);
    for (const [number, owner] of (saved ? unpackTexts(saved.owners) : []).entries()) this.#owners.set(owner, number);
    this.#digests = saved ? unpackTexts(saved.digests) : [];
    this.#inLists = new IntList(saved?.numbersInLists);
    this.#ends = new IntList(saved?.endsOfLists);
    this.#refs = new IntList(saved?.lists);
    if (saved) {
      const { reckoned, stretches } = saved;
      for (let at = 0; at < reckoned.length; at += 3)
        this.#reckoned.set(reckoned[at]!, { from: reckoned[at + 1]!, to: reckoned[at + 2]! });
      const givens = unpackTexts(saved.givens);
      const measured = unpackMeasured(saved.measured);
      for (const [index, path] of unpackTexts(saved.paths).entries()) {
        const [from, to] = [stretches[2 * index]!, stretches[2 * index + 1]!];
        this.#outputs.set(path, { given: givens[index]!, from, to, measured: measured[index] });
      }
    }
    this.#sizesAfterSweep = saved?.sizesAfterSweep ?? this.#sizes();
  }

  /** Begins a build. One that came to no end leaves nothing behind that could be taken for right. */
  begin({ catalogue, families, salt }: Round): void {
    this.end();
    if (salt !== this.#salt) {
      this.#forgetAll();
      this.#salt = salt;
    }
    this.#sweep();
    const state = new CatalogueState(catalogue, hash, this.#knownHashes);
    this.#state = state;
    const digests = Array.from(this.#owners.keys(), (owner) => state.digestOf(owner));
    this.#areOwnersSame = digests.map((digest, owner) => digest !== '' && digest === this.#digests[owner]);
    this.#digests = digests;
    this.#families = families;
    this.#listsOfScopes = new WeakMap();
    this.#build = {};
    this.#states = new Uint8Array(this.#ids.length);
    this.#listStates = new Uint8Array(this.#ends.length);
    this.#undecided = new Set(this.#outputs.keys());
  }

  /** Those of the files that are to be made. All others stay as they are; they know again what was measured of them. */
  due(outputs: Iterable<Output>): Output[] {
    const due: Output[] = [];
    for (const output of outputs) {
      this.#undecided.delete(output.path);
      const entry = this.#outputs.get(output.path);
      if (entry && entry.given === givenOf(output) && this.#areSame(entry)) {
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
    for (const path of this.#undecided) {
      const entry = this.#outputs.get(path);
      if (entry && !this.#areSame(entry)) this.#outputs.delete(path);
    }
    this.#undecided.clear();
    // What nobody asked for is not known to be what it was, and nothing that stays depends on it.
    for (let number = 0; number < this.#ids.length; number++) {
      const owner = this.#ownerOfIds.at(number);
      if (owner !== none && this.#states[number] === unknown && !this.#areOwnersSame[owner])
        this.#hashes[number] = stale;
    }
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
    // Made from nothing that is tracked: perhaps a file. Nobody would notice when that changes.
    if (rendering?.reads.length === 0 && !output.hasBytes && output.given === '') return;
    const lists = new Set<number>(rendering && this.#listsOf(rendering));
    // What was read for bytes that were there already is of no interest.
    if (!output.hasBytes)
      for (let scope = output.listedIn; scope; scope = scope.parent)
        for (const list of this.#listsOf(scope)) lists.add(list);
    this.#outputs.set(output.path, {
      given: givenOf(output),
      ...this.#writeDown(lists),
      measured: output.measured,
    });
  }

  /** Takes over what the ledger of a thread, which has made some of the files of this build, has taken down of them. */
  add(saved: SavedLedger): void {
    const part = new Ledger(saved);
    const added = new Set<number>();
    const numbers = part.#ids.map((id, index) => {
      if (this.#numbers.has(id)) return this.#numberOf(id);
      const number = this.#push(id);
      this.#hashes[number] = part.#hashes[index];
      added.add(index);
      return number;
    });
    const first = this.#ends.length;
    for (let list = 0; list < part.#ends.length; list++)
      this.#addList(Array.from(part.#numbersIn(list), (number) => numbers[number]!));
    const moved = (reads: Reads): Reads => this.#writeDown(Array.from(part.#listsIn(reads), (list) => first + list));
    for (const index of added) {
      const reads = part.#reckoned.get(index);
      if (reads) this.#reckoned.set(numbers[index]!, moved(reads));
    }
    for (const [path, entry] of part.#outputs) this.#outputs.set(path, { ...entry, ...moved(entry) });
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
    const outputs = [...this.#outputs.values()];
    return {
      salt: this.#salt,
      ids: packTexts(this.#ids),
      hashes: packTexts(this.#hashes.map((known) => known ?? '')),
      ownerOfIds: this.#ownerOfIds.toArray(),
      owners: packTexts([...this.#owners.keys()]),
      digests: packTexts(this.#digests),
      numbersInLists: this.#inLists.toArray(),
      endsOfLists: this.#ends.toArray(),
      lists: this.#refs.toArray(),
      reckoned: Int32Array.from(Array.from(this.#reckoned, ([number, { from, to }]) => [number, from, to]).flat()),
      paths: packTexts([...this.#outputs.keys()]),
      givens: packTexts(outputs.map(({ given }) => given)),
      stretches: Int32Array.from(outputs.flatMap(({ from, to }) => [from, to])),
      measured: packMeasured(outputs.map(({ measured }) => measured)),
      sizesAfterSweep: this.#sizesAfterSweep,
    };
  }

  #sizes(): Sizes {
    return { ids: this.#ids.length, inLists: this.#inLists.length, lists: this.#refs.length };
  }

  #forgetAll(): void {
    this.#ids = [];
    this.#hashes = [];
    this.#numbers.clear();
    this.#ownerOfIds = new IntList();
    this.#owners.clear();
    this.#digests = [];
    this.#inLists = new IntList();
    this.#ends = new IntList();
    this.#refs = new IntList();
    this.#reckoned.clear();
    this.#outputs.clear();
  }

  *#numbersIn(list: number): Generator<number> {
    for (let at = this.#startOf(list); at < this.#ends.at(list); at++) yield this.#inLists.at(at);
  }

  *#listsIn({ from, to }: Reads): Generator<number> {
    for (let at = from; at < to; at++) yield this.#refs.at(at);
  }

  #startOf(list: number): number {
    return list === 0 ? 0 : this.#ends.at(list - 1);
  }

  #addList(numbers: Iterable<number>): number {
    for (const number of numbers) this.#inLists.push(number);
    this.#ends.push(this.#inLists.length);
    return this.#ends.length - 1;
  }

  #writeDown(lists: Iterable<number>): Reads {
    const from = this.#refs.length;
    for (const list of lists) this.#refs.push(list);
    return { from, to: this.#refs.length };
  }

  #settle(id: string, state: number): void {
    const number = this.#numbers.get(id);
    if (number !== undefined && number < this.#states.length) this.#states[number] = state;
  }

  #areSame({ from, to }: Reads): boolean {
    for (let at = from; at < to; at++) if (!this.#isListSame(this.#refs.at(at))) return false;
    return true;
  }

  #isListSame(list: number): boolean {
    const known = this.#listStates[list] ?? unknown;
    if (known !== unknown) return known === same;
    let state = same;
    const end = this.#ends.at(list);
    for (let at = this.#startOf(list); at < end && state === same; at++)
      if (!this.#isSame(this.#inLists.at(at))) state = changed;
    if (list < this.#listStates.length) this.#listStates[list] = state;
    return state === same;
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
    if (this.#isOwnerSame(number)) return true;
    const id = this.#ids[number]!;
    // A file that is not settled yet, or is gone.
    if (id.startsWith('>')) return false;
    if (id.startsWith('!')) return this.#families!.isState(id);
    const before = this.#hashes[number];
    if (!id.startsWith('=')) {
      const now = this.#hashNow(id);
      this.#hashes[number] = now;
      return now === before;
    }
    const reads = this.#reckoned.get(number);
    if (reads && this.#areSame(reads)) return true;
    return this.#reckon(number) === before;
  }

  /** Whether all that the id could be about is as it was when the hash was taken down. */
  #isOwnerSame(number: number): boolean {
    const owner = this.#ownerOfIds.at(number);
    return owner !== none && this.#areOwnersSame[owner] === true && this.#hashes[number] !== stale;
  }

  #hashNow(id: string): string {
    return this.#state!.hashOf(id, (part) => {
      const number = this.#numbers.get(part);
      // Taken down before, and asked for in this build or the same without being asked for.
      const isKnown = number !== undefined && (this.#states[number] !== unknown || this.#isOwnerSame(number));
      return isKnown ? this.#hashes[number] : undefined;
    });
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
    this.#reckoned.set(number, this.#writeDown(this.#listsOf(looked.scope)));
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

  /** Everything that was read in a scope, and through what it took ready-made: numbers of lists. */
  #listsOf(scope: Scope): readonly number[] {
    const known = this.#listsOfScopes.get(scope);
    if (known) return known;
    const reads: Readable[] = [];
    const lists = new Set<number>();
    for (const read of new Set(scope.reads)) {
      if (read.through) for (const list of this.#listsOf(read.through)) lists.add(list);
      else reads.push(read);
    }
    if (reads.length > 0) lists.add(this.#addList(new Set(summarise(reads).map((read) => this.#numberOfRead(read)))));
    const made = [...lists];
    this.#listsOfScopes.set(scope, made);
    return made;
  }

  #numberOfRead(read: Readable): number {
    if (read.build !== this.#build) {
      read.number = this.#numberOf(read.id);
      read.build = this.#build;
    }
    return read.number;
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
    else if (!/^[>!]/.test(id)) this.#hashes[number] = this.#hashNow(id);
    return number;
  }

  /** A number for what is read for the first time. */
  #push(id: string): number {
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#numbers.set(id, number);
    this.#ownerOfIds.push(this.#ownerOf(id));
    if (number >= this.#states.length) {
      const states = new Uint8Array(Math.max(1024, 2 * number));
      states.set(this.#states);
      this.#states = states;
    }
    this.#states[number] = same;
    return number;
  }

  #ownerOf(id: string): number {
    const end = /^[=>!]/.test(id) ? -1 : id.indexOf('\t');
    if (end === -1) return none;
    const next = id.indexOf('\t', end + 1);
    const name = next === -1 ? id : id.slice(0, next);
    let owner = this.#owners.get(name);
    if (owner === undefined) {
      owner = this.#owners.size;
      this.#owners.set(name, owner);
      this.#digests.push(this.#state!.digestOf(name));
    }
    return owner;
  }

  /** Forgets what nothing depends on any more, once that may be the larger part. */
  #sweep(): void {
    const now = this.#sizes();
    const then = this.#sizesAfterSweep;
    const isLarge = (['ids', 'inLists', 'lists'] as const).some((part) => now[part] >= 1.5 * then[part] + 1000);
    if (!isLarge) return;
    const [inLists, ends, refs] = [this.#inLists.toArray(), this.#ends.toArray(), this.#refs.toArray()];
    const startOf = (list: number): number => (list === 0 ? 0 : ends[list - 1]!);
    const isUsed = new Uint8Array(now.ids);
    const isListUsed = new Uint8Array(ends.length);
    const visit = ({ from, to }: Reads): void => {
      for (let place = from; place < to; place++) {
        const list = refs[place]!;
        if (isListUsed[list] === 1) continue;
        isListUsed[list] = 1;
        for (let at = startOf(list); at < ends[list]!; at++) {
          const number = inLists[at]!;
          if (isUsed[number] === 1) continue;
          isUsed[number] = 1;
          const below = this.#reckoned.get(number);
          if (below) visit(below);
        }
      }
    };
    for (const entry of this.#outputs.values()) visit(entry);
    const [ids, hashes, reckoned, outputs] = [this.#ids, this.#hashes, [...this.#reckoned], [...this.#outputs]];
    const [ownerOfIds, owners, digests] = [this.#ownerOfIds, new Map(this.#owners), this.#digests];
    this.#forgetAll();
    this.#owners = owners;
    this.#digests = digests;
    const numbers = Int32Array.from(ids, (id, number) => {
      if (isUsed[number] !== 1) return -1;
      this.#hashes.push(hashes[number]);
      this.#ownerOfIds.push(ownerOfIds.at(number));
      this.#numbers.set(id, this.#ids.length);
      return this.#ids.push(id) - 1;
    });
    const lists = Int32Array.from(ends, (end, list) =>
      isListUsed[list] === 1
        ? this.#addList(inLists.subarray(startOf(list), end).map((number) => numbers[number]!))
        : -1,
    );
    const moved = ({ from, to }: Reads): Reads => this.#writeDown(refs.subarray(from, to).map((list) => lists[list]!));
    for (const [number, reads] of reckoned)
      if (isUsed[number] === 1) this.#reckoned.set(numbers[number]!, moved(reads));
    for (const [path, entry] of outputs) this.#outputs.set(path, { ...entry, ...moved(entry) });
    this.#listsOfScopes = new WeakMap();
    this.#build = {};
    this.#states = new Uint8Array(this.#ids.length);
    this.#sizesAfterSweep = this.#sizes();
  }
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
