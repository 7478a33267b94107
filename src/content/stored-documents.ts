import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { comesBackFromJson } from './comes-back-from-json.ts';
import type { KnownFile } from './content-cache.ts';
import { factNames, factsOf, type DocumentFacts } from './document-facts.ts';
import type { Document } from './read-document.ts';
import { entryVerdicts, JudgedDocument, verdicts, type EntryVerdict, type Verdict } from './verdicts.ts';

/**
 * Of each file: its identity; how many bytes its text without the body, its body, its fields as JSON and its facts have;
 * and where these begin: in the bytes that stay, or from −1 downwards in those behind the index.
 */
const numbersEach = 9;
const placeAt = 8;

/** Bytes behind the index are written anew each time; when there are more of them, all become bytes that stay. */
const mostBehindIndex = 1_000_000;
/** The same, beside how many stay. */
const mostBehindShare = 1 / 8;
/** Bytes that stay are written anew when fewer than this share of them are still of use. */
const leastOfUse = 1 / 2;

/** What is kept of a folder, in two parts: after an edit, only the first has to be written. */
export interface KeptDocuments {
  readonly index: Buffer;
  /** Of `packDocuments`: undefined where those that were there are still right. */
  readonly bytes?: Buffer | undefined;
}

/** What is kept beside those numbers and the bytes themselves; files, rules and lists of checks are named by number. */
interface Index {
  readonly files: readonly string[];
  readonly rules: readonly string[];
  /** For each file; -1 where no schema was asked. */
  readonly ruleOf: readonly number[];
  readonly problems: readonly (readonly [file: number, problems: readonly Diagnostic[]])[];
  readonly checks: readonly (readonly string[])[];
  /** Of the source of an entry: its collection, the files of its translations, and the checks that found nothing in them all. */
  readonly quiet: readonly (readonly [
    source: number,
    collection: string,
    checks: number,
    translations: readonly number[],
  ])[];
}

/** Checksum and length of this part, length of the index, number of files; checksum and length of the bytes that stay. */
const headLength = 24;

/** What all files of one process have in common. */
interface Store {
  readonly numbers: Float64Array;
  readonly staying: Buffer;
  readonly stayingChecksum: number;
  readonly behindIndex: Buffer;
}

interface Made {
  text?: string;
  data?: Document['data'];
  body?: string;
  facts?: DocumentFacts;
  /** How many of them it came with. */
  knownFacts?: number;
}

const noProblems: readonly Diagnostic[] = [];

/** A file that was read by another process, and its document. Text, fields and body are made when they are asked for. */
export class StoredFile extends JudgedDocument implements KnownFile {
  readonly file: string;
  readonly #store: Store;
  /** Where its numbers begin. */
  readonly #row: number;
  /** Made when they are asked for, which most never are. */
  #made: Made | undefined;
  #parsed: Result<Document, Diagnostic> | undefined;
  verdict: Verdict | undefined;
  #entryVerdict: EntryVerdict | (() => EntryVerdict) | undefined;

  constructor(file: string, store: Store, row: number) {
    super();
    this.file = file;
    this.#store = store;
    this.#row = row;
  }

  get size(): number {
    return this.#store.numbers[this.#row]!;
  }

  get changed(): number {
    return this.#store.numbers[this.#row + 1]!;
  }

  get inode(): number {
    return this.#store.numbers[this.#row + 2]!;
  }

  get readAt(): number {
    return this.#store.numbers[this.#row + 3]!;
  }

  /** The bytes from one part to another: 0 text without the body, 1 body, 2 fields, 3 facts. */
  #bytes(from: number, to: number): Buffer {
    const { numbers, staying, behindIndex } = this.#store;
    const at = numbers[this.#row + placeAt]!;
    let start = at < 0 ? -1 - at : at;
    for (let part = 0; part < from; part += 1) start += numbers[this.#row + 4 + part]!;
    let end = start;
    for (let part = from; part <= to; part += 1) end += numbers[this.#row + 4 + part]!;
    return (at < 0 ? behindIndex : staying).subarray(start, end);
  }

  get #parts(): Made {
    return (this.#made ??= {});
  }

  get text(): string {
    return (this.#parts.text ??= this.#bytes(0, 1).toString());
  }

  get data(): Document['data'] {
    return (this.#parts.data ??= JSON.parse(this.#bytes(2, 2).toString()) as Document['data']);
  }

  get body(): string {
    return (this.#parts.body ??= this.#bytes(1, 1).toString());
  }

  get facts(): DocumentFacts {
    const parts = this.#parts;
    if (!parts.facts) {
      const facts: DocumentFacts = {};
      for (const [at, fact] of this.#bytes(3, 3).toString().split('\n').entries())
        if (fact !== '') facts[factNames[at]!] = fact;
      parts.knownFacts = Object.keys(facts).length;
      parts.facts = facts;
    }
    return parts.facts;
  }

  get hasNewFacts(): boolean {
    const { facts, knownFacts } = this.#made ?? {};
    return facts !== undefined && Object.keys(facts).length !== knownFacts;
  }

  get parsed(): Result<Document, Diagnostic> {
    return (this.#parsed ??= { value: this, problems: noProblems });
  }

  get entryVerdict(): EntryVerdict | undefined {
    if (typeof this.#entryVerdict === 'function') this.#entryVerdict = this.#entryVerdict();
    return this.#entryVerdict;
  }

  set entryVerdict(verdict: EntryVerdict | (() => EntryVerdict) | undefined) {
    this.#entryVerdict = verdict;
  }

  /** Text without the body, body, fields and facts. */
  get chunks(): readonly Buffer[] {
    return [
      this.#bytes(0, 0),
      this.#bytes(1, 1),
      this.#bytes(2, 2),
      this.hasNewFacts ? written(this.facts) : this.#bytes(3, 3),
    ];
  }

  /**
   * Whether more is known than what it came with, that is worth keeping: on a new day, say, or because a build has
   * followed a check.
   */
  get hasNews(): boolean {
    if (this.hasNewFacts) return true;
    if (typeof this.#entryVerdict !== 'object') return false;
    const { found, translations } = this.#entryVerdict;
    return (
      [...found.values()].some((results) => results.length === 0) &&
      translations.every((translation) => translation instanceof StoredFile)
    );
  }

  /** Whether it is among these bytes as it is now. */
  isIn(staying: Buffer): boolean {
    return this.#store.staying === staying && this.#store.numbers[this.#row + placeAt]! >= 0 && !this.hasNewFacts;
  }

  /** Writes its numbers into a row of others; gives how many bytes it has. */
  copyNumbers(numbers: Float64Array, row: number): number {
    const own = this.#store.numbers;
    for (let at = 0; at < numbersEach; at += 1) numbers[row + at] = own[this.#row + at]!;
    return own[this.#row + 4]! + own[this.#row + 5]! + own[this.#row + 6]! + own[this.#row + 7]!;
  }

  /** The bytes that stay where it comes from. */
  get staying(): { readonly bytes: Buffer; readonly checksum: number } {
    return { bytes: this.#store.staying, checksum: this.#store.stayingChecksum };
  }
}

const written = (facts: DocumentFacts): Buffer => Buffer.from(factNames.map((name) => facts[name] ?? '').join('\n'));

/** A document as bytes; undefined where they could not say all that it is. */
function chunksOf(file: string, { text }: KnownFile, value: Document): readonly Buffer[] | undefined {
  if (value instanceof StoredFile) return value.chunks;
  if (value.file !== file || !text.endsWith(value.body) || !comesBackFromJson(value.data)) return undefined;
  const front = text.slice(0, text.length - value.body.length);
  const facts = factsOf(value);
  const state = value.data['translation'];
  if (state !== undefined) facts.state ??= JSON.stringify(state);
  return [Buffer.from(front), Buffer.from(value.body), Buffer.from(JSON.stringify(value.data)), written(facts)];
}

/** A file without problems; with its bytes, where they are to be written. */
interface Kept {
  readonly known: KnownFile;
  readonly document: Document;
  readonly chunks?: readonly Buffer[];
}

function keptOf(file: string, known: KnownFile, staying: Buffer): Kept | undefined {
  const { value: document, problems = [] } = known.parsed ?? {};
  if (!document || problems.length > 0) return undefined;
  if (document instanceof StoredFile && document.isIn(staying)) return { known, document };
  const chunks = chunksOf(file, known, document);
  return chunks && { known, document, chunks };
}

interface Placed {
  readonly numbers: Float64Array;
  /** Of the bytes that stay. */
  readonly ofUse: number;
  readonly toWrite: readonly Buffer[];
}

/** Those whose bytes are to be written get their places one after the other. */
function place(kept: readonly Kept[], isBehindIndex: boolean): Placed {
  const numbers = new Float64Array(kept.length * numbersEach);
  const toWrite: Buffer[] = [];
  let [next, ofUse, row] = [0, 0, 0];
  for (const { known, document, chunks } of kept) {
    if (chunks) {
      numbers[row + placeAt] = isBehindIndex ? -1 - next : next;
      for (const [part, { length }] of chunks.entries()) {
        numbers[row + 4 + part] = length;
        next += length;
      }
      toWrite.push(...chunks);
    } else ofUse += (document as StoredFile).copyNumbers(numbers, row);
    numbers[row] = known.size;
    numbers[row + 1] = known.changed;
    numbers[row + 2] = known.inode;
    numbers[row + 3] = known.readAt;
    row += numbersEach;
  }
  return { numbers, ofUse, toWrite };
}

/** Numbers of texts that come again and again. */
class Numbered {
  readonly texts = new Map<string, number>();

  of(text: string): number {
    const known = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, known);
    return known;
  }
}

function indexOf(kept: readonly Kept[], files: ReadonlyMap<string, KnownFile>): Index {
  const numberOf = new Map(kept.map(({ document }, index) => [document.file, index]));
  const [rules, checks] = [new Numbered(), new Numbered()];
  const lists = new Map<Iterable<string>, string>();
  const index: { -readonly [Key in keyof Index]: Index[Key] extends readonly (infer Item)[] ? Item[] : never } = {
    files: kept.map(({ document }) => document.file),
    rules: [],
    ruleOf: [],
    problems: [],
    checks: [],
    quiet: [],
  };
  for (const [at, { document }] of kept.entries()) {
    const verdict = verdicts.get(document);
    const isKept = verdict !== undefined && comesBackFromJson(verdict.problems);
    index.ruleOf.push(isKept ? rules.of(verdict.rule) : -1);
    if (isKept && verdict.problems.length > 0) index.problems.push([at, verdict.problems]);
    const entry = entryVerdicts.get(document);
    // Only of translations that are kept with it: of others the next process will have other documents.
    if (!entry?.translations.every((one) => numberOf.has(one.file) && files.get(one.file)?.parsed?.value === one))
      continue;
    const quiet = quietIn(entry);
    const list = lists.get(quiet) ?? [...quiet].join('\n');
    lists.set(quiet, list);
    if (list === '') continue;
    const translations = entry.translations.map(({ file }) => numberOf.get(file)!);
    index.quiet.push([at, entry.collection, checks.of(list), translations]);
  }
  index.rules.push(...rules.texts.keys());
  index.checks.push(...Array.from(checks.texts.keys(), (list) => list.split('\n')));
  return index;
}

/** The bytes that other documents of the same process come from. */
function stayingOf(files: ReadonlyMap<string, KnownFile>): { readonly bytes: Buffer; readonly checksum: number } {
  for (const { parsed } of files.values()) if (parsed?.value instanceof StoredFile) return parsed.value.staying;
  return { bytes: Buffer.alloc(0), checksum: 0 };
}

/**
 * Documents without problems, and what the schema says of them, as bytes that another process of the same code can take
 * them from. Whatever does not come back the same from JSON is left out, and read anew there.
 */
export function packDocuments(files: ReadonlyMap<string, KnownFile>): KeptDocuments {
  let { bytes: staying, checksum } = stayingOf(files);
  const all = (): Kept[] => [...files].flatMap(([file, known]) => keptOf(file, known, staying) ?? []);
  let kept = all();
  let placed = place(kept, true);
  const most = Math.max(mostBehindIndex, staying.length * mostBehindShare);
  const isAnew =
    placed.toWrite.reduce((sum, { length }) => sum + length, 0) > most || placed.ofUse < staying.length * leastOfUse;
  if (isAnew) {
    // Nothing is in no bytes.
    staying = Buffer.alloc(0);
    kept = all();
    placed = place(kept, false);
    staying = Buffer.concat(placed.toWrite);
    checksum = crc32(staying);
  }
  const head = Buffer.alloc(headLength);
  const listed = Buffer.from(JSON.stringify(indexOf(kept, files)));
  const numbers = Buffer.from(placed.numbers.buffer);
  const index = Buffer.concat([head, numbers, listed, ...(isAnew ? [] : placed.toWrite)]);
  index.writeUInt32LE(index.length, 4);
  index.writeUInt32LE(listed.length, 8);
  index.writeUInt32LE(kept.length, 12);
  index.writeUInt32LE(checksum, 16);
  index.writeUInt32LE(staying.length, 20);
  index.writeUInt32LE(crc32(index.subarray(4)), 0);
  return isAnew ? { index, bytes: staying } : { index };
}

/** So many states of what lies around an entry are remembered: the one as it is and the one that it is compared with. */
const surroundings = 2;

/** The checks that found nothing, by name; of each only the latest of what they looked at beside the entry. */
function quietIn({ quiet, found }: EntryVerdict): Iterable<string> {
  if (found.size === 0) return quiet;
  const silent = [...quiet, ...[...found].flatMap(([check, results]) => (results.length === 0 ? [check] : []))];
  const byName = new Map<string, string[]>();
  for (const check of silent) {
    const name = check.split(' ', 1)[0]!;
    byName.set(name, [...(byName.get(name) ?? []), check].slice(-surroundings));
  }
  return [...byName.values()].flat();
}

/** Undefined where the bytes are not as `packDocuments` made them. */
export function unpackDocuments({ index: all, bytes }: KeptDocuments): ReadonlyMap<string, StoredFile> | undefined {
  if (all.length < headLength || all.readUInt32LE(4) !== all.length) return undefined;
  if (all.readUInt32LE(0) !== crc32(all.subarray(4))) return undefined;
  const [count, stayingChecksum, stayingLength] = [12, 16, 20].map((at) => all.readUInt32LE(at)) as [
    number,
    number,
    number,
  ];
  const staying = stayingLength === 0 ? Buffer.alloc(0) : bytes;
  if (staying?.length !== stayingLength || crc32(staying) !== stayingChecksum) return undefined;
  const numbersLength = count * numbersEach * Float64Array.BYTES_PER_ELEMENT;
  // A copy: numbers of eight bytes must not begin just anywhere.
  const numbers = new Float64Array(Uint8Array.from(all.subarray(headLength, headLength + numbersLength)).buffer);
  const end = headLength + numbersLength + all.readUInt32LE(8);
  const index = JSON.parse(all.toString('utf8', headLength + numbersLength, end)) as Index;
  const store: Store = { numbers, staying, stayingChecksum, behindIndex: all.subarray(end) };
  const byRule = index.rules.map((rule): Verdict => ({ rule, problems: [] }));
  const files = index.files.map((file, number) => {
    const stored = new StoredFile(file, store, number * numbersEach);
    stored.verdict = byRule[index.ruleOf[number]!];
    return stored;
  });
  for (const [number, problems] of index.problems) files[number]!.verdict = { ...files[number]!.verdict!, problems };
  const checks = index.checks.map((list) => new Set(list));
  for (const [source, collection, list, translations] of index.quiet)
    files[source]!.entryVerdict = () => ({
      collection,
      translations: translations.map((number) => files[number]!),
      found: new Map(),
      quiet: checks[list]!,
    });
  return new Map(files.map((file) => [file.file, file]));
}
