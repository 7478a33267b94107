import type { Content, SourceEntry } from '../content/read-content.ts';
import type { Document } from '../content/read-document.ts';
import { collections, schemaOfFile, type Collection } from '../content/schemas.ts';
import { inSchemaOrder } from '../datasheet/in-schema-order.ts';
import { placeOf, tidyBody } from '../datasheet/write-offer.ts';
import { vocabularyNames, type Term, type VocabularyName } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { byId, catalogueVersion, lines, termJson } from './catalogue-json.ts';
import { catalogueUuids } from '../content/uuid-v5.ts';

type Data = Readonly<Record<string, unknown>>;

/** The collections of the public file come first, in its order. */
const order: readonly Collection[] = ['places', 'organisations', 'offers'];
const inFullOrder = [...order, ...collections.filter((collection) => !order.includes(collection))];

const withBody = (body: string): { body?: string } => (tidyBody(body) === '' ? {} : { body: tidyBody(body) });

const orderedYaml = ({ file, data }: Document): unknown => {
  const schema = schemaOfFile(file);
  return inSchemaOrder(data, schema && { node: schema, root: schema });
};

/**
 * Everything that a content folder says, as one file: what a town takes along. It has the form of the public
 * `catalogue.json`, with drafts, persons, consents and protected addresses as the files name them, the other
 * collections, and in `files` each YAML file by its path. Entries come in the order of their ids, keys in that of the
 * schemas, so that two exports of the same content are the same.
 */
export function fullCatalogueJson(
  content: Content,
  vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>,
  today: IsoDate,
  copies: readonly string[],
): string {
  const { sourceLanguage } = content;
  const settings: Data = content.site?.data ?? {};
  const url = typeof settings['url'] === 'string' ? settings['url'].replace(/\/+$/, '') : undefined;
  const region = typeof settings['region'] === 'string' ? settings['region'] : '';
  const uuid = catalogueUuids({ region, ...(url === undefined ? {} : { url }) });
  const publicSettings = [
    'title',
    'url',
    'region',
    'languages',
    'source_language',
    'time_zone',
    'country',
    'state',
    'publisher',
  ];
  const licence = settings['data_licence'];
  const yaml = [
    content.site,
    ...vocabularyNames.map((name) => content.vocabularies[name].own),
    ...content.texts.values(),
    content.emergency.own,
    content.targets,
    content.searches,
    ...content.snapshots,
  ].filter((document) => document !== undefined);
  const parts: readonly (readonly [key: string, json: string])[] = [
    ...(url === undefined ? [] : [['$schema', JSON.stringify(`${url}/data/catalogue.schema.json`)] as const]),
    ['version', String(catalogueVersion)],
    ['scope', '"full"'],
    ['date', JSON.stringify(today)],
    [
      'site',
      JSON.stringify({
        ...Object.fromEntries(publicSettings.map((key) => [key, settings[key]])),
        source_language: sourceLanguage,
        ...(licence === undefined ? {} : { licence }),
      }),
    ],
    [
      'vocabularies',
      JSON.stringify(
        Object.fromEntries(vocabularyNames.map((name) => [name, Array.from(vocabularies[name].values(), termJson)])),
      ),
    ],
    ...inFullOrder.map((collection) => [collection, lines(entriesIn(collection))] as const),
    [
      'files',
      `{\n${yaml
        .toSorted((a, b) => (a.file < b.file ? -1 : 1))
        .map((document) => `${JSON.stringify(document.file)}: ${JSON.stringify(orderedYaml(document))}`)
        .join(',\n')}\n}`,
    ],
    ['copies', JSON.stringify(copies)],
  ];
  return `{\n${parts.map(([key, json]) => `${JSON.stringify(key)}: ${json}`).join(',\n')}\n}\n`;

  function entriesIn(collection: Collection): object[] {
    return byId(content.entries[collection].values()).flatMap((entry) => entryJson(collection, entry));
  }

  function entryJson(collection: Collection, { id, source, translations }: SourceEntry): object[] {
    if (!source) return [];
    const tags = [...translations.keys()].sort();
    return [
      {
        ...(collection === 'offers' ? { uuid: uuid('service', id) } : {}),
        id,
        language: sourceLanguage,
        data: inSchemaOrder(source.data, placeOf(collection)),
        ...withBody(source.body),
        ...(tags.length === 0
          ? {}
          : {
              translations: Object.fromEntries(
                tags.map((tag) => {
                  const { data, body } = translations.get(tag)!;
                  const { translation, ...texts } = inSchemaOrder(data, placeOf(collection, true)) as Data;
                  const state = translation === undefined ? {} : { translation };
                  return [tag, { data: texts, ...withBody(body), ...state }];
                }),
              ),
            }),
      },
    ];
  }
}
