import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const schemas = join(import.meta.dirname, '../../../schemas');

/** The schemas whose root becomes an exported type; `common` only lends its definitions. */
const roots = ['offer', 'organisation', 'place', 'page', 'vocabulary', 'site'];

/** Conditions say when a document is valid, not what shape it has: they would only blur the types. */
function withoutConditions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutConditions);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node)
    .filter(([key, value]) => {
      if (key.startsWith('x-') || key === 'allOf' || key === 'if') return false;
      return !(key === 'anyOf' && Array.isArray(value) && value.every((v) => 'required' in v));
    })
    .map(([key, value]) => [key, withoutConditions(value)]);
  return Object.fromEntries(entries);
}

/** TypeScript source of all types that the JSON Schemas describe. */
export async function generateSchemaTypes(): Promise<string> {
  const order = 1;
  const source = await compile(
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
            order,
            canRead: /\.schema\.json$/,
            read: async (file: { url: string }) =>
              JSON.stringify(
                withoutConditions(
                  JSON.parse(await readFile(new URL(`file://${file.url.replace(/^file:\/\//, '')}`), 'utf8')),
                ),
              ),
          },
        },
      },
    },
  );
  return source;
}
