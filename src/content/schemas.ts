import common from '../../schemas/common.schema.json' with { type: 'json' };
import edition from '../../schemas/edition.schema.json' with { type: 'json' };
import emergency from '../../schemas/emergency.schema.json' with { type: 'json' };
import event from '../../schemas/event.schema.json' with { type: 'json' };
import funding from '../../schemas/funding.schema.json' with { type: 'json' };
import goal from '../../schemas/goal.schema.json' with { type: 'json' };
import guide from '../../schemas/guide.schema.json' with { type: 'json' };
import guideline from '../../schemas/guideline.schema.json' with { type: 'json' };
import indicator from '../../schemas/indicator.schema.json' with { type: 'json' };
import map from '../../schemas/map.schema.json' with { type: 'json' };
import measure from '../../schemas/measure.schema.json' with { type: 'json' };
import need from '../../schemas/need.schema.json' with { type: 'json' };
import network from '../../schemas/network.schema.json' with { type: 'json' };
import offer from '../../schemas/offer.schema.json' with { type: 'json' };
import organisation from '../../schemas/organisation.schema.json' with { type: 'json' };
import page from '../../schemas/page.schema.json' with { type: 'json' };
import place from '../../schemas/place.schema.json' with { type: 'json' };
import site from '../../schemas/site.schema.json' with { type: 'json' };
import searches from '../../schemas/searches.schema.json' with { type: 'json' };
import snapshot from '../../schemas/snapshot.schema.json' with { type: 'json' };
import targets from '../../schemas/targets.schema.json' with { type: 'json' };
import texts from '../../schemas/texts.schema.json' with { type: 'json' };
import translation from '../../schemas/translation.schema.json' with { type: 'json' };
import vocabulary from '../../schemas/vocabulary.schema.json' with { type: 'json' };
import { markedFields, resolveIn, type FieldPattern, type SchemaNode } from './marked-fields.ts';

/** All schemas by file name, as their references name them. */
export const schemas: Readonly<Record<string, SchemaNode>> = Object.fromEntries(
  [
    common,
    offer,
    organisation,
    page,
    place,
    network,
    event,
    edition,
    goal,
    measure,
    indicator,
    guideline,
    need,
    funding,
    guide,
    emergency,
    site,
    map,
    targets,
    searches,
    snapshot,
    texts,
    translation,
    vocabulary,
  ].map((schema) => [schema.$id, schema as unknown as SchemaNode]),
);

export const resolveRef = resolveIn(schemas);

/** The kinds of entry that one Markdown file each describes. */
export const collections = [
  'offers',
  'organisations',
  'places',
  'pages',
  'networks',
  'events',
  'editions',
  'goals',
  'measures',
  'indicators',
  'guidelines',
  'needs',
  'funding',
  'guides',
] as const;
export type Collection = (typeof collections)[number];

const byCollection = <Value>(make: (collection: Collection) => Value): Readonly<Record<Collection, Value>> =>
  Object.fromEntries(collections.map((collection) => [collection, make(collection)])) as Record<Collection, Value>;

/** The name of a collection's schema: `offer` for `offer.schema.json`, and for its part in `translation.schema.json`. */
export const schemaName: Readonly<Record<Collection, string>> = {
  offers: 'offer',
  organisations: 'organisation',
  places: 'place',
  pages: 'page',
  networks: 'network',
  events: 'event',
  editions: 'edition',
  goals: 'goal',
  measures: 'measure',
  indicators: 'indicator',
  guidelines: 'guideline',
  needs: 'need',
  funding: 'funding',
  guides: 'guide',
};

const inConcept: ReadonlySet<Collection> = new Set([
  'editions',
  'goals',
  'measures',
  'indicators',
  'guidelines',
  'needs',
]);

/** Where the files of a collection lie in the content folder: `offers`, `concept/goals`. */
export const collectionFolder: Readonly<Record<Collection, string>> = byCollection((collection) =>
  inConcept.has(collection) ? `concept/${collection}` : collection,
);

/** The collection that a file of the content folder belongs to: `concept/goals/x.md` → `goals`. */
export const collectionOf = (file: string): Collection | undefined =>
  collections.find((collection) => file.startsWith(`${collectionFolder[collection]}/`));

export const collectionSchema: Readonly<Record<Collection, SchemaNode>> = byCollection(
  (collection) => schemas[`${schemaName[collection]}.schema.json`]!,
);

/** The fields that hold text for readers, and may therefore be translated; a need has none. */
export const textFields: Readonly<Record<Collection, readonly FieldPattern[]>> = byCollection((collection) =>
  markedFields<true>(collectionSchema[collection], 'x-translatable', resolveRef).map(({ pattern }) => pattern),
);

/** The collections whose texts are for readers. */
export const translatedCollections: readonly Collection[] = collections.filter((collection) => collection !== 'needs');

/** The schema that describes a whole file of the content folder; undefined for what is no sheet. */
export function schemaOfFile(file: string): SchemaNode | undefined {
  if (file === 'site.yml') return schemas['site.schema.json'];
  if (file === 'emergency.yml') return schemas['emergency.schema.json'];
  if (file === 'concept/targets.yml') return schemas['targets.schema.json'];
  if (file === 'concept/searches.yml') return schemas['searches.schema.json'];
  if (file.startsWith('vocabularies/')) return schemas['vocabulary.schema.json'];
  if (file.startsWith('snapshots/')) return schemas['snapshot.schema.json'];
  const collection = collectionOf(file);
  return collection && collectionSchema[collection];
}
