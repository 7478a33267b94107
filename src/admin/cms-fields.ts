import type { SchemaNode } from '../content/marked-fields.ts';
import { collectionSchema, type Collection } from '../content/schemas.ts';
import { childOf, dereference, keyOrder, type SchemaPlace } from '../datasheet/emit-yaml.ts';
import type { FieldText } from '../datasheet/fields.ts';
import { optionsOf, type OptionSource } from '../datasheet/options.ts';
import { findLanguage } from '../i18n/languages.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import type { CmsField } from './cms-types.ts';
import { kindKey, type UnionKind } from './editable-shape.ts';
import { adminWords } from './words.ts';

/** What fields are made from, besides the schema. */
export interface FieldContext {
  readonly options: OptionSource;
  readonly sourceLanguage: string;
  readonly vocabularyTitles: Readonly<Record<VocabularyName, string>>;
  /** The languages of the site, for texts that are kept in every language side by side. */
  readonly languages: readonly string[];
  /** Names a group of interface texts for the values of a field: `organisations.kind` → `organisation`. */
  readonly root: string;
}

/** Which group of interface texts names the values of fields that the data sheet of offers does not have. */
const messageGroups: Readonly<Record<string, string>> = { 'organisations.kind': 'organisation' };

/** As strict as a pattern can be; what it lets through, the check of the pull request still sees. */
const patterns: Readonly<Record<string, string>> = {
  'time-of-day': '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$',
  phone: '^[+(0-9][-+()/. 0-9]{2,30}$',
  email: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  'web-address': '^(https?://|mailto:|tel:|/)\\S+$',
  'language-tag': '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function textsOf(node: SchemaNode, { options }: FieldContext): FieldText {
  const german = (node['x-de'] ?? {}) as Partial<FieldText>;
  const english = { title: text(node['title']), description: text(node['description']), help: text(node['x-help']) };
  const own = options.sheetLanguage === 'de' ? german : english;
  return {
    title: own.title || english.title || text(german.title),
    description: own.description || english.description || text(german.description),
    help: own.help || english.help || text(german.help),
  };
}

/** Texts in several languages: a map from language to text. */
const isByLanguage = (node: SchemaNode): boolean =>
  (node['propertyNames'] as SchemaNode | undefined)?.['format'] === 'language-tag';

/** The branch of a field that is the id of an entry or a map, and the map. */
function unionOf(place: SchemaPlace): { reference: SchemaNode; map: SchemaPlace } | undefined {
  const { node, root } = place;
  const reference = node.anyOf?.find((branch) => branch['x-reference'] !== undefined);
  const branch = node.anyOf?.find((other) => other !== reference && other.$ref !== undefined);
  if (!reference || !branch) return undefined;
  return { reference, map: { node: branch, root } };
}

/** The field by whose value people know an entry. */
export const nameField = (collection: string): string =>
  collectionSchema[collection as Collection]?.properties?.['name'] ? 'name' : 'title';

function relation(node: SchemaNode, multiple: boolean): { widget: string } & Record<string, unknown> {
  const collection = text(node['x-reference']);
  const kinds = node['x-place-kinds'] as readonly string[] | undefined;
  const name = nameField(collection);
  return {
    widget: 'relation',
    collection,
    value_field: '{{slug}}',
    display_fields: [name],
    search_fields: [name],
    ...(kinds ? { filters: [{ field: 'kind', values: kinds }] } : {}),
    ...(multiple ? { multiple: true } : {}),
  };
}

/** The values that a field or each item of it may have, with the names that readers of the site see. */
function choices(
  pattern: readonly string[],
  node: SchemaNode,
  context: FieldContext,
): { value: string; label: string }[] | undefined {
  if (node['enum'] === undefined && node['x-vocabulary'] === undefined) return undefined;
  const path = pattern.filter((step) => step !== '*').join('.');
  const group = messageGroups[`${context.root}.${path}`];
  const values = node['enum'] as readonly string[] | undefined;
  if (values?.every((value) => findLanguage(value))) {
    return values.map((value) => ({ value, label: findLanguage(value)!.name }));
  }
  const texts = textsOf(node, context);
  const options = optionsOf(
    {
      key: pattern.at(-1) ?? '',
      pattern: group ? [group] : pattern,
      texts: { de: texts, en: texts },
      example: undefined,
      required: false,
      kind: 'text',
      isProse: false,
      fields: [],
      ...(values ? { options: values } : { vocabulary: text(node['x-vocabulary']) }),
    },
    context.options,
  );
  return options?.map(({ value, label }) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }));
}

const limits = (node: SchemaNode): Record<string, unknown> => ({
  ...(typeof node['minItems'] === 'number' ? { min: node['minItems'] } : {}),
  ...(typeof node['maxItems'] === 'number' ? { max: node['maxItems'] } : {}),
});

/** The first fields that say what an item of a list is about, for when it is folded. */
function summaryOf(place: SchemaPlace): string | undefined {
  const names = keyOrder(place).filter((key) => {
    const type = childOf(place, key)?.node['type'];
    return type === 'string' || type === 'integer';
  });
  return names.length === 0
    ? undefined
    : names
        .slice(0, 2)
        .map((name) => `{{fields.${name}}}`)
        .join(' · ');
}

/**
 * Fields of the CMS for the properties of a schema, in its order. `translated` is the same place in the schema of
 * translations: what it has is edited in every language side by side.
 */
export function cmsFields(
  place: SchemaPlace,
  context: FieldContext,
  translated?: SchemaPlace,
  pattern: readonly string[] = [],
): CmsField[] {
  const required = (dereference(place).node['required'] as readonly string[] | undefined) ?? [];
  return keyOrder(place).map((key) => {
    const child = childOf(place, key)!;
    const counterpart = translated && childOf(translated, key);
    return cmsField(key, child, context, required.includes(key), counterpart, [...pattern, key]);
  });
}

function cmsField(
  name: string,
  place: SchemaPlace,
  context: FieldContext,
  required: boolean,
  translated: SchemaPlace | undefined,
  pattern: readonly string[],
): CmsField {
  const { node } = place;
  const words = adminWords[context.options.sheetLanguage];
  const { title, description, help } = textsOf(node, context);
  const common = {
    name,
    label: title || name,
    // A translation may leave out everything: then the source is shown.
    required: required && translated ? [context.sourceLanguage] : required,
    ...(translated ? { i18n: true } : {}),
  };
  const hint = (...parts: readonly string[]): Record<string, unknown> => {
    const joined = parts.filter((part) => part !== '').join(' ');
    return joined === '' ? {} : { hint: joined };
  };
  // Help about ids and values is for files; here one chooses from names.
  const chosen = hint(description);
  const written = hint(description, help);

  const union = unionOf(place);
  if (union) {
    return {
      ...common,
      ...chosen,
      widget: 'object',
      collapsed: 'auto',
      typeKey: kindKey,
      types: [
        {
          name: 'known' satisfies UnionKind,
          label: words.known,
          fields: [{ name: 'id', label: title, ...relation(union.reference, false), required: true }],
        },
        {
          name: 'own' satisfies UnionKind,
          label: words.own,
          fields: cmsFields(union.map, context, translated, pattern),
        },
      ],
    };
  }

  const byLanguage = isByLanguage(node) ? (node.additionalProperties as SchemaNode) : undefined;
  if (byLanguage) {
    const isList = byLanguage['type'] === 'array';
    return {
      ...common,
      ...written,
      widget: 'object',
      collapsed: true,
      fields: context.languages.map((tag) => ({
        name: tag,
        label: findLanguage(tag)?.name ?? tag,
        required: false,
        ...(isList
          ? { widget: 'list', field: { name: 'text', widget: 'string', label: title } }
          : { widget: 'string' }),
      })),
    };
  }

  if (node['type'] === 'array') {
    const item = childOf(place, 0)!;
    const options = choices([...pattern, '*'], item.node, context);
    if (options) return { ...common, ...chosen, ...limits(node), widget: 'select', multiple: true, options };
    if (item.node['x-reference'] !== undefined)
      return { ...common, ...chosen, ...limits(node), ...relation(item.node, true) };
    const itemTranslated = translated && childOf(translated, 0);
    if (item.node.properties) {
      const summary = summaryOf(item);
      return {
        ...common,
        ...written,
        ...limits(node),
        widget: 'list',
        label_singular: title,
        collapsed: true,
        ...(summary === undefined ? {} : { summary }),
        fields: cmsFields(item, context, itemTranslated, [...pattern, '*']),
      };
    }
    return {
      ...common,
      ...written,
      ...limits(node),
      widget: 'list',
      field: { ...cmsField('item', item, context, true, itemTranslated, [...pattern, '*']), label: title || name },
    };
  }

  if (node.properties) {
    return {
      ...common,
      ...written,
      widget: 'object',
      collapsed: 'auto',
      fields: cmsFields(place, context, translated, pattern),
    };
  }
  if (node['type'] === 'object') {
    // The only free map is the one from a vocabulary to ids of its terms.
    return {
      ...common,
      ...written,
      widget: 'object',
      collapsed: true,
      fields: vocabularyNames.map((vocabulary) => ({
        name: vocabulary,
        label: context.vocabularyTitles[vocabulary],
        required: false,
        widget: 'select',
        multiple: true,
        options: choices([], { 'x-vocabulary': vocabulary }, context),
      })),
    };
  }

  const options = choices(pattern, node, context);
  if (options) return { ...common, ...chosen, widget: 'select', options };
  if (node['x-reference'] !== undefined) return { ...common, ...chosen, ...relation(node, false) };
  // A box that is ticked unless somebody unticks it; without it the form would say no for everybody.
  if (node['type'] === 'boolean')
    return { ...common, ...written, widget: 'boolean', default: node['default'] === true };
  if (node['type'] === 'integer' || node['type'] === 'number') {
    return {
      ...common,
      ...written,
      widget: 'number',
      value_type: node['type'] === 'integer' ? 'int' : 'float',
      ...(node['type'] === 'integer' ? {} : { step: stepOf(node) }),
      ...(typeof node['minimum'] === 'number' ? { min: node['minimum'] } : {}),
      ...(typeof node['maximum'] === 'number' ? { max: node['maximum'] } : {}),
    };
  }

  const format = text(node['format']);
  if (format === 'date')
    return { ...common, ...hint(description), widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (isPicture(node)) return { ...common, ...written, widget: 'image', choose_url: false, accept: pictureTypes };
  const form = patterns[format] ?? (typeof node['pattern'] === 'string' ? node['pattern'] : undefined);
  const longest = (translated?.node ?? node)['maxLength'];
  return {
    ...common,
    ...written,
    // A note may be several sentences, a title may not.
    widget:
      typeof node['maxLength'] === 'number' && node['maxLength'] >= 200 && node['x-translatable'] ? 'text' : 'string',
    ...(form === undefined
      ? {}
      : { pattern: [form, words.wrong[(format || 'pattern') as 'pattern'] ?? words.wrong.pattern] }),
    ...(typeof node['minLength'] === 'number' && node['minLength'] > 1 ? { minlength: node['minLength'] } : {}),
    ...(typeof longest === 'number' ? { maxlength: longest } : {}),
  };
}

/** How much the arrow keys change a number; it says nothing about which numbers are right. */
const stepOf = (node: SchemaNode): number => (typeof node['multipleOf'] === 'number' ? node['multipleOf'] : 0.1);

/** Whether a field names a picture of the municipality, told by what its pattern lets through. */
const isPicture = (node: SchemaNode): boolean => text(node['pattern']).includes('(jpg|');

/** No SVG: opened by itself it could run scripts. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif';
