import type { FieldPath } from '../model/diagnostic.ts';
import type { ResolveRef, SchemaNode } from './marked-fields.ts';

/** Follows `$ref`s; what stands beside a reference (title, help) wins over what stands at its target. */
function dereference(node: SchemaNode, root: SchemaNode, resolve: ResolveRef): { node: SchemaNode; root: SchemaNode } {
  if (!node.$ref) return { node, root };
  const target = resolve(node.$ref, root);
  const inner = dereference(target.node, target.root, resolve);
  const { $ref: _ref, ...own } = node;
  return { node: { ...inner.node, ...own }, root: inner.root };
}

/** What a schema says about the field at `path`; undefined where it knows no such field. */
export function fieldSchema(schema: SchemaNode, path: FieldPath, resolve: ResolveRef): SchemaNode | undefined {
  return find(schema, schema, path);

  function find(start: SchemaNode, startRoot: SchemaNode, rest: FieldPath): SchemaNode | undefined {
    const { node, root } = dereference(start, startRoot, resolve);
    const [step, ...deeper] = rest;
    if (step === undefined) return node;
    const child =
      typeof step === 'number'
        ? node.items
        : (node.properties?.[step] ??
          (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined));
    if (child) return find(child, root, deeper);
    for (const branch of node.anyOf ?? []) {
      const found = find(branch, root, rest);
      if (found) return found;
    }
    return undefined;
  }
}
