import { problemLimit } from '../content/problem-limit.ts';
import type { Document } from '../content/read-document.ts';
import { resolveRef, schemas } from '../content/schemas.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import { mostSimilar } from '../content/similar.ts';
import { typeName } from '../content/type-name.ts';
import {
  diagnose,
  fieldName,
  type DiagnosticArgs,
  type DiagnosticCode,
  type Where,
} from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import { suggestLanguageTag, suggestTime, suggestWebAddress } from './formats.ts';
import { validatorFor, type ErrorObject } from './validators.ts';

/** A value as the message shows it: short and on one line. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** Steps of a JSON pointer; whether a step is an index is decided by what the data holds there. */
function pathOf(pointer: string, data: unknown): FieldPath {
  let at = data;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const step = escaped.replace(/~1/g, '/').replace(/~0/g, '~');
      const isIndex = Array.isArray(at);
      at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
      return isIndex ? Number(step) : step;
    });
}

/** The branch of an `anyOf` that somebody meant: the one for the kind of value that was written. */
function meantBranch(branches: readonly SchemaNode[], data: unknown): string | undefined {
  const kind = typeName(data);
  return branches.find(
    (branch) =>
      branch.$ref !== undefined && resolveRef(branch.$ref, schemas['common.schema.json']!).node['type'] === kind,
  )?.$ref;
}

const typesOf = (branches: readonly SchemaNode[]): string =>
  branches
    .map((branch) =>
      branch.$ref
        ? String(resolveRef(branch.$ref, schemas['common.schema.json']!).node['type'])
        : String(branch['type']),
    )
    .join(', ');

/** Whether an error is only there because ajv tried every branch of an `anyOf`. */
function belongsToAlternative(error: ErrorObject, owner: ErrorObject): boolean {
  const branches = (owner.parentSchema as SchemaNode).anyOf ?? [];
  if (branches.some((branch) => branch.$ref)) return true;
  return (
    error.instancePath === owner.instancePath && error.keyword === 'required' && error.schemaPath.includes('/anyOf/')
  );
}

/**
 * Checks a document's fields against a schema and translates what ajv reports into codes that a volunteer understands.
 * `ref`: `offer.schema.json` or `translation.schema.json#/$defs/offer`.
 */
export function checkSchema(
  { file, data }: Pick<Document, 'file' | 'data'>,
  ref: string,
  country: string,
): Diagnostic[] {
  const validate = validatorFor(ref, country);
  if (validate(data)) return [];
  const problems: Diagnostic[] = [];
  collect(validate.errors ?? [], '');
  return problems;

  function collect(errors: readonly ErrorObject[], prefix: string): void {
    const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf');
    for (const error of errors) {
      if (problems.length >= problemLimit) return;
      if (error.keyword === 'if') continue;
      const owner = alternatives.find(
        ({ instancePath }) => error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`),
      );
      if (owner === undefined) explain(error, prefix);
      else if (owner === error) explainAlternatives(error, prefix);
      else if (!belongsToAlternative(error, owner)) explain(error, prefix);
    }
  }

  function explainAlternatives(error: ErrorObject, prefix: string): void {
    const pointer = prefix + error.instancePath;
    const branches = (error.parentSchema as SchemaNode).anyOf ?? [];
    if (branches.every((branch) => branch['required'])) {
      const at = pathOf(pointer, data);
      const fields = branches.map((branch) => (branch['required'] as string[]).join(' + ')).join(', ');
      problems.push(diagnose('missing-one-of', file, { field: fieldName(at), fields }, { at, onKey: true }));
      return;
    }
    const branch = meantBranch(branches, error.data);
    if (branch === undefined) {
      const at = pathOf(pointer, data);
      problems.push(
        diagnose(
          'wrong-type',
          file,
          { field: fieldName(at), expected: typesOf(branches), actual: typeName(error.data), value: show(error.data) },
          { at },
        ),
      );
      return;
    }
    const validateBranch = validatorFor(branch, country);
    validateBranch(error.data);
    collect([...(validateBranch.errors ?? [])], pointer);
  }

  function explain(error: ErrorObject, prefix: string): void {
    const owner = pathOf(prefix + error.instancePath, data);
    const onKey = error.propertyName !== undefined;
    const at = onKey ? [...owner, error.propertyName!] : owner;
    const field = fieldName(at);
    const params = error.params as Record<string, unknown>;
    const value = error.data;
    const limit = Number(params['limit']);
    const add = <Code extends DiagnosticCode>(
      code: Code,
      args: DiagnosticArgs[Code],
      where: Where = { at, onKey },
    ): void => {
      problems.push(diagnose(code, file, args, where));
    };

    switch (error.keyword) {
      case 'required':
      case 'dependentRequired':
        return add(
          'missing-field',
          { field: fieldName([...at, String(params['missingProperty'])]) },
          { at, onKey: true },
        );
      case 'additionalProperties': {
        const key = String(params['additionalProperty']);
        const known = Object.keys((error.parentSchema as SchemaNode).properties ?? {});
        const taken = new Set(Object.keys(value as object));
        const path = [...at, key];
        return add(
          'unknown-field',
          {
            field: fieldName(path),
            suggestion: mostSimilar(
              key,
              known.filter((name) => !taken.has(name)),
            ),
          },
          { at: path, onKey: true },
        );
      }
      case 'propertyNames':
        return;
      case 'type':
        return add('wrong-type', {
          field,
          expected: [params['type']].flat().join(', '),
          actual: typeName(value),
          value: show(value),
        });
      case 'enum': {
        const allowed = (params['allowedValues'] as unknown[]).map(String);
        // What is no text at all was reported as such.
        if (typeof value !== 'string') return;
        return add('wrong-value', {
          field,
          value: show(value),
          allowed: allowed.join(', '),
          suggestion: mostSimilar(value, allowed),
        });
      }
      case 'minLength':
        return add('too-short', { field, limit, length: [...String(value)].length });
      case 'maxLength':
        return add('too-long', { field, limit, length: [...String(value)].length });
      case 'minItems':
        return add('too-few', { field, limit, count: (value as unknown[]).length });
      case 'minProperties':
        return add('too-few', { field, limit, count: Object.keys(value as object).length });
      case 'maxItems':
        return add('too-many', { field, limit, count: (value as unknown[]).length });
      case 'uniqueItems': {
        const index = Math.max(Number(params['i']), Number(params['j']));
        return add('repeated-value', { field, value: show((value as unknown[])[index]) }, { at: [...at, index] });
      }
      case 'minimum':
        return add('out-of-range', { field, value: Number(value), bound: 'min', limit });
      case 'maximum':
        return add('out-of-range', { field, value: Number(value), bound: 'max', limit });
      case 'pattern':
        return add('bad-pattern', { field, value: show(value), pattern: String(params['pattern']) });
      case 'format':
        return explainFormat(String(params['format']), String(value));
      default:
        throw new Error(`No message for the schema keyword ${error.keyword} (${error.schemaPath})`);
    }

    function explainFormat(format: string, text: string): void {
      const shown = show(text);
      switch (format) {
        case 'date':
          return add('bad-date', { field, value: shown });
        case 'time-of-day':
          return add('bad-time', { field, value: shown, suggestion: suggestTime(text) });
        case 'phone':
          return add('bad-phone', { field, value: shown, country });
        case 'email':
          return add('bad-email', { field, value: shown });
        case 'web-address':
          return add('bad-link', { field, value: shown, suggestion: suggestWebAddress(text) });
        case 'language-tag':
          return add('bad-language', { field, value: shown, suggestion: suggestLanguageTag(text) });
        default:
          throw new Error(`No message for the format ${format}`);
      }
    }
  }
}
