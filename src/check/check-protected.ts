import { collections } from '../content/schemas.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import type { Address } from '../model/schema.generated.ts';
import type { Checkable, CheckedEntry, Sound } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { textsOf } from './texts-of.ts';

interface Protected {
  /** What the message calls it: its name or the file that says so, never its address. */
  readonly name: string;
  readonly street: string;
}

/** A street in all the ways it is written: `Rosenstr. 7`, `Rosenstraße 7`, `rosenstrasse  7`. */
function streetPattern(street: string): string {
  return street
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/(str)(?:a(?:ß|ss)e|\\\.|\b)/gi, '$1(?:a(?:ß|ss)e|\\.?)')
    .replace(/[\s,-]+/g, '[\\s,-]*');
}

const withoutNumber = (street: string): string =>
  street.replace(/[\s,]*\d+\s*[a-z]?(?:\s*[-–/]\s*\d+\s*[a-z]?)?\s*$/i, '');

/** Longer than any street; the schema says so, too. */
const longest = 200;
/** A pattern of all streets of a state would be larger than JavaScript takes. */
const streetsAtOnce = 300;

/** Each matches any of some streets as whole words; together all of them. */
function matchersOf(streets: readonly string[]): RegExp[] {
  const sound = streets.filter((street) => street !== '' && street.length <= longest);
  const patterns = [...new Set(sound.map(streetPattern))];
  return Array.from({ length: Math.ceil(patterns.length / streetsAtOnce) }, (_, index) => {
    const some = patterns.slice(index * streetsAtOnce, (index + 1) * streetsAtOnce);
    return new RegExp(`(?<![\\p{L}\\d])(?:${some.join('|')})(?![\\p{L}\\d])`, 'giu');
  });
}

/** Where the first of them that fits stands in the text. */
const firstOf = (matchers: readonly RegExp[], text: string): RegExpExecArray | undefined =>
  matchers.map((pattern) => [...text.matchAll(pattern)][0]).find((found) => found !== undefined);

/** A street that will be published because its own address is not marked as protected. */
function openStreetOf({ collection, data }: CheckedEntry): { value: string; at: FieldPath } | undefined {
  const address = (collection === 'places' ? data : (data as { place?: unknown }).place) as
    Sound<Address> | string | undefined;
  if (typeof address !== 'object' || address.protected === true || address.street === undefined) return undefined;
  return { value: address.street, at: collection === 'places' ? ['street'] : ['place', 'street'] };
}

type Venues = ReadonlyMap<string, Protected>;

/** The protected place that an entry is, names or has for itself. */
function protectedPlaceOf(entry: CheckedEntry, venues: Venues): Protected | undefined {
  if (entry.collection === 'places') return venues.get(entry.id);
  const place = (entry.data as { place?: string | Sound<Address> }).place;
  if (typeof place === 'string') return venues.get(place);
  return place?.protected === true && place.street !== undefined
    ? { name: place.name ?? entry.file, street: place.street }
    : undefined;
}

const protectedPlacesOf = oncePerEntry('protected-place', (entry: CheckedEntry, venues: Venues) => {
  const place = protectedPlaceOf(entry, venues);
  return place ? [place] : [];
});

interface Known {
  readonly venues: Venues;
  readonly everywhere: readonly Protected[];
  /** Streets that give a place away wherever they stand. */
  readonly anywhere: readonly RegExp[];
  readonly inBody: Checkable['inBody'];
}

const checkEntry = oncePerEntry('protected', (entry: CheckedEntry, known: Known): readonly Diagnostic[] => {
  const { venues, everywhere, anywhere, inBody } = known;
  const problems: Diagnostic[] = [];
  const place = protectedPlaceOf(entry, venues);
  const near = place ? matchersOf([place.street, withoutNumber(place.street)]) : [];
  for (const { document, text, at } of textsOf(entry)) {
    if (isOwnDirections(at)) continue;
    const match = firstOf([...near, ...anywhere], text);
    if (!match) continue;
    const where = at ?? inBody(document, match.index, match.index + match[0].length);
    problems.push(diagnose('protected-leak', document.file, { place: nameOf(match[0]) }, { at: where }));
  }
  const street = openStreetOf(entry);
  if (street && firstOf(anywhere, street.value)) {
    problems.push(diagnose('protected-leak', entry.file, { place: nameOf(street.value) }, { at: street.at }));
  }
  return problems;

  function nameOf(found: string): string {
    return everywhere.find(({ street: one }) => firstOf(matchersOf([one, withoutNumber(one)]), found))?.name ?? '';
  }

  /** Directions to a protected place are never published, so they may name the street. */
  function isOwnDirections(at: FieldPath | undefined): boolean {
    if (at?.at(-1) !== 'directions') return false;
    return entry.collection === 'places'
      ? (entry.data as { protected?: boolean }).protected === true
      : place !== undefined;
  }
});

/** The address of a protected place, such as a women's shelter, must not stand in any text. */
export function checkProtected({ entries, inBody, digest }: Checkable): Diagnostic[] {
  const venues = new Map(
    [...entries.places].flatMap(([id, { data }]): [string, Protected][] =>
      data.protected === true && data.street !== undefined
        ? [[id, { name: data.name ?? id, street: data.street }]]
        : [],
    ),
  );
  const all = collections.flatMap((name): CheckedEntry[] => [...entries[name].values()]);
  const byVenues = digest([...venues]);
  const everywhere = [...venues.values(), ...all.flatMap((entry) => protectedPlacesOf(entry, venues, byVenues))];
  if (everywhere.length === 0) return [];
  // Elsewhere only a full address gives the place away; in its own texts the street alone does.
  const anywhere = matchersOf(everywhere.map(({ street }) => street).filter((street) => /\d/.test(street)));
  const known = { venues, everywhere, anywhere, inBody };
  const around = digest([[...venues], everywhere]);
  return all.flatMap((entry) => checkEntry(entry, known, around));
}
