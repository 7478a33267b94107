import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { Lexicon } from './lexicon.ts';
import { memoised } from './memoised.ts';
import { NumberList } from './number-list.ts';
import type { Concept, Mentions } from './search-document.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';

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

/**
 * Finds the concepts that each offer names: by words of the offer's own language, in any form, small talk left out
 * (`lesen und schreiben` is named by `Lesen oder Schreiben`).
 */
export function findMentions(
  offers: readonly SourceTexts[],
  concepts: readonly Concept[],
  lexicon = new Lexicon(),
): Mentions[] {
  const reader = new Reader(lexicon);
  const parts = reader.partsOf(offers, concepts);
  const namesIn = memoised((lang: string) => new Names(concepts, lang, reader));
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const withBroader = memoised((id: string): readonly string[] => [
    ...new Set([id, ...(known.get(id)?.broader ?? []).filter((other) => known.has(other)).flatMap(withBroader)]),
  ]);
  const said = new NumberList();
  const namedIn = (text: Text, isBody = false): readonly string[] => {
    const names = namesIn(text.lang);
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
  const namedByParts = (text: Text): readonly string[] =>
    isGerman(text.lang)
      ? reader
          .tellingWords(text)
          .flatMap((word) => parts(word))
          .flatMap((part) => namesIn(text.lang).beginningWith(part))
          .filter(({ words }) => words.length === 1)
          .flatMap(({ concept }) => withBroader(concept))
      : none;
  const bodies = offers.map(({ body }) => body.flatMap((text) => namedIn(text, true)));
  const isCommon = commonIn(bodies);
  return offers.map(({ title, summary }, number) => ({
    // A title is short: a compound in it is about all its parts.
    title: [...namedIn(title), ...namedByParts(title)],
    summary: namedIn(summary),
    body: (bodies[number] ?? []).filter((id) => !isCommon(id)),
  }));
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
        const list = new NumberList(4);
        reader.read(name, list);
        const words = list.from(0);
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
  readonly #lexicon: Lexicon;
  readonly #smallTalk = memoised((lang: string): Uint8Array => {
    const numbers = stopWordsFor([lang]).map((word) => this.#lexicon.numberOf(word));
    const isSmall = new Uint8Array(Math.max(0, ...numbers) + 1);
    for (const number of numbers) isSmall[number] = 1;
    return isSmall;
  });

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  tellingWords({ value, lang }: Text): readonly number[] {
    const isSmall = this.#smallTalk(lang);
    return this.#lexicon.words(value).filter((word) => isSmall[word] !== 1);
  }

  /** Adds the stems of a text's words to a list. */
  read({ value, lang }: Text, list: NumberList): void {
    const isSmall = this.#smallTalk(lang);
    const stems = this.#lexicon.stems(lang);
    for (const word of this.#lexicon.words(value)) if (isSmall[word] !== 1) list.push(stems ? stems.of(word) : word);
  }

  /** Splits the German words of offers, by what they and the names of concepts say. */
  partsOf(offers: readonly SourceTexts[], concepts: readonly Concept[]): (word: number) => readonly number[] {
    const german = new Set<string>();
    const isNoted: boolean[] = [];
    const note = ({ value, lang }: Text, isSmall?: Uint8Array): void => {
      if (!isGerman(lang)) return;
      for (const word of this.#lexicon.words(value)) {
        if (isNoted[word] === true || isSmall?.[word] === 1) continue;
        isNoted[word] = true;
        german.add(this.#lexicon.spelling(word));
      }
    };
    for (const { title, summary, body } of offers)
      for (const text of [title, summary, ...body]) note(text, this.#smallTalk(text.lang));
    for (const { names } of concepts) for (const name of names) note(name);
    const parts = compoundPartsIn(german, stemmerFor('de'));
    return memoised((word) => parts.of(this.#lexicon.spelling(word)).map((part) => this.#lexicon.numberOf(part)));
  }
}
