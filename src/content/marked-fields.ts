import type { FieldPath } from '../model/diagnostic.ts';

/** A JSON Schema as far as this project writes them. */
export interface SchemaNode {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly [keyword: string]: unknown;
}

/** Steps to fields of a schema: `*` stands for every item of a list or every key of a map. */
export type FieldPattern = readonly string[];

export interface MarkedField<Mark> {
  readonly pattern: FieldPattern;
  readonly mark: Mark;
}

/** Finds the definition that `$ref` names: `common.schema.json#/$defs/id`, or `#/$defs/labels` within `schema` itself. */
export type ResolveRef = (ref: string, root: SchemaNode) => { node: SchemaNode; root: SchemaNode };

export function resolveIn(schemas: Readonly<Record<string, SchemaNode>>): ResolveRef {
  return (ref, root) => {
    const [file = '', pointer = ''] = ref.split('#');
    const target = file === '' ? root : schemas[file];
    let node: unknown = target;
    for (const step of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | undefined)?.[step];
    if (target === undefined || typeof node !== 'object' || node === null)
      throw new Error(`Schema reference to nothing: ${ref}`);
    return { node: node as SchemaNode, root: target };
  };
}

/** All fields of a schema that carry `keyword` (`x-translatable`, `x-reference` …); on a list it holds for each item. */
export function markedFields<Mark>(schema: SchemaNode, keyword: string, resolve: ResolveRef): MarkedField<Mark>[] {
  const found = new Map<string, MarkedField<Mark>>();
  visit(schema, schema, []);
  return [...found.values()];

  function visit(node: SchemaNode, root: SchemaNode, pattern: FieldPattern): void {
    const mark = node[keyword];
    if (mark !== undefined) {
      const marked = node.items ? [...pattern, '*'] : pattern;
      found.set(marked.join('.'), { pattern: marked, mark: mark as Mark });
    }
    if (node.$ref) {
      const target = resolve(node.$ref, root);
      visit(target.node, target.root, pattern);
    }
    for (const branch of node.anyOf ?? []) visit(branch, root, pattern);
    for (const [key, child] of Object.entries(node.properties ?? {})) visit(child, root, [...pattern, key]);
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, root, [...pattern, '*']);
    if (node.items) visit(node.items, root, [...pattern, '*']);
  }
}

/** Every value in `data` that a pattern leads to, with its path. */
export function valuesAt(data: unknown, pattern: FieldPattern): { path: FieldPath; value: unknown }[] {
  const found: { path: FieldPath; value: unknown }[] = [];
  follow(data, 0, []);
  return found;

  function follow(value: unknown, depth: number, path: FieldPath): void {
    if (value === undefined) return;
    const step = pattern[depth];
    if (step === undefined) {
      found.push({ path, value });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (step !== '*') {
      if (Object.hasOwn(value, step)) follow((value as Record<string, unknown>)[step], depth + 1, [...path, step]);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) follow(item, depth + 1, [...path, index]);
    } else {
      for (const [key, item] of Object.entries(value)) follow(item, depth + 1, [...path, key]);
    }
  }
}
