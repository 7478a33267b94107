import type { LanguageTag } from '../model/diagnostic.ts';
import type { Lexicon } from './lexicon.ts';
import type { SearchDocument } from './search-document.ts';
import { byUnits } from './terms.ts';
import { WordColumns } from './word-columns.ts';

/** What an index is made from of a document, beside the words of its texts. */
export interface DocumentHead extends Omit<SearchDocument, 'fields' | 'card'> {
  readonly title: string;
  /** As JSON; empty where there is none. */
  readonly card: string;
}

/** Documents whose texts have been taken apart. */
export interface ReadDocuments {
  readonly heads: readonly DocumentHead[];
  /** Of the same documents in the same order. */
  readonly columns: WordColumns;
}

export function headOf({ fields, card, ...head }: SearchDocument): DocumentHead {
  return { ...head, title: fields.title.value, card: JSON.stringify(card) ?? '' };
}

export function readDocuments(
  documents: readonly SearchDocument[],
  language: LanguageTag,
  lexicon: Lexicon,
): ReadDocuments {
  return { heads: documents.map(headOf), columns: WordColumns.read(documents, language, lexicon) };
}

/** Documents of one group, then of like titles, stand together: their cards share files, their numbers have small gaps. */
export function orderOf(heads: readonly Pick<DocumentHead, 'group' | 'title' | 'id'>[]): number[] {
  return Array.from(heads.keys()).sort((one, other) => {
    const [a, b] = [heads[one]!, heads[other]!];
    return byUnits(a.group, b.group) || byUnits(a.title, b.title) || byUnits(a.id, b.id);
  });
}
