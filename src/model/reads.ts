/**
 * Writes down what is read while something is made, so that whoever keeps the result knows when it is out of date.
 * Nothing has to be declared: whatever passes through a tracked catalogue (`track-catalogue.ts`) notes itself in the
 * scope that is open. See docs/decisions/warm-builds.md.
 */

/** Something that can be read. `id` is the same in every build; `seen` is the scope that noted it last. */
export interface Readable {
  readonly id: string;
  seen: number;
  /** Where most of a collection is read, this stands for the same part of all its entries. */
  readonly all: Readable | undefined;
  /** What something that is kept without an identity of its own was made from: its readers have read that, too. */
  readonly through: Scope | undefined;
  /** The number that the ledger has for its id in this build: thousands of files have read the same. */
  number: number;
  build: object | undefined;
}

/** A new one. */
export const readable = (id: string, more: Partial<Pick<Readable, 'all' | 'through'>> = {}): Readable => ({
  id,
  seen: 0,
  all: more.all,
  through: more.through,
  number: 0,
  build: undefined,
});

let serial = 0;
let open: Scope | undefined;
let isRecording = true;

/** Where nobody will ask what anything was made from, reading is not written down: it costs time and memory. */
export const recordReads = (wanted: boolean): void => void (isRecording = wanted);

/** Whether reading is written down. */
export const recordsReads = (): boolean => isRecording;

/** What was read from its opening to its end. Scopes that are opened within it keep their reads for themselves. */
export class Scope {
  readonly parent: Scope | undefined = open;
  readonly reads: Readable[] = [];
  /** What else makes it what it is and cannot change without being seen here: a loop's value, written out. */
  readonly given: string;
  readonly serial = ++serial;

  constructor(given = '') {
    this.given = given;
  }

  run<Value>(make: () => Value): Value {
    if (!isRecording) return make();
    const outer = open;
    // oxlint-disable-next-line typescript/no-this-alias -- the scope that is open
    open = this;
    try {
      return make();
    } finally {
      open = outer;
    }
  }
}

/** The scope that is open, if any. */
export const openScope = (): Scope | undefined => open;

/** Says that something was read. Outside a scope nobody wants to know. */
export function note(what: Readable): void {
  if (!open || what.seen === open.serial) return;
  what.seen = open.serial;
  open.reads.push(what);
}

/** Reckons when it is first asked and keeps the value; whoever asks has read all that it was made from. */
export function kept<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value; readonly source: Readable | undefined } | undefined;
  return () => {
    // Where nobody will ask, a scope and what stands for it would be most of what is kept with a short value.
    if (!isRecording) return (known ??= { value: make(), source: undefined }).value;
    if (!known?.source) {
      const scope = new Scope();
      known = { value: scope.run(make), source: readable('', { through: scope }) };
    }
    note(known.source!);
    return known.value;
  };
}

/** Reckons once per key of an owner, such as a catalogue; whoever asks has read all that the value was made from. */
export function keptFor<Owner extends object, Key, Value>(
  make: (owner: Owner, key: Key) => Value,
): (owner: Owner, key: Key) => Value {
  const known = new WeakMap<Owner, Map<Key, () => Value>>();
  return (owner, key) => {
    let ofOwner = known.get(owner);
    if (!ofOwner) known.set(owner, (ofOwner = new Map()));
    let value = ofOwner.get(key);
    if (!value) ofOwner.set(key, (value = kept(() => make(owner, key))));
    return value();
  };
}

/** What `reckoned` keeps under a name, for those who want to know whether it is still the same. */
export interface Family {
  readonly name: string;
  /** Reckons the value of a key anew where it is not known yet, and says what it is and what was read for it. */
  readonly look: (key: string) => { readonly text: string; readonly scope: Scope };
}

/** The values of one build that have an identity of their own. */
export class Families {
  readonly #byName = new Map<string, Family>();
  readonly #states = new Set<string>();

  get(name: string): Family | undefined {
    return this.#byName.get(name);
  }

  set(family: Family): void {
    // The latest: a language is looked at once a build.
    this.#byName.set(family.name, family);
  }

  /** Something that cannot be reckoned again from what is tracked: it is the same as long as its hash is. */
  state(name: string, hash: string): Readable {
    const id = `!${name} ${hash}`;
    this.#states.add(id);
    return readable(id);
  }

  /** Whether the id is of a state that this build has, too. */
  isState(id: string): boolean {
    return this.#states.has(id);
  }
}

/**
 * Reckons once per key; whoever asks depends on the value alone: as long as that comes out the same, it does not
 * matter to them that something it was made from has changed. `describe` must tell any two different values apart.
 * Values must be made from what is tracked and the key alone.
 */
export function reckoned<Value>(
  families: Families,
  name: string,
  make: (key: string) => Value,
): (key: string) => Value {
  const known = new Map<
    string,
    { readonly value: Value; readonly scope: Scope; readonly source: Readable; text?: string | undefined }
  >();
  const find = (key: string) => {
    let found = known.get(key);
    if (!found) {
      const scope = new Scope();
      found = { value: scope.run(() => make(key)), scope, source: readable(`=${name}\t${key}`) };
      known.set(key, found);
    }
    return found;
  };
  families.set({
    name,
    look(key) {
      const found = find(key);
      // A value that cannot be written out is never the same again.
      found.text ??= describe(found.value) ?? `?${found.scope.serial}`;
      return { text: found.text, scope: found.scope };
    },
  });
  return (key) => {
    const found = find(key);
    note(found.source);
    return found.value;
  };
}

const familiesOfOwners = new WeakMap<object, Families>();

/** Whoever has only the owner, such as a catalogue, keeps values under a name among these. */
export const ownFamilies = (owner: object, families: Families): void => void familiesOfOwners.set(owner, families);

/** What belongs to an owner as a whole, kept under a name: see `reckoned`. Asked for once per owner and name. */
export const reckonedFor = <Value>(owner: object, name: string, make: () => Value): Value =>
  reckoned(familiesOfOwners.get(owner) ?? new Families(), name, make)('');

/** A map whose values are known one by one: who asks for one does not depend on the others. */
export function keptByKey<Value>(
  families: Families,
  name: string,
  find: () => ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const keys = reckoned(families, `${name}: keys`, () => [...find().keys()]);
  const value = reckoned(families, name, (key) => ({ is: find().get(key), here: find().has(key) }));
  const entries = (): MapIterator<[string, Value]> =>
    keys('')
      .map((key): [string, Value] => [key, value(key).is!])
      .values();
  return {
    get: (key) => value(key).is,
    has: (key) => value(key).here,
    get size() {
      return keys('').length;
    },
    keys: () => keys('').values(),
    values: () => [...entries()].map(([, one]) => one).values(),
    entries,
    [Symbol.iterator]: entries,
    forEach(callback) {
      for (const [key, one] of entries()) callback(one, key, this);
    },
  };
}

/** Marks what notes its own reads: its name is all that must be known of it. */
export const handleName: unique symbol = Symbol('name of a tracked entry');

/** A value written out so that different values differ; undefined for functions and objects of unknown classes. */
export function describe(value: unknown): string | undefined {
  const parts: string[] = [];
  return write(value, parts) ? parts.join('') : undefined;
}

function write(value: unknown, parts: string[]): boolean {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    parts.push(typeof value === 'string' ? JSON.stringify(value) : String(value));
    return true;
  }
  const name = (value as { [handleName]?: string })[handleName];
  if (name !== undefined) {
    parts.push('@', name);
    return true;
  }
  if (Array.isArray(value) || value instanceof Set) {
    parts.push('[');
    for (const item of value as Iterable<unknown>) {
      if (!write(item, parts)) return false;
      parts.push(',');
    }
    parts.push(']');
    return true;
  }
  if (value instanceof Map) {
    parts.push('(');
    for (const [key, item] of value as Map<unknown, unknown>) {
      if (!write(key, parts)) return false;
      parts.push(':');
      if (!write(item, parts)) return false;
      parts.push(',');
    }
    parts.push(')');
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  parts.push('{');
  for (const key of Object.keys(value)) {
    parts.push(JSON.stringify(key), ':');
    if (!write((value as Record<string, unknown>)[key], parts)) return false;
    parts.push(',');
  }
  parts.push('}');
  return true;
}

/**
 * Makes something from each entry of a list, in a scope of its own: what is made depends on its entry and not on the
 * list, whose length and order only decide what there is to make. The entries must be tracked or written out in full.
 */
export function fromEach<Item, Made>(list: () => Iterable<Item>, make: (item: Item) => readonly Made[]): Made[] {
  if (!isRecording) return [...list()].flatMap(make);
  const listing = new Scope();
  const items = listing.run(() => [...list()]);
  return items.flatMap((item) => {
    const given = describe(item);
    const scope = new Scope(given ?? '');
    // An entry that can change without being seen counts as made from all that the list was made from.
    if (given === undefined) scope.reads.push(readable('', { through: listing }));
    return scope.run(() => make(item));
  });
}
