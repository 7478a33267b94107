import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import type { Lexicon } from './lexicon.ts';
import { memoised } from './memoised.ts';
import { NumberList } from './number-list.ts';
import type { Concept, Mentions, SearchDocument } from './search-document.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';
import { WordColumns } from './word-columns.ts';

/** What an offer says in the language in which its authors wrote it. */
export interface SourceTexts {
  readonly title: Text;
  readonly summary: Text;
  readonly body: readonly Text[];
}

/** Begin with the same word: a concept is named where all the words stand one after the other. */
interface Name {
  readonly concept: string;
  /** Stems, as numbers of the lexicon. */
  readonly words: readonly number[];
}

/** The texts of offers, taken apart. */
export const wordsOfSources = (offers: readonly SourceTexts[], lexicon: Lexicon): WordColumns =>
  WordColumns.read(offers.map(asFields), undefined, lexicon);

export const asFields = ({ title, summary, body }: SourceTexts): Pick<SearchDocument, 'fields'> => ({
  fields: { title, summary, keywords: [], body },
});

/**
 * Finds the concepts that each offer names: by words of the offer's own language, in any form, small talk left out
 * (`lesen und schreiben` is named by `Lesen oder Schreiben`).
 */
export function findMentions(offers: WordColumns, concepts: readonly Concept[], lexicon: Lexicon): Mentions[] {
  const reader = new Reader(offers, lexicon);
  const parts = reader.partsOf(concepts);
  const namesIn = memoised((lang: string) => new Names(concepts, lang, reader));
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const withBroader = memoised((id: string): readonly string[] => [
    ...new Set([id, ...(known.get(id)?.broader ?? []).filter((other) => known.has(other)).flatMap(withBroader)]),
  ]);
  const said = new NumberList();
  const namedIn = (text: number, isBody = false): readonly string[] => {
    const names = namesIn(offers.languageOf(text));
    said.cut(0);
    reader.read(text, said);
    let found: string[] | undefined;
    for (let start = 0; start < said.length; start++) {
      if (!names.mayBegin(said.at(start))) continue;
      const named = names.beginningWith(said.at(start)).filter(({ words }) => isAt(words, said, start));
      for (const id of new Set(named.map(({ concept }) => concept))) (found ??= []).push(id);
    }
    if (!found) return none;
    // In a heading once for each narrower one, however often that is named: first comes what names the broader itself.
    const broader = (isBody ? found : [...new Set(found)]).flatMap((id) =>
      withBroader(id).filter((other) => other !== id),
    );
    return [...found, ...broader];
  };
  const namedByParts = (text: number): readonly string[] =>
    isGerman(offers.languageOf(text))
      ? reader
          .tellingWords(text)
          .flatMap((word) => parts(word))
          .flatMap((part) => namesIn(offers.languageOf(text)).beginningWith(part))
          .filter(({ words }) => words.length === 1)
          .flatMap(({ concept }) => withBroader(concept))
      : none;
  const all = Array.from({ length: offers.documents }, (_, number) => number);
  const bodies = all.map((offer) => {
    const found: string[] = [];
    for (let text = offers.firstText(offer) + 2; text < offers.lastText(offer); text++)
      found.push(...namedIn(text, true));
    return found;
  });
  const isCommon = commonIn(bodies);
  return all.map((offer) => {
    const title = offers.firstText(offer);
    return {
      // A title is short: a compound in it is about all its parts.
      title: [...namedIn(title), ...namedByParts(title)],
      summary: namedIn(title + 1),
      body: bodies[offer]!.filter((id) => !isCommon(id)),
    };
  });
}

const none: readonly never[] = [];

/** Whether the words stand in `said` from `start` on. */
function isAt(words: readonly number[], said: NumberList, start: number): boolean {
  if (start + words.length > said.length) return false;
  for (let index = 0; index < words.length; index++) if (said.at(start + index) !== words[index]) return false;
  return true;
}

/** What more of all offers than this name in passing says nothing about one of them, and would be long to load. */
const commonShare = 0.2;
/** Where offers are few, a share says little. */
const alwaysRare = 5;

function commonIn(lists: readonly (readonly string[])[]): (id: string) => boolean {
  const counts = new Map<string, number>();
  for (const id of lists.flatMap((list) => [...new Set(list)])) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(alwaysRare, lists.length * commonShare);
  return (id) => (counts.get(id) ?? 0) > most;
}

/** The names of all concepts in one language. */
class Names {
  readonly #byFirstWord = new Map<number, Name[]>();
  readonly #isFirst: Uint8Array;

  constructor(concepts: readonly Concept[], lang: string, reader: Reader) {
    for (const { id, names } of concepts) {
      for (const name of names) {
        if (name.lang !== lang) continue;
        const words = reader.wordsOf(name);
        const [first] = words;
        if (first === undefined) continue;
        const others = this.#byFirstWord.get(first);
        if (others) others.push({ concept: id, words });
        else this.#byFirstWord.set(first, [{ concept: id, words }]);
      }
    }
    this.#isFirst = new Uint8Array(Math.max(0, ...this.#byFirstWord.keys()) + 1);
    for (const word of this.#byFirstWord.keys()) this.#isFirst[word] = 1;
  }

  /** Answers faster than the list could be looked up; nearly all words begin no name. */
  mayBegin(word: number): boolean {
    return this.#isFirst[word] === 1;
  }

  beginningWith(word: number): readonly Name[] {
    return this.#byFirstWord.get(word) ?? none;
  }
}

/** Texts as numbers of the lexicon, small talk left out. */
class Reader {
  readonly #offers: WordColumns;
  readonly #lexicon: Lexicon;
  readonly #smallTalk = memoised((lang: string): Uint8Array => {
    const numbers = stopWordsFor([lang]).map((word) => this.#lexicon.numberOf(word));
    const isSmall = new Uint8Array(Math.max(0, ...numbers) + 1);
    for (const number of numbers) isSmall[number] = 1;
    return isSmall;
  });

  constructor(offers: WordColumns, lexicon: Lexicon) {
    this.#offers = offers;
    this.#lexicon = lexicon;
  }

  /** The words of an offer's text. */
  tellingWords(text: number): number[] {
    const isSmall = this.#smallTalk(this.#offers.languageOf(text));
    const found: number[] = [];
    const end = this.#offers.endOf(text);
    for (let place = this.#offers.startOf(text); place < end; place++) {
      const word = this.#offers.words.at(place);
      if (isSmall[word] !== 1) found.push(word);
    }
    return found;
  }

  /** Adds the stems of an offer's text to a list. */
  read(text: number, list: NumberList): void {
    const { words } = this.#offers;
    const lang = this.#offers.languageOf(text);
    const isSmall = this.#smallTalk(lang);
    const stems = this.#lexicon.stems(lang);
    const end = this.#offers.endOf(text);
    for (let place = this.#offers.startOf(text); place < end; place++) {
      const word = words.at(place);
      if (isSmall[word] !== 1) list.push(stems ? stems.of(word) : word);
    }
  }

  /** The stems of a name. */
  wordsOf({ value, lang }: Text): readonly number[] {
    const isSmall = this.#smallTalk(lang);
    const stems = this.#lexicon.stems(lang);
    const telling = this.#lexicon.words(value).filter((word) => isSmall[word] !== 1);
    return stems ? telling.map((word) => stems.of(word)) : telling;
  }

  /** Splits the German words of offers, by what they and the names of concepts say. */
  partsOf(concepts: readonly Concept[]): (word: number) => readonly number[] {
    const offers = this.#offers;
    const german = new Set<string>();
    const isNoted = new Uint8Array(this.#lexicon.size);
    const texts = offers.documents === 0 ? 0 : offers.lastText(offers.documents - 1);
    for (let text = 0; text < texts; text++) {
      const lang = offers.languageOf(text);
      if (!isGerman(lang)) continue;
      const isSmall = this.#smallTalk(lang);
      const end = offers.endOf(text);
      for (let place = offers.startOf(text); place < end; place++) {
        const word = offers.words.at(place);
        if (isNoted[word] === 1 || isSmall[word] === 1) continue;
        isNoted[word] = 1;
        german.add(this.#lexicon.spelling(word));
      }
    }
    for (const { names } of concepts)
      for (const { value, lang } of names)
        if (isGerman(lang)) for (const word of this.#lexicon.words(value)) german.add(this.#lexicon.spelling(word));
    const parts = compoundPartsIn(german, stemmerFor('de'));
    return memoised((word) => parts.of(this.#lexicon.spelling(word)).map((part) => this.#lexicon.numberOf(part)));
  }
}
