import type { SchemaNode } from '../content/marked-fields.ts';
import { childOf, dereference, type SchemaPlace } from '../datasheet/emit-yaml.ts';
import { isSame } from '../datasheet/is-same.ts';

/** Where the form keeps which of the two ways a field is given; no field of a schema begins like this. */
export const kindKey = '$kind';

/** `known`: by the id of an entry. `own`: in full. */
export type UnionKind = 'known' | 'own';

/** Where the form sees the pictures that a file names without a folder. */
export const mediaPrefix = '/media/';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isUnion = ({ node }: SchemaPlace): boolean =>
  node.anyOf?.some((branch: SchemaNode) => branch['x-reference'] !== undefined) === true;

const isPicture = ({ node }: SchemaPlace): boolean =>
  typeof node['pattern'] === 'string' && node['pattern'].includes('(jpg|');

/** A part of a file as a form can show it: every field has one shape, and pictures have the address that the form knows them by. */
export function toForm(value: unknown, place: SchemaPlace | undefined): unknown {
  if (place && isUnion(place)) {
    if (typeof value === 'string') return { [kindKey]: 'known' satisfies UnionKind, id: value };
    if (isMap(value)) return { [kindKey]: 'own' satisfies UnionKind, ...(mapValues(value, place, toForm) as object) };
  }
  if (place && isPicture(place) && typeof value === 'string') return mediaPrefix + value;
  if (Array.isArray(value)) return value.map((item) => toForm(item, childOf(place, 0)));
  return isMap(value) ? mapValues(value, place, toForm) : value;
}

const mapValues = (
  map: Readonly<Record<string, unknown>>,
  place: SchemaPlace | undefined,
  change: (value: unknown, place: SchemaPlace | undefined) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, childOf(place, key))]));

/** Empty items of a list: in a translation they hold the place of items that have no text in that language. */
export type Gaps = 'keep' | 'drop';

/**
 * What a form holds, as the file should say it. Forms fill in everything that a schema knows: what is empty, or is what
 * holds anyway, and was not in the file before, is left out again. Undefined where nothing is left.
 */
export function fromForm(
  value: unknown,
  place: SchemaPlace | undefined,
  before: unknown,
  gaps: Gaps = 'drop',
): unknown {
  if (place && isUnion(place) && isMap(value)) {
    const { [kindKey]: kind, ...rest } = value;
    if (kind === ('known' satisfies UnionKind)) return fromForm(rest['id'], undefined, before, gaps);
    const branches = place.node.anyOf!.filter((branch) => branch['x-reference'] === undefined);
    return fromForm(rest, { node: { ...place.node, anyOf: branches }, root: place.root }, before, gaps);
  }
  if (place && isPicture(place) && typeof value === 'string' && value.startsWith(mediaPrefix))
    return value.slice(mediaPrefix.length);
  if (Array.isArray(value)) {
    const items = listFromForm(value, place, Array.isArray(before) ? before : [], gaps);
    return items.length === 0 && !isSame(before, []) ? undefined : items;
  }
  if (isMap(value)) {
    const old = isMap(before) ? before : {};
    const required = requiredBy(place);
    const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
      const child = childOf(place, key);
      const written = fromForm(field, child, Object.hasOwn(old, key) ? old[key] : undefined, gaps);
      if (written === undefined) return [];
      if (!Object.hasOwn(old, key) && !required.includes(key) && holdsAnyway(written, child)) return [];
      return [[key, written]];
    });
    return entries.length === 0 && !isSame(before, {}) ? undefined : Object.fromEntries(entries);
  }
  if ((value === '' || value === null || value === undefined) && !Object.is(value, before)) return undefined;
  return value;
}

function listFromForm(
  list: readonly unknown[],
  place: SchemaPlace | undefined,
  old: readonly unknown[],
  gaps: Gaps,
): readonly unknown[] {
  const itemPlace = childOf(place, 0);
  const items = list.map((item, index) => {
    // What an item left out is known from the one that it was, wherever that one has been moved.
    const same = old.find((other) => isSame(other, fromForm(item, itemPlace, other, gaps)));
    return same ?? fromForm(item, itemPlace, old[index], gaps);
  });
  if (gaps === 'drop') return items.filter((item) => item !== undefined);
  const last = items.findLastIndex((item, index) => item !== undefined || index < old.length);
  return items.slice(0, last + 1).map((item) => item ?? (isMap(list[0]) ? {} : ''));
}

const requiredBy = (place: SchemaPlace | undefined): readonly string[] =>
  (place && (dereference(place).node['required'] as readonly string[] | undefined)) ?? [];

/** Whether leaving a field out says the same: its default, or a box that is not ticked. */
function holdsAnyway(value: unknown, place: SchemaPlace | undefined): boolean {
  if (!place) return false;
  const standard = place.node['default'];
  return standard === undefined ? place.node['type'] === 'boolean' && value === false : isSame(value, standard);
}
