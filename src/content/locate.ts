import { isAlias, isCollection, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import type { Diagnostic, FieldPath, Position } from '../model/diagnostic.ts';
import { yamlOptions } from './parse-yaml.ts';
import { frontMatterRange } from './front-matter-range.ts';
import { positionOf } from './text-position.ts';

type Range = readonly [start: number, end: number];

const firstLineOf = (text: string): Position => ({ line: 1, column: 1, length: Math.max(1, text.search(/\n|$/)) });

const rangeOf = (node: unknown): Range | undefined => {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
};

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

/** The range of the value at `path`, or of the key that leads to it; of the nearest ancestor where the path ends early. */
function rangeAt(root: unknown, path: FieldPath, onKey: boolean): Range | undefined {
  let node: unknown = root;
  let found: Range | undefined;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (!pair) break;
      node = pair.value;
      const valueRange = isCollection(node) && !node.flow ? undefined : rangeOf(node);
      const isEmpty = valueRange !== undefined && valueRange[0] === valueRange[1];
      const wantsKey = onKey && depth === path.length - 1;
      found = wantsKey || valueRange === undefined || isEmpty ? rangeOf(pair.key) : valueRange;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) break;
      // An item that is a map is shown by its first key: the whole of it would be many lines.
      found = isMap(node) && !node.flow && node.items[0] ? rangeOf(node.items[0].key) : rangeOf(node);
    } else break;
    if (isAlias(node)) break;
  }
  return found;
}

let last: { yaml: string; contents: unknown } | undefined;

/** Problems are printed file by file: remembering the last file is enough. */
function parseAgain(yaml: string): unknown {
  if (last?.yaml !== yaml) last = { yaml, contents: parseDocument(yaml, yamlOptions).contents };
  return last.contents;
}

/**
 * Looks up where a diagnostic points. Only called for what is printed: keeping positions for every
 * value of every file would cost more than all checks together.
 */
export function locate(text: string, { at, onKey = false, file }: Pick<Diagnostic, 'at' | 'onKey' | 'file'>): Position {
  if (at === undefined) return firstLineOf(text);
  if (!Array.isArray(at)) return at as Position;
  const isMarkdown = file.endsWith('.md');
  const range = isMarkdown ? frontMatterRange(text) : { start: 0, end: text.length };
  if (!range || (at as FieldPath).length === 0) return firstLineOf(text);
  const found = rangeAt(parseAgain(text.slice(range.start, range.end)), at as FieldPath, onKey);
  return found ? positionOf(text, range.start + found[0], range.start + found[1]) : firstLineOf(text);
}
