import { stringify } from 'yaml';
import { fieldSchema } from '../../content/field-schema.ts';
import { locate } from '../../content/locate.ts';
import type { SchemaNode } from '../../content/marked-fields.ts';
import { resolveRef, schemaOfFile, schemas } from '../../content/schemas.ts';
import type { DiagnosticCode } from '../../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath, Position, Severity } from '../../model/diagnostic.ts';
import * as german from '../messages/de.ts';
import * as english from '../messages/en.ts';
import type { FieldHelp, Frame, Message } from '../messages/messages.ts';
import { printable } from './frame.ts';

export type MessageLanguage = 'de' | 'en';

const languages = { de: german, en: english };

export const frameTexts = (lang: MessageLanguage): Frame => languages[lang].frame;

/** A diagnostic in words and with its place: what every way of printing starts from. */
export interface DescribedProblem {
  readonly file: string;
  readonly position: Position;
  readonly severity: Severity;
  readonly code: string;
  /** One line. */
  readonly message: string;
  /** One or several lines; the later ones are an example in YAML. */
  readonly fix: string;
  /** The text of the file, where there is one. */
  readonly source: string | undefined;
}

/** The schemas that may describe a file: an entry is named like its translations. */
function schemasOf(file: string): SchemaNode[] {
  const schema = schemaOfFile(file);
  if (!schema) return [];
  const translation = schemas['translation.schema.json']!.$defs?.[String(schema.$id).replace('.schema.json', '')];
  return translation ? [schema, translation] : [schema];
}

/** `contacts[0].phone` → `['contacts', 0, 'phone']` */
const parseField = (field: string): FieldPath =>
  field.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]));

/** What the schema says about the field that a diagnostic names. */
function helpFor({ file, args }: Diagnostic, lang: MessageLanguage): FieldHelp | undefined {
  if (typeof args['field'] !== 'string') return undefined;
  const path = parseField(args['field']);
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const node = schemasOf(file)
    .map((schema) => fieldSchema(schema, path, resolveRef))
    .find((found) => found !== undefined);
  const help = lang === 'de' ? (node?.['x-de'] as { help?: string } | undefined)?.help : node?.['x-help'];
  const [example] = (node?.['examples'] as readonly unknown[] | undefined) ?? [];
  if (typeof help !== 'string' || example === undefined) return undefined;
  return { help, example: stringify({ [key]: example }, { singleQuote: true, lineWidth: 0 }).trimEnd() };
}

function messageOf({ code, words }: Diagnostic, lang: MessageLanguage): Message<Diagnostic['args']> {
  if (words) return { message: () => words[lang].message, fix: () => words[lang].fix };
  // Every code has a message with its own arguments; here only the code is known.
  return languages[lang].messages[code as DiagnosticCode] as unknown as Message<Diagnostic['args']>;
}

export function describeProblem(
  problem: Diagnostic,
  sources: ReadonlyMap<string, string>,
  lang: MessageLanguage,
): DescribedProblem {
  const { file, severity, code, args } = problem;
  const source = sources.get(file);
  const { message, fix } = messageOf(problem, lang);
  return {
    file,
    position: source === undefined ? { line: 1, column: 1, length: 1 } : locate(source, problem),
    severity,
    code,
    message: printable(message(args)),
    fix: printable(fix(args, helpFor(problem, lang))),
    source,
  };
}

/** In the order in which somebody would work through them: by file, from top to bottom. */
export function describeProblems(
  problems: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  lang: MessageLanguage,
): DescribedProblem[] {
  return problems
    .map((problem) => describeProblem(problem, sources, lang))
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.position.line - b.position.line ||
        a.position.column - b.position.column ||
        compare(a.code, b.code),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
