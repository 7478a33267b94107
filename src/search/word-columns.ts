import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import type { Lexicon } from './lexicon.ts';
import { NumberList } from './number-list.ts';
import type { SearchDocument } from './search-document.ts';

/** How `WordColumns` are kept: a few long rows. */
export interface PackedColumns {
  readonly words: Uint32Array;
  readonly texts: Uint32Array;
  readonly tags: readonly LanguageTag[];
  readonly languages: Uint32Array;
  readonly documents: Uint32Array;
  readonly keywords: Uint32Array;
}

/** The texts of documents as words, numbers of a lexicon, one after the other: title, summary, keywords, and the rest. */
export class WordColumns {
  readonly words: NumberList;
  /** Where each text ends among the words. */
  readonly #texts: NumberList;
  readonly #tags: LanguageTag[];
  /** Of each text the number of its language among the tags. */
  readonly #languages: NumberList;
  /** Where each document ends among the texts. */
  readonly #documents: NumberList;
  /** How many keywords each document has. */
  readonly #keywords: NumberList;

  constructor(packed?: PackedColumns) {
    this.words = NumberList.of(packed?.words);
    this.#texts = NumberList.of(packed?.texts);
    this.#tags = [...(packed?.tags ?? [])];
    this.#languages = NumberList.of(packed?.languages);
    this.#documents = NumberList.of(packed?.documents);
    this.#keywords = NumberList.of(packed?.keywords);
  }

  /** All documents as readers of a language see them; without one, texts that will be met again. */
  static read(
    documents: readonly Pick<SearchDocument, 'fields'>[],
    language: LanguageTag | undefined,
    lexicon: Lexicon,
  ): WordColumns {
    const columns = new WordColumns();
    for (const document of documents) columns.add(document, language, lexicon);
    return columns;
  }

  get documents(): number {
    return this.#documents.length;
  }

  add({ fields }: Pick<SearchDocument, 'fields'>, language: LanguageTag | undefined, lexicon: Lexicon): void {
    // What is in the readers' language is in no other language's index, unless its authors wrote it so.
    const read = ({ value, lang }: Text): void => {
      lexicon.read(value, this.words, lang !== language);
      this.#endText(this.words.length, lang);
    };
    read(fields.title);
    read(fields.summary);
    for (const text of fields.keywords) read(text);
    for (const text of fields.body) read(text);
    this.#documents.push(this.#texts.length);
    this.#keywords.push(fields.keywords.length);
  }

  /** The same document as one of others, which are of the same lexicon. */
  take(other: WordColumns, document: number): void {
    const [first, end] = [other.firstText(document), other.lastText(document)];
    const start = other.startOf(first);
    const moved = this.words.length - start;
    this.words.pushFrom(other.words, start, other.startOf(end));
    for (let text = first; text < end; text++) this.#endText(other.endOf(text) + moved, other.languageOf(text));
    this.#documents.push(this.#texts.length);
    this.#keywords.push(other.keywordsOf(document));
  }

  /** Its title; its summary, keywords and all others follow. */
  firstText(document: number): number {
    return document === 0 ? 0 : this.#documents.at(document - 1);
  }

  /** The text after its last one. */
  lastText(document: number): number {
    return this.#documents.at(document);
  }

  keywordsOf(document: number): number {
    return this.#keywords.at(document);
  }

  startOf(text: number): number {
    return text === 0 ? 0 : this.#texts.at(text - 1);
  }

  endOf(text: number): number {
    return this.#texts.at(text);
  }

  languageOf(text: number): LanguageTag {
    return this.#tags[this.#languages.at(text)]!;
  }

  pack(): PackedColumns {
    return {
      words: this.words.all(),
      texts: this.#texts.all(),
      tags: this.#tags,
      languages: this.#languages.all(),
      documents: this.#documents.all(),
      keywords: this.#keywords.all(),
    };
  }

  #endText(end: number, lang: LanguageTag): void {
    this.#texts.push(end);
    const known = this.#tags.indexOf(lang);
    this.#languages.push(known === -1 ? this.#tags.push(lang) - 1 : known);
  }
}
