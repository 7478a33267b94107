import type { Content } from '../content/read-content.ts';
import type { Document } from '../content/read-document.ts';
import { collectionFolder, textFields, translatedCollections, type Collection } from '../content/schemas.ts';
import { textHash } from '../content/text-hash.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { TranslationState } from '../model/schema.generated.ts';

/** A translation as it stands in its file. */
export interface ExistingTranslation {
  readonly document: Document;
  readonly state: Partial<TranslationState>;
  readonly outdated: boolean;
  /** Of its own texts: changes with every edit that a reader would see. */
  readonly hash: string;
}

/** A source text together with its translation into one language. */
export interface TranslatableEntry {
  readonly collection: Collection;
  readonly id: string;
  readonly source: Document;
  /** What `translation.of` must name. */
  readonly hash: string;
  /** File of the translation, relative to the content folder, whether there is one or not. */
  readonly target: string;
  readonly existing: ExistingTranslation | undefined;
}

export const targetFile = (collection: Collection, id: string, lang: LanguageTag): string =>
  collection === 'pages' ? `pages/${lang}/${id}.md` : `${collectionFolder[collection]}/${id}.${lang}.md`;

/** Every readable entry of a content folder, to be translated into `lang`. */
export function entriesFor(content: Content, lang: LanguageTag): TranslatableEntry[] {
  return translatedCollections.flatMap((collection) =>
    [...content.entries[collection].values()].flatMap(({ id, source, translations }): TranslatableEntry[] => {
      if (!source) return [];
      const hash = textHash(source, textFields[collection]);
      const document = translations.get(lang);
      const state = (document?.data['translation'] ?? {}) as Partial<TranslationState>;
      return [
        {
          collection,
          id,
          source,
          hash,
          target: targetFile(collection, id, lang),
          existing: document && {
            document,
            state,
            outdated: state.of !== undefined && state.of !== hash,
            hash: textHash(document, textFields[collection]),
          },
        },
      ];
    }),
  );
}
