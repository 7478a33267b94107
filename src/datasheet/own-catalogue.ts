import { collectionFolder, collections, textFields, type Collection } from '../content/schemas.ts';
import { textHash } from '../content/text-hash.ts';
import { findLanguage } from '../i18n/languages.ts';
import { vocabularyNames } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';

type Data = Readonly<Record<string, unknown>>;

/** The newest version of the project's own JSON that can be read. */
const readableVersion = 1;

/** A file of a content folder as the own JSON tells it. */
export interface OwnFile {
  /** Path relative to the content folder. */
  readonly file: string;
  readonly data: Data;
  readonly body: string;
  /** What the file is an entry of; absent for YAML files. */
  readonly entry?: { readonly collection: Collection; readonly id: string; readonly translation?: LanguageTag };
  /** Made from what is public: only wanted where there is none. */
  readonly isFallback?: true;
}

export interface OwnCatalogue {
  readonly scope: 'full' | 'public';
  /** Tells catalogues apart: the address of the site without its protocol, or its region. */
  readonly home: string;
  readonly sourceLanguage: LanguageTag;
  readonly files: readonly OwnFile[];
  /** Files that are not in the JSON and must be copied: `media/…`, `map/…`, `theme/theme.css`, `extensions.ts`. */
  readonly copies: readonly string[];
  /** Entries with an id or a shape that cannot become a file, as `collection/id`. */
  readonly unusable: readonly string[];
  /** How many entries belong to other towns, from which this one took them over. */
  readonly elsewhere: number;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether it is what `npm run export -- --data json` or the site's `/data/catalogue.json` holds. */
export const isOwnCatalogue = (json: unknown): json is Data =>
  isData(json) && Number.isInteger(json['version']) && Array.isArray(json['offers']) && isData(json['site']);

export const isNewer = (json: Data): boolean => (json['version'] as number) > readableVersion;

/** The YAML files that a content folder may hold. */
function isYamlPath(file: string): boolean {
  const [, folder, name = ''] = /^(vocabularies|texts|snapshots)\/([a-zA-Z0-9-]+)\.yml$/.exec(file) ?? [];
  if (folder === 'vocabularies') return (vocabularyNames as readonly string[]).includes(name);
  if (folder === 'texts') return findLanguage(name) !== undefined;
  return (
    folder === 'snapshots' ||
    ['site.yml', 'emergency.yml', 'concept/targets.yml', 'concept/searches.yml'].includes(file)
  );
}

const copyPattern = /^(media\/[a-z0-9][a-z0-9._-]*|map\/[a-z0-9-]+\.geojson|theme\/theme\.css|extensions\.ts)$/;

/** A person's consent is not in the public file, and so neither the name nor what else is theirs may be taken over. */
const withoutPerson = (contact: unknown): unknown => {
  if (!isData(contact) || contact['person'] === undefined) return contact;
  const { person: _person, phone: _phone, email: _email, ...rest } = contact;
  return { role: 'Kontakt', ...rest };
};

/** An entry of the public file without names, and without what only points at things that the file does not have. */
function fromPublic({ measures: _measures, funding: _funding, image: _image, ...data }: Data): Data {
  return Array.isArray(data['contacts']) ? { ...data, contacts: data['contacts'].map(withoutPerson) } : data;
}

/** Takes the project's own JSON apart into the files of a content folder. Nothing is checked but names and shapes. */
export function readOwnCatalogue(json: Data): OwnCatalogue {
  const site = json['site'] as Data;
  const scope = json['scope'] === 'full' ? 'full' : 'public';
  const wanted = site['source_language'];
  const sourceLanguage = typeof wanted === 'string' && findLanguage(wanted) ? wanted : 'de';
  const unusable: string[] = [];
  let elsewhere = 0;

  const files = [
    ...(scope === 'full' ? yamlFiles(json['files']) : publicYaml(site, json['vocabularies'])),
    ...collections.flatMap((collection) => listIn(json[collection]).flatMap((item) => filesOf(collection, item))),
  ];
  const home = [site['url'], site['region']].find((one) => typeof one === 'string');
  return {
    scope,
    home: (home ?? '').replace(/^https?:\/\//, ''),
    sourceLanguage,
    // Of two with the same name the first counts.
    files: [...new Map(files.toReversed().map((one) => [one.file, one])).values()].reverse(),
    copies: listIn(json['copies']).filter((one): one is string => typeof one === 'string' && copyPattern.test(one)),
    unusable,
    elsewhere,
  };

  function yamlFiles(value: unknown): OwnFile[] {
    return Object.entries(isData(value) ? value : {}).flatMap(([file, data]): OwnFile[] => {
      if (isYamlPath(file) && isData(data)) return [{ file, data, body: '' }];
      unusable.push(file.slice(0, 100));
      return [];
    });
  }

  function filesOf(collection: Collection, item: unknown): OwnFile[] {
    const id = isData(item) && typeof item['id'] === 'string' ? item['id'].slice(0, 100) : '';
    if (/^[a-z0-9-]+--[a-z0-9-]+$/.test(id)) {
      elsewhere += 1;
      return [];
    }
    const { language, data: given, body = '', translations } = isData(item) ? item : {};
    if (!idPattern.test(id) || language !== sourceLanguage || !isData(given) || typeof body !== 'string') {
      unusable.push(`${collection}/${id}`);
      return [];
    }
    const data = scope === 'full' ? given : fromPublic(given);
    const isPage = collection === 'pages';
    const folder = collectionFolder[collection];
    return [
      {
        file: isPage ? `pages/${sourceLanguage}/${id}.md` : `${folder}/${id}.md`,
        data,
        body,
        entry: { collection, id },
      },
      ...Object.entries(isData(translations) ? translations : {}).flatMap(([tag, translated]): OwnFile[] => {
        if (!findLanguage(tag) || tag === sourceLanguage || !isData(translated) || !isData(translated['data'])) {
          unusable.push(`${collection}/${id}.${tag.slice(0, 20)}`);
          return [];
        }
        const stamp = translated['translation'];
        const state = isData(stamp) ? { translation: stateOf(translated, stamp) } : {};
        return [
          {
            file: isPage ? `pages/${tag}/${id}.md` : `${folder}/${id}.${tag}.md`,
            data: { ...translated['data'], ...state },
            body: typeof translated['body'] === 'string' ? translated['body'] : '',
            entry: { collection, id, translation: tag },
          },
        ];
      }),
    ];

    /** What was taken out for the public has changed the texts, but not made their translation outdated. */
    function stateOf(translated: Data, state: Data): Data {
      if (scope === 'full' || translated['outdated'] === true) return state;
      return { ...state, of: textHash({ data, body: body as string }, textFields[collection]) };
    }
  }
}

/** The settings and lists of terms that a public file tells, as a beginning where there are none. */
function publicYaml({ licence, ...site }: Data, vocabularies: unknown): OwnFile[] {
  const data = licence === undefined ? site : { ...site, data_licence: licence };
  return [
    { file: 'site.yml', data, body: '', isFallback: true },
    ...vocabularyNames.flatMap((name): OwnFile[] => {
      const terms = isData(vocabularies) ? vocabularies[name] : undefined;
      if (!Array.isArray(terms)) return [];
      return [{ file: `vocabularies/${name}.yml`, data: { mode: 'replace', terms }, body: '', isFallback: true }];
    }),
  ];
}
