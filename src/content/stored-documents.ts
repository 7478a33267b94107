import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { comesBackFromJson } from './comes-back-from-json.ts';
import type { KnownFile } from './content-cache.ts';
import type { Document } from './read-document.ts';
import { entryVerdicts, verdicts, type Verdict } from './verdicts.ts';

/** A document's place in the bytes: its text, whose end is its body, then its fields as JSON. */
type Row = readonly [
  file: string,
  size: number,
  changed: number,
  inode: number,
  readAt: number,
  front: number,
  body: number,
  fields: number,
  rule: string | 0,
  problems: readonly Diagnostic[] | 0,
  quiet: Quiet | 0,
];

/** Of the source of an entry: its collection, the files of its translations, and the checks that found nothing in them all. */
type Quiet = readonly [collection: string, translations: readonly string[], checks: readonly string[]];

const headLength = 12;

/** A document that was read by another process. Fields and body are made when they are asked for. */
function storedDocument([file, , , , , front, body]: Row, bytes: Buffer): Document {
  const end = front + body;
  let data: Document['data'] | undefined;
  let text: string | undefined;
  return {
    file,
    get data() {
      return (data ??= JSON.parse(bytes.toString('utf8', end)) as Document['data']);
    },
    get body() {
      return (text ??= bytes.toString('utf8', front, end));
    },
  };
}

/** A file that was read by another process. Its text is made when it is asked for. */
export class StoredFile implements KnownFile {
  readonly row: Row;
  readonly bytes: Buffer;
  readonly #others: ReadonlyMap<string, StoredFile>;
  #text: string | undefined;
  #parsed: Result<Document, Diagnostic> | undefined;

  /** `bytes`: of this file alone; `others`: all that were kept with it. */
  constructor(row: Row, bytes: Buffer, others: ReadonlyMap<string, StoredFile>) {
    this.row = row;
    this.bytes = bytes;
    this.#others = others;
  }

  get size(): number {
    return this.row[1];
  }
  get changed(): number {
    return this.row[2];
  }
  get inode(): number {
    return this.row[3];
  }
  get readAt(): number {
    return this.row[4];
  }

  get text(): string {
    return (this.#text ??= this.bytes.toString('utf8', 0, this.row[5] + this.row[6]));
  }

  get parsed(): Result<Document, Diagnostic> {
    if (this.#parsed) return this.#parsed;
    const [, , , , , , , , rule, problems, quiet] = this.row;
    const value = storedDocument(this.row, this.bytes);
    if (rule !== 0) verdicts.set(value, { rule, problems: problems === 0 ? [] : problems });
    if (quiet !== 0) {
      const [collection, files, checks] = quiet;
      const translations = files.flatMap((file) => this.#others.get(file)?.parsed.value ?? []);
      const found = new Map(checks.map((check) => [check, []]));
      if (translations.length === files.length) entryVerdicts.set(value, { collection, translations, found });
    }
    return (this.#parsed = { value, problems: [] });
  }
}

/**
 * Documents without problems, and what the schema says of them, as bytes that another process of the same code can take
 * them from. Whatever does not come back the same from JSON is left out, and read anew there.
 */
export function packDocuments(files: ReadonlyMap<string, KnownFile>): Buffer {
  const rows: Row[] = [];
  const chunks: Buffer[] = [];
  for (const [file, known] of files) {
    const { value } = known.parsed ?? {};
    if (!value || known.parsed!.problems.length > 0) continue;
    const verdict = verdicts.get(value);
    const quiet = quietOf(value, files);
    if (known instanceof StoredFile && isKept(verdict, quiet, known.row)) {
      rows.push(known.row);
      chunks.push(known.bytes);
      continue;
    }
    const { text } = known;
    if (value.file !== file || !text.endsWith(value.body) || !comesBackFromJson(value.data)) continue;
    const front = Buffer.from(text.slice(0, text.length - value.body.length));
    const body = Buffer.from(value.body);
    const fields = Buffer.from(JSON.stringify(value.data));
    const said = verdict && comesBackFromJson(verdict.problems) ? verdict : undefined;
    rows.push([
      file,
      known.size,
      known.changed,
      known.inode,
      known.readAt,
      front.length,
      body.length,
      fields.length,
      said?.rule ?? 0,
      said && said.problems.length > 0 ? said.problems : 0,
      quiet,
    ]);
    chunks.push(front, body, fields);
  }
  const index = Buffer.from(JSON.stringify(rows));
  const head = Buffer.alloc(headLength);
  const all = Buffer.concat([head, index, ...chunks]);
  all.writeUInt32LE(index.length, 4);
  all.writeUInt32LE(all.length, 8);
  all.writeUInt32LE(crc32(all.subarray(4)), 0);
  return all;
}

/** Undefined where the bytes are not as `packDocuments` made them. */
export function unpackDocuments(all: Buffer): ReadonlyMap<string, StoredFile> | undefined {
  if (all.length < headLength || all.readUInt32LE(8) !== all.length) return undefined;
  if (all.readUInt32LE(0) !== crc32(all.subarray(4))) return undefined;
  let at = headLength + all.readUInt32LE(4);
  const rows = JSON.parse(all.toString('utf8', headLength, at)) as Row[];
  const files = new Map<string, StoredFile>();
  for (const row of rows) {
    const start = at;
    at += row[5] + row[6] + row[7];
    files.set(row[0], new StoredFile(row, all.subarray(start, at), files));
  }
  return files;
}

/** Only of translations that are kept with it: of others the next process will have other documents. */
function quietOf(source: Document, files: ReadonlyMap<string, KnownFile>): Quiet | 0 {
  const { collection, translations, found } = entryVerdicts.get(source) ?? {};
  if (!collection || !translations?.every((one) => files.get(one.file)?.parsed?.value === one)) return 0;
  const checks = [...found!].filter(([, problems]) => problems.length === 0).map(([check]) => check);
  return checks.length === 0 ? 0 : [collection, translations.map(({ file }) => file), checks.sort()];
}

const isKept = (
  verdict: Verdict | undefined,
  quiet: Quiet | 0,
  [, , , , , , , , rule, problems, quietBefore]: Row,
): boolean =>
  (verdict === undefined ||
    (verdict.rule === rule && verdict.problems.length === (problems === 0 ? 0 : problems.length))) &&
  JSON.stringify(quiet) === JSON.stringify(quietBefore);
