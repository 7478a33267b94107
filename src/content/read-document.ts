import matter from 'gray-matter';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { frontMatterRange } from './front-matter-range.ts';
import { parseYaml } from './parse-yaml.ts';
import { positionOf } from './text-position.ts';
import { typeName } from './type-name.ts';

/** A file that could be read: its fields, not yet checked, and the Markdown below them. */
export interface Document {
  /** Path relative to the content folder. */
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown; empty in YAML files. */
  readonly body: string;
}

type DocumentResult = Result<Document | undefined, Diagnostic>;

const failed = (...problems: Diagnostic[]): DocumentResult => ({ value: undefined, problems });

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refused even if gray-matter should one day be reached with them: some of its engines execute what they are given. */
const refuse = (): never => {
  throw new Error('Front matter in a language other than YAML');
};
const otherEngines = Object.fromEntries(
  ['javascript', 'js', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [
    name,
    { parse: refuse, stringify: refuse },
  ]),
);

/** Reads a Markdown file with YAML front matter. */
export function readMarkdown(file: string, text: string): DocumentResult {
  const firstLine = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1);
  const language = /^---[ \t]*([^\s-].*)$/.exec(firstLine)?.[1];
  if (language !== undefined) {
    return failed(
      diagnose(
        'front-matter-language',
        file,
        { language: language.trim() },
        { at: { line: 1, column: 1, length: firstLine.length } },
      ),
    );
  }
  if (!/^---[ \t]*$/.test(firstLine)) {
    return failed(
      diagnose('front-matter-missing', file, {}, { at: { line: 1, column: 1, length: Math.max(1, firstLine.length) } }),
    );
  }
  const range = frontMatterRange(text);
  if (!range) {
    const close = text.indexOf('\n---', firstLine.length);
    const where = close === -1 ? { line: 1, column: 1, length: 3 } : positionOf(text, close + 1, text.length);
    return failed(diagnose('front-matter-unclosed', file, {}, { at: where }));
  }

  let parsed: Result<unknown, Diagnostic> = { value: {}, problems: [] };
  // gray-matter's search for comments takes quadratic time on long runs of blank lines; what it sees of the block is thrown away.
  const given = text.slice(range.start, range.end);
  const block = given.replace(/\s{100,}/g, '\n');
  // The body is cut out of what gray-matter gets: of the text itself, which is there anyway, if that will do.
  const read = block === given ? text : text.slice(0, range.start) + block + text.slice(range.end);
  // Given options, gray-matter does not use its cache, which would never forget a text.
  const { content } = matter(read, {
    language: 'yaml',
    engines: {
      ...otherEngines,
      yaml: {
        parse() {
          parsed = parseYaml(file, text, text.slice(range.start, range.end), range.start);
          return {};
        },
        stringify: refuse,
      },
    },
  });
  return asDocument(file, parsed, content, { line: 1, column: 1, length: 3 });
}

/** Reads a YAML file such as `site.yml`. */
export function readYaml(file: string, text: string): DocumentResult {
  return asDocument(file, parseYaml(file, text), '', { line: 1, column: 1, length: 1 });
}

function asDocument(
  file: string,
  { value, problems }: Result<unknown, Diagnostic>,
  body: string,
  at: { line: number; column: number; length: number },
): DocumentResult {
  if (problems.length > 0) return { value: undefined, problems };
  const data = value ?? {};
  if (!isMap(data)) return failed(diagnose('front-matter-shape', file, { actual: typeName(data) }, { at }));
  return { value: { file, data, body }, problems };
}
