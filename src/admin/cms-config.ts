import { collectionFolder, collections, collectionSchema, schemas, type Collection } from '../content/schemas.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import type { SchemaPlace } from '../datasheet/emit-yaml.ts';
import type { OptionSource } from '../datasheet/options.ts';
import { placeOf } from '../datasheet/write-offer.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import { backendFor, type Access } from './backend.ts';
import { cmsFields, nameField } from './cms-fields.ts';
import type { CmsCollection, CmsConfig, CmsField } from './cms-types.ts';
import { mediaPrefix } from './editable-shape.ts';
import { emergencyFormat, formatOf, siteFormat, targetsFormat, vocabularyFormat } from './format-names.ts';
import { adminWords } from './words.ts';

export interface ConfigSource {
  readonly options: OptionSource;
  readonly title: string;
  readonly vocabularyTitles: Readonly<Record<VocabularyName, string>>;
  readonly languages: readonly string[];
  readonly sourceLanguage: string;
  /** The content folder from the root of the repository. */
  readonly folder: string;
  readonly access: Access;
  readonly siteUrl?: string;
}

/** Photos from telephones are made smaller, which also takes out where they were taken. */
const pictures = {
  max_file_size: 10_000_000,
  slugify_filename: true,
  transformations: { raster_image: { format: 'webp' as const, quality: 82, width: 1600, height: 1600 } },
};

/** What translations of a collection may hold; undefined where they repeat the schema of the source. */
function translationPlace(collection: Collection): SchemaPlace | undefined {
  const root = schemas['translation.schema.json']!;
  const name = String(collectionSchema[collection].$id).replace('.schema.json', '');
  const node = root.$defs?.[name];
  return node && { node, root };
}

/** Of a schema whose translations repeat it: its text fields. */
const textsOf = (node: SchemaNode): SchemaNode => ({
  ...node,
  properties: Object.fromEntries(
    Object.entries(node.properties ?? {}).filter(([, field]) => field['x-translatable'] === true),
  ),
});

/** A single point stands for the repository itself. */
const pathIn = (folder: string, path: string): string => (folder === '.' ? path : `${folder}/${path}`);

const titleOf = (schema: SchemaNode, lang: 'de' | 'en'): string => {
  const german = (schema['x-de'] as { title?: string } | undefined)?.title;
  return (lang === 'de' ? german : undefined) ?? (schema['title'] as string | undefined) ?? '';
};

const icons: Readonly<Record<string, string>> = {
  offers: 'volunteer_activism',
  organisations: 'groups',
  places: 'location_on',
  pages: 'article',
  networks: 'hub',
  events: 'event',
  editions: 'menu_book',
  goals: 'flag',
  measures: 'task_alt',
  indicators: 'monitoring',
  guidelines: 'gavel',
  needs: 'help',
  funding: 'payments',
  guides: 'signpost',
};

function entryCollection(collection: Collection, source: ConfigSource): CmsCollection {
  const { options, languages, sourceLanguage, folder } = source;
  const words = adminWords[options.sheetLanguage];
  const place = placeOf(collection);
  const perFolder = translationPlace(collection) === undefined;
  const translated = translationPlace(collection) ?? { node: textsOf(place.node), root: place.root };
  const fields = cmsFields(
    place,
    { options, languages, sourceLanguage, vocabularyTitles: source.vocabularyTitles, root: collection },
    translated,
  ).filter(
    // Kept by the program: of which source a translation is one.
    ({ name }) => name !== 'translation',
  );
  const body: CmsField = {
    name: 'body',
    label: words.body,
    hint: words.bodyHint,
    required: false,
    widget: 'markdown',
    i18n: true,
    // As it is written: the rich editor would write the whole text anew.
    modes: ['raw', 'rich_text'],
    buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list'],
    editor_components: ['image'],
    linked_images: false,
    use_emoji_autocomplete: false,
  };
  const name = nameField(collection);
  const label = titleOf(collectionSchema[collection], options.sheetLanguage);
  return {
    name: collection,
    label: words.collections[collection] ?? label,
    label_singular: label,
    icon: icons[collection] ?? 'description',
    folder: pathIn(folder, collectionFolder[collection]),
    format: formatOf(collection),
    identifier_field: name,
    slug: `{{${name}}}`,
    summary: `{{${name}}}`,
    sortable_fields: { fields: [name, ...(place.node.properties?.['reviewed'] ? ['reviewed'] : [])] },
    i18n: perFolder
      ? {
          structure: 'multiple_folders',
          locales: [...languages],
          default_locale: sourceLanguage,
          initial_locales: 'default',
        }
      : {
          structure: 'multiple_files',
          locales: [...languages],
          default_locale: sourceLanguage,
          initial_locales: 'default',
          omit_default_locale_from_file_path: true,
        },
    // The pages of the site look different; a preview that is wrong helps nobody.
    editor: { preview: false },
    fields: [...fields, body],
  };
}

/** The configuration of the CMS in one language of the schemas, without anything written by hand for a single field. */
export function cmsConfig(source: ConfigSource): CmsConfig {
  const { options, languages, sourceLanguage, folder, title, vocabularyTitles, access, siteUrl } = source;
  const lang = options.sheetLanguage;
  const words = adminWords[lang];
  const context = { options, languages, sourceLanguage, vocabularyTitles };
  const ownFields = (file: string, root: string): CmsField[] => {
    const node = schemas[file]!;
    return cmsFields({ node, root: node }, { ...context, root });
  };
  const { backend, workflow } = backendFor(access, lang);
  return {
    load_config_file: false,
    backend,
    ...(workflow ? { publish_mode: 'editorial_workflow' as const } : {}),
    app_title: `${words.title} – ${title}`,
    ...(siteUrl === undefined ? {} : { site_url: siteUrl, display_url: siteUrl }),
    show_preview_links: false,
    media_folder: pathIn(folder, 'media'),
    public_folder: mediaPrefix.replace(/\/$/, ''),
    media_libraries: { default: { config: pictures }, stock_assets: { providers: [] } },
    slug: {
      encoding: 'ascii',
      clean_accents: true,
      sanitize_replacement: '-',
      maxlength: 80,
      lowercase: true,
      trim: true,
    },
    output: { omit_empty_optional_fields: true },
    i18n: { structure: 'multiple_files', locales: [...languages], default_locale: sourceLanguage },
    collections: [
      ...collections.map((collection) => entryCollection(collection, source)),
      {
        name: 'vocabularies',
        label: words.vocabularies,
        icon: 'category',
        editor: { preview: false },
        files: vocabularyNames.map((name) => ({
          name,
          label: vocabularyTitles[name],
          file: pathIn(folder, `vocabularies/${name}.yml`),
          format: vocabularyFormat,
          fields: ownFields('vocabulary.schema.json', 'vocabularies'),
        })),
      },
    ],
    singletons: [
      {
        name: 'site',
        label: words.settings,
        icon: 'settings',
        file: pathIn(folder, 'site.yml'),
        format: siteFormat,
        editor: { preview: false },
        fields: ownFields('site.schema.json', 'site'),
      },
      {
        name: 'emergency',
        label: titleOf(schemas['emergency.schema.json']!, lang),
        icon: 'emergency',
        file: pathIn(folder, 'emergency.yml'),
        format: emergencyFormat,
        editor: { preview: false },
        fields: ownFields('emergency.schema.json', 'emergency'),
      },
      {
        name: 'targets',
        label: titleOf(schemas['targets.schema.json']!, lang),
        icon: 'target',
        file: pathIn(folder, 'concept/targets.yml'),
        format: targetsFormat,
        editor: { preview: false },
        fields: ownFields('targets.schema.json', 'targets'),
      },
    ],
  };
}
