import type { SchemaNode } from '../content/marked-fields.ts';
import { resolveRef } from '../content/schemas.ts';

/** A part of a schema together with the file that its references are relative to. */
export interface SchemaPlace {
  readonly node: SchemaNode;
  readonly root: SchemaNode;
}

export interface ScalarStyle {
  /** Whether the text stands between brackets, where commas and brackets mean something. */
  readonly flow: boolean;
  /** Whether YAML 1.1 must read the same text; otherwise `no` and `2026-11-22` stay without quotation marks. */
  readonly compatible: boolean;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reader would not see, or see in the wrong place: written as escapes, so that a review shows it. */
const hidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;

const escaped = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const number = String.raw`[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+`;

/** What YAML 1.2 reads as null, boolean or number. */
const notText = new RegExp(
  String.raw`^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|${number}|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$`,
);

/** What only YAML 1.1 reads as something else than text: more words, digits with underscores, base 60, dates. */
const notTextBefore =
  /^(?:y|Y|[Yy]es|YES|n|N|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|<<|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?[eE][-+]?[0-9]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|\d{4}-\d\d?-\d\d?(?:(?:[Tt]| +)\d\d?:\d\d?:\d\d?(?:\.\d+)?(?: *(?:Z|[-+]\d\d?(?::?\d\d)?))?)?)$/;

/** Where a text would begin, end or hold something that means more than itself. */
const hasIndicator = /^[,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|: | #|:$/;

/** A text on one line, with quotation marks only where something would misread it without. */
function emitLine(text: string, { flow, compatible }: ScalarStyle): string {
  // White space at an edge, which is more than a blank in Unicode, would be lost or overlooked without marks.
  if (hidden.test(text) || text.includes('\n') || text !== text.trim()) return escaped(text);
  const needsMarks =
    text === '' ||
    hasIndicator.test(text) ||
    notText.test(text) ||
    (flow && /[[\]{},]/.test(text)) ||
    // Telephone numbers and the like: one careless edit away from being read as a number.
    (compatible && (notTextBefore.test(text) || /^[+\d][\d ()/.–-]*$/.test(text)));
  if (!needsMarks) return text;
  return text.includes("'") && !text.includes('"') ? escaped(text) : `'${text.replaceAll("'", "''")}'`;
}

/** Lines that survive in a literal block and cannot be taken for deep nesting. */
const fitsLiteral = (text: string): boolean =>
  !hidden.test(text) &&
  /^\S/.test(text) &&
  /\S\n?$/.test(text) &&
  text
    .split('\n')
    .every((line) => line === '' || (/^\S/.test(line) && /\S$/.test(line) && !/^[-?:] [-?:] /.test(line)));

/** A text, number, boolean or null; a text of several lines becomes a literal block indented by `indent`. */
export function emitScalar(value: unknown, style: ScalarStyle, indent: string): string {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan';
    if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
    return Object.is(value, -0) ? '-0.0' : String(value);
  }
  if (typeof value !== 'string') return String(value);
  if (style.flow || !value.includes('\n') || !fitsLiteral(value)) return emitLine(value, style);
  const lines = value.replace(/\n$/, '').split('\n');
  return `|${value.endsWith('\n') ? '' : '-'}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}

/** Follows references; title and marks beside a reference win over those at its target. */
export function dereference(place: SchemaPlace): SchemaPlace {
  const { node, root } = place;
  if (!node.$ref) return place;
  const target = dereference(resolveRef(node.$ref, root));
  const { $ref: _ref, ...own } = node;
  return { node: { ...target.node, ...own }, root: target.root };
}

/** What the schema says about a field or, with a number, about an item; undefined where it says nothing. */
export function childOf(place: SchemaPlace | undefined, key: string | number): SchemaPlace | undefined {
  if (!place) return undefined;
  const { node, root } = dereference(place);
  const own =
    typeof key === 'number'
      ? node.items
      : node.properties && Object.hasOwn(node.properties, key)
        ? node.properties[key]
        : undefined;
  if (own) return dereference({ node: own, root });
  for (const branch of node.anyOf ?? []) {
    const found = childOf({ node: branch, root }, key);
    if (found) return found;
  }
  return undefined;
}

/** The keys of a map in the order of the schema; unknown ones after them, in the order in which they were given. */
export function keyOrder(place: SchemaPlace | undefined): string[] {
  if (!place) return [];
  const { node, root } = dereference(place);
  if (node.properties) return Object.keys(node.properties);
  for (const branch of node.anyOf ?? []) {
    const found = keyOrder({ node: branch, root });
    if (found.length > 0) return found;
  }
  return [];
}

/** `keys` sorted as the schema lists them. */
export function inOrder(keys: readonly string[], order: readonly string[]): string[] {
  const rank = new Map(order.map((key, index) => [key, index]));
  return [...keys].sort((a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length));
}

const entriesOf = (map: Readonly<Record<string, unknown>>, place: SchemaPlace | undefined): [string, unknown][] =>
  inOrder(Object.keys(map), keyOrder(place)).flatMap((key): [string, unknown][] =>
    map[key] === undefined ? [] : [[key, map[key]]],
  );

const flowStyle: ScalarStyle = { flow: true, compatible: true };
const blockStyle: ScalarStyle = { flow: false, compatible: true };

/** A value on one line: `[newcomers, parents]`, `{ code: de, kind: spoken }`. */
export function emitFlow(value: unknown, place: SchemaPlace | undefined): string {
  if (Array.isArray(value)) return `[${value.map((item) => emitFlow(item, childOf(place, 0))).join(', ')}]`;
  if (!isMap(value)) return emitScalar(value, flowStyle, '');
  const pairs = entriesOf(value, place).map(
    ([key, item]) => `${emitLine(key, flowStyle)}: ${emitFlow(item, childOf(place, key))}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const isShort = (value: unknown): boolean =>
  !(typeof value === 'object' && value !== null) && !(typeof value === 'string' && value.includes('\n'));

/** Whether the fields that every item has are codes rather than prose: such items are short enough for one line each. */
function holdsCodes(place: SchemaPlace | undefined): boolean {
  if (!place) return false;
  const required = (dereference(place).node['required'] as readonly string[] | undefined) ?? [];
  return (
    required.length > 0 &&
    required.every((key) => {
      const node = childOf(place, key)?.node;
      return node?.['enum'] !== undefined || node?.['format'] === 'language-tag';
    })
  );
}

/** Room for a list or map on one line. */
const lineLimit = 140;

function asFlow(value: unknown, place: SchemaPlace | undefined, depth: number, isItem: boolean): string | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    // Sentences stand on a line each; ids, days and key words beside one another.
    if (!value.every(isShort) || (place && dereference(place).node['x-translatable'] === true)) return undefined;
    const line = emitFlow(value, place);
    return line.length > lineLimit ? undefined : line;
  }
  if (!isMap(value)) return undefined;
  const values = Object.values(value).filter((item) => item !== undefined);
  if (values.length === 0) return '{}';
  if (depth < 1 || !values.every(isShort) || (isItem && !holdsCodes(place))) return undefined;
  const line = emitFlow(value, place);
  return line.length > (isItem ? lineLimit : 60) ? undefined : line;
}

/** `key: value` without indentation before the key and without a line break after the value. */
export function emitPair(
  key: string,
  value: unknown,
  place: SchemaPlace | undefined,
  indent: string,
  depth: number,
): string {
  const name = emitLine(key, blockStyle);
  const inner = `${indent}  `;
  if (typeof value !== 'object' || value === null) return `${name}: ${emitScalar(value, blockStyle, inner)}`;
  const flow = asFlow(value, place, depth, false);
  if (flow !== undefined) return `${name}: ${flow}`;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}- ${emitItem(item, childOf(place, 0), `${inner}  `, depth + 1)}`)
    : [inner + emitMap(value as Record<string, unknown>, place, inner, depth + 1)];
  return `${name}:\n${lines.join('\n')}`;
}

/** An item of a list, to stand after `- `; `indent` is that of its further lines. */
export function emitItem(value: unknown, place: SchemaPlace | undefined, indent: string, depth: number): string {
  if (typeof value !== 'object' || value === null) return emitScalar(value, blockStyle, indent);
  const flow = asFlow(value, place, depth, true);
  if (flow !== undefined) return flow;
  if (!Array.isArray(value)) return emitMap(value as Record<string, unknown>, place, indent, depth);
  return value.map((item) => `- ${emitItem(item, childOf(place, 0), `${indent}  `, depth + 1)}`).join(`\n${indent}`);
}

/** The pairs of a map below each other; the first one is not indented. `depth` 0 is the top of the file. */
export function emitMap(
  map: Readonly<Record<string, unknown>>,
  place: SchemaPlace | undefined,
  indent: string,
  depth: number,
): string {
  return entriesOf(map, place)
    .map(([key, value]) => emitPair(key, value, childOf(place, key), indent, depth))
    .join(`\n${indent}`);
}
