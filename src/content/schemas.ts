import common from '../../schemas/common.schema.json' with { type: 'json' };
import offer from '../../schemas/offer.schema.json' with { type: 'json' };
import organisation from '../../schemas/organisation.schema.json' with { type: 'json' };
import page from '../../schemas/page.schema.json' with { type: 'json' };
import place from '../../schemas/place.schema.json' with { type: 'json' };
import site from '../../schemas/site.schema.json' with { type: 'json' };
import texts from '../../schemas/texts.schema.json' with { type: 'json' };
import translation from '../../schemas/translation.schema.json' with { type: 'json' };
import vocabulary from '../../schemas/vocabulary.schema.json' with { type: 'json' };
import { markedFields, resolveIn, type FieldPattern, type SchemaNode } from './marked-fields.ts';

/** All schemas by file name, as their references name them. */
export const schemas: Readonly<Record<string, SchemaNode>> = Object.fromEntries(
  [common, offer, organisation, page, place, site, texts, translation, vocabulary].map((schema) => [schema.$id, schema as unknown as SchemaNode]),
);

export const resolveRef = resolveIn(schemas);

/** The kinds of entry that one Markdown file each describes. */
export const collections = ['offers', 'organisations', 'places', 'pages'] as const;
export type Collection = (typeof collections)[number];

export const collectionSchema: Readonly<Record<Collection, SchemaNode>> = {
  offers: schemas['offer.schema.json']!,
  organisations: schemas['organisation.schema.json']!,
  places: schemas['place.schema.json']!,
  pages: schemas['page.schema.json']!,
};

const textFieldsOf = (schema: SchemaNode): FieldPattern[] => markedFields<true>(schema, 'x-translatable', resolveRef).map(({ pattern }) => pattern);

/** The fields that hold text for readers, and may therefore be translated. */
export const textFields: Readonly<Record<Collection, readonly FieldPattern[]>> = {
  offers: textFieldsOf(collectionSchema.offers),
  organisations: textFieldsOf(collectionSchema.organisations),
  places: textFieldsOf(collectionSchema.places),
  pages: textFieldsOf(collectionSchema.pages),
};
