import type { SheetLanguage } from '../datasheet/fields.ts';

/** What the editing page says itself; everything about fields comes from the schemas. */
export interface AdminWords {
  readonly title: string;
  readonly body: string;
  readonly bodyHint: string;
  /** Plural names of collections; a collection that is not named here shows the title of its schema. */
  readonly collections: Readonly<Record<string, string>>;
  readonly vocabularies: string;
  readonly settings: string;
  /** The two ways to say where something is, for fields that take the id of an entry or the details themselves. */
  readonly known: string;
  readonly own: string;
  /** Messages of fields whose form is checked. */
  readonly wrong: Readonly<
    Record<'date' | 'time-of-day' | 'phone' | 'email' | 'web-address' | 'language-tag' | 'pattern', string>
  >;
  readonly loading: string;
  readonly noScript: string;
  readonly failed: string;
  readonly unsupported: string;
}

export const adminWords: Readonly<Record<SheetLanguage, AdminWords>> = {
  de: {
    title: 'Redaktion',
    body: 'Beschreibung',
    bodyHint: 'Absätze durch eine leere Zeile trennen. Überschriften beginnen mit ##, Listen mit einem Strich.',
    collections: {
      offers: 'Angebote',
      organisations: 'Träger',
      places: 'Orte',
      pages: 'Seiten',
      networks: 'Netzwerke',
      events: 'Termine',
      editions: 'Konzepte',
      goals: 'Ziele',
      measures: 'Maßnahmen',
      indicators: 'Kennzahlen',
      guidelines: 'Leitlinien',
      needs: 'Bedarfe',
      funding: 'Förderprogramme',
      guides: 'Wegweiser',
    },
    vocabularies: 'Begriffslisten',
    settings: 'Website',
    known: 'Bekannter Ort',
    own: 'Eigene Adresse',
    wrong: {
      date: 'Bitte als Jahr-Monat-Tag, zum Beispiel 2026-09-01.',
      'time-of-day': 'Bitte als Stunde:Minute, zum Beispiel 09:30.',
      phone: 'Bitte mit Vorwahl, nur Ziffern, Leerzeichen und +.',
      email: 'Das ist keine E-Mail-Adresse.',
      'web-address': 'Bitte die ganze Adresse mit https://.',
      'language-tag': 'Bitte das Kürzel der Sprache, zum Beispiel ar oder uk.',
      pattern: 'Diese Form geht hier nicht.',
    },
    loading: 'Die Redaktion wird geladen …',
    noScript: 'Die Redaktion braucht JavaScript.',
    failed: 'Die Redaktion konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
    unsupported: 'Diese Datei kann hier nicht geändert werden, ihr Kopf ist kein gültiges YAML.',
  },
  en: {
    title: 'Editing',
    body: 'Description',
    bodyHint: 'An empty line between paragraphs. Headings begin with ##, items of a list with a dash.',
    collections: {
      offers: 'Offers',
      organisations: 'Organisations',
      places: 'Places',
      pages: 'Pages',
      networks: 'Networks',
      events: 'Events',
      editions: 'Concepts',
      goals: 'Goals',
      measures: 'Measures',
      indicators: 'Indicators',
      guidelines: 'Guidelines',
      needs: 'Needs',
      funding: 'Funding programmes',
      guides: 'Guides',
    },
    vocabularies: 'Vocabularies',
    settings: 'Site',
    known: 'Known place',
    own: 'Address of its own',
    wrong: {
      date: 'Please as year-month-day, for example 2026-09-01.',
      'time-of-day': 'Please as hour:minute, for example 09:30.',
      phone: 'Please with the area code; digits, spaces and + only.',
      email: 'This is not an e-mail address.',
      'web-address': 'Please the whole address with https://.',
      'language-tag': 'Please the tag of the language, for example ar or uk.',
      pattern: 'This form is not possible here.',
    },
    loading: 'Loading …',
    noScript: 'Editing needs JavaScript.',
    failed: 'The editor could not be loaded. Please reload the page.',
    unsupported: 'This file cannot be changed here: its front matter is no valid YAML.',
  },
};
