import { fieldSchema } from '../content/field-schema.ts';
import { valuesAt, type SchemaNode } from '../content/marked-fields.ts';
import { collectionSchema, resolveRef, schemaName, schemas, textFields, type Collection } from '../content/schemas.ts';
import type { FieldPath } from '../model/diagnostic.ts';
import { isAligned, isTranslatable, splitMarkdown, unwrap } from './split-markdown.ts';
import type { TranslatableEntry } from './translatable-entry.ts';

/** One text that is translated by itself: a field, or a paragraph of the description. */
export interface Unit {
  /** `title`, `schedule.0.note`, `body.3`; `body` where the translation is divided differently from its source. */
  readonly field: string;
  /** Undefined for a part of the description. */
  readonly path: FieldPath | undefined;
  readonly source: string;
  /** What the translation has now. */
  readonly target: string | undefined;
  /** In characters; undefined where there is no limit. */
  readonly maxLength: number | undefined;
}

/** The schema that the texts of a translation must fulfil; that of the source where it has no other. */
const translationSchema = (collection: Collection): SchemaNode =>
  schemas['translation.schema.json']!.$defs![schemaName[collection]] ?? collectionSchema[collection];

function textAt(data: unknown, path: FieldPath): string | undefined {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function maxLengthAt(collection: Collection, path: FieldPath): number | undefined {
  const limit = fieldSchema(translationSchema(collection), path, resolveRef)?.['maxLength'];
  return typeof limit === 'number' ? limit : undefined;
}

function bodyUnits({ source, existing }: TranslatableEntry): Unit[] {
  if (source.body.trim() === '') return [];
  const from = splitMarkdown(source.body);
  const translated = existing?.document.body.trim() ? existing.document.body : undefined;
  const to = translated === undefined ? undefined : splitMarkdown(translated);
  const rest = { path: undefined, maxLength: undefined };
  if (to && !isAligned(from, to)) {
    return [{ ...rest, field: 'body', source: source.body.trim(), target: translated?.trim() }];
  }
  const targets = to?.filter(isTranslatable);
  return from.filter(isTranslatable).map(({ text }, index) => {
    const target = targets?.[index]?.text;
    return {
      ...rest,
      field: `body.${index + 1}`,
      source: unwrap(text),
      target: target === undefined ? undefined : unwrap(target),
    };
  });
}

/** All texts of an entry: fields in the order of the schema, then the description. */
export function unitsOf(entry: TranslatableEntry): Unit[] {
  const { collection, source, existing } = entry;
  const fields = textFields[collection].flatMap((pattern) =>
    valuesAt(source.data, pattern).flatMap(({ path, value }): Unit[] => {
      if (typeof value !== 'string' || value.trim() === '') return [];
      return [
        {
          field: path.join('.'),
          path,
          source: unwrap(value),
          target: mapped(textAt(existing?.document.data, path), unwrap),
          maxLength: maxLengthAt(collection, path),
        },
      ];
    }),
  );
  return [...fields, ...bodyUnits(entry)];
}

const mapped = (text: string | undefined, change: (text: string) => string): string | undefined =>
  text === undefined ? undefined : change(text);

/** What a field is, for a translator who has never seen the site. How to fill it in is for authors. */
export function describeUnit(collection: Collection, { path }: Unit, language: 'de' | 'en'): string {
  const schema = collectionSchema[collection];
  if (!path) {
    return language === 'de'
      ? 'Beschreibung: ein Absatz, eine Überschrift oder ein Punkt einer Liste'
      : 'Description: a paragraph, a headline or an item of a list';
  }
  const node =
    fieldSchema(schema, path, resolveRef)?.['title'] === undefined
      ? fieldSchema(schema, path.slice(0, -1), resolveRef)
      : fieldSchema(schema, path, resolveRef);
  const german = node?.['x-de'] as { title?: string; description?: string } | undefined;
  const [title, description]: unknown[] =
    language === 'de' ? [german?.title, german?.description] : [node?.['title'], node?.['description']];
  return [title, description].filter((text) => typeof text === 'string').join(': ');
}
