import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv/dist/2020.js';
import type { Plugin } from 'esbuild';
import { createCompiler } from '../check/validators.ts';
import { schemas } from '../content/schemas.ts';

/** The parts of the schemas against which a form checks; each with the name of its function in the generated code. */
const validated = {
  'offer.schema.json': 'offer',
  'organisation.schema.json': 'organisation',
  // Branches of `place`: which of them was meant is told apart by the kind of value.
  'common.schema.json#/$defs/id': 'id',
  'common.schema.json#/$defs/address': 'address',
} as const;

/** Schemas that no form in a browser looks at. */
const unused = new Set([
  'translation.schema.json',
  'page.schema.json',
  'site.schema.json',
  'texts.schema.json',
  'vocabulary.schema.json',
  'network.schema.json',
  'event.schema.json',
  'edition.schema.json',
  'goal.schema.json',
  'measure.schema.json',
  'indicator.schema.json',
  'guideline.schema.json',
  'need.schema.json',
  'funding.schema.json',
  'guide.schema.json',
  'emergency.schema.json',
  'targets.schema.json',
  'searches.schema.json',
  'snapshot.schema.json',
  'map.schema.json',
]);

const prose = new Set(['title', 'description', 'examples', 'x-help', 'x-de', 'default', '$comment']);

/** A schema without what only people read; names of fields are kept, also one that is called `title`. */
export function withoutProse(node: unknown, isMapOfFields = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isMapOfFields || !prose.has(key))
      .map(([key, value]) => [key, withoutProse(value, !isMapOfFields && (key === 'properties' || key === '$defs'))]),
  );
}

/**
 * JavaScript that checks data as `validators.ts` does, but compiled beforehand: the policy of the pages forbids making
 * code from text, and the compiler is larger than all that it compiles.
 */
export function standaloneValidators(): string {
  const ajv = createCompiler('DE', {
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: false, formats: _`formats` },
  });
  for (const schema of Object.values(schemas)) {
    if (!unused.has(String(schema.$id))) ajv.addSchema(withoutProse(schema) as object);
  }
  const code = standalone.default(ajv, Object.fromEntries(Object.entries(validated).map(([ref, name]) => [name, ref])));
  const table = Object.entries(validated).map(([ref, name]) => `${JSON.stringify(ref)}: ${name}`);
  return [
    "import { formatsOf } from './formats.ts';",
    "let country = 'DE';",
    'const formats = Object.fromEntries(Object.keys(formatsOf(country)).map((name) => [name, (text) => formatsOf(country)[name](text)]));',
    code,
    `const validators = { ${table.join(', ')} };`,
    'export function validatorFor(ref, wanted) {',
    '  country = wanted;',
    '  const validate = validators[ref];',
    '  if (!validate) throw new Error(`No such schema: ${ref}`);',
    '  return validate;',
    '}',
  ].join('\n');
}

/** The browser's own reader of `&auml;` and the like; it knows the same names as the table that it replaces. */
const entities = `
const area = document.createElement('textarea');
export function decodeHTMLStrict(text) {
  return text.replace(/&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);/g, (entity) => {
    area.innerHTML = entity;
    return area.value;
  });
}`;

/** Nothing here makes links of bare addresses: the option is off. */
const linkify = 'export class LinkifyIt {}';

/** Bundles the checks of the content for browsers: compiled schemas, and nothing that only the command line needs. */
export const browserChecks: Plugin = {
  name: 'browser-checks',
  setup(build) {
    build.onLoad({ filter: /[\\/]check[\\/]validators\.ts$/ }, ({ path }) => ({
      contents: standaloneValidators(),
      loader: 'js',
      resolveDir: dirname(path),
    }));
    build.onLoad({ filter: /\.schema\.json$/ }, async ({ path }) => {
      const name = basename(path);
      const schema = JSON.parse(await readFile(path, 'utf8')) as object;
      return { contents: JSON.stringify(unused.has(name) ? { $id: name } : withoutProse(schema)), loader: 'json' };
    });
    // Both are large, and most of the time not needed: the form loads them when they are.
    const late = (name: string): { path: string } => ({
      path: join(import.meta.dirname, `../client/datasheet/late-${name}.ts`),
    });
    build.onResolve({ filter: /^libphonenumber-js\/min$/ }, () => late('phones'));
    build.onResolve({ filter: /\/content\/markdown\.ts$/ }, ({ importer }) =>
      importer.includes(join('src', 'check')) ? late('markdown') : undefined,
    );
    for (const [filter, contents] of [
      [/^entities$/, entities],
      [/^linkify-it$/, linkify],
    ] as const) {
      build.onResolve({ filter }, ({ importer, path }) =>
        importer.includes(join('markdown-it', 'dist')) ? { path, namespace: 'slim' } : undefined,
      );
      build.onLoad({ filter, namespace: 'slim' }, () => ({ contents, loader: 'js' }));
    }
  },
};
