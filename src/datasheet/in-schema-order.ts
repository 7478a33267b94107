import { childOf, inOrder, keyOrder, type SchemaPlace } from './emit-yaml.ts';

/** The same data with the keys of each map in the order in which its file would be written. */
export function inSchemaOrder(value: unknown, place: SchemaPlace | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(item, childOf(place, 0)));
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    inOrder(Object.keys(map), keyOrder(place)).map((key) => [key, inSchemaOrder(map[key], childOf(place, key))]),
  );
}
