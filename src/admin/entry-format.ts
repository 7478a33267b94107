import { frontMatterRange } from '../content/front-matter-range.ts';
import { hashedText, textHashLength } from '../content/hashed-text.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import { parseYaml } from '../content/parse-yaml.ts';
import { collectionSchema, textFields, type Collection } from '../content/schemas.ts';
import { emitMap, type SchemaPlace } from '../datasheet/emit-yaml.ts';
import { isSame } from '../datasheet/is-same.ts';
import { updateEntry, updateYaml } from '../datasheet/update-offer.ts';
import { placeOf, tidyBody, writeEntry } from '../datasheet/write-offer.ts';
import { fromForm, mediaPrefix, toForm, type Gaps } from './editable-shape.ts';

type Data = Readonly<Record<string, unknown>>;

/** Where the form keeps the file as it was read, so that saving can change it instead of writing it anew. */
export const sourceKey = '$source';

/** A kind of file as the CMS reads and writes it. */
export interface FileFormat {
  /** Throws where the file cannot be changed without losing something; the CMS then shows it as unreadable. */
  fromFile(text: string): Data;
  toFile(form: Data): Promise<string>;
}

/** The source of the entry that is being saved, as the form holds it; undefined where it is not known. */
export type SourceOf = () => Data | undefined;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const sourceOf = (form: Data): string | undefined =>
  typeof form[sourceKey] === 'string' && form[sourceKey] !== '' ? form[sourceKey] : undefined;

interface Parsed {
  readonly data: Data;
  readonly body: string;
}

function parse(text: string, unreadable: string): Parsed {
  const range = frontMatterRange(text);
  if (!range) throw new Error(unreadable);
  const { value, problems } = parseYaml('', text.slice(range.start, range.end));
  if (problems.length > 0 || !isData(value ?? {})) throw new Error(unreadable);
  const closing = text.indexOf('\n', range.end + 1);
  return { data: (value ?? {}) as Data, body: closing === -1 ? '' : tidyBody(text.slice(closing + 1)) };
}

const withoutMediaPrefix = (body: string): string => body.replaceAll(`](${mediaPrefix}`, '](');

function readForm(form: Data, place: SchemaPlace, before: Data, gaps: Gaps): Parsed {
  const { [sourceKey]: _source, body, ...fields } = form;
  return {
    data: (fromForm(fields, place, before, gaps) ?? {}) as Data,
    body: tidyBody(withoutMediaPrefix(typeof body === 'string' ? body : '')),
  };
}

async function hashOf(document: Parsed, collection: Collection): Promise<string> {
  const bytes = new TextEncoder().encode(hashedText(document, textFields[collection]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, textHashLength);
}

/** Fields that are no longer there must be named to be taken out. */
const changesFrom = (before: Data, after: Data): Data => ({
  ...Object.fromEntries(Object.keys(before).map((key) => [key, undefined])),
  ...after,
});

/**
 * The Markdown files of a collection, sources and translations. A translation whose words were changed here is marked
 * as one of the source as it is now.
 */
export function entryFormat(collection: Collection, unreadable: string, savedSource: SourceOf): FileFormat {
  const place = placeOf(collection);
  const required = (collectionSchema[collection]['required'] as readonly string[] | undefined) ?? [];

  /** The CMS does not say which file it formats: a translation has texts only. Pages repeat the schema of their source. */
  const isTranslation = (form: Data, before: Data | undefined, source: Data | undefined): boolean => {
    if (required.length > 0) return required.some((key) => form[key] === undefined);
    if (before) return before['translation'] !== undefined;
    return source !== undefined && !isSame(fromForm(form, place, {}), fromForm(source, place, {}));
  };

  return {
    fromFile(text) {
      const { data, body } = parse(text, unreadable);
      return { ...(toForm(data, place) as Data), body, [sourceKey]: `${text}\n` };
    },

    async toFile(form) {
      const source = sourceOf(form);
      const before = source === undefined ? undefined : parse(source, unreadable);
      const saved = savedSource();
      const translated = isTranslation(form, before?.data, saved);
      const after = readForm(form, place, before?.data ?? {}, translated ? 'keep' : 'drop');
      const unchanged = before !== undefined && isSame(before.data, after.data) && before.body === after.body;
      if (unchanged) return source!;

      let { data } = after;
      if (translated && saved) {
        const of = await hashOf(readForm(saved, place, {}, 'drop'), collection);
        data = { ...data, translation: Object.assign({ of, by: 'human' }, data['translation'], { of }) };
      }
      const updated = source && updateEntry(collection, source, changesFrom(before!.data, data), after.body);
      return updated ?? writeEntry(collection, data, after.body);
    },
  };
}

/** Files that are YAML as a whole: `site.yml` and the vocabularies. */
export function yamlFormat(schema: SchemaNode, unreadable: string): FileFormat {
  const place: SchemaPlace = { node: schema, root: schema };
  const parseWhole = (text: string): Data => {
    const { value, problems } = parseYaml('', text);
    if (problems.length > 0 || !isData(value ?? {})) throw new Error(unreadable);
    return (value ?? {}) as Data;
  };
  return {
    fromFile: (text) => ({ ...(toForm(parseWhole(text), place) as Data), [sourceKey]: `${text}\n` }),

    async toFile(form) {
      const source = sourceOf(form);
      const { [sourceKey]: _source, ...fields } = form;
      const before = source === undefined ? {} : parseWhole(source);
      const after = (fromForm(fields, place, before) ?? {}) as Data;
      if (source !== undefined && isSame(before, after)) return source;
      return (source && updateYaml(source, after, place)) ?? `${emitMap(after, place, '', 0)}\n`;
    },
  };
}
