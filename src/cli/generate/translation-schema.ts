import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { resolveIn, type SchemaNode } from '../../content/marked-fields.ts';

const folder = join(import.meta.dirname, '../../../schemas');

/** The kinds of entry whose translations are files of their own beside the source; pages repeat their own schema. */
const translated = [
  'offer',
  'organisation',
  'place',
  'network',
  'event',
  'edition',
  'goal',
  'measure',
  'indicator',
  'guideline',
  'funding',
  'guide',
] as const;

/** Other languages need more letters to say the same. */
const growth = 1.5;

const annotations = ['title', 'description', 'examples', 'x-help', 'x-de', 'x-translatable'] as const;

const pick = (node: SchemaNode, keys: readonly string[]): SchemaNode =>
  Object.fromEntries(keys.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]])));

/** JSON source of `translation.schema.json`: of each kind of entry its text fields, none of them required. */
export async function generateTranslationSchema(): Promise<string> {
  const names = ['common.schema.json', ...translated.map((name) => `${name}.schema.json`)];
  const schemas = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, JSON.parse(await readFile(join(folder, name), 'utf8')) as SchemaNode] as const),
    ),
  );
  const resolve = resolveIn(schemas);

  /** What is left of a field when only texts are kept; undefined where it has none. */
  function textsOf(node: SchemaNode, root: SchemaNode, marked: boolean): SchemaNode | undefined {
    const own = marked || node['x-translatable'] === true;
    if (node.$ref) {
      const target = resolve(node.$ref, root);
      const kept = textsOf(target.node, target.root, own);
      return kept && { ...kept, ...pick(node, annotations) };
    }
    if (node.anyOf?.some((branch) => branch.$ref)) {
      const kept = node.anyOf
        .map((branch) => textsOf(branch, root, own))
        .find((branch) => branch?.['type'] === 'object');
      return kept && { ...kept, ...pick(node, annotations) };
    }
    if (node.properties) {
      const kept = Object.entries(node.properties).flatMap(([key, child]) => {
        const texts = textsOf(child, root, false);
        return texts ? [[key, texts] as const] : [];
      });
      if (kept.length === 0) return undefined;
      return {
        ...pick(node, annotations),
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(kept),
      };
    }
    if (node.items) {
      const items = textsOf(node.items, root, own);
      return items && { ...pick(node, annotations), ...pick(node, ['type', 'maxItems']), items };
    }
    if (!own || node['type'] !== 'string') return undefined;
    const longest = node['maxLength'];
    return {
      ...pick(node, [...annotations, 'type', 'minLength']),
      'x-translatable': true,
      ...(typeof longest === 'number' ? { maxLength: Math.ceil(longest * growth) } : {}),
    };
  }

  const $defs = Object.fromEntries(
    translated.map((name) => {
      const source = schemas[`${name}.schema.json`]!;
      const texts = textsOf(source, source, false)!;
      return [
        name,
        {
          ...texts,
          required: ['translation'],
          properties: { ...texts.properties, translation: { $ref: 'common.schema.json#/$defs/translationState' } },
        },
      ];
    }),
  );
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'translation.schema.json',
    $comment: 'Generated from the fields marked x-translatable by `npm run generate`. Do not edit.',
    $defs,
  };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
}
