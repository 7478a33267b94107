import type { Content, SourceEntry } from '../content/read-content.ts';
import type { Document } from '../content/read-document.ts';
import { collections, type Collection } from '../content/schemas.ts';
import { vocabularyNames, type Term, type VocabularyName } from '../model/catalogue.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import type { Site, Vocabulary } from '../model/schema.generated.ts';
import { mergeVocabulary } from '../model/vocabulary.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { withoutUnsound, type Checkable, type CheckedEntry, type Sound } from './checkable.ts';

export interface CheckOptions {
  readonly today: IsoDate;
  /** Keys of all interface texts; where given, `texts/*.yml` is checked against them. */
  readonly knownTextKeys?: ReadonlySet<string>;
}

export interface Checked {
  readonly problems: readonly Diagnostic[];
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
}

const schemaNames: Readonly<Record<Collection, string>> = {
  offers: 'offer',
  organisations: 'organisation',
  places: 'place',
  pages: 'page',
};

/** The schema of a translation file; a page's translation is a page. */
const translationSchema = (collection: Collection): string =>
  collection === 'pages' ? 'page.schema.json' : `translation.schema.json#/$defs/${schemaNames[collection]}`;

/** Finds everything that is wrong in what was read, over all files at once. */
export function checkContent(content: Content, { today }: CheckOptions): Checked {
  const problems: Diagnostic[] = [];
  const country =
    typeof content.site?.data['country'] === 'string' && /^[A-Z]{2}$/.test(content.site.data['country'])
      ? content.site.data['country']
      : 'DE';

  function sound(document: Document, ref: string): Readonly<Record<string, unknown>> {
    const found = checkSchema(document, ref, country);
    problems.push(...found);
    return withoutUnsound(document.data, found);
  }

  function checkEntry<C extends Collection>(
    collection: C,
    { id, file, source, translations }: SourceEntry,
  ): CheckedEntry<C> | undefined {
    const checked = [...translations].map(([language, document]) => {
      sound(document, translationSchema(collection));
      return { file: document.file, language, document };
    });
    if (!source) return undefined;
    return {
      collection,
      id,
      file,
      document: source,
      data: sound(source, `${schemaNames[collection]}.schema.json`) as CheckedEntry<C>['data'],
      translations: checked,
    };
  }

  function checkCollection<C extends Collection>(collection: C): Map<string, CheckedEntry<C>> {
    const entries = [...content.entries[collection].values()].map((entry) => checkEntry(collection, entry));
    return new Map(entries.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
  }

  function ownVocabulary(name: VocabularyName): Vocabulary | undefined {
    const { own } = content.vocabularies[name];
    if (!own) return undefined;
    const data = sound(own, 'vocabulary.schema.json') as Sound<Vocabulary>;
    // A term without an id was reported; it cannot be joined to anything.
    return { ...data, terms: (data.terms ?? []).filter((term) => term?.id !== undefined) } as Vocabulary;
  }

  const own = new Map(vocabularyNames.map((name) => [name, ownVocabulary(name)]));
  const vocabularies = Object.fromEntries(
    vocabularyNames.map((name) => [
      name,
      mergeVocabulary(content.vocabularies[name].builtIn.data as unknown as Vocabulary, own.get(name)),
    ]),
  ) as Record<VocabularyName, ReadonlyMap<string, Term>>;

  const all: Checkable = {
    today,
    site: (content.site ? sound(content.site, 'site.schema.json') : {}) as Sound<Site>,
    sourceLanguage: content.sourceLanguage,
    entries: {
      offers: checkCollection('offers'),
      organisations: checkCollection('organisations'),
      places: checkCollection('places'),
      pages: checkCollection('pages'),
    },
    ids: Object.fromEntries(
      collections.map((name) => [name, new Set(content.entries[name].keys())]),
    ) as unknown as Checkable['ids'],
    vocabularies,
    termIndex: (name, id) => {
      const index =
        (content.vocabularies[name].own?.data['terms'] as Vocabulary['terms'] | undefined)?.findIndex(
          (term) => term?.id === id,
        ) ?? -1;
      return index === -1 ? undefined : index;
    },
    media: content.media,
  };
  for (const document of content.texts.values()) sound(document, 'texts.schema.json');

  problems.push(...checkReferences(all));
  return { problems, vocabularies };
}
