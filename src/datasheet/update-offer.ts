import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { parseYaml, yamlOptions } from '../content/parse-yaml.ts';
import { frontMatterRange } from '../content/front-matter-range.ts';
import type { Collection } from '../content/schemas.ts';
import { childOf, emitFlow, emitItem, emitPair, emitScalar, inOrder, keyOrder, type SchemaPlace } from './emit-yaml.ts';
import { isSame } from './is-same.ts';
import { placeOf, tidyBody, writeEntry } from './write-offer.ts';

type Data = Readonly<Record<string, unknown>>;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const keyName = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

const keyStart = ({ key }: Pair): number => (key as Node).range![0];

/** What could not be changed in place; the caller then writes a larger part anew. */
class CannotEdit extends Error {}

/** Splices that turn the values of a parsed YAML text into others, each as small as possible. */
function editsFor(yaml: string, root: YAMLMap, old: Data, wanted: Data, place: SchemaPlace): Edit[] {
  const edits: Edit[] = [];
  editMap(root, old, wanted, place, 0);
  return edits;

  function lineStart(offset: number): number {
    return yaml.lastIndexOf('\n', offset - 1) + 1;
  }

  /** After the last character of a value, without the comments and line breaks that follow it. */
  function endOf(node: unknown): number {
    if (isCollection(node) && !node.flow) {
      const last = node.items.at(-1);
      if (last === undefined) throw new CannotEdit();
      if (isMap(node)) return endOfPair(last as Pair);
      return endOf(last);
    }
    const range = (node as Node | null)?.range;
    if (!range) throw new CannotEdit();
    const written = yaml.slice(range[0], range[1]);
    // A block scalar ends with its line break, and with the empty lines that it keeps.
    return /^[|>]/.test(written) ? range[0] + written.trimEnd().length : range[1];
  }

  function endOfPair(pair: Pair): number {
    const key = (pair.key as Node).range!;
    const value = (pair.value as Node | null)?.range;
    return !value || value[0] === value[1] ? yaml.indexOf(':', key[1]) + 1 : endOf(pair.value);
  }

  function endOfLine(offset: number): number {
    const end = yaml.indexOf('\n', offset);
    return end === -1 ? yaml.length : end;
  }

  function indentOf(pair: Pair): string {
    const start = keyStart(pair);
    return ' '.repeat(start - lineStart(start));
  }

  function editMap(map: YAMLMap, before: Data, after: Data, where: SchemaPlace | undefined, depth: number): void {
    if (map.items.length === 0) throw new CannotEdit();
    const pairs = new Map(map.items.map((pair) => [keyName(pair), pair]));
    const indent = indentOf(map.items[0]!);
    const kept = [...pairs.keys()].filter((key) => after[key] !== undefined);
    const added = Object.keys(after).filter((key) => after[key] !== undefined && !pairs.has(key));
    if (kept.length === 0) throw new CannotEdit();

    for (const [key, pair] of pairs) {
      if (after[key] === undefined) removePair(map, pair);
      else if (!isSame(before[key], after[key])) {
        editPair(pair, key, before[key], after[key], childOf(where, key), indent, depth);
      }
    }
    const order = keyOrder(where);
    const present = inOrder([...kept, ...added], order);
    for (const key of inOrder(added, order)) {
      const text = emitPair(key, after[key], childOf(where, key), indent, depth);
      // Keys before it that are written already; new ones are inserted at the same place one after the other.
      const previous = present.slice(0, present.indexOf(key)).findLast((name) => pairs.has(name));
      if (previous === undefined) {
        const first = keyStart(pairs.get(kept[0]!)!);
        edits.push({ start: first, end: first, insert: `${text}\n${indent}` });
      } else {
        const end = endOfLine(endOfPair(pairs.get(previous)!));
        edits.push({ start: end, end, insert: `\n${indent}${text}` });
      }
    }
  }

  function removePair(map: YAMLMap, pair: Pair): void {
    const start = keyStart(pair);
    const end = endOfLine(endOfPair(pair));
    const index = map.items.indexOf(pair);
    const isFirstOfItem = yaml.slice(lineStart(start), start).trim() !== '';
    if (!isFirstOfItem) {
      edits.push({ start: lineStart(start), end: Math.min(end + 1, yaml.length), insert: '' });
    } else {
      const next = map.items[index + 1];
      if (!next) throw new CannotEdit();
      edits.push({ start, end: keyStart(next), insert: '' });
    }
  }

  function editPair(
    pair: Pair,
    key: string,
    before: unknown,
    after: unknown,
    where: SchemaPlace | undefined,
    indent: string,
    depth: number,
  ): void {
    const node = pair.value;
    const range = (node as Node | null)?.range;
    const isEmpty = !range || range[0] === range[1];
    if (!isEmpty && editInside(node, before, after, where, `${indent}  `, depth + 1)) return;
    // An anchor or tag cannot be here: the reader refuses both.
    const start = keyStart(pair);
    edits.push({ start, end: endOfPair(pair), insert: emitPair(key, after, where, indent, depth) });
  }

  /** False where the value must be written anew together with its key. */
  function editInside(
    node: unknown,
    before: unknown,
    after: unknown,
    where: SchemaPlace | undefined,
    indent: string,
    depth: number,
  ): boolean {
    if (isScalar(node) && (typeof after !== 'object' || after === null)) {
      if (typeof after === 'string' && after.includes('\n')) return false;
      const [start] = node.range!;
      // What stood without quotation marks may stay so: `reviewed: 2026-11-22`.
      const compatible = node.type !== 'PLAIN';
      const text = emitScalar(after, { flow: false, compatible }, indent);
      const keepsQuotes = node.type === 'QUOTE_SINGLE' && text === after;
      edits.push({ start, end: endOf(node), insert: keepsQuotes ? `'${text.replaceAll("'", "''")}'` : text });
      return true;
    }
    if (isCollection(node) && node.flow) {
      const isPlain =
        typeof after === 'object' && after !== null && !/#/.test(yaml.slice(node.range![0], node.range![1]));
      if (isPlain && Array.isArray(after) === isSeq(node)) {
        edits.push({ start: node.range![0], end: node.range![1], insert: emitFlow(after, where) });
        return true;
      }
      return false;
    }
    if (isMap(node) && isData(before) && isData(after)) {
      if (!node.items.some((pair) => after[keyName(pair)] !== undefined)) return false;
      editMap(node, before, after, where, depth);
      return true;
    }
    if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && after.length > 0) {
      editSeq(node, before, after, where, depth);
      return true;
    }
    return false;
  }

  function itemIndent(node: unknown): string {
    const [start] = (node as Node | null)?.range ?? [];
    if (start === undefined) throw new CannotEdit();
    const lead = yaml.slice(lineStart(start), start);
    if (!/^ *- +$/.test(lead)) throw new CannotEdit();
    return lead.slice(0, lead.indexOf('-'));
  }

  /** Items that stay the same at both ends are left alone; those between them are changed, added or removed. */
  function editSeq(
    seq: YAMLSeq,
    before: readonly unknown[],
    after: readonly unknown[],
    where: SchemaPlace | undefined,
    depth: number,
  ): void {
    const itemPlace = childOf(where, 0);
    const indent = itemIndent(seq.items[0]);
    let head = 0;
    while (head < Math.min(before.length, after.length) && isSame(before[head], after[head])) head += 1;
    let tail = 0;
    while (
      tail < Math.min(before.length, after.length) - head &&
      isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])
    ) {
      tail += 1;
    }
    const oldMiddle = before.length - head - tail;
    const newMiddle = after.length - head - tail;
    const both = Math.min(oldMiddle, newMiddle);
    for (let index = head; index < head + both; index += 1) {
      const node = seq.items[index];
      if (!editInside(node, before[index], after[index], itemPlace, `${indent}  `, depth)) {
        const start = (node as Node).range![0];
        edits.push({ start, end: endOf(node), insert: emitItem(after[index], itemPlace, `${indent}  `, depth) });
      }
    }
    for (let index = head + both; index < head + oldMiddle; index += 1) {
      const node = seq.items[index];
      const start = lineStart((node as Node).range![0]);
      itemIndent(node);
      edits.push({ start, end: Math.min(endOfLine(endOf(node)) + 1, yaml.length), insert: '' });
    }
    const more = after.slice(head + both, head + newMiddle);
    if (more.length === 0) return;
    const lines = more.map((item) => `${indent}- ${emitItem(item, itemPlace, `${indent}  `, depth)}`);
    const previous = seq.items[head + both - 1];
    if (previous === undefined) {
      const start = lineStart((seq.items[0] as Node).range![0]);
      edits.push({ start, end: start, insert: `${lines.join('\n')}\n` });
    } else {
      const end = endOfLine(endOf(previous));
      edits.push({ start: end, end, insert: `\n${lines.join('\n')}` });
    }
  }
}

function splice(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  // A stable sort: insertions at the same place stay in the order in which they were made.
  for (const { start, end, insert } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) throw new CannotEdit();
    result += text.slice(done, start) + insert;
    done = end;
  }
  return result + text.slice(done);
}

/** The new front matter: edited in place, or where that is impossible through the document model, which keeps the comments. */
export function updateYaml(yaml: string, wanted: Data, place: SchemaPlace): string | undefined {
  const document = parseDocument(yaml, yamlOptions);
  const { value: old, problems } = parseYaml('', yaml);
  if (problems.length > 0 || !isData(old ?? {})) return undefined;
  const holds = (text: string): boolean => isSame(parseYaml('', text).value, wanted);
  if (isMap(document.contents) && !document.contents.flow) {
    try {
      const edited = splice(yaml, editsFor(yaml, document.contents, old as Data, wanted, place));
      if (holds(edited)) return edited;
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
    }
    for (const key of Object.keys(old as Data)) if (wanted[key] === undefined) document.delete(key);
    for (const key of inOrder(Object.keys(wanted), keyOrder(place))) {
      if (!isSame((old as Data)[key], wanted[key])) document.set(key, document.createNode(wanted[key]));
    }
    // The line break before the closing line is not part of what the reader sees.
    const rewritten = document.toString({ lineWidth: 0, singleQuote: true }).replace(/\n$/, '');
    if (holds(rewritten)) return rewritten;
  }
  return undefined;
}

/**
 * The text of an entry's file with some fields changed: `undefined` takes a field out, every field that is not named
 * stays as it is, and so does each comment, the order of the keys, and all that did not have to change. `body` is only
 * replaced where it is given. Undefined when the front matter cannot be read.
 */
export function updateEntry(collection: Collection, text: string, changes: Data, body?: string): string | undefined {
  const [, bom = '', rest = ''] = /^(\uFEFF?)([\s\S]*)$/.exec(text)!;
  const newline = rest.includes('\r\n') ? '\r\n' : '\n';
  const plain = rest.replace(/\r\n?/g, '\n');
  const range = frontMatterRange(plain);
  if (!range) return undefined;
  const yaml = plain.slice(range.start, range.end);
  const { value, problems } = parseYaml('', yaml);
  if (problems.length > 0 || !isData(value ?? {})) return undefined;
  const old = (value ?? {}) as Data;
  const wanted = Object.fromEntries(Object.entries({ ...old, ...changes }).filter(([, field]) => field !== undefined));
  const closing = plain.indexOf('\n', range.end + 1);
  const oldBody = closing === -1 ? '' : plain.slice(closing + 1);
  const newBody = body === undefined || tidyBody(body) === tidyBody(oldBody) ? undefined : tidyBody(body);

  const dataChanged = !isSame(old, wanted);
  if (!dataChanged && newBody === undefined) return text;
  const edited = dataChanged ? updateYaml(yaml, wanted, placeOf(collection)) : yaml;
  const bodyText = newBody === undefined ? oldBody : newBody === '' ? '' : `\n${newBody}\n`;
  const closingLine = plain.slice(range.end, closing === -1 ? plain.length : closing + 1).replace(/^\n/, '');
  const result =
    edited === undefined
      ? writeEntry(collection, wanted, newBody ?? oldBody)
      : `${plain.slice(0, range.start)}${edited === '' ? '' : `${edited.replace(/\n$/, '')}\n`}${closingLine.endsWith('\n') || bodyText === '' ? closingLine : `${closingLine}\n`}${bodyText}`;
  return bom + (newline === '\n' ? result : result.replaceAll('\n', newline));
}

/** `updateEntry` for an offer. */
export const updateOffer = (text: string, changes: Data, body?: string): string | undefined =>
  updateEntry('offers', text, changes, body);
