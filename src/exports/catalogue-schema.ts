import common from '../../schemas/common.schema.json' with { type: 'json' };
import offer from '../../schemas/offer.schema.json' with { type: 'json' };
import organisation from '../../schemas/organisation.schema.json' with { type: 'json' };
import place from '../../schemas/place.schema.json' with { type: 'json' };
import { catalogueVersion } from './catalogue-json.ts';
import type { ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';

const { contacts, fields_of_action: fields, topics, audience } = offer.properties;

/** An offer may have lost its last contact to an expired consent, its last term to a district that lacks it. */
const publicOffer = {
  ...offer,
  properties: {
    ...offer.properties,
    contacts: { ...contacts, minItems: 0 },
    fields_of_action: { ...fields, minItems: 0 },
    topics: { ...topics, minItems: 0 },
    audience: {
      ...audience,
      properties: { ...audience.properties, groups: { ...audience.properties.groups, minItems: 0 } },
    },
  },
};

const anyId = '^[a-z0-9]+(--?[a-z0-9]+)*$';

/** A district also refers to what it took over from its towns. */
const publicCommon = { ...common, $defs: { ...common.$defs, id: { ...common.$defs.id, pattern: anyId } } };

const language = { type: 'string', description: 'A language as BCP 47 names it.' };

const entry = (schema: string, more: object = {}): object => ({
  type: 'object',
  required: ['id', 'language', 'data'],
  properties: {
    id: {
      type: 'string',
      pattern: anyId,
      description: 'Two hyphens: taken over from another town, whose id stands before them.',
    },
    language: { ...language, description: 'The language of `data` and `body`.' },
    data: { $ref: schema },
    body: { type: 'string', description: 'Markdown.' },
    translations: {
      type: 'object',
      description: 'By language: the same shape, texts only.',
      additionalProperties: {
        type: 'object',
        required: ['data', 'translation'],
        properties: {
          data: { type: 'object' },
          body: { type: 'string' },
          outdated: { const: true, description: 'The source text has changed since.' },
          translation: {
            type: 'object',
            required: ['of', 'by'],
            properties: { of: { type: 'string' }, by: { enum: ['human', 'machine'] } },
          },
        },
      },
    },
    ...more,
  },
});

/**
 * The JSON Schema of `catalogue.json`, published beside it in one piece: the schemas of the content are embedded with
 * their own names (2020-12, compound documents).
 */
export function catalogueSchema({ address }: Exporting): ExportFile {
  return {
    path: 'data/catalogue.schema.json',
    make: () =>
      `${JSON.stringify(
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: address('data/catalogue.schema.json'),
          title: 'A catalogue of offers',
          description: 'All public offers of a town or district with their organisations and places (Angebotslotse).',
          type: 'object',
          required: ['version', 'date', 'site', 'vocabularies', 'places', 'organisations', 'offers'],
          properties: {
            version: { const: catalogueVersion },
            scope: {
              const: 'full',
              description:
                'Only in what a town exports for itself: drafts, persons and all other collections are in it, and it is not to be published.',
            },
            date: { type: 'string', format: 'date', description: 'The day on which it was made.' },
            site: {
              type: 'object',
              required: ['title', 'region', 'languages', 'source_language', 'publisher'],
              properties: {
                url: { type: 'string', format: 'uri' },
                region: { type: 'string' },
                languages: { type: 'array', items: language },
                source_language: language,
                licence: { type: 'string', description: 'SPDX name, where the publisher has chosen a licence.' },
              },
            },
            vocabularies: {
              type: 'object',
              additionalProperties: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['id', 'label'],
                  properties: {
                    id: { type: 'string' },
                    label: { type: 'object', additionalProperties: { type: 'string' } },
                  },
                },
              },
            },
            places: { type: 'array', items: entry('place.schema.json') },
            organisations: { type: 'array', items: entry('organisation.schema.json') },
            offers: {
              type: 'array',
              items: entry('offer.schema.json', {
                uuid: { type: 'string', format: 'uuid' },
                url: { type: 'string' },
                standing: { enum: ['active', 'upcoming', 'paused'] },
                freshness: { enum: ['fresh', 'due', 'ask-first'] },
              }),
            },
          },
          dependentSchemas: {
            scope: {
              required: ['files', 'copies'],
              properties: {
                files: {
                  type: 'object',
                  description: 'Every YAML file of the content folder by its path, such as site.yml.',
                  additionalProperties: { type: 'object' },
                },
                copies: {
                  type: 'array',
                  items: { type: 'string' },
                  description:
                    'Files that are not in here and must be copied: pictures, documents, shapes on the map, the style sheet, own code.',
                },
              },
            },
          },
          $defs: Object.fromEntries(
            [publicCommon, publicOffer, organisation, place].map((schema) => [
              schema.$id.replace('.schema.json', ''),
              schema,
            ]),
          ),
        },
        null,
        1,
      )}\n`,
  };
}
