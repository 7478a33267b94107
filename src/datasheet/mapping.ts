import { parseYaml } from '../content/parse-yaml.ts';
import { mostSimilar, toId } from '../content/similar.ts';
import type { Column } from './columns.ts';
import { emitMap } from './emit-yaml.ts';

/** How a table of somebody else becomes offers; kept in a file, so that the next import needs no thinking. */
export interface Mapping {
  /** Heading of a column → key of a field (`contacts[0].phone`); an empty text leaves the column out. */
  readonly columns: Readonly<Record<string, string>>;
  /** Values for new offers where the source says nothing, by field. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Names and terms of the source → ids of organisations, topics and so on. */
  readonly names: Readonly<Record<string, string>>;
}

/** Headings that people give their columns, besides the titles in the schema. */
const usualHeadings: Readonly<Record<string, readonly string[]>> = {
  id: ['nr', 'nummer', 'uuid', 'lfd nr', 'schluessel', 'key', 'angebots id', 'offer id'],
  title: ['name', 'name des angebots', 'angebot', 'bezeichnung', 'titel des angebots', 'offer', 'name of the offer'],
  summary: ['kurzbeschreibung', 'kurztext', 'zusammenfassung', 'short description', 'summary', 'kurz'],
  body: ['langtext', 'text', 'details', 'inhalt', 'long description'],
  organisation: [
    'anbieter',
    'traegerin',
    'organisation',
    'einrichtung',
    'institution',
    'verein',
    'veranstalter',
    'organization',
    'provider',
  ],
  'contacts[0].role': ['ansprechstelle', 'kontakt', 'stelle', 'contact'],
  'contacts[0].person': ['ansprechperson', 'ansprechpartner', 'ansprechpartnerin', 'contact person', 'kontaktperson'],
  'contacts[0].phone': ['telefon', 'telefonnummer', 'tel', 'telefon nr', 'phone', 'telephone', 'phone number'],
  'contacts[0].email': ['e mail', 'email', 'mail', 'e mail adresse', 'mailadresse', 'email address'],
  'contacts[0].url': ['website', 'webseite', 'homepage', 'internet', 'internetadresse', 'web', 'url', 'link'],
  'contacts[0].hours': ['erreichbarkeit', 'sprechzeiten', 'oeffnungszeiten', 'opening hours'],
  'place.street': ['strasse', 'adresse', 'anschrift', 'strasse und hausnummer', 'address', 'street'],
  'place.postal_code': ['plz', 'postleitzahl', 'postcode', 'zip', 'postal code'],
  'place.town': ['stadt', 'gemeinde', 'kommune', 'wohnort', 'town', 'city'],
  place: ['veranstaltungsort', 'ort', 'venue'],
  type: ['art', 'typ', 'type', 'angebotsart', 'kind'],
  topics: ['thema', 'kategorie', 'kategorien', 'topic', 'category', 'categories', 'schlagworte'],
  fields_of_action: ['handlungsfeld', 'field of action', 'bereich'],
  'audience.groups': ['zielgruppe', 'zielgruppen', 'fuer wen', 'audience', 'target group', 'target groups'],
  languages: ['sprache', 'sprachen', 'language', 'languages'],
  'cost.kind': ['kosten', 'preis', 'cost', 'price', 'gebuehr'],
  'registration.kind': ['anmeldung', 'registration'],
  'accessibility.step_free': ['barrierefrei', 'barrierefreiheit', 'rollstuhl', 'accessible', 'wheelchair'],
  'childcare.available': ['kinderbetreuung', 'childcare'],
  delivery: ['form', 'format'],
  service_area: ['einzugsgebiet', 'gebiet', 'service area', 'region'],
  'schedule[0].days': ['wochentag', 'wochentage', 'tag', 'tage', 'weekday', 'weekdays'],
  'schedule[0].from': ['beginn', 'uhrzeit von', 'start'],
  'schedule[0].to': ['ende', 'uhrzeit bis', 'end'],
  'schedule[0].note': ['termine', 'zeiten', 'wann', 'when', 'times'],
  reviewed: [
    'stand',
    'aktualisiert',
    'geprueft',
    'geprueft am',
    'letzte aktualisierung',
    'last updated',
    'reviewed',
    'updated',
  ],
  'valid.from': ['start am', 'gueltig ab'],
  'valid.until': ['ende am', 'gueltig bis'],
  required_documents: ['unterlagen', 'mitzubringen', 'required documents'],
  tags: ['stichworte', 'schlagwoerter', 'tags', 'keywords'],
};

const plain = (heading: string): string => toId(heading).replaceAll('-', ' ');

/** What each column most likely means; a heading that resembles nothing maps to an empty text. What is `decided` stays. */
export function guessMapping(
  headings: readonly string[],
  columns: readonly Column[],
  decided: Mapping['columns'] = {},
  holdsDates: (heading: string) => boolean = () => false,
): Mapping {
  const known = new Map<string, string>();
  // The exact titles come last, so that they win over what is merely usual.
  for (const [key, usual] of Object.entries(usualHeadings)) for (const heading of usual) known.set(heading, key);
  const keys = new Set(columns.map(({ key }) => key));
  for (const { key, labels } of columns) {
    for (const label of Object.values(labels)) known.set(plain(label), key);
  }
  const taken = new Set(Object.values(decided));
  const guessed = new Map(Object.entries(decided));
  const assign = (heading: string, key: string | undefined): void => {
    if (key === undefined || taken.has(key) || guessed.has(heading)) return;
    taken.add(key);
    guessed.set(heading, key);
  };
  for (const heading of headings) {
    const key = keys.has(heading) ? heading : known.get(plain(heading));
    // “Stand” is the status to one office and the day of the last change to another.
    assign(heading, key === 'status' && holdsDates(heading) ? 'reviewed' : key);
  }
  for (const heading of headings) {
    if (guessed.has(heading) || plain(heading).length < 5) continue;
    assign(heading, known.get(mostSimilar(plain(heading), known.keys())));
  }
  return {
    columns: {
      ...decided,
      ...Object.fromEntries(headings.filter(Boolean).map((heading) => [heading, guessed.get(heading) ?? ''])),
    },
    defaults: {},
    names: {},
  };
}

/** What a file says about a word of a stranger: words such as `__proto__` must not find what every object has. */
export const lookUp = (map: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(map, word) ? map[word] : undefined;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** The mapping in a file; undefined when it is not one. */
export function readMapping(text: string): Mapping | undefined {
  const { value, problems } = parseYaml('', text);
  if (problems.length > 0 || !isMap(value)) return undefined;
  return {
    columns: texts(value['columns']),
    defaults: isMap(value['defaults']) ? value['defaults'] : {},
    names: texts(value['names']),
  };
}

const comments = {
  de: {
    columns: 'Spalte der Tabelle: Feld des Datenblatts. Leer: Die Spalte wird nicht übernommen.',
    defaults: 'Was für neue Angebote gilt, wenn die Tabelle nichts dazu sagt, zum Beispiel „status: active“.',
    names: 'Namen aus der Quelle, die hier anders heißen: „Sprachbrücke e.V.“: sprachbruecke-brinkenau',
  },
  en: {
    columns: 'Column of the table: field of the data sheet. Empty: the column is left out.',
    defaults: 'What holds for new offers where the table says nothing, for example “status: active”.',
    names: 'Names in the source that are called differently here: “Language Bridge”: sprachbruecke-brinkenau',
  },
};

/** The file of a mapping, with a line that explains each part. */
export function writeMapping(mapping: Mapping, lang: 'de' | 'en'): string {
  const part = (name: keyof Mapping): string => {
    const map = mapping[name];
    const lines = Object.keys(map).length === 0 ? ` {}` : `\n  ${emitMap(map, undefined, '  ', 1)}`;
    return `# ${comments[lang][name]}\n${name}:${lines}\n`;
  };
  return [part('columns'), part('defaults'), part('names')].join('\n');
}
