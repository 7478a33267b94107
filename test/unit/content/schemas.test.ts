import { describe, expect, it } from 'vitest';
import { validatorFor } from '../../../src/check/validators.ts';
import type { SchemaNode } from '../../../src/content/marked-fields.ts';
import { collectionSchema, schemas, textFields } from '../../../src/content/schemas.ts';
import { languages } from '../../../src/i18n/languages.ts';

interface Field {
  readonly name: string;
  readonly node: SchemaNode;
}

/** Every field of a schema file, those of its definitions included. */
function fieldsIn(node: unknown, name: string): Field[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((item, index) => fieldsIn(item, `${name}[${index}]`));
  return Object.entries(node).flatMap(([key, value]) => {
    // Conditions repeat fields only to look at their values.
    if (key === 'if' || key === 'then' || key === 'else' || key === 'examples' || key === 'x-de') return [];
    if (key !== 'properties') return fieldsIn(value, `${name}.${key}`);
    return Object.entries(value as Record<string, SchemaNode>).flatMap(([field, child]) => [
      { name: `${name}.${field}`, node: child },
      ...fieldsIn(child, `${name}.${field}`),
    ]);
  });
}

const written = Object.entries(schemas).filter(([name]) => name !== 'translation.schema.json');
const fields = written.flatMap(([name, schema]) => fieldsIn(schema, name.replace('.schema.json', '')));

it('knows all fields', () => {
  expect(fields.length).toBeGreaterThan(120);
});

describe.each(fields)('$name', ({ node }) => {
  it('is explained in English and German, with an example', () => {
    const german = node['x-de'] as Record<string, unknown>;
    const texts = [
      node['title'],
      node['description'],
      node['x-help'],
      german?.['title'],
      german?.['description'],
      german?.['help'],
    ];
    for (const text of texts) expect(text).toEqual(expect.stringMatching(/\S/));
    expect(node['title']).not.toBe(german['description']);
    expect(node['description']).not.toBe(german['description']);
    expect(node['examples']).toHaveLength(1);
  });
});

it.each(Object.keys(collectionSchema))('the examples of %s are valid', (collection) => {
  const schema = collectionSchema[collection as keyof typeof collectionSchema];
  const name = String(schema.$id);
  for (const [field, { examples }] of Object.entries(schema.properties!)) {
    const validate = validatorFor(`${name}#/properties/${field}`, 'DE');
    expect([field, validate((examples as unknown[])[0]), validate.errors]).toEqual([field, true, null]);
  }
});

/** A field of a schema with the pointer by which it is compiled. */
function pointersIn(node: SchemaNode, pointer: string): { pointer: string; example: unknown }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const at = `${pointer}/properties/${key}`;
    return [{ pointer: at, example: (child['examples'] as unknown[])[0] }, ...pointersIn(child, at)];
  });
  const items = node.items ? pointersIn(node.items, `${pointer}/items`) : [];
  const values = node.additionalProperties;
  return [
    ...own,
    ...items,
    ...(typeof values === 'object' ? pointersIn(values, `${pointer}/additionalProperties`) : []),
  ];
}

it.each(written)('the examples in %s are valid, however deep they are', (name, schema) => {
  const wrong = pointersIn(schema, '').filter(
    ({ pointer, example }) => !validatorFor(`${name}#${pointer}`, 'DE')(example),
  );
  expect(wrong).toEqual([]);
});

it('offers every interface language, and no other', () => {
  const site = schemas['site.schema.json']!.properties!;
  const tags = languages.map(({ tag }) => tag).sort();
  expect([...((site['languages']!.items as SchemaNode)['enum'] as string[])].sort()).toEqual(tags);
  expect([...(site['source_language']!['enum'] as string[])].sort()).toEqual(tags);
});

it('lets the same fields be translated that the hash of a text covers', () => {
  const names = textFields.offers.map((pattern) => pattern.join('.'));
  expect(names).toEqual(
    expect.arrayContaining([
      'title',
      'summary',
      'cost.note',
      'schedule.*.note',
      'required_documents.*',
      'contacts.*.role',
      'contacts.*.hours',
      'place.directions',
      'image.alt',
      'links.*.label',
    ]),
  );
  expect(names.filter((name) => /phone|person|organisation|street|consent/.test(name))).toEqual([]);
});
