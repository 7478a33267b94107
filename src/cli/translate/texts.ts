import type { ServiceProblem } from '../../translation/machine/send.ts';
import type { RejectionReason } from '../../translation/rejection.ts';
import type { TranslationState } from '../../insight/translation-status.ts';
import type { Collection } from '../../content/schemas.ts';

const de = {
  help: `Übersetzungen: Stand anzeigen, hinausgeben, hereinholen, Lücken füllen

  npm run translate -- status [--lang ar] [--format text|json]
      zeigt je Sprache, was fehlt, veraltet, maschinell, gegengelesen oder aktuell ist
  npm run translate -- export --format xliff|csv --lang ar [--only missing|outdated|all] [--out Datei]
      schreibt die Texte für ein Übersetzungsbüro (xliff) oder eine Tabelle (csv); ohne --only: missing
  npm run translate -- import <Datei> [--accept-stale] [--overwrite] [--by human|machine] [--reviewed-by Stelle] [--dry-run]
      prüft die Datei und schreibt die Übersetzungen
  npm run translate -- fill --lang ar --provider deepl|libretranslate [--limit Zahl] [--outdated] [--dry-run]
      lässt fehlende Texte maschinell übersetzen
  npm run translate -- stamp <Dateien…> | --all [--by human|machine]
      trägt in Übersetzungen ein, dass sie zum heutigen Ausgangstext passen

  --accept-stale        schreibt auch Texte, deren Ausgangstext sich geändert hat, und kennzeichnet sie als veraltet
  --overwrite           ersetzt auch, was seit dem Export in der Übersetzung geändert wurde
  --outdated            übersetzt auch veraltete Texte neu, die eine Maschine übersetzt und niemand gegengelesen hat
  --dry-run             schreibt und sendet nichts, zeigt nur, was geschähe
  --messages de|en      Sprache dieser Ausgaben (sonst nach LANG)
  CONTENT_DIR           Ordner mit den Inhalten (sonst: content)
  DEEPL_API_KEY         Schlüssel für DeepL; DEEPL_API_URL nur, wenn die Adresse eine andere ist
  LIBRETRANSLATE_URL    Adresse des LibreTranslate-Servers; LIBRETRANSLATE_API_KEY, wenn er einen Schlüssel verlangt
  TRANSLATE_TIMEOUT     Sekunden, die auf eine Antwort gewartet wird (sonst: 30)

  Rückgabe: 0 alles getan · 1 etwas blieb liegen, es steht dabei · 2 falscher Aufruf
`,
  wrongUse: 'Diesen Aufruf verstehe ich nicht. Hilfe: npm run translate -- --help',
  noFolder: (folder: string) => `Den Ordner ${folder} gibt es nicht.`,
  noFile: (file: string) => `Die Datei ${file} ist nicht lesbar.`,
  fileExists: (file: string) => `Die Datei ${file} gibt es schon. Bitte einen anderen Namen mit --out nennen.`,
  notExchange: (file: string) =>
    `${file} ist keine Übersetzungsdatei, die ich lesen kann: weder XLIFF 1.2 noch CSV mit allen Spalten.`,
  badLanguage: (lang: string, source: string) =>
    `„${lang}“ ist keine Sprache, in die übersetzt wird. Möglich sind die Sprachen der Oberfläche außer „${source}“.`,
  otherSource: (found: string, wanted: string) =>
    `Die Datei wurde aus „${found}“ übersetzt, die Inhalte sind auf „${wanted}“ geschrieben.`,
  notATranslation: (file: string) => `${file}: keine Übersetzung zu einem lesbaren Ausgangstext`,
  unreadable: (file: string) => `${file}: der Kopf der Datei (zwischen den Zeilen ---) ist nicht lesbar`,
  changedMeanwhile: (file: string) => `${file}: wurde inzwischen von jemand anderem geändert`,
  stamped: (count: number) => `${count} Übersetzung(en) gekennzeichnet`,
  language: 'Sprache',
  states: {
    missing: 'fehlt',
    outdated: 'veraltet',
    machine: 'maschinell',
    reviewed: 'gegengelesen',
    current: 'aktuell',
  } satisfies Record<TranslationState, string>,
  collections: {
    offers: 'Angebote',
    organisations: 'Organisationen',
    places: 'Orte',
    pages: 'Seiten',
    networks: 'Netzwerke',
    events: 'Termine',
    editions: 'Ausgaben des Konzepts',
    goals: 'Ziele',
    measures: 'Maßnahmen',
    indicators: 'Kennzahlen',
    guidelines: 'Leitlinien',
    needs: 'Bedarfe',
    funding: 'Förderprogramme',
    guides: 'Wegweiser',
  } satisfies Record<Collection, string>,
  total: 'zusammen',
  outdated: 'Veraltet:',
  words: (count: number) => `${count} Wörter`,
  exported: (units: number, entries: number, file: string) => `${units} Texte aus ${entries} Einträgen: ${file}`,
  nothingToExport: 'Es gibt nichts zu übersetzen.',
  written: (file: string) => `  geschrieben: ${file}`,
  wouldWrite: (file: string) => `  würde geschrieben: ${file}`,
  writtenOutdated: (file: string) => `  geschrieben, als veraltet gekennzeichnet: ${file}`,
  imported: (written: number, unchanged: number, rejected: number) =>
    `${written} Datei(en) geschrieben, ${unchanged} unverändert, ${rejected} Text(e) nicht übernommen`,
  empty: (count: number) => `${count} Text(e) haben noch keine Übersetzung.`,
  rejected: 'Nicht übernommen:',
  look: 'Übernommen, aber bitte ansehen (anders geschrieben oder nicht gefunden):',
  reasons: {
    'unknown-entry': 'diesen Text gibt es nicht (mehr)',
    'unknown-field': 'dieses Feld hat der Ausgangstext nicht',
    stale: 'der Ausgangstext hat sich seit dem Export geändert (trotzdem schreiben: --accept-stale)',
    conflict: 'jemand hat die Übersetzung seit dem Export geändert (ersetzen: --overwrite)',
    'too-long': 'zu lang',
    'too-short': 'zu kurz',
    lost: 'es fehlt etwas, das im Ausgangstext steht',
    added: 'es steht etwas da, das der Ausgangstext nicht hat',
    placeholder: 'ein Platzhalter fehlt oder ist zu viel',
    untranslated: 'das ist noch der Ausgangstext',
    unsafe: 'nicht erlaubt',
    structure: 'die Absätze passen nicht mehr zum Ausgangstext',
    incomplete: 'dazu gehört noch ein Text, der fehlt; halbe Listen und Beschreibungen erscheinen nicht',
    unreadable: 'die Datei der Übersetzung ist nicht lesbar',
    'changed-meanwhile': 'die Datei wurde inzwischen von jemand anderem geändert',
  } satisfies Record<RejectionReason, string>,
  nothingToFill: 'Es gibt keine Lücken, die eine Maschine füllen darf.',
  wouldSend: (entries: number, units: number, characters: number, provider: string) =>
    `${units} Texte aus ${entries} Einträgen, rund ${characters} Zeichen, würden an ${provider} gesendet:`,
  filled: (written: number, characters: number, rejected: number) =>
    `${written} Datei(en) geschrieben, rund ${characters} Zeichen gesendet, ${rejected} Text(e) nicht übernommen`,
  broken: (count: number) => `${count} Datei(en) mit Fehlern werden nicht gesendet. Welche: npm run check`,
  keyMissing: (name: string) => `Bitte ${name} setzen.`,
  unsafeAddress: (name: string) =>
    `${name} muss mit https:// beginnen; nur auf diesem Rechner selbst geht auch http://.`,
  problems: {
    forbidden: 'Der Dienst nimmt den Schlüssel nicht an.',
    quota: 'Das Kontingent des Dienstes ist aufgebraucht.',
    'too-many': 'Der Dienst ist überlastet und nimmt auch nach mehreren Versuchen nichts an. Bitte später noch einmal.',
    server: 'Der Dienst hat einen Fehler. Bitte später noch einmal.',
    timeout: 'Der Dienst antwortet nicht rechtzeitig. Bitte später noch einmal.',
    network: 'Der Dienst ist nicht erreichbar.',
    request: 'Der Dienst versteht die Anfrage nicht.',
    answer: 'Die Antwort des Dienstes passt nicht zur Anfrage. Nichts davon wurde übernommen.',
    language: 'Der Dienst übersetzt diese Sprachen nicht.',
  } satisfies Record<ServiceProblem['kind'], string>,
};

const en: typeof de = {
  help: `Translations: show their state, hand them out, take them in, fill gaps

  npm run translate -- status [--lang ar] [--format text|json]
      shows what is missing, outdated, machine-made, reviewed or up to date in each language
  npm run translate -- export --format xliff|csv --lang ar [--only missing|outdated|all] [--out file]
      writes the texts for an agency (xliff) or a spreadsheet (csv); without --only: missing
  npm run translate -- import <file> [--accept-stale] [--overwrite] [--by human|machine] [--reviewed-by office] [--dry-run]
      checks the file and writes the translations
  npm run translate -- fill --lang ar --provider deepl|libretranslate [--limit number] [--outdated] [--dry-run]
      has missing texts translated by a machine
  npm run translate -- stamp <files…> | --all [--by human|machine]
      notes in translations that they match today's source text, to mark them as up to date

  --accept-stale        also writes texts whose source has changed, and marks them as outdated
  --overwrite           also replaces what was changed in the translation since the export
  --outdated            also translates outdated texts again that a machine has translated and nobody has reviewed
  --dry-run             writes and sends nothing, only shows what would happen
  --messages de|en      language of this output (otherwise as LANG says)
  CONTENT_DIR           folder with the content (otherwise: content)
  DEEPL_API_KEY         key for DeepL; DEEPL_API_URL only where the address is another one
  LIBRETRANSLATE_URL    address of the LibreTranslate server; LIBRETRANSLATE_API_KEY where it asks for a key
  TRANSLATE_TIMEOUT     seconds to wait for an answer (otherwise: 30)

  Exit code: 0 all done · 1 something was left, and is named · 2 wrong use
`,
  wrongUse: 'I do not understand this call. Help: npm run translate -- --help',
  noFolder: (folder) => `There is no folder ${folder}.`,
  noFile: (file) => `The file ${file} cannot be read.`,
  fileExists: (file) => `There is a file ${file} already. Please name another one with --out.`,
  notExchange: (file) =>
    `${file} is no translation file that I can read: neither XLIFF 1.2 nor CSV with all its columns.`,
  badLanguage: (lang, source) =>
    `“${lang}” is no language to translate into. Possible are the languages of the interface except “${source}”.`,
  otherSource: (found, wanted) => `The file was translated from “${found}”, the content is written in “${wanted}”.`,
  notATranslation: (file) => `${file}: not a translation of a readable source text`,
  unreadable: (file) => `${file}: the head of the file (between the lines ---) cannot be read`,
  changedMeanwhile: (file) => `${file}: was changed by somebody else in the meantime`,
  stamped: (count) => `${count} translation(s) marked`,
  language: 'Language',
  states: {
    missing: 'missing',
    outdated: 'outdated',
    machine: 'machine',
    reviewed: 'reviewed',
    current: 'up to date',
  },
  collections: {
    offers: 'offers',
    organisations: 'organisations',
    places: 'places',
    pages: 'pages',
    networks: 'networks',
    events: 'events',
    editions: 'editions of the concept',
    goals: 'goals',
    measures: 'measures',
    indicators: 'indicators',
    guidelines: 'guidelines',
    needs: 'needs',
    funding: 'funding programmes',
    guides: 'guides',
  },
  total: 'together',
  outdated: 'Outdated:',
  words: (count) => `${count} words`,
  exported: (units, entries, file) => `${units} texts from ${entries} entries: ${file}`,
  nothingToExport: 'There is nothing to translate.',
  written: (file) => `  written: ${file}`,
  wouldWrite: (file) => `  would be written: ${file}`,
  writtenOutdated: (file) => `  written, marked as outdated: ${file}`,
  imported: (written, unchanged, rejected) =>
    `${written} file(s) written, ${unchanged} unchanged, ${rejected} text(s) not taken over`,
  empty: (count) => `${count} text(s) have no translation yet.`,
  rejected: 'Not taken over:',
  look: 'Taken over, but please have a look (written differently, or not found):',
  reasons: {
    'unknown-entry': 'there is no such text (any more)',
    'unknown-field': 'the source text has no such field',
    stale: 'the source text has changed since the export (to write it all the same: --accept-stale)',
    conflict: 'somebody has changed the translation since the export (to replace it: --overwrite)',
    'too-long': 'too long',
    'too-short': 'too short',
    lost: 'something is missing that the source text has',
    added: 'there is something that the source text does not have',
    placeholder: 'a placeholder is missing, or there is one too many',
    untranslated: 'this is still the source text',
    unsafe: 'not allowed',
    structure: 'the paragraphs no longer match the source text',
    incomplete: 'another text that belongs to it is missing; half a list or description is not published',
    unreadable: 'the file of the translation cannot be read',
    'changed-meanwhile': 'the file was changed by somebody else in the meantime',
  },
  nothingToFill: 'There are no gaps that a machine may fill.',
  wouldSend: (entries, units, characters, provider) =>
    `${units} texts from ${entries} entries, about ${characters} characters, would be sent to ${provider}:`,
  filled: (written, characters, rejected) =>
    `${written} file(s) written, about ${characters} characters sent, ${rejected} text(s) not taken over`,
  broken: (count) => `${count} file(s) with errors are not sent. Which ones: npm run check`,
  keyMissing: (name) => `Please set ${name}.`,
  unsafeAddress: (name) => `${name} must begin with https://; only on this very computer http:// will do.`,
  problems: {
    forbidden: 'The service does not accept the key.',
    quota: 'The quota of the service is used up.',
    'too-many': 'The service is too busy, and did not accept anything after several tries. Please try again later.',
    server: 'The service has a fault. Please try again later.',
    timeout: 'The service does not answer in time. Please try again later.',
    network: 'The service cannot be reached.',
    request: 'The service does not understand the request.',
    answer: 'The answer of the service does not fit the request. Nothing of it was taken over.',
    language: 'The service does not translate these languages.',
  },
};

export const texts = { de, en };
export type Texts = typeof de;
