import type { Text } from '../model/translation.ts';
import { compoundPartsIn, isGerman } from './compound-parts.ts';
import { memoised } from './memoised.ts';
import type { Concept, Mentions } from './search-document.ts';
import { stemmerFor } from './stemmer-for.ts';
import { stopWordsFor } from './stop-words.ts';
import { words } from './tokenize.ts';

/** What an offer says in the language in which its authors wrote it. */
export interface SourceTexts {
  readonly title: Text;
  readonly summary: Text;
  readonly body: readonly Text[];
}

/** Begin with the same word: a concept is named where all the words stand one after the other. */
interface Name {
  readonly concept: string;
  readonly words: readonly string[];
}

/**
 * Finds the concepts that each offer names: by words of the offer's own language, in any form, small talk left out
 * (`lesen und schreiben` is named by `Lesen oder Schreiben`).
 */
export function findMentions(offers: readonly SourceTexts[], concepts: readonly Concept[]): Mentions[] {
  const germanWords = new Set(
    offers
      .flatMap(allTexts)
      .filter(({ lang }) => isGerman(lang))
      .flatMap(tellingWords),
  );
  for (const { value, lang } of concepts.flatMap(({ names }) => names))
    if (isGerman(lang)) for (const word of words(value)) germanWords.add(word);
  const parts = compoundPartsIn(germanWords, stemmerFor('de'));
  const namesIn = memoised((lang: string) => namesOf(concepts, lang));
  const known = new Map(concepts.map((concept) => [concept.id, concept]));
  const withBroader = memoised((id: string): readonly string[] => [
    ...new Set([id, ...(known.get(id)?.broader ?? []).filter((other) => known.has(other)).flatMap(withBroader)]),
  ]);
  const namedIn = (text: Text): string[] => {
    const said = stemsOf(text);
    const names = namesIn(text.lang);
    return said.flatMap((stem, start) => [
      ...new Set(
        (names.get(stem) ?? [])
          .filter((name) => name.words.every((word, index) => said[start + index] === word))
          .flatMap(({ concept }) => withBroader(concept)),
      ),
    ]);
  };
  const namedByParts = (text: Text): string[] =>
    (isGerman(text.lang) ? tellingWords(text) : [])
      .flatMap((word) => parts.of(word))
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
function namesOf(concepts: readonly Concept[], lang: string): ReadonlyMap<string, readonly Name[]> {
  const names = new Map<string, Name[]>();
  for (const { id, names: all } of concepts) {
    for (const name of all) {
      if (name.lang !== lang) continue;
      const stems = stemsOf(name);
      const first = stems[0];
      if (first === undefined) continue;
      const list = names.get(first) ?? [];
      list.push({ concept: id, words: stems });
      names.set(first, list);
    }
  }
  return names;
}

const allTexts = ({ title, summary, body }: SourceTexts): Text[] => [title, summary, ...body];

function tellingWords({ value, lang }: Text): string[] {
  const small = stopWords(lang);
  return words(value).filter((word) => !small.has(word));
}

const stemsOf = (text: Text): string[] => tellingWords(text).map(stemmerFor(text.lang));

const stopWords = memoised((lang: string): ReadonlySet<string> => new Set(stopWordsFor([lang])));
