import type { LanguageTag } from '../model/diagnostic.ts';
import type { Lexicon } from './lexicon.ts';
import type { ReadDocuments } from './read-documents.ts';
import type { Text } from '../model/translation.ts';

/** What the index knows of one offer for readers of one language. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: {
    readonly title: Text;
    readonly summary: Text;
    /** Names of the organisation and the place, tags: what people type that is in no text. */
    readonly keywords: readonly Text[];
    /** Plain text, no Markdown. */
    readonly body: readonly Text[];
  };
  /** Ids of the `Concept`s it is about, the main one perhaps twice: few, so that each weighs much. */
  readonly topics: readonly string[];
  /** Ids of `Concept`s that hold for it, too: where, when, in which languages, for free. */
  readonly attributes: readonly string[];
  /**
   * Ids of the `Concept`s that the offer names in its own language, by the field in which it does: the same for readers
   * of every language, so that an offer that is translated and one that is not are found by the same words.
   */
  readonly mentions?: Mentions;
  /** 0 to 9: how much it is preferred where scores are close; also the order of a list without a query, highest first. */
  readonly rank: number;
  /** Offers with the same group stand together in lists without a query, and so do their cards in files. */
  readonly group: string;
  /** Values to filter by, by key of the facet. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** What the result list shows of it; any JSON. */
  readonly card: unknown;
}

/** Once for each time that it is named. */
export type Mentions = Readonly<Record<'title' | 'summary' | 'body', readonly string[]>>;

/**
 * A topic, a town, a weekday, a language …: anything that has names in many languages. Its names are stored once and
 * lead to the offers, instead of standing in each offer's text; so a query in any language finds them.
 */
export interface Concept {
  readonly id: string;
  readonly names: readonly Text[];
  /** Ids of what it belongs to: whoever is about it is about them, too. */
  readonly broader?: readonly string[];
}

export interface SearchInput {
  readonly language: LanguageTag;
  /** May be made only when they are asked for. */
  readonly documents: readonly SearchDocument[];
  readonly concepts: readonly Concept[];
  /** Hash of documents and concepts, where it is known without making them all. */
  readonly hash?: string;
  /** The documents with their texts taken apart, where some of that is known. */
  readonly read?: (lexicon: Lexicon) => ReadDocuments;
}
