import { isCollection, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { frontMatterRange } from '../content/front-matter-range.ts';
import { parseYaml, yamlOptions } from '../content/parse-yaml.ts';
import type { Collection } from '../content/schemas.ts';
import { childOf, inOrder, keyOrder, type SchemaPlace } from './emit-yaml.ts';
import { isSame } from './is-same.ts';
import { placeOf } from './write-offer.ts';

const keyName = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** A line of a block map with all that belongs to it: the comments above, the value, the lines below. */
interface Chunk {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly pair: Pair;
}

/** The YAML with the keys of every block map in the order of the schema. Lines are moved, never changed. */
function orderLines(yaml: string, root: YAMLMap, place: SchemaPlace | undefined): string {
  const lineStart = (offset: number): number => yaml.lastIndexOf('\n', offset - 1) + 1;
  return render(root, place, 0, yaml.length);

  /** Where a key begins, with the comment lines directly above it. */
  function startOf(pair: Pair, earliest: number): number {
    let start = lineStart((pair.key as Node).range![0]);
    while (start > earliest) {
      const above = lineStart(start - 1);
      if (above < earliest || !/^\s*#/.test(yaml.slice(above, start))) break;
      start = above;
    }
    return start;
  }

  function render(map: YAMLMap, where: SchemaPlace | undefined, from: number, to: number): string {
    const first = map.items[0];
    if (map.flow || !first) return yaml.slice(from, to);
    const firstKey = (first.key as Node).range![0];
    const isOwnLine = yaml.slice(lineStart(firstKey), firstKey).trim() === '';
    // Below a hyphen the first key shares its line: only what stands after the hyphen can move.
    const lead = isOwnLine ? startOf(first, from) : firstKey;
    const chunks: Chunk[] = map.items.map((pair, index) => {
      const next = map.items[index + 1];
      return {
        key: keyName(pair),
        start: index === 0 ? lead : startOf(pair, (map.items[index - 1]!.key as Node).range![1]),
        end: next ? startOf(next, (pair.key as Node).range![1]) : to,
        pair,
      };
    });
    const keys = inOrder(
      chunks.map(({ key }) => key),
      keyOrder(where),
    );
    const inPlace = keys.every((key, index) => key === chunks[index]!.key);
    const byKey = new Map(chunks.map((chunk) => [chunk.key, chunk]));
    const indent = ' '.repeat(firstKey - lineStart(firstKey));
    const pieces = keys.map((key) => {
      const { start, end, pair } = byKey.get(key)!;
      const text = renderValue(pair.value, childOf(where, key), start, end);
      if (inPlace) return text;
      // Every piece begins at the start of its line and ends with a line break, whichever place it had.
      const full = !isOwnLine && start === lead ? indent + text : text;
      return full.endsWith('\n') ? full : `${full}\n`;
    });
    let body = pieces.join('');
    if (!inPlace) {
      if (!isOwnLine) body = body.startsWith(indent) ? body.slice(indent.length) : body;
      if (!yaml.slice(from, to).endsWith('\n')) body = body.replace(/\n$/, '');
    }
    return yaml.slice(from, lead) + body;
  }

  /** The text from `from` to `to`, with the maps inside the value ordered. */
  function renderValue(node: unknown, where: SchemaPlace | undefined, from: number, to: number): string {
    if (!isCollection(node) || node.flow || !node.range) return yaml.slice(from, to);
    if (isMap(node)) {
      const start = lineStart((node.items[0]?.key as Node | undefined)?.range?.[0] ?? node.range[0]);
      return yaml.slice(from, start) + render(node, where, start, to);
    }
    if (!isSeq(node)) return yaml.slice(from, to);
    let text = '';
    let at = from;
    for (const [index, item] of node.items.entries()) {
      const [start] = (item as Node | null)?.range ?? [];
      if (start === undefined || !isMap(item) || item.flow) continue;
      const next = (node.items[index + 1] as Node | undefined)?.range?.[0];
      let end = next === undefined ? to : lineStart(next);
      // Comments above the next item belong to it.
      if (next !== undefined) {
        while (end > start && /^\s*#/.test(yaml.slice(lineStart(end - 1), end))) end = lineStart(end - 1);
      }
      const lead = yaml.slice(at, start);
      const rendered = render(item, childOf(where, 0), start, end);
      // A comment that has come to stand after the hyphen goes above it.
      const comments = /^(?:\s*#[^\n]*\n)+ */.exec(rendered)?.[0] ?? '';
      const hyphen = lead.lastIndexOf('\n') + 1;
      const indent = /^ */.exec(lead.slice(hyphen))![0];
      text += lead.slice(0, hyphen);
      if (comments !== '') text += `${comments.trim().replace(/^ */gm, indent)}\n`;
      text += lead.slice(hyphen) + rendered.slice(comments.length);
      at = end;
    }
    return text + yaml.slice(at, to);
  }
}

/**
 * The text of a file with its keys in the order of the schema, line ends as `\n`, no byte order mark, and one line break
 * at the end. Values, comments and the Markdown stay as they are; undefined where the front matter cannot be read.
 */
export function formatEntry(collection: Collection, text: string, isTranslation = false): string | undefined {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const range = frontMatterRange(plain);
  if (!range) return undefined;
  const yaml = range.end > range.start ? `${plain.slice(range.start, range.end)}\n` : '';
  const before = parseYaml('', yaml);
  if (before.problems.length > 0) return undefined;
  const document = parseDocument(yaml, yamlOptions);
  const ordered = isMap(document.contents)
    ? orderLines(yaml, document.contents, placeOf(collection, isTranslation))
    : yaml;
  // Odd layouts, such as a map that begins on the line of its key, are left alone rather than risked.
  const isSafe = isSame(parseYaml('', ordered).value, before.value) && countOf(ordered) === countOf(yaml);
  const rest = plain.slice(range.end).replace(/^\n/, '');
  return `${plain.slice(0, range.start)}${isSafe ? ordered : yaml}${rest.trimEnd()}\n`;
}

/** How many of each line there are: moving lines around must not change it. */
const countOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^- +/, ''))
    .sort()
    .join('\n');
