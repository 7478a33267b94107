import { documentSet, has, intersection, type DocumentSet, type FacetIndex } from './facets.ts';

/** What comes closest where nothing matches. */
export interface Closest {
  /** Keys of the filters that must go so that the same words find something; empty where the words find nothing at all. */
  readonly without: readonly string[];
  /** What is found then, in the order of `found`. */
  readonly documents: readonly number[];
  /** Values of the facet `topic` with the most offers among those, or in the catalogue. */
  readonly topics: readonly string[];
}

const nearestTopics = 6;

/** Leaves out the one filter without which most of what the words `found` passes, else all of them. */
export async function relax(
  found: readonly number[],
  chosen: ReadonlyMap<string, DocumentSet>,
  documentCount: number,
  facetIndex: Pick<FacetIndex, 'counts'>,
): Promise<Closest> {
  const all = documentSet(documentCount, found);
  const passing = (left: string): number[] => {
    const set = intersection(
      all,
      [...chosen].filter(([key]) => key !== left).map(([, documents]) => documents),
    );
    return found.filter((document) => has(set, document));
  };
  const attempts = [...chosen.keys()].map((key) => ({ without: [key], documents: passing(key) as readonly number[] }));
  attempts.sort((a, b) => b.documents.length - a.documents.length);
  const best =
    attempts[0] && attempts[0].documents.length > 0
      ? attempts[0]
      : { without: found.length > 0 ? [...chosen.keys()] : [], documents: found };
  const base =
    best.documents.length > 0
      ? documentSet(documentCount, best.documents)
      : documentSet(
          documentCount,
          Array.from({ length: documentCount }, (_, document) => document),
        );
  const { topic = {} } = await facetIndex.counts(['topic'], base, new Map());
  const topics = Object.entries(topic)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  return { ...best, topics: topics.slice(0, nearestTopics).map(([id]) => id) };
}
