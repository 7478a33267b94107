import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { Lexicon } from './lexicon.ts';
import { memoised } from './memoised.ts';
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
  const namesIn = memoised((lang: string) => namesOf(concepts, lang, reader));
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const withBroader = memoised((id: string): readonly string[] => [
    ...new Set([id, ...(known.get(id)?.broader ?? []).filter((other) => known.has(other)).flatMap(withBroader)]),
  ]);
  const namedIn = (text: Text): string[] => {
    const said = reader.stems(text);
    const names = namesIn(text.lang);
    const found: string[] = [];
    said.forEach((stem, start) => {
      const named = names.get(stem)?.filter((name) => name.words.every((word, index) => said[start + index] === word));
      if (named && named.length > 0) found.push(...new Set(named.flatMap(({ concept }) => withBroader(concept))));
    });
    return found;
  };
  const namedByParts = (text: Text): string[] =>
    (isGerman(text.lang) ? reader.tellingWords(text) : [])
      .flatMap((word) => parts(word))
      .flatMap((part) => (namesIn(text.lang).get(part) ?? []).filter((name) => name.words.length === 1))
      .flatMap(({ concept }) => withBroader(concept));
  const bodies = offers.map(({ body }) => body.flatMap(namedIn));
  const isCommon = commonIn(bodies);
  return offers.map(({ title, summary }, number) => ({
    // A title is short: a compound in it is about all its parts.
    title: [...namedIn(title), ...namedByParts(title)],
    summary: namedIn(summary),
    body: (bodies[number] ?? []).filter((id) => !isCommon(id)),
  }));
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

/** The names of all concepts in one language, by their first word. */
function namesOf(concepts: readonly Concept[], lang: string, reader: Reader): ReadonlyMap<number, readonly Name[]> {
  const names = new Map<number, Name[]>();
  for (const { id, names: all } of concepts) {
    for (const name of all) {
      if (name.lang !== lang) continue;
      const stems = reader.stems(name);
      const first = stems[0];
      if (first === undefined) continue;
      const list = names.get(first) ?? [];
      list.push({ concept: id, words: stems });
      names.set(first, list);
    }
  }
  return names;
}

/** Texts as numbers of the lexicon, small talk left out. */
class Reader {
  readonly #lexicon: Lexicon;
  readonly #smallTalk = memoised(
    (lang: string): ReadonlySet<number> => new Set(stopWordsFor([lang]).map((word) => this.#lexicon.numberOf(word))),
  );

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  tellingWords({ value, lang }: Text): readonly number[] {
    const small = this.#smallTalk(lang);
    return this.#lexicon.words(value).filter((word) => !small.has(word));
  }

  stems(text: Text): readonly number[] {
    return this.tellingWords(text).map((word) => this.#lexicon.stem(word, text.lang));
  }

  /** Splits the German words of offers, by what they and the names of concepts say. */
  partsOf(offers: readonly SourceTexts[], concepts: readonly Concept[]): (word: number) => readonly number[] {
    const german = new Set<number>();
    for (const { title, summary, body } of offers)
      for (const text of [title, summary, ...body])
        if (isGerman(text.lang)) for (const word of this.tellingWords(text)) german.add(word);
    for (const { names } of concepts)
      for (const { value, lang } of names)
        if (isGerman(lang)) for (const word of this.#lexicon.words(value)) german.add(word);
    const spellings = new Set(Array.from(german, (word) => this.#lexicon.spelling(word)));
    const parts = compoundPartsIn(spellings, stemmerFor('de'));
    return memoised((word) => parts.of(this.#lexicon.spelling(word)).map((part) => this.#lexicon.numberOf(part)));
  }
}
