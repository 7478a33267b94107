import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { isLanguageTag, isTime } from '../../../src/check/formats.ts';
import type { ExportFile } from '../../../src/exports/export-file.ts';
import { isRealDate } from '../../../src/model/calendar.ts';
import { demoExports, jsonOf } from './demo-exports.ts';

type Json = Record<string, unknown>;

const standards = join(import.meta.dirname, '../../../../shared/standards');
let files: readonly ExportFile[];
beforeAll(async () => {
  files = await demoExports();
});

const read = new Map<string, Json[]>();
function each(folder: string, name: string): Json[] {
  const pattern = new RegExp(`^data/${folder}/${name}/[0-9a-f-]{36}\\.json$`);
  let items = read.get(`${folder}/${name}`);
  if (!items) {
    items = files.filter(({ path }) => pattern.test(path)).map(({ path }) => jsonOf(files, path) as Json);
    read.set(`${folder}/${name}`, items);
  }
  return items;
}

/** A copy in which nothing beyond what is named may stand, anywhere. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}

const compiled = (file: string, change: (schema: unknown) => unknown = (schema) => schema) => {
  // Better code would take longer to make than all items take to check.
  const ajv = new Ajv({ strict: false, logger: false, code: { optimize: false } });
  addFormats.default(ajv);
  return ajv.compile(change(JSON.parse(readFileSync(join(standards, file), 'utf8'))) as object);
};

const official = [
  ['hsds', 'services', 'hsds-3.0/schema/compiled/service.json'],
  ['hsds', 'organizations', 'hsds-3.0/schema/compiled/organization.json'],
  ['hsds', 'service_at_locations', 'hsds-3.0/schema/compiled/service_at_location.json'],
  ['oruk', 'services', 'oruk-profile/schema/compiled/service.json'],
  ['oruk', 'organizations', 'oruk-profile/schema/compiled/organization.json'],
  ['oruk', 'service_at_locations', 'oruk-profile/schema/compiled/service_at_location.json'],
] as const;

describe.skipIf(!existsSync(standards))('the official schemas, where they lie beside the project', () => {
  test.each(official)('%s: each of the %s is valid, also where nothing unknown is allowed', (folder, name, schema) => {
    // Without words for “not” and “one of”, what a schema allows that has been made stricter it allows itself.
    const text = readFileSync(join(standards, schema), 'utf8');
    expect(text).not.toMatch(/"(not|oneOf|if)": *[[{]/);
    const tight = compiled(schema, strict);
    const items = each(folder, name);
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      expect([tight(item), tight.errors], String(item['name'])).toEqual([true, null]);
    }
  });

  test.each(official)('%s: the list of %s holds what each of its files holds', (folder, name, schema) => {
    const list = jsonOf(files, `data/${folder}/${name}.json`) as { contents: Json[]; total_items: number };
    const valid = compiled(schema.replace('.json', '_list.json'));
    for (const item of list.contents) expect([valid(item), valid.errors]).toEqual([true, null]);
    expect(list.total_items).toBe(each(folder, name).length);
    expect(list.contents).toEqual(
      list.contents.map(({ id }) => jsonOf(files, `data/${folder}/${name}/${String(id)}.json`)),
    );
  });
});

/** Every value of every object, with its key. */
function* valuesIn(value: unknown): Generator<readonly [key: string, value: unknown, holder?: Json]> {
  if (Array.isArray(value)) for (const item of value) yield* valuesIn(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield [name, inner, value as Json];
      yield* valuesIn(inner);
    }
  }
}

describe('what the schemas do not see', () => {
  const dates = ['valid_from', 'valid_to', 'dtstart', 'until', 'assured_date'];

  test('times, dates, languages, countries and identities are real', () => {
    const seen = new Map<string, number>();
    for (const item of ['services', 'organizations', 'locations'].flatMap((name) => each('hsds', name))) {
      for (const [key, value] of valuesIn(item)) {
        if (value === undefined) continue;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (dates.includes(key))
          expect([key, value, typeof value === 'string' && isRealDate(value)]).toEqual([key, value, true]);
        if (key === 'opens_at' || key === 'closes_at')
          expect([value, typeof value === 'string' && isTime(value)]).toEqual([value, true]);
        if (key === 'code' && typeof value === 'string' && value.length < 4)
          expect([value, isLanguageTag(value)]).toEqual([value, true]);
        if (key === 'country') expect(value).toBe('DE');
        if (key === 'id' || key.endsWith('_id'))
          expect(value, key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        if (key === 'number') expect(value).toMatch(/^\+49 /);
      }
    }
    for (const key of [...dates, 'opens_at', 'country', 'number', 'byday', 'taxonomy_term_id'])
      expect(seen.get(key), key).toBeGreaterThan(0);
  });

  test('every reference leads to something', () => {
    const ids = new Map(
      ['services', 'organizations', 'locations', 'taxonomies', 'taxonomy_terms'].map((name) => [
        name,
        new Set(each('hsds', name).map(({ id }) => id)),
      ]),
    );
    const target: Record<string, string> = {
      service_id: 'services',
      organization_id: 'organizations',
      parent_organization_id: 'organizations',
      location_id: 'locations',
      taxonomy_term_id: 'taxonomy_terms',
    };
    for (const service of each('hsds', 'services')) {
      const contacts = new Set(((service['contacts'] ?? []) as Json[]).map(({ id }) => id));
      for (const [key, value, holder] of valuesIn(service)) {
        const name = target[key];
        if (name !== undefined) expect([key, ids.get(name)?.has(value)], String(value)).toEqual([key, true]);
        if (key === 'contact_id') expect(contacts.has(value)).toBe(true);
        if (key === 'link_id') expect(value).toBe(service['id']);
        if (key === 'taxonomy_term') expect((value as Json)['id']).toBe(holder?.['taxonomy_term_id']);
      }
    }
  });

  test('the way to a place begins with the nearest stop', () => {
    const location = each('hsds', 'locations').find(({ name }) => name === 'Haus der Brücke');
    expect(location?.['transportation']).toBe(
      'Haltestelle: Färbergasse (Bus 1), 2 Minuten zu Fuß. Klingel „Brücke“, Beratung im Erdgeschoss.',
    );
  });

  test('an identity is used once', () => {
    const own = ['schedules', 'service_areas', 'languages', 'cost_options', 'required_documents', 'contacts', 'phones'];
    const ids = each('hsds', 'services').flatMap((service) => [
      service['id'],
      ...[...own, 'attributes'].flatMap((list) => ((service[list] ?? []) as Json[]).map(({ id }) => id)),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
