import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  type ParseOptions,
  type SchemaOptions,
  type DocumentOptions,
  type YAMLParseError,
} from 'yaml';
import { diagnose, type YamlReason } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { parseCommonYaml } from './parse-common-yaml.ts';
import { problemLimit } from './problem-limit.ts';
import { positionOf } from './text-position.ts';

/**
 * YAML 1.2 core: `no`, `12:30` and `2026-02-30` stay the text that was written, and nothing is ever constructed but
 * maps, lists, texts, numbers, booleans and null.
 */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  strict: true,
  // The parser compares every key with every other, which takes minutes for a file of nothing but keys; see repeatedKeys.
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const satisfies ParseOptions & DocumentOptions & SchemaOptions;

/** How deep lists and maps may be nested. The parser recurses, and a few thousand levels end the whole process. */
export const depthLimit = 32;

/** Offset of the first bracket that opens too deep a level, or undefined. The lexer does not recurse and knows what is quoted. */
function tooDeepAt(yaml: string): number | undefined {
  const tooFarIndented = new RegExp(
    `^(?: {${depthLimit * 2},}(?=[^ \\n])[^\\n]*: *$|(?: *[-?:] ){${depthLimit},})`,
    'm',
  ).exec(yaml);
  if (tooFarIndented) return tooFarIndented.index;
  let openers = 0;
  for (let i = 0; i < yaml.length; i += 1) {
    const char = yaml.charCodeAt(i);
    if (char === 0x5b || char === 0x7b) openers += 1;
  }
  if (openers <= depthLimit) return undefined;
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(yaml)) {
    if (token === '[' || token === '{') {
      depth += 1;
      if (depth > depthLimit) return offset;
    } else if (token === ']' || token === '}') depth -= 1;
    // Control tokens of the lexer that stand for no character of the source.
    if (token !== '\x02' && token !== '\x18' && token !== '\x1f') offset += token.length;
  }
  return undefined;
}

function reasonOf(error: YAMLParseError, yaml: string): YamlReason {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'colon-in-text';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon-without-space';
    case 'MISSING_CHAR':
      return /quote/.test(error.message)
        ? 'quote-missing'
        : /colon|:|implicit/i.test(error.message)
          ? 'colon-without-space'
          : 'bracket-missing';
    case 'BAD_SCALAR_START':
      return 'bad-start';
    case 'BAD_INDENT':
      return /Flow/.test(error.message) ? 'bracket-missing' : 'bad-indent';
    case 'BAD_DQ_ESCAPE':
      return 'bad-escape';
    case 'UNEXPECTED_TOKEN':
      return /^["']/.test(yaml[error.pos[0] - 1] ?? '') || /["']\s*$/.test(yaml.slice(0, error.pos[0]))
        ? 'text-after-quote'
        : 'other';
    default:
      return 'other';
  }
}

interface RepeatedKey {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Keys that stand in their map a second time. */
function repeatedKeys(node: unknown): RepeatedKey[] {
  if (isSeq(node)) return node.items.flatMap(repeatedKeys);
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  const found: RepeatedKey[] = [];
  for (const { key, value } of node.items) {
    if (isScalar(key) && key.range) {
      const name = String(key.value);
      if (seen.has(name)) found.push({ key: name, start: key.range[0], end: key.range[1] });
      seen.add(name);
    }
    if (isCollection(value)) found.push(...repeatedKeys(value));
  }
  return found;
}

const failed = (...problems: Diagnostic[]): Result<unknown, Diagnostic> => ({ value: undefined, problems });

/**
 * Parses YAML that stands at `offset` in `text`: what is written as nearly all sheets are by our own reader, the rest and
 * every mistake by the `yaml` package. `value` is undefined when there are problems: half a document is worse than none.
 */
export function parseYaml(file: string, text: string, yaml = text, offset = 0): Result<unknown, Diagnostic> {
  const at = (start: number, end?: number) => ({
    at: positionOf(text, offset + start, end === undefined ? undefined : offset + end),
  });

  const common = parseCommonYaml(yaml);
  if (common) return { value: common, problems: [] };

  const deep = tooDeepAt(yaml);
  if (deep !== undefined) return failed(diagnose('yaml-too-deep', file, { limit: depthLimit }, at(deep)));

  const document = parseDocument(yaml, yamlOptions);
  const [first] = document.errors;
  if (first) {
    // The first mistake makes the parser stumble over what follows: only it is worth reporting.
    const [start, end] = first.pos;
    if (first.code === 'TAB_AS_INDENT') return failed(diagnose('yaml-tab', file, {}, at(start, end)));
    const reason = reasonOf(first, yaml);
    // All that would have to go between quotation marks.
    const lineEnd = yaml.indexOf('\n', start);
    const shownEnd = reason === 'colon-in-text' ? (lineEnd === -1 ? yaml.length : lineEnd) : end;
    return failed(diagnose('yaml-syntax', file, { reason }, at(start, shownEnd)));
  }
  const repeated = repeatedKeys(document.contents);
  if (repeated.length > 0) {
    return failed(
      ...repeated
        .slice(0, problemLimit)
        .map(({ key, start, end }) => diagnose('duplicate-key', file, { key }, at(start, end))),
    );
  }
  if (document.warnings.length > 0) {
    return failed(
      ...document.warnings
        .slice(0, problemLimit)
        .map(({ pos: [start, end] }) => diagnose('yaml-tag', file, { tag: yaml.slice(start, end) }, at(start, end))),
    );
  }
  try {
    const value = document.toJS({ maxAliasCount: 0 }) as unknown;
    const escape = /\\(?:0|x00|u0000|U0{8})/.exec(yaml);
    if (escape && holdsNull(value))
      return failed(diagnose('null-character', file, {}, at(escape.index, escape.index + escape[0].length)));
    return { value, problems: [] };
  } catch (error) {
    // The only thing that `toJS` refuses here is an alias, which could repeat itself without end.
    if (!(error instanceof ReferenceError)) throw error;
    const alias = /(^|[\s[{,:-])(\*[^\s,\]}]+)/m.exec(yaml);
    const start = alias ? alias.index + alias[1]!.length : 0;
    return failed(diagnose('yaml-alias', file, {}, at(start, start + (alias?.[2]?.length ?? 1))));
  }
}

/** Whether a text holds the letter that ends a text in many programs and that no page may hold. */
const holdsNull = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.entries(value).some((entry) => entry.some(holdsNull));
