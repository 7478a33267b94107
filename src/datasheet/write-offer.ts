import type { Collection } from '../content/schemas.ts';
import { collectionSchema, schemaName, schemas } from '../content/schemas.ts';
import { emitMap, type SchemaPlace } from './emit-yaml.ts';

/** What describes the files of a collection, or their translations; a page's translation is a page. */
export function placeOf(collection: Collection, isTranslation = false): SchemaPlace {
  const root = schemas['translation.schema.json']!;
  const node = isTranslation ? root.$defs?.[schemaName[collection]] : undefined;
  return node ? { node, root } : { node: collectionSchema[collection], root: collectionSchema[collection] };
}

/**
 * Markdown as a file keeps it: one kind of line end, no empty lines around it. What a text file cannot hold
 * (NUL, halves of characters) is taken out.
 */
export const tidyBody = (body: string): string =>
  body
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/\u0000/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();

/**
 * The file of an entry: keys in the order of the schema, lists and maps as the demo content writes them, quotation marks
 * only where YAML 1.2 or the YAML 1.1 of other programs would misread a text. Fields that are `undefined` are left out.
 */
export function writeEntry(collection: Collection, data: Readonly<Record<string, unknown>>, body: string): string {
  const yaml = emitMap(data, placeOf(collection), '', 0);
  const text = tidyBody(body);
  return `---\n${yaml === '' ? '' : `${yaml}\n`}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** The file of an offer; `data` is not checked here. */
export const writeOffer = (data: Readonly<Record<string, unknown>>, body: string): string =>
  writeEntry('offers', data, body);
