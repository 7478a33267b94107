import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const schemas = join(import.meta.dirname, '../../../schemas');

/** The schemas whose root becomes an exported type; `common` only lends its definitions. */
const roots = [
  'offer',
  'organisation',
  'place',
  'page',
  'network',
  'event',
  'edition',
  'goal',
  'measure',
  'indicator',
  'guideline',
  'need',
  'funding',
  'guide',
  'emergency',
  'vocabulary',
  'site',
  'targets',
  'searches',
  'snapshot',
];

/** Conditions say when a document is valid, not what shape it has: they would only blur the types. */
const conditions = new Set(['allOf', 'if', 'then', 'else']);
/** Texts for people who fill in forms; as doc comments they would bury the types, as titles they would name them. */
const annotations = new Set(['title', 'description', 'examples']);

/** Keywords below which the keys are names of fields, not keywords. */
const mapsOfSchemas = new Set(['properties', '$defs']);

function shapeOnly(node: unknown, isRoot = false): unknown {
  if (Array.isArray(node)) return node.map((item) => shapeOnly(item));
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node)
    .filter(([key, value]) => {
      if (key.startsWith('x-') || conditions.has(key)) return false;
      if (annotations.has(key)) return isRoot && key === 'title';
      return !(key === 'anyOf' && Array.isArray(value) && value.every((branch: object) => 'required' in branch));
    })
    .map(([key, value]) => {
      if (!mapsOfSchemas.has(key)) return [key, shapeOnly(value)];
      return [
        key,
        Object.fromEntries(Object.entries(value as object).map(([name, child]) => [name, shapeOnly(child)])),
      ];
    });
  return Object.fromEntries(entries);
}

/** TypeScript source of all types that the JSON Schemas describe. */
export async function generateSchemaTypes(): Promise<string> {
  return compile(
    {
      title: 'Schemas',
      type: 'object',
      additionalProperties: false,
      required: roots,
      properties: Object.fromEntries(roots.map((name) => [name, { $ref: `${name}.schema.json` }])),
    },
    'Schemas',
    {
      cwd: `${schemas}/`,
      bannerComment: '// Generated from schemas/ by `npm run generate`. Do not edit.',
      additionalProperties: false,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 100 },
      $refOptions: {
        resolve: {
          schemas: {
            order: 1,
            canRead: /\.schema\.json$/,
            read: async (file: { url: string }) =>
              JSON.stringify(
                shapeOnly(
                  JSON.parse(await readFile(new URL(`file://${file.url.replace(/^file:\/\//, '')}`), 'utf8')),
                  true,
                ),
              ),
          },
        },
      },
    },
  );
}
