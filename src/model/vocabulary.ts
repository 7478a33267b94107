import type { Term } from './catalogue.ts';
import type { Vocabulary } from './schema.generated.ts';

type RawTerm = Vocabulary['terms'][number];

/** Joins what a municipality says about a term to what is built in, language by language. */
function joinTerm(builtIn: RawTerm | undefined, own: RawTerm): RawTerm {
  if (!builtIn) return own;
  return {
    ...builtIn,
    ...own,
    label: { ...builtIn.label, ...own.label },
    description: { ...builtIn.description, ...own.description },
    maps_to: { ...builtIn.maps_to, ...own.maps_to },
    synonyms: { ...builtIn.synonyms, ...own.synonyms },
  };
}

function asTerm({ id, label, description, icon, maps_to: mapsTo, synonyms }: RawTerm): Term {
  return {
    id,
    label: label ?? {},
    ...(description && Object.keys(description).length > 0 ? { description } : {}),
    ...(icon === undefined ? {} : { icon }),
    mapsTo: mapsTo ?? {},
    synonyms: synonyms ?? {},
  };
}

/**
 * The terms of a vocabulary in the order in which they are shown. `extend` changes and adds to the built-in terms,
 * `replace` keeps only those that are named; either way a term of a known id inherits what it does not say itself.
 */
export function mergeVocabulary(builtIn: Vocabulary, own?: Vocabulary): ReadonlyMap<string, Term> {
  const known = new Map(builtIn.terms.map((term) => [term.id, term]));
  const terms = own?.mode === 'replace' ? new Map<string, RawTerm>() : new Map(known);
  for (const term of own?.terms ?? []) terms.set(term.id, joinTerm(known.get(term.id), term));
  return new Map([...terms].filter(([, term]) => term.hidden !== true).map(([id, term]) => [id, asTerm(term)]));
}
