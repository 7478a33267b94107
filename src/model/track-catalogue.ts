import type { Catalogue, Entry, Translation } from './catalogue.ts';
import { digestOf } from './entry-digest.ts';
import { handleName, note, readable, type Readable } from './reads.ts';

/** Parts of an id; a tab stands in no id, file name or field. */
const tab = '\t';

/** A map that notes which of its values, or that all of them, were read. */
class TrackedMap<Value> extends Map<string, Value> {
  readonly #prefix: string;
  readonly #all: ((key: string) => Readable | undefined) | undefined;
  readonly #keys: Readable;
  readonly #notes = new Map<string, Readable>();

  /** `all`: what stands for one key in all maps of this kind. */
  constructor(entries: Iterable<readonly [string, Value]>, prefix: string, all?: (key: string) => Readable) {
    super();
    this.#prefix = prefix;
    this.#all = all;
    this.#keys = readable(prefix, { all: all?.('') });
    for (const [key, value] of entries) super.set(key, value);
  }

  #note(key: string): void {
    let known = this.#notes.get(key);
    if (!known) this.#notes.set(key, (known = readable(this.#prefix + tab + key, { all: this.#all?.(key) })));
    note(known);
  }

  override get(key: string): Value | undefined {
    this.#note(key);
    return super.get(key);
  }

  override has(key: string): boolean {
    this.#note(key);
    return super.has(key);
  }

  override get size(): number {
    note(this.#keys);
    return super.size;
  }

  override keys(): MapIterator<string> {
    note(this.#keys);
    return super.keys();
  }

  override *entries(): MapIterator<[string, Value]> {
    note(this.#keys);
    for (const entry of super.entries()) {
      this.#note(entry[0]);
      yield entry;
    }
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(callback: (value: Value, key: string, map: Map<string, Value>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }

  override set(): never {
    throw new TypeError('The catalogue cannot be changed');
  }
  override delete(): never {
    throw new TypeError('The catalogue cannot be changed');
  }
  override clear(): never {
    throw new TypeError('The catalogue cannot be changed');
  }
}

type AnyEntry = Entry<unknown>;

/** Parts of a translation that are known by themselves; its fields belong to the translation as such. */
type TranslationPart = 'body' | 'state';

/**
 * Notes where more is read of a translation than its fields, of which whoever gets it has read: most pages show titles
 * alone, and a new sentence in the source makes all translations of an entry outdated.
 */
class TrackedTranslation implements Translation {
  readonly #translation: Translation;
  readonly #readableOf: (part: TranslationPart) => Readable;
  readonly #notes = new Map<TranslationPart, Readable>();

  constructor(translation: Translation, readableOf: (part: TranslationPart) => Readable) {
    this.#translation = translation;
    this.#readableOf = readableOf;
  }

  #note(part: TranslationPart): void {
    let known = this.#notes.get(part);
    if (!known) this.#notes.set(part, (known = this.#readableOf(part)));
    note(known);
  }

  get data(): Translation['data'] {
    return this.#translation.data;
  }

  get body(): string {
    this.#note('body');
    return this.#translation.body;
  }

  get state(): Translation['state'] {
    this.#note('state');
    return this.#translation.state;
  }

  get outdated(): boolean {
    this.#note('state');
    return this.#translation.outdated;
  }

  toJSON(): Translation {
    const { data, body, state, outdated } = this;
    return { data, body, state, outdated };
  }
}

/** Notes which parts of an entry are read; its id is its name and part of whatever led to it. */
class EntryHandler implements ProxyHandler<AnyEntry> {
  readonly #name: string;
  readonly #allOf: (part: string) => Readable;
  readonly #notes = new Map<string, Readable>();

  constructor(name: string, allOf: (part: string) => Readable) {
    this.#name = name;
    this.#allOf = allOf;
  }

  #note(part: string): void {
    let known = this.#notes.get(part);
    if (!known) this.#notes.set(part, (known = readable(this.#name + tab + part, { all: this.#allOf(part) })));
    note(known);
  }

  get(entry: AnyEntry, part: string | symbol): unknown {
    if (part === handleName) return this.#name;
    // Its translations note themselves.
    if (typeof part === 'string' && part !== 'id' && part !== 'translations') this.#note(part);
    return Reflect.get(entry, part);
  }

  has(entry: AnyEntry, part: string | symbol): boolean {
    if (typeof part === 'string') this.#note(part);
    return Reflect.has(entry, part);
  }

  ownKeys(entry: AnyEntry): (string | symbol)[] {
    this.#note('');
    return Reflect.ownKeys(entry);
  }

  getOwnPropertyDescriptor(entry: AnyEntry, part: string | symbol): PropertyDescriptor | undefined {
    if (typeof part === 'string') this.#note(part);
    return Reflect.getOwnPropertyDescriptor(entry, part);
  }

  set(): boolean {
    return false;
  }
  defineProperty(): boolean {
    return false;
  }
  deleteProperty(): boolean {
    return false;
  }
}

const isEntry = (value: unknown): value is AnyEntry =>
  typeof value === 'object' && value !== null && 'id' in value && 'translations' in value;

function trackCollection(name: string, entries: ReadonlyMap<string, AnyEntry>): ReadonlyMap<string, AnyEntry> {
  const everywhere = new Map<string, Readable>();
  const allOf = (part: string): Readable => {
    let known = everywhere.get(part);
    if (!known) everywhere.set(part, (known = readable(`${name}${tab}*${tab}${part}`)));
    return known;
  };
  const allTranslations = (key: string): Readable => allOf(`translations${tab}${key}`);
  function* tracked(): Generator<[string, AnyEntry]> {
    for (const [id, entry] of entries) {
      const path = `${name}${tab}${id}`;
      const prefix = `${path}${tab}translations`;
      const parts = Array.from(entry.translations, ([tag, translation]): [string, Translation] => {
        const readableOf = (part: TranslationPart): Readable =>
          readable(prefix + tab + tag + tab + part, { all: allTranslations(tag + tab + part) });
        return [tag, new TrackedTranslation(translation, readableOf)];
      });
      const translations = new TrackedMap(parts, prefix, allTranslations);
      yield [id, new Proxy({ ...entry, translations }, new EntryHandler(path, allOf))];
    }
  }
  return new TrackedMap(tracked(), name);
}

/** The same catalogue, which notes in the scope that is open what is read of it. */
export function trackCatalogue(catalogue: Catalogue): Catalogue {
  const tracked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(catalogue) as [string, unknown][]) {
    tracked[name] =
      value instanceof Map
        ? [...value.values()].every(isEntry)
          ? trackCollection(name, value as Map<string, AnyEntry>)
          : new TrackedMap(value as Map<string, unknown>, name)
        : value;
  }
  const notes = new Map<string, Readable>();
  const noteWhole = (name: string): void => {
    let known = notes.get(name);
    if (!known) notes.set(name, (known = readable(name)));
    note(known);
  };
  return new Proxy(tracked, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      // Maps note themselves.
      if (typeof name === 'string' && !(value instanceof Map)) noteWhole(name);
      return value;
    },
    has(target, name) {
      if (typeof name === 'string') noteWhole(name);
      return Reflect.has(target, name);
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  }) as unknown as Catalogue;
}

/** Hashes of objects that never change, and of the texts in them, by name. */
export class KnownHashes {
  readonly objects = new WeakMap<object, string>();
  readonly texts = new WeakMap<object, Map<string, string>>();
}

/** What stands now where something was read, by its id: see `idsIn` for their form. */
export class CatalogueState {
  readonly #catalogue: Readonly<Record<string, unknown>>;
  readonly #hash: (text: string) => string;
  readonly #known: KnownHashes;

  /** `known` may be shared between catalogues. */
  constructor(catalogue: Catalogue, hash: (text: string) => string, known: KnownHashes) {
    this.#catalogue = catalogue as unknown as Readonly<Record<string, unknown>>;
    this.#hash = hash;
    this.#known = known;
  }

  /** The digest of an entry, or with `*` in place of its id that of all in its collection; empty where it is not known. */
  digestOf(owner: string): string {
    const [name = '', key = ''] = owner.split(tab);
    const whole = Object.hasOwn(this.#catalogue, name) ? this.#catalogue[name] : undefined;
    if (!(whole instanceof Map)) return '';
    const map = whole as ReadonlyMap<string, unknown>;
    if (key !== '*') {
      const entry = map.get(key);
      return isEntry(entry) ? (digestOf(entry) ?? '') : '';
    }
    const digests: string[] = [];
    for (const [id, entry] of map) {
      const digest = isEntry(entry) ? digestOf(entry) : undefined;
      if (digest === undefined) return '';
      digests.push(id, digest);
    }
    return this.#hash(digests.join(tab));
  }

  /** Hash of what the id names; the same for everything that is not there. `known`: the hash of a part that need not be made. */
  hashOf(id: string, known: (part: string) => string | undefined = () => undefined): string {
    const [name = '', key, part, ...rest] = id.split(tab);
    const whole = Object.hasOwn(this.#catalogue, name) ? this.#catalogue[name] : undefined;
    if (!(whole instanceof Map)) return this.#of(whole);
    const map = whole as ReadonlyMap<string, unknown>;
    if (key === undefined) return this.#ofKeys(map);
    if (part === undefined) {
      const value = map.get(key);
      // Of an entry only that it is there: what is read of it notes itself.
      return isEntry(value) ? '1' : this.#of(value);
    }
    if (key !== '*') return this.#ofPart(map.get(key) as AnyEntry | undefined, part, rest);
    const ending = id.slice(name.length + 2);
    const parts = Array.from(
      map,
      ([one, entry]) => known(name + tab + one + ending) ?? this.#ofPart(entry as AnyEntry, part, rest),
    );
    return this.#hash(parts.join());
  }

  #ofPart(entry: AnyEntry | undefined, part: string, [key = '', partOfTranslation]: readonly string[]): string {
    if (!entry) return '';
    if (part === '') return Object.keys(entry).join();
    if (part !== 'translations') return this.#ofField(entry, part);
    if (key === '') return this.#ofKeys(entry.translations);
    const translation = entry.translations.get(key);
    if (!translation) return '';
    if (partOfTranslation === undefined) return this.#of(translation.data);
    if (partOfTranslation === 'body') return this.#ofField(translation, 'body');
    return this.#of(translation.state) + (translation.outdated ? '!' : '');
  }

  /** Long texts have no identity: what they are is remembered with their entry, which never changes. */
  #ofField(entry: object, part: string): string {
    const value: unknown = (entry as Record<string, unknown>)[part];
    if (typeof value !== 'string') return this.#of(value);
    let texts = this.#known.texts.get(entry);
    if (!texts) this.#known.texts.set(entry, (texts = new Map()));
    let known = texts.get(part);
    if (known === undefined) texts.set(part, (known = this.#of(value)));
    return known;
  }

  #ofKeys(map: ReadonlyMap<string, unknown>): string {
    return this.#hash([...map.keys()].join(tab));
  }

  #of(value: unknown): string {
    if (value === undefined) return '';
    if (typeof value === 'string' && value.length > 30) return this.#hash(value);
    if (typeof value !== 'object' || value === null) return `=${JSON.stringify(value)}`;
    let known = this.#known.objects.get(value);
    if (known === undefined) {
      known = this.#hash(JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)));
      this.#known.objects.set(value, known);
    }
    return known;
  }
}
