import { evaluate, type ExpandedClause } from './evaluate.ts';
import { has, type DocumentSet } from './facets.ts';
import { conceptsNamed, meaningsOf, type InterpretedWord, type MatchKind } from './interpret.ts';
import { conceptTerm, fields, lastWhere, type FieldName } from './manifest.ts';
import { frequencyOf, type Term } from './shard.ts';
import type { Terms } from './terms.ts';

/** A word with its readings, and the concepts it may name with their terms. */
export interface Sense extends InterpretedWord {
  readonly concepts: readonly NamedConcept[];
}

interface NamedConcept {
  readonly id: string;
  readonly term: Term;
  readonly boost: number;
  /** How surely the word means it, beside the other words of the query: at most 1. */
  readonly likelihood: number;
}

/** Documents in the order in which they are shown, and their scores by number. */
export interface Ranking {
  readonly documents: readonly number[];
  readonly scores: Float64Array;
}

/** Why an offer was found: which word of the query, by which term of the index, where. */
export interface Match {
  readonly word: string;
  readonly kind: MatchKind | 'concept';
  /** Folded; for a concept its id, e.g. `topics/housing`. */
  readonly term: string;
  readonly fields: readonly FieldName[];
}

/** What a concept that the query names in full weighs against a word found as it is. */
const conceptBoost = 1.4;
/** How much less a concept counts that has less of its name in the query than another of the same word. */
const fromOthers = 2;
/** The same beside a name of several words that is there in full: it takes its words with it. */
const fromPhrases = 4;
/** A word with this much of a name stands for it alone. */
const alone = 0.9;
/** What words of the query name together by this much is meant, however little each of them says. */
const together = 0.65;
/** What each step of an offer's rank adds to its score: enough to decide between equals, too little to outdo a better match. */
const rankStep = 0.03;
/** What being in the reader's own town adds to a score. */
const ownTown = 0.1;

/**
 * A name of several words counts by how much of it the whole query has: `job` alone is little of `job centre`. Where the
 * query has more of one name than of another, the word they share hardly counts for the other: `cours d’allemand` is not
 * about `cours d’informatique`. Words that make up a name only together (`sign language`) hardly mean anything else, and
 * count for more than their shares of it.
 */
export async function withConcepts(
  interpreted: readonly InterpretedWord[],
  terms: Terms,
  documentCount: number,
): Promise<Sense[]> {
  const rarity = (term: Term): number => Math.log(1 + documentCount / (1 + frequencyOf(term)));
  const meant = interpreted.map(({ readings }) => meaningsOf(readings));
  /** By concept: how much of its name the query has, in how many words, and whether one of them says it all. */
  const said = new Map<string, { total: number; words: number; isAlone: boolean }>();
  for (const concepts of meant) {
    for (const [id, share] of concepts) {
      const { total, words, isAlone } = said.get(id) ?? { total: 0, words: 0, isAlone: false };
      said.set(id, { total: Math.min(1, total + share), words: words + 1, isAlone: isAlone || share >= alone });
    }
  }
  const totalOf = (id: string): number => said.get(id)?.total ?? 0;
  const isTogether = (id: string): boolean => {
    const { total, words, isAlone } = said.get(id) ?? { total: 0, words: 0, isAlone: false };
    return words > 1 && !isAlone && total >= together;
  };
  const isPhrase = (id: string): boolean => isTogether(id) && totalOf(id) >= alone;
  const named = interpreted.map(({ readings }, index) => {
    const concepts = conceptsNamed(readings);
    for (const [id, share] of meant[index] ?? []) if (isTogether(id)) concepts.set(id, share);
    return concepts;
  });
  const found = new Map(
    (await terms.exactly([...new Set(named.flatMap((concepts) => [...concepts.keys()]))].map(conceptTerm))).map(
      (term) => [term.term, term],
    ),
  );
  return interpreted.map((word, index) => {
    const concepts = [...(named[index] ?? [])].flatMap(([id, share]) => {
      const term = found.get(conceptTerm(id));
      return term ? [{ id, term, share, total: totalOf(id) }] : [];
    });
    const most = Math.max(...concepts.map(({ total }) => total));
    const commonest = Math.min(...concepts.map(({ term }) => rarity(term)));
    const isOfPhrase = concepts.some(({ id }) => isPhrase(id));
    return {
      ...word,
      concepts: concepts.map(({ id, term, share, total }) => {
        const meaning = isPhrase(id) ? Math.sqrt(share) : share * total;
        const likelihood = meaning * (total / most) ** (isOfPhrase ? fromPhrases : fromOthers);
        // lunr prefers what is rare; but of two meanings of one word the rare one is no likelier.
        return { id, term, likelihood, boost: (conceptBoost * likelihood * commonest) / rarity(term) };
      }),
    };
  });
}

/**
 * lunr's scores, times the share of the query's words that a document has, times what its rank adds. A word counts by the
 * root of how surely it is read: who has only what `lost` may mean among other things has less of the query.
 */
export function rankDocuments(
  senses: readonly Sense[],
  ranks: Uint8Array,
  ownTownSet: DocumentSet | undefined,
): Ranking {
  const documentCount = ranks.length;
  /** By word, the surest reading first. */
  const answered = senses
    .map(({ readings, concepts }) =>
      [
        ...readings.map(({ term, boost }) => ({ term, boost, sureness: Math.sqrt(boost) })),
        ...concepts.map(({ term, boost, likelihood }) => ({ term, boost, sureness: Math.sqrt(likelihood) })),
      ].sort((a, b) => b.sureness - a.sureness),
    )
    .filter((list) => list.length > 0);
  // To lunr, a query of no clauses finds everything.
  if (answered.length === 0) return { documents: [], scores: new Float64Array(documentCount) };
  const clauses = answered
    .flat()
    .map(({ term, boost }): ExpandedClause => ({ terms: [term], boost, presence: 'optional' }));
  const { found, scores } = evaluate(clauses, documentCount, fields.length);
  const covered = new Float64Array(documentCount);
  const all = answered.reduce((sum, [surest]) => sum + (surest?.sureness ?? 0), 0);
  /** The last word, counted from 1, that was seen in a document. */
  const seen = new Uint8Array(documentCount);
  answered.forEach((list, index) => {
    for (const { term, sureness } of list) {
      for (const postings of term.fields) {
        const documents = postings?.documents ?? none;
        for (let place = 0; place < documents.length; place++) {
          const document = documents[place]!;
          if (seen[document] === index + 1) continue;
          seen[document] = index + 1;
          covered[document]! += sureness;
        }
      }
    }
  });
  for (const document of found)
    scores[document] = scores[document]! * (covered[document]! / all) * (1 + rankStep * (ranks[document] ?? 0));
  return { documents: found, scores: withOwnTown(scores, ownTownSet) };
}

const none = new Uint32Array();

export const withOwnTown = (scores: Float64Array, ownTownSet: DocumentSet | undefined): Float64Array =>
  ownTownSet ? scores.map((score, document) => score * (has(ownTownSet, document) ? 1 + ownTown : 1)) : scores;

/** The `count` best, best first; equals in the order of their numbers, which is that of topic and title. */
export function bestOf(found: readonly number[], scores: Float64Array, count = Infinity): number[] {
  return count * fewOf < found.length ? picked(found, scores, count) : inOrderOf(found, scores).slice(0, count);
}

/** Where fewer than one in so many are wanted, they are picked out instead of putting all in order. */
const fewOf = 20;

function picked(found: readonly number[], scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
  for (const document of found) {
    let place = best.length;
    if (place === count && !(place > 0 && isBefore(document, best[place - 1]!))) continue;
    while (place > 0 && isBefore(document, best[place - 1]!)) place -= 1;
    best.splice(place, 0, document);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Sorts numbers alone, which browsers do at once: asking a function for each two documents takes a slow phone longer than all else. */
function inOrderOf(found: readonly number[], scores: Float64Array): number[] {
  const best = Float64Array.from(found, (document) => -(scores[document] ?? 0)).sort();
  /** By the first place of a score: how many of those that have it stand there already. */
  const filled = new Uint32Array(found.length);
  const documents = Array.from<number>({ length: found.length });
  for (const document of Uint32Array.from(found).sort()) {
    const score = -(scores[document] ?? 0);
    const before = lastWhere(best.length, (place) => (best[place] ?? 0) < score);
    const first = (best[before] ?? 0) < score ? before + 1 : before;
    documents[first + (filled[first] ?? 0)] = document;
    filled[first] = (filled[first] ?? 0) + 1;
  }
  return documents;
}

/** Why a document was found. */
export function matchesOf(document: number, senses: readonly Sense[]): Match[] {
  const fieldsOf = (term: Term): FieldName[] =>
    fields.filter((_, field) => stands(document, term.fields[field]?.documents));
  return senses
    .flatMap(({ word, readings, concepts }) => [
      ...readings.map(({ kind, term }) => ({ word, kind, term: term.term, fields: fieldsOf(term) })),
      ...concepts.map(({ id, term }) => ({ word, kind: 'concept' as const, term: id, fields: fieldsOf(term) })),
    ])
    .filter((match) => match.fields.length > 0);
}

function stands(document: number, documents: Uint32Array = new Uint32Array()): boolean {
  return documents[lastWhere(documents.length, (index) => (documents[index] ?? 0) <= document)] === document;
}

/** The words to mark in texts. Longer terms that merely begin like a word need no entry: the word itself marks them. */
export function markable(senses: readonly Sense[]): string[] {
  return [
    ...new Set(
      senses.flatMap(({ word, readings }) => [
        word,
        ...readings.filter(({ kind }) => kind !== 'prefix').map(({ term }) => term.term),
      ]),
    ),
  ];
}
