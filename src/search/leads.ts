import { conceptsNamed, likely } from './interpret.ts';
import { conceptTerm } from './manifest.ts';
import { frequencyOf, type Occurrences, type Term } from './shard.ts';

/** More names are not listed: each costs every reader bytes, and saves time to those only who type it first. */
const mostNames = 150;

/**
 * Names → numbers of the shards with the offers of what they mean; of too many, those that are most likely typed: named
 * early, for something common.
 */
export function leadsIn(
  shards: readonly (readonly Term<Occurrences>[])[],
  places: ReadonlyMap<string, number>,
): Map<string, readonly number[]> {
  const shardOf = new Map<string, number>();
  const named: Term<Occurrences>[] = [];
  const frequencies = new Map<string, number>();
  shards.forEach((shard, number) => {
    for (const term of shard) {
      if (places.has(term.term)) named.push(term);
      else if (!term.term.startsWith('#')) continue;
      shardOf.set(term.term, number);
      frequencies.set(term.term, frequencyOf(term));
    }
  });
  const found = named.map((term) => {
    const concepts = conceptsMeant(term).map(conceptTerm);
    const files = new Set(concepts.flatMap((concept) => shardOf.get(concept) ?? []));
    files.delete(shardOf.get(term.term) ?? -1);
    const offers = concepts.reduce((sum, concept) => sum + (frequencies.get(concept) ?? 0), 0);
    return {
      word: term.term,
      files: [...files].sort((a, b) => a - b),
      place: places.get(term.term) ?? 0,
      offers,
    };
  });
  const likeliest = found
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => b.offers / (b.place + 1) - a.offers / (a.place + 1) || (a.word < b.word ? -1 : 1))
    .slice(0, mostNames);
  return new Map(likeliest.map(({ word, files }) => [word, files]));
}

/** Most names mean one concept, which needs no weighing. */
function conceptsMeant({ term, meanings }: Term<Occurrences>): readonly string[] {
  const [only] = meanings;
  if (only && meanings.length === 1) return only.weight >= likely ? [only.concept] : [];
  return [...conceptsNamed([{ term: { term, meanings, fields: [] }, kind: 'exact', boost: 1 }]).keys()];
}
