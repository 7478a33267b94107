import { expect, test } from 'vitest';
import { createCompiler } from '../../../src/check/validators.ts';
import { schemas } from '../../../src/content/schemas.ts';

test('every schema is sound by the strictest rules: content is checked without looking at that again', () => {
  const ajv = createCompiler('DE');
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  for (const schema of Object.values(schemas)) {
    const { $id, $defs = {} } = schema as { $id: string; $defs?: object };
    for (const ref of [$id, ...Object.keys($defs).map((part) => `${$id}#/$defs/${part}`)])
      expect(ajv.getSchema(ref), ref).toBeTypeOf('function');
  }
});
