import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codeOf, createCompiler, runCode, validatorFor } from '../../../src/check/validators.ts';
import { schemas } from '../../../src/content/schemas.ts';
import { validFile } from '../../support/content-folder.ts';
import { draw, spoilData } from '../hostile/hostile-values.ts';

test('every schema is sound by the strictest rules: content is checked without looking at that again', () => {
  const ajv = createCompiler('DE');
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  for (const schema of Object.values(schemas)) {
    const { $id, $defs = {} } = schema as { $id: string; $defs?: object };
    for (const ref of [$id, ...Object.keys($defs).map((part) => `${$id}#/$defs/${part}`)])
      expect(ajv.getSchema(ref), ref).toBeTypeOf('function');
  }
});

test('kept code says of data what the compiler says, good or bad', () => {
  const offer = 'offer.schema.json';
  const valid = parse(validFile('offers/sprachcafe.md').split('---\n')[1]!) as Record<string, unknown>;
  const spoilt = draw(spoilData(valid), 60);
  const kept = runCode(codeOf(offer), 'AT');
  const compiled = validatorFor(offer, 'AT');
  const wrong = [valid, ...spoilt].filter((data) => {
    expect(kept(data)).toBe(compiled(data));
    expect(kept.errors).toEqual(compiled.errors);
    return kept.errors !== null;
  });
  expect(wrong.length).toBeGreaterThan(30);
  // A number without country code: whether it is one depends on the country.
  const withPhone = { ...valid, contacts: [{ role: 'Büro', phone: '0221 4710123' }] };
  const [inGermany, inDenmark] = ['DE', 'DK'].map((country) => runCode(codeOf(offer), country)(withPhone));
  expect([inGermany, inDenmark]).toEqual([true, false]);
});
