import type { Content } from '../content/read-content.ts';
import type { TranslatableEntry } from './translatable-entry.ts';

const textOf = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);

const fieldOf = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const wordsOf = (person: string): string[] =>
  person.split(/\s+/).filter((word) => !/^(?:Frau|Herrn?|Dr\.?|Prof\.?)$/.test(word));

const peopleNamed = ({ source }: TranslatableEntry): string[] =>
  listOf(source.data['contacts']).flatMap((contact) => textOf(fieldOf(contact, 'person')));

/** The people of an entry in the ways that any text may name them: `Mira Beispiel`, `Frau Beispiel`. */
export const peopleIn = (entry: TranslatableEntry): string[] =>
  peopleNamed(entry).flatMap((person) => {
    const words = wordsOf(person);
    const last = words.at(-1) ?? person;
    return [person, words.join(' '), `Frau ${last}`, `Herr ${last}`, `Herrn ${last}`];
  });

/** In its own texts a person may also be called by one name alone; elsewhere that could be any word. */
export const ownPeopleIn = (entry: TranslatableEntry): string[] => [
  ...peopleIn(entry),
  ...peopleNamed(entry).flatMap((person) => wordsOf(person).filter((word) => word.length > 2)),
];

/** `Jasmin e. V.` is also written about as `Jasmin`. */
const withoutForm = (name: string): string[] => [name, name.replace(/\s+(?:e\. ?V\.|gGmbH|GmbH)$/, '')];

/** Names that are the same in every language: people, the organisations behind an offer, the house it takes place in. */
export function namesIn(entry: TranslatableEntry, content: Content): string[] {
  const { data } = entry.source;
  const organisations = [data['organisation'], ...listOf(data['partners'])].flatMap((id) =>
    textOf(content.entries.organisations.get(String(id))?.source?.data['name']),
  );
  const place = data['place'];
  const venue = typeof place === 'string' ? content.entries.places.get(place)?.source?.data : place;
  const isHouse = typeof place !== 'string' || fieldOf(venue, 'kind') === 'venue';
  const own = entry.collection === 'organisations' ? textOf(data['name']) : [];
  return [
    ...new Set([
      ...ownPeopleIn(entry),
      ...[...organisations, ...own].flatMap(withoutForm),
      ...(isHouse ? textOf(fieldOf(venue, 'name')) : []),
    ]),
  ];
}
