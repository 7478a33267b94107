import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type * as Compiler from 'ajv/dist/2020.js';
import type { Ajv2020, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import type * as Standalone from 'ajv/dist/standalone/index.js';
import { keptWithCode } from '../content/kept-with-code.ts';
import { schemas } from '../content/schemas.ts';
import { formatsOf } from './formats.ts';

/** The compiler is loaded when something is to be compiled, which most commands never need. */
const load = createRequire(import.meta.url);

/** Keywords that say something about a field without restricting it. */
const annotations = [
  'x-translatable',
  'x-reference',
  'x-vocabulary',
  'x-place-kinds',
  'x-help',
  'x-de',
  'x-group',
  'x-more',
  'x-shown-with',
  'x-media',
];

/** A compiler that knows the project's keywords and the formats of `country`. */
export function createCompiler(country: string, options: Options = {}): Ajv2020 {
  const ajv = new (load('ajv/dist/2020.js') as typeof Compiler).Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    verbose: true,
    ...options,
  });
  for (const keyword of annotations) ajv.addKeyword(keyword);
  for (const [name, isValid] of Object.entries(formatsOf(country))) ajv.addFormat(name, isValid);
  return ajv;
}

const byCountry = new Map<string, Ajv2020>();

/** `country`: where phone numbers without country code are dialled from. */
function compilerFor(country: string, code: Options['code'] = {}): Ajv2020 {
  const key = `${country} ${code.source}`;
  const known = byCountry.get(key);
  if (known) return known;
  // The schemas are our own: a test holds that they are sound, and most calls compile them for a document or two.
  const ajv = createCompiler(country, {
    strict: false,
    // About values, not about schemas: neither NaN nor Infinity is a number.
    strictNumbers: true,
    validateSchema: false,
    code: { optimize: false, ...code },
  });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  byCountry.set(key, ajv);
  return ajv;
}

function compiled(ref: string, ajv: Ajv2020): ValidateFunction {
  const validate = ajv.getSchema(ref);
  if (!validate) throw new Error(`No such schema: ${ref}`);
  return validate;
}

/** JavaScript that checks by one schema; the formats come from outside, because they depend on the country. */
export function codeOf(ref: string): string {
  const { _ } = load('ajv/dist/2020.js') as typeof Compiler;
  const standalone = load('ajv/dist/standalone/index.js') as typeof Standalone.default.default;
  const ajv = compilerFor('DE', { source: true, formats: _`formats` });
  return standalone(ajv, compiled(ref, ajv));
}

/** Nothing but ajv's own code, as the compiler would run it. */
export function runCode(code: string, country: string): ValidateFunction {
  const module: { exports?: unknown } = {};
  compileFunction(code, ['module', 'require', 'formats'])(module, load, formatsOf(country));
  return module.exports as ValidateFunction;
}

/** As an earlier process has left it; undefined where nothing is kept. */
function keptValidator(ref: string, country: string): ValidateFunction | undefined {
  const code = keptWithCode(`validators/${encodeURIComponent(ref)}.js`, () => codeOf(ref));
  return code === undefined ? undefined : runCode(code, country);
}

export type { ErrorObject, ValidateFunction };

const known = new Map<string, ValidateFunction>();

/** The check of one schema, or of a part of one: `offer.schema.json`, `translation.schema.json#/$defs/place`. */
export function validatorFor(ref: string, country: string): ValidateFunction {
  const key = `${country} ${ref}`;
  let validate = known.get(key);
  if (!validate) {
    validate = keptValidator(ref, country) ?? compiled(ref, compilerFor(country));
    known.set(key, validate);
  }
  return validate;
}
