import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemas } from '../content/schemas.ts';
import { isDate, isEmail, isLanguageTag, isTime, isWebAddress, normalisePhone } from './formats.ts';

/** Keywords that say something about a field without restricting it. */
const annotations = ['x-translatable', 'x-reference', 'x-vocabulary', 'x-place-kinds', 'x-help', 'x-de'];

const byCountry = new Map<string, Ajv2020>();

/** `country`: where phone numbers without country code are dialled from. */
function compilerFor(country: string): Ajv2020 {
  const known = byCountry.get(country);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, verbose: true });
  for (const keyword of annotations) ajv.addKeyword(keyword);
  ajv.addFormat('date', isDate);
  ajv.addFormat('time-of-day', isTime);
  ajv.addFormat('phone', (text: string) => normalisePhone(text, country) !== undefined);
  ajv.addFormat('email', isEmail);
  ajv.addFormat('web-address', isWebAddress);
  ajv.addFormat('language-tag', isLanguageTag);
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
