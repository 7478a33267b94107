import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemas } from '../content/schemas.ts';
import { formatsOf } from './formats.ts';

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
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, verbose: true, ...options });
  for (const keyword of annotations) ajv.addKeyword(keyword);
  for (const [name, isValid] of Object.entries(formatsOf(country))) ajv.addFormat(name, isValid);
  return ajv;
}

const byCountry = new Map<string, Ajv2020>();

/** `country`: where phone numbers without country code are dialled from. */
function compilerFor(country: string): Ajv2020 {
  const known = byCountry.get(country);
  if (known) return known;
  // The schemas are our own: a test holds that they are sound, and most calls compile them for a document or two.
  const ajv = createCompiler(country, {
    strict: false,
    // About values, not about schemas: neither NaN nor Infinity is a number.
    strictNumbers: true,
    validateSchema: false,
    code: { optimize: false },
  });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  byCountry.set(country, ajv);
  return ajv;
}

export type { ErrorObject, ValidateFunction };

/** The check of one schema, or of a part of one: `offer.schema.json`, `translation.schema.json#/$defs/place`. */
export function validatorFor(ref: string, country: string): ValidateFunction {
  const ajv = compilerFor(country);
  const validate = ajv.getSchema(ref);
  if (!validate) throw new Error(`No such schema: ${ref}`);
  return validate;
}
