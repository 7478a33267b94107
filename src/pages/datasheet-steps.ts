import { childOf, type SchemaPlace } from '../datasheet/emit-yaml.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import type { FormCondition, FormControl, FormField, FormOption, FormStep } from '../views/datasheet-page-data.ts';
import type { ShownText } from '../views/components/text/text.tsx';

/** What the form needs beside the schema: words and lists of the page's language. */
export interface FormWords {
  /** Title of a step. */
  title(step: string): string;
  /** The label of a field by its steps without indices: `contacts.phone`; undefined where there is only the schema's. */
  label(path: string): string | undefined;
  /** The label of a value of an enumeration. */
  value(path: string, value: string): string;
  /** What a schema says in German or English, whichever is closer to the reader. */
  prose(node: SchemaNode, name: 'title' | 'help'): ShownText | undefined;
  /** Help in the page's own language that takes the place of the schema's; null for none at all. */
  help(path: string): string | null | undefined;
  vocabulary(name: string): readonly FormOption[];
  /** Entries of a collection; of places only those of these kinds. */
  entries(collection: string, placeKinds: readonly string[] | undefined): readonly FormOption[];
  languages(): readonly FormOption[];
}

/** The steps in their order; a field without `x-group` is asked for in `description`, `none` is not asked for at all. */
export const stepIds = ['what', 'audience', 'when', 'where', 'cost', 'contact', 'description', 'send'] as const;

/** More than these are easier to find in a list that unfolds. */
const radioLimit = 8;

/** Names of fields that hold sentences. */
const prose: ReadonlySet<string> = new Set(['note', 'reason', 'directions', 'summary']);

const isLong = (node: SchemaNode, path: string): boolean =>
  prose.has(path.split('.').at(-1) ?? '') || Number(node['maxLength'] ?? 0) > 500;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const groupOf = (node: SchemaNode): string => textOf(node['x-group']) || 'description';

const controlOfFormat: Readonly<Record<string, FormControl>> = {
  date: 'date',
  'time-of-day': 'time',
  phone: 'phone',
  email: 'email',
  'web-address': 'link',
};

/** `{ properties: { status: { const: 'paused' } } }` → status is one of `paused`. */
function conditionOf(test: SchemaNode): FormCondition {
  const [entry, ...others] = Object.entries(test.properties ?? {});
  if (!entry || others.length > 0) throw new Error('A condition of the data sheet must look at exactly one field');
  const [field, node] = entry;
  const value = (node['contains'] as SchemaNode | undefined) ?? node;
  const oneOf = (value['enum'] as string[] | undefined) ?? [value['const']];
  if (oneOf.some((one) => typeof one !== 'string')) throw new Error(`The condition on “${field}” cannot be asked for`);
  return { field, oneOf: oneOf as string[] };
}

function conditionsOf(schema: SchemaNode): ReadonlyMap<string, FormCondition> {
  const rules = (schema['allOf'] as readonly { if?: SchemaNode; then?: { required?: string[] } }[] | undefined) ?? [];
  return new Map(
    rules.flatMap((rule) =>
      rule.if ? (rule.then?.required ?? []).map((key) => [key, conditionOf(rule.if!)] as const) : [],
    ),
  );
}

/** `person`: the field beside it is filled in; `kind=paid|partly`: a field beside it, or of the sheet, has one of these values. */
function shownWith(mark: string): Pick<FormField, 'shownWith' | 'shownIf'> {
  const [field = '', values] = mark.split('=');
  if (field === '') return {};
  return values === undefined ? { shownWith: field } : { shownIf: { field, oneOf: values.split('|') } };
}

const requiredIn = (node: SchemaNode): readonly string[] => (node['required'] as string[] | undefined) ?? [];

/** The steps of the form for the entries that a schema describes: each field as its type, format and marks ask for it. */
export function datasheetSteps(schema: SchemaNode, organisation: SchemaNode, words: FormWords): FormStep[] {
  const top: SchemaPlace = { node: schema, root: schema };
  const conditions = conditionsOf(schema);
  const required = requiredIn(schema);
  const byStep = new Map<string, FormField[]>(stepIds.map((id) => [id, []]));
  for (const key of Object.keys(schema.properties ?? {})) {
    const place = childOf(top, key)!;
    const group = groupOf(place.node);
    const when = conditions.get(key);
    byStep.get(group)?.push({
      ...describe(key, place, key, required.includes(key)),
      ...(when ? { when } : {}),
    });
  }
  return stepIds.map((id) => ({ id, title: words.title(id), fields: byStep.get(id)! }));

  function describe(key: string, place: SchemaPlace, path: string, isRequired: boolean): FormField {
    const { node } = place;
    const label = words.label(path);
    const ownHelp = words.help(path);
    const help = ownHelp === undefined ? words.prose(node, 'help') : ownHelp === null ? undefined : { value: ownHelp };
    return {
      key,
      label: label === undefined ? (words.prose(node, 'title') ?? { value: key }) : { value: label },
      ...(help ? { help } : {}),
      required: isRequired,
      more: node['x-more'] === true,
      ...shownWith(textOf(node['x-shown-with'])),
      ...(typeof node['maxLength'] === 'number' ? { maxLength: node['maxLength'] } : {}),
      ...(typeof node['maxItems'] === 'number' ? { maxItems: node['maxItems'] } : {}),
      ...shapeOf(place, path),
    };
  }

  function fieldsOf(place: SchemaPlace, path: string): FormField[] {
    const wanted = requiredIn(place.node);
    return Object.keys(place.node.properties ?? {})
      .map((key) => [key, childOf(place, key)!] as const)
      .filter(([, child]) => child.node['x-group'] !== 'none')
      .map(([key, child]) => describe(key, child, `${path}.${key}`, wanted.includes(key)));
  }

  function shapeOf(place: SchemaPlace, path: string): Pick<FormField, 'control' | 'options' | 'fields' | 'item'> {
    const { node } = place;
    const options = optionsOf(node, path);
    if (node['x-reference'] === 'organisations' && path === 'organisation') {
      const own: SchemaPlace = { node: organisation, root: organisation };
      const asked = requiredIn(organisation).map((key) =>
        describe(key, childOf(own, key)!, `new-organisation.${key}`, true),
      );
      return { control: 'organisation', options: options ?? [], fields: asked };
    }
    if (options) return { control: options.length > radioLimit ? 'select' : 'choice', options };
    if (node.anyOf?.some((branch) => branch['x-reference'] !== undefined)) {
      const known = node.anyOf.find((branch) => branch['x-reference'] !== undefined)!;
      const address = node.anyOf.find((branch) => branch !== known)!;
      const target = childOf({ node: { properties: { address } }, root: place.root }, 'address')!;
      return {
        control: 'place',
        options: words.entries(textOf(known['x-reference']), undefined),
        fields: fieldsOf(target, path),
      };
    }
    switch (node['type']) {
      case 'array': {
        const item = childOf(place, 0)!;
        const choices = optionsOf(item.node, path);
        if (choices && item.node['x-reference'] !== 'organisations') return { control: 'choices', options: choices };
        const isText = item.node['type'] === 'string' && !choices && item.node['format'] === undefined;
        if (isText) return { control: 'lines' };
        return { control: 'list', item: describe('', item, path, true) };
      }
      case 'object':
        return { control: 'group', fields: fieldsOf(place, path) };
      case 'integer':
      case 'number':
        return { control: 'number' };
      case 'boolean':
        return { control: 'yes' };
      default:
        return { control: controlOfFormat[textOf(node['format'])] ?? (isLong(node, path) ? 'long-text' : 'text') };
    }
  }

  function optionsOf(node: SchemaNode, path: string): readonly FormOption[] | undefined {
    const values = node['enum'] as readonly string[] | undefined;
    if (values) return values.map((value) => ({ value, label: { value: words.value(path, value) } }));
    if (node['x-vocabulary'] !== undefined) return words.vocabulary(textOf(node['x-vocabulary']));
    if (node['x-reference'] !== undefined) {
      return words.entries(textOf(node['x-reference']), node['x-place-kinds'] as readonly string[] | undefined);
    }
    return node['format'] === 'language-tag' ? words.languages() : undefined;
  }
}
