import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { comesBackFromJson } from './comes-back-from-json.ts';
import type { KnownFile } from './content-cache.ts';
import { factNames, factsOf, type DocumentFacts } from './document-facts.ts';
import type { Document } from './read-document.ts';
import { entryVerdicts, JudgedDocument, verdicts, type EntryVerdict, type Verdict } from './verdicts.ts';

/** Of each file: its identity, then how many bytes its text without the body, its body and its fields as JSON have. */
const numbersEach = 7;

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
  /** Of each kind those of all files; empty where there is none. */
  readonly facts: { readonly [Name in keyof DocumentFacts]-?: readonly string[] };
}

/** Checksum, length of all, length of the index, number of files. */
const headLength = 16;

/** A file that was read by another process, and its document. Text, fields and body are made when they are asked for. */
export class StoredFile extends JudgedDocument implements KnownFile {
  readonly file: string;
  readonly size: number;
  readonly changed: number;
  readonly inode: number;
  readonly readAt: number;
  /** Where its text begins, its body, its fields and what comes after them. */
  readonly #places: readonly [text: number, body: number, fields: number, end: number];
  readonly #all: Buffer;
  #text: string | undefined;
  #data: Document['data'] | undefined;
  #body: string | undefined;
  #parsed: Result<Document, Diagnostic> | undefined;
  verdict: Verdict | undefined;
  readonly facts: DocumentFacts;
  #entryVerdict: EntryVerdict | (() => EntryVerdict) | undefined;

  /** `numbers`: of this file; `at`: where its text begins in `all`. */
  constructor(file: string, facts: DocumentFacts, numbers: Float64Array, all: Buffer, at: number) {
    super();
    this.file = file;
    this.facts = facts;
    [this.size, this.changed, this.inode, this.readAt] = numbers as unknown as [number, number, number, number];
    const body = at + numbers[4]!;
    const fields = body + numbers[5]!;
    this.#places = [at, body, fields, fields + numbers[6]!];
    this.#all = all;
  }

  get text(): string {
    const [text, , fields] = this.#places;
    return (this.#text ??= this.#all.toString('utf8', text, fields));
  }

  get data(): Document['data'] {
    const [, , fields, end] = this.#places;
    return (this.#data ??= JSON.parse(this.#all.toString('utf8', fields, end)) as Document['data']);
  }

  get body(): string {
    const [, body, fields] = this.#places;
    return (this.#body ??= this.#all.toString('utf8', body, fields));
  }

  get parsed(): Result<Document, Diagnostic> {
    return (this.#parsed ??= { value: this, problems: [] });
  }

  get entryVerdict(): EntryVerdict | undefined {
    if (typeof this.#entryVerdict === 'function') this.#entryVerdict = this.#entryVerdict();
    return this.#entryVerdict;
  }

  set entryVerdict(verdict: EntryVerdict | (() => EntryVerdict) | undefined) {
    this.#entryVerdict = verdict;
  }

  /** Text without the body, body and fields. */
  get chunks(): readonly Buffer[] {
    const [text, body, fields, end] = this.#places;
    return [this.#all.subarray(text, body), this.#all.subarray(body, fields), this.#all.subarray(fields, end)];
  }
}

/** The same as bytes; undefined where they could not say all that it is. */
function chunksOf(file: string, known: KnownFile, value: Document): readonly Buffer[] | undefined {
  if (known instanceof StoredFile) return known.chunks;
  const { text } = known;
  if (value.file !== file || !text.endsWith(value.body) || !comesBackFromJson(value.data)) return undefined;
  const front = text.slice(0, text.length - value.body.length);
  return [Buffer.from(front), Buffer.from(value.body), Buffer.from(JSON.stringify(value.data))];
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

/**
 * Documents without problems, and what the schema says of them, as bytes that another process of the same code can take
 * them from. Whatever does not come back the same from JSON is left out, and read anew there.
 */
export function packDocuments(files: ReadonlyMap<string, KnownFile>): Buffer {
  const kept: [KnownFile, Document][] = [];
  const chunks: Buffer[] = [];
  const numbers: number[] = [];
  for (const [file, known] of files) {
    const { value, problems = [] } = known.parsed ?? {};
    const own = value && problems.length === 0 ? chunksOf(file, known, value) : undefined;
    if (!own) continue;
    kept.push([known, value!]);
    numbers.push(known.size, known.changed, known.inode, known.readAt, ...own.map(({ length }) => length));
    chunks.push(...own);
  }
  const numberOf = new Map(kept.map(([, { file }], index) => [file, index]));
  const [rules, checks] = [new Numbered(), new Numbered()];
  const index: { -readonly [Key in keyof Index]: Index[Key] extends readonly (infer Item)[] ? Item[] : Index[Key] } = {
    files: kept.map(([, { file }]) => file),
    rules: [],
    ruleOf: [],
    problems: [],
    checks: [],
    quiet: [],
    facts: columnsOf(kept.map(([, document]) => document)),
  };
  for (const [at, [, document]] of kept.entries()) {
    const verdict = verdicts.get(document);
    const isKept = verdict !== undefined && comesBackFromJson(verdict.problems);
    index.ruleOf.push(isKept ? rules.of(verdict.rule) : -1);
    if (isKept && verdict.problems.length > 0) index.problems.push([at, verdict.problems]);
    const entry = entryVerdicts.get(document);
    // Only of translations that are kept with it: of others the next process will have other documents.
    if (!entry?.translations.every((one) => numberOf.has(one.file) && files.get(one.file)?.parsed?.value === one))
      continue;
    const quiet = quietIn(entry);
    if (quiet.length === 0) continue;
    const translations = entry.translations.map(({ file }) => numberOf.get(file)!);
    index.quiet.push([at, entry.collection, checks.of(quiet.join('\n')), translations]);
  }
  index.rules.push(...rules.texts.keys());
  index.checks.push(...Array.from(checks.texts.keys(), (list) => list.split('\n')));

  const head = Buffer.alloc(headLength);
  const written = Buffer.from(JSON.stringify(index));
  const all = Buffer.concat([head, Buffer.from(Float64Array.from(numbers).buffer), written, ...chunks]);
  all.writeUInt32LE(all.length, 4);
  all.writeUInt32LE(written.length, 8);
  all.writeUInt32LE(kept.length, 12);
  all.writeUInt32LE(crc32(all.subarray(4)), 0);
  return all;
}

function columnsOf(documents: readonly Document[]): Index['facts'] {
  const facts = documents.map((document) => {
    const all = factsOf(document);
    const state = document instanceof StoredFile ? undefined : document.data['translation'];
    if (state !== undefined) all.state ??= JSON.stringify(state);
    return all;
  });
  const columns = factNames.map((name) => [name, facts.map((one) => one[name] ?? '')]);
  return Object.fromEntries(columns) as Index['facts'];
}

/** So many states of what lies around an entry are remembered: the one as it is and the one that it is compared with. */
const surroundings = 2;

/** The checks that found nothing, by name; of each only the latest of what they looked at beside the entry. */
function quietIn({ quiet, found }: EntryVerdict): string[] {
  const silent = [...quiet, ...[...found].flatMap(([check, results]) => (results.length === 0 ? [check] : []))];
  const byName = new Map<string, string[]>();
  for (const check of silent) {
    const name = check.split(' ', 1)[0]!;
    byName.set(name, [...(byName.get(name) ?? []), check].slice(-surroundings));
  }
  return [...byName.values()].flat();
}

/** Undefined where the bytes are not as `packDocuments` made them. */
export function unpackDocuments(all: Buffer): ReadonlyMap<string, StoredFile> | undefined {
  if (all.length < headLength || all.readUInt32LE(4) !== all.length) return undefined;
  if (all.readUInt32LE(0) !== crc32(all.subarray(4))) return undefined;
  const count = all.readUInt32LE(12);
  const numbersLength = count * numbersEach * Float64Array.BYTES_PER_ELEMENT;
  // A copy: numbers of eight bytes must not begin just anywhere.
  const numbers = new Float64Array(Uint8Array.from(all.subarray(headLength, headLength + numbersLength)).buffer);
  let at = headLength + numbersLength + all.readUInt32LE(8);
  const index = JSON.parse(all.toString('utf8', headLength + numbersLength, at)) as Index;
  const byRule = index.rules.map((rule): Verdict => ({ rule, problems: [] }));
  const files = index.files.map((file, number) => {
    const own = numbers.subarray(number * numbersEach, (number + 1) * numbersEach);
    const facts: DocumentFacts = {};
    for (const name of factNames) if (index.facts[name][number] !== '') facts[name] = index.facts[name][number]!;
    const stored = new StoredFile(file, facts, own, all, at);
    at += own[4]! + own[5]! + own[6]!;
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
