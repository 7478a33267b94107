import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchema } from '../../../src/check/check-schema.ts';
import { readYaml } from '../../../src/content/read-document.ts';
import { schemaOfFile } from '../../../src/content/schemas.ts';

const page = join(import.meta.dirname, '../../../docs/de/netzwerk-und-konzept.md');
/** Every example with the file that its first line names. */
const examples = Array.from(
  readFileSync(page, 'utf8').matchAll(/```yaml\n# content\/(\S+\.(?:md|yml))([^\n]*)\n([\s\S]*?)```/g),
  ([, file = '', note = '', text = '']) => ({ file, isPart: note.includes('Auszug'), text }),
);

test('the page for coordinators has an example of the files that are written by hand', () => {
  expect(examples.map(({ file }) => file)).toHaveLength(7);
});

test.each(examples)('$file as documented is what the schema asks for', ({ file, isPart, text }) => {
  const { value, problems } = readYaml(file, text);
  expect(problems).toEqual([]);
  const found = checkSchema(value!, String(schemaOfFile(file)!.$id), 'DE');
  expect(found.filter(({ code }) => !(isPart && code === 'missing-field'))).toEqual([]);
});
