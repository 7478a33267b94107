import type { FieldPattern } from '../content/marked-fields.ts';
import { childOf, keyOrder, type SchemaPlace } from './emit-yaml.ts';
import { placeOf } from './write-offer.ts';

/** The languages in which the schemas explain themselves. */
export type SheetLanguage = 'de' | 'en';

export interface FieldText {
  readonly title: string;
  readonly description: string;
  readonly help: string;
}

export type ValueKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time-of-day'
  | 'phone'
  | 'email'
  | 'web-address'
  | 'language-tag'
  | 'map'
  | 'list';

/** What the schema says about a field, in the form that questions, columns and printed sheets are made from. */
export interface Field {
  readonly key: string;
  /** Steps from the top of the data sheet; `*` is any item of a list. */
  readonly pattern: FieldPattern;
  readonly texts: Readonly<Record<SheetLanguage, FieldText>>;
  readonly example: unknown;
  /** Whether the data sheet, or the map that it stands in, is wrong without it. */
  readonly required: boolean;
  readonly kind: ValueKind;
  /** The only values it may have. */
  readonly options?: readonly string[];
  /** Its values are ids of terms in this vocabulary … */
  readonly vocabulary?: string;
  /** … or ids of entries in this collection, of these kinds. A `map` with a reference may be given by its id alone. */
  readonly reference?: string;
  readonly placeKinds?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  /** Text for readers, as opposed to codes. */
  readonly isProse: boolean;
  /** The fields of a map. */
  readonly fields: readonly Field[];
  /** What a list holds. */
  readonly item?: Field;
}

const formats = new Set(['date', 'time-of-day', 'phone', 'email', 'web-address', 'language-tag']);

function kindOf(place: SchemaPlace): ValueKind {
  const { type, format, properties } = place.node;
  if (type === 'array') return 'list';
  if (type === 'object' || properties) return 'map';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  return typeof format === 'string' && formats.has(format) ? (format as ValueKind) : 'text';
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

function describe(key: string, place: SchemaPlace, pattern: FieldPattern, required: boolean): Field {
  const { node } = place;
  const german = (node['x-de'] ?? {}) as Partial<FieldText>;
  // A field that is an id or a map: its fields are those of the map.
  const idBranch = node.anyOf?.find((branch) => branch['x-reference'] !== undefined);
  const kind = idBranch ? 'map' : kindOf(place);
  const mark = (name: string): unknown => node[name] ?? idBranch?.[name];
  const item = kind === 'list' ? childOf(place, 0) : undefined;
  const wanted = (node['required'] as readonly string[] | undefined) ?? [];
  return {
    key,
    pattern,
    texts: {
      de: { title: string(german.title), description: string(german.description), help: string(german.help) },
      en: { title: string(node['title']), description: string(node['description']), help: string(node['x-help']) },
    },
    example: (node['examples'] as readonly unknown[] | undefined)?.[0],
    required,
    kind,
    ...(node['enum'] ? { options: node['enum'] as readonly string[] } : {}),
    ...(mark('x-vocabulary') ? { vocabulary: String(mark('x-vocabulary')) } : {}),
    ...(mark('x-reference') ? { reference: String(mark('x-reference')) } : {}),
    ...(mark('x-place-kinds') ? { placeKinds: mark('x-place-kinds') as readonly string[] } : {}),
    ...(typeof node['maxLength'] === 'number' ? { maxLength: node['maxLength'] } : {}),
    ...(typeof node['maxItems'] === 'number' ? { maxItems: node['maxItems'] } : {}),
    isProse: node['x-translatable'] === true,
    fields:
      kind === 'map'
        ? keyOrder(place).map((name) =>
            describe(name, childOf(place, name)!, [...pattern, name], wanted.includes(name)),
          )
        : [],
    ...(item ? { item: describe(key, item, [...pattern, '*'], true) } : {}),
  };
}

let offerFields: readonly Field[] | undefined;

/** All fields of an offer in the order of the schema. */
export function describeOfferFields(): readonly Field[] {
  const place = placeOf('offers');
  const required = (place.node['required'] as readonly string[] | undefined) ?? [];
  return (offerFields ??= keyOrder(place).map((key) =>
    describe(key, childOf(place, key)!, [key], required.includes(key)),
  ));
}
