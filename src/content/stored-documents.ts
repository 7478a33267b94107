import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { comesBackFromJson } from './comes-back-from-json.ts';
import type { KnownFile } from './content-cache.ts';
import type { Document } from './read-document.ts';
import { verdicts, type Verdict } from './verdicts.ts';

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
];

const headLength = 12;

/** A file that was read by another process. Text and fields are made when they are asked for. */
export class StoredFile implements KnownFile {
  readonly row: Row;
  readonly bytes: Buffer;
  #text: string | undefined;
  #parsed: Result<Document | undefined, Diagnostic> | undefined;

  /** `bytes`: of this file alone. */
  constructor(row: Row, bytes: Buffer) {
    this.row = row;
    this.bytes = bytes;
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

  get parsed(): Result<Document | undefined, Diagnostic> {
    if (this.#parsed) return this.#parsed;
    const [file, , , , , front, body, fields, rule, problems] = this.row;
    const end = front + body;
    const value: Document = {
      file,
      data: JSON.parse(this.bytes.toString('utf8', end, end + fields)) as Document['data'],
      body: this.bytes.toString('utf8', front, end),
    };
    if (rule !== 0) verdicts.set(value, { rule, problems: problems === 0 ? [] : problems });
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
    if (known instanceof StoredFile && isKept(verdict, known.row)) {
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
  return new Map(
    rows.map((row) => {
      const start = at;
      at += row[5] + row[6] + row[7];
      return [row[0], new StoredFile(row, all.subarray(start, at))];
    }),
  );
}

const isKept = (verdict: Verdict | undefined, [, , , , , , , , rule, problems]: Row): boolean =>
  verdict === undefined ||
  (verdict.rule === rule && verdict.problems.length === (problems === 0 ? 0 : problems.length));
