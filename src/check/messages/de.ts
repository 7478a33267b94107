import type { FieldHelp, Frame, Messages } from './messages.ts';

const types: Readonly<Record<string, string>> = {
  string: 'Text',
  number: 'eine Zahl',
  integer: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'eine Gruppe von Feldern',
  null: 'nichts',
};

const typeWords = (names: string): string =>
  names
    .split(', ')
    .map((name) => types[name] ?? name)
    .join(' oder ');

const meant = (suggestion: string): string => (suggestion === '' ? '' : `Meinten Sie \`${suggestion}\`? `);

const example = (field: FieldHelp | undefined): string =>
  field ? `${field.help} Zum Beispiel:\n${field.example}` : '';

const isText = (expected: string, actual: string): boolean =>
  expected === 'string' && (actual === 'number' || actual === 'boolean');

/** What the values of `pattern` in the schemas mean. */
const patterns: Readonly<Record<string, string>> = {
  '^(?=.*\\{z\\})(?=.*\\{x\\})(?=.*\\{y\\})(https://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?)?/[A-Za-z0-9._~/{}?=&:@%-]*$':
    'Die Adresse enthält {z}, {x} und {y} und beginnt mit https:// oder /: `https://karten.example.org/{z}/{x}/{y}.png`.',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'Kleine Buchstaben a bis z, Ziffern und einzelne Bindestriche: `sprachcafe-brinkenau`.',
  '^[0-9]{5}$': "Fünf Ziffern in Anführungszeichen: `'00123'`.",
  '^([0-9]{5}|[0-9]{8})$':
    "Den amtlichen Schlüssel in Anführungszeichen: acht Ziffern bei einer Stadt oder Gemeinde, `'05999012'`, fünf bei einem Kreis, `'05999'`.",
  '^[0-9a-f]{12}$': 'Rufen Sie `npm run translate -- stamp` mit dieser Datei auf; das trägt den richtigen Wert ein.',
  '^[A-Z]{2}$': 'Zwei große Buchstaben: `DE`, `NW`.',
  '^/([A-Za-z0-9._~-]+/)*$': 'Am Anfang und am Ende steht ein Schrägstrich: `/angebote/`.',
  '^[a-z0-9][a-z0-9._-]*\\.(mp4|webm)$':
    'Nennen Sie eine Datei im Ordner `media`, die auf mp4 oder webm endet: `dgs.mp4`.',
  '^[a-z0-9][a-z0-9._-]*\\.vtt$': 'Nennen Sie eine Datei im Ordner `media`, die auf vtt endet: `dgs.vtt`.',
  '^(\\+[0-9]|[0-9])[0-9 ]{1,24}$': 'Schreiben Sie die Nummer, wie man sie wählt: `116 117` oder `+49 221 4710112`.',
  '^[a-z0-9][a-z0-9._-]*\\.(jpg|jpeg|png|webp|avif)$':
    'Nennen Sie eine Datei im Ordner `media`, in kleinen Buchstaben und ohne Leerzeichen: `sprachcafe.jpg`.',
  '^[a-z0-9][a-z0-9._-]*\\.(pdf|odt|ods|odp|docx|xlsx|pptx|csv|ics|jpg|jpeg|png|webp|avif)$':
    'Nennen Sie eine Datei im Ordner `media`, in kleinen Buchstaben und ohne Leerzeichen: `protokoll-2026-11-18.pdf`.',
};

const collections: Readonly<Record<string, string>> = {
  organisations: 'keinen Träger',
  places: 'keinen Ort',
  offers: 'kein Angebot',
  pages: 'keine Seite',
  networks: 'kein Netzwerk',
  events: 'keinen Termin',
  editions: 'keine Ausgabe des Konzepts',
  goals: 'kein Ziel',
  measures: 'keine Maßnahme',
  indicators: 'keine Kennzahl',
  guidelines: 'keine Leitlinie',
  needs: 'keinen Bedarf',
  funding: 'kein Förderprogramm',
  guides: 'keinen Wegweiser',
  vocabularies: 'keine Begriffsliste',
};

const folderOf = (collection: string): string =>
  /^(?:editions|goals|measures|indicators|guidelines|needs)$/.test(collection) ? `concept/${collection}` : collection;

const placeKinds: Readonly<Record<string, string>> = {
  district: 'ein Kreis',
  town: 'eine Stadt oder Gemeinde',
  quarter: 'ein Stadtteil',
  venue: 'ein Gebäude',
};

export const frame: Frame = {
  error: 'Fehler',
  warning: 'Warnung',
  fix: 'So wird es richtig',
  here: 'hier',
  summary: ({ files, errors, warnings }) =>
    errors + warnings === 0
      ? 'Alles in Ordnung.'
      : `${errors} Fehler und ${warnings} ${warnings === 1 ? 'Warnung' : 'Warnungen'} in ${files} ${files === 1 ? 'Datei' : 'Dateien'}.`,
};

export const messages: Messages = {
  'site-missing': {
    message: () => 'Im Ordner mit den Inhalten fehlt `site.yml`.',
    fix: () =>
      'Legen Sie die Datei an oder setzen Sie CONTENT_DIR auf den richtigen Ordner. Nötig sind mindestens `title`, `languages`, `region` und `publisher`.',
  },
  'unreadable-file': {
    message: ({ reason }) =>
      reason === 'special' ? 'Das ist keine gewöhnliche Datei.' : `Die Datei ist nicht lesbar (${reason}).`,
    fix: () => 'Ersetzen Sie sie durch eine gewöhnliche Textdatei, die Sie lesen dürfen, oder löschen Sie sie.',
  },
  'file-too-large': {
    message: ({ size, limit }) => `Die Datei hat ${size} Bytes, erlaubt sind höchstens ${limit}.`,
    fix: () =>
      'Ein Datenblatt ist einige Tausend Bytes lang. Nehmen Sie heraus, was nicht hineingehört, etwa eingefügte Bilder.',
  },
  'not-utf8': {
    message: () => 'Die Datei ist nicht als UTF-8 gespeichert; Buchstaben wie ä oder ş gehen dadurch verloren.',
    fix: () => 'Öffnen Sie sie in Ihrem Editor und speichern Sie sie neu, mit der Kodierung „UTF-8“.',
  },
  'nul-byte': {
    message: () => 'Die Datei enthält ein unsichtbares Null-Zeichen. In Textdateien gibt es das nicht.',
    fix: () => 'Löschen Sie das Zeichen an dieser Stelle oder kopieren Sie den Text in eine neue Datei.',
  },
  'symlink-outside': {
    message: () => 'Das ist eine Verknüpfung zu etwas außerhalb des Ordners mit den Inhalten. Ihr wird nicht gefolgt.',
    fix: () => 'Legen Sie die Datei selbst hierher.',
  },
  'bad-file-name': {
    message: ({ name }) => `„${name}“ geht hier nicht als Dateiname, denn er wird Teil der Internetadresse.`,
    fix: ({ suggestion }) =>
      `Erlaubt sind kleine Buchstaben a bis z, Ziffern und Bindestriche. Nennen Sie die Datei \`${suggestion}\`.`,
  },
  'unexpected-file': {
    message: ({ name }) => `„${name}“ wird nicht verwendet: So etwas wird hier nicht erwartet.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Legen Sie die Datei dorthin, wo sie hingehört, oder löschen Sie sie.'
        : `Meinten Sie \`${suggestion}\`? Dann benennen Sie sie um.`,
  },
  'unknown-language-file': {
    message: ({ language }) => `Eine Sprache „${language}“ gibt es auf der Website nicht.`,
    fix: ({ suggestion }) =>
      `${meant(suggestion)}Eine Übersetzung heißt wie ihr Ausgangstext, mit der Sprache vor der Endung: \`sprachcafe.ar.md\`.`,
  },
  'duplicate-id': {
    message: ({ other }) =>
      `Diese Datei und \`${other}\` unterscheiden sich nur durch große Buchstaben oder die Endung.`,
    fix: () => 'Behalten Sie eine davon; löschen Sie die andere oder benennen Sie sie um.',
  },

  'front-matter-missing': {
    message: () =>
      'Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen; so sind ihre Felder nicht zu finden.',
    fix: () => 'Schreiben Sie `---` als allererste Zeile, dann die Felder, dann wieder `---`, dann den Text.',
  },
  'front-matter-unclosed': {
    message: () => 'Nach den Feldern am Anfang fehlt die Zeile aus drei Bindestrichen.',
    fix: () => 'Schreiben Sie zwischen das letzte Feld und den Text eine Zeile, in der nur `---` steht.',
  },
  'front-matter-language': {
    message: ({ language }) =>
      `Felder als „${language}“ werden abgelehnt: Gelesen wird nur YAML, ausgeführt wird nie etwas.`,
    fix: () => 'Schreiben Sie in die erste Zeile nur `---` und die Felder in der Form `name: Wert`.',
  },
  'front-matter-shape': {
    message: ({ actual }) =>
      `Die Datei soll Felder der Form \`name: Wert\` enthalten, enthält aber ${types[actual] ?? actual}.`,
    fix: () => 'Schreiben Sie ein Feld je Zeile, zum Beispiel `title: Sprachcafé Brinkenau`.',
  },
  'yaml-syntax': {
    message: ({ reason }) =>
      ({
        'colon-in-text': 'In dieser Zeile steht ein zweiter Doppelpunkt; so ist unklar, wo der Wert beginnt.',
        'colon-without-space': 'Diese Zeile ist kein Feld: Es fehlt ein Doppelpunkt mit einem Leerzeichen danach.',
        'quote-missing': 'Hier beginnt ein Anführungszeichen, das nie geschlossen wird.',
        'bracket-missing': 'Eine Klammer wird geöffnet, aber nicht geschlossen.',
        'bad-start': 'Mit diesem Zeichen darf ein Wert nicht beginnen.',
        'bad-indent': 'Diese Zeile ist nicht so eingerückt wie die Zeilen um sie herum.',
        'bad-escape': 'Ein umgekehrter Schrägstrich hat zwischen doppelten Anführungszeichen eine besondere Bedeutung.',
        'text-after-quote': 'Nach dem schließenden Anführungszeichen folgt noch Text.',
        other: 'Ab hier sind die Felder nicht lesbar.',
      })[reason],
    fix: ({ reason }) =>
      ({
        'colon-in-text': "Setzen Sie den Wert in Anführungszeichen: `title: 'Deutsch: ein Kurs'`.",
        'colon-without-space': 'Nach dem Namen kommen Doppelpunkt und Leerzeichen: `title: Sprachcafé`.',
        'quote-missing':
          'Schließen Sie es mit demselben Zeichen. Gehört das Zeichen zum Text, nehmen Sie außen die andere Sorte: `"Geht\'s los?"`.',
        'bracket-missing': 'Schließen Sie sie: `days: [monday, tuesday]`.',
        'bad-start': "Setzen Sie den Wert in Anführungszeichen: `note: '@ Bücherei'`.",
        'bad-indent': 'Felder derselben Gruppe beginnen in derselben Spalte; je Ebene zwei Leerzeichen.',
        'bad-escape': "Nehmen Sie einfache Anführungszeichen: `'C:\\Dateien'`.",
        'text-after-quote': 'Setzen Sie den ganzen Wert in Anführungszeichen: `note: \'"Café" am Montag\'`.',
        other:
          'Vergleichen Sie die Zeile mit demselben Feld in einer anderen Datei. Text mit Sonderzeichen gehört in Anführungszeichen.',
      })[reason],
  },
  'yaml-tab': {
    message: () => 'Die Zeile ist mit einem Tabulator eingerückt.',
    fix: () => 'Rücken Sie mit Leerzeichen ein, zwei je Ebene.',
  },
  'yaml-alias': {
    message: () =>
      'Verweise innerhalb von YAML (`&name`, `*name`) werden abgelehnt: Mit ihnen kann eine kleine Datei endlos groß werden.',
    fix: () =>
      "Schreiben Sie den Wert noch einmal aus. Text, der mit * oder & beginnt, gehört in Anführungszeichen: `note: '* nur für Frauen'`.",
  },
  'null-character': {
    message: () => 'Hier steht ein Zeichen, das es in keinem Text gibt (Null-Zeichen).',
    fix: () => 'Löschen Sie es. War ein umgekehrter Schrägstrich gemeint? Dann schreiben Sie ihn doppelt: `"C:\\\\0"`.',
  },
  'yaml-tag': {
    message: ({ tag }) => `Der Typ „${tag}“ wird abgelehnt: Felder enthalten nur Text, Zahlen, Listen und Gruppen.`,
    fix: () => "Nehmen Sie ihn heraus. Text, der mit ! beginnt, gehört in Anführungszeichen: `note: '! neuer Raum'`.",
  },
  'yaml-too-deep': {
    message: ({ limit }) => `Listen und Gruppen sind mehr als ${limit} Ebenen tief verschachtelt.`,
    fix: () => 'Kein Feld braucht das. Nehmen Sie die Klammern oder die Einrückung an dieser Stelle heraus.',
  },
  'duplicate-key': {
    message: ({ key }) => `Das Feld \`${key}\` steht hier zweimal.`,
    fix: () => 'Behalten Sie eines davon und löschen Sie das andere.',
  },

  'missing-field': {
    message: ({ field }) => `Das Feld \`${field}\` fehlt.`,
    fix: (_, field) => (field ? `Ergänzen Sie es. ${example(field)}` : 'Ergänzen Sie es.'),
  },
  'missing-one-of': {
    message: ({ field, fields }) => `\`${field}\` braucht mindestens eines dieser Felder: ${fields}.`,
    fix: ({ fields }) => `Ergänzen Sie eines davon, zum Beispiel \`${fields.split(', ')[0]}\`.`,
  },
  'unknown-field': {
    message: ({ field }) => `Ein Feld \`${field}\` gibt es nicht.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Löschen Sie es oder schreiben Sie den Text in die Beschreibung unter den Feldern.'
        : meant(suggestion).trim(),
  },
  'wrong-type': {
    message: ({ field, expected, actual }) => {
      if (actual === 'null') return `Das Feld \`${field}\` ist leer.`;
      if (isText(expected, actual))
        return `Das Feld \`${field}\` soll Text sein, wird aber als ${actual === 'number' ? 'Zahl' : 'true oder false'} gelesen.`;
      return `Das Feld \`${field}\` soll ${typeWords(expected)} sein, ist aber ${typeWords(actual)}.`;
    },
    fix: ({ expected, actual, value }, field) => {
      if (actual === 'null') return `Füllen Sie es aus oder löschen Sie die Zeile. ${example(field)}`.trim();
      if (isText(expected, actual))
        return "Setzen Sie es in Anführungszeichen, genau so, wie es erscheinen soll: `'0123'`. Sonst geht eine 0 am Anfang verloren.";
      if (expected === 'array' && actual === 'string') return `Setzen Sie es in eckige Klammern: \`[${value}]\`.`;
      return example(field) || `Erwartet wird: ${typeWords(expected)}.`;
    },
  },
  'wrong-value': {
    message: ({ field, value }) => `„${value}“ ist bei \`${field}\` nicht möglich.`,
    fix: ({ allowed, suggestion }) => `${meant(suggestion)}Möglich sind: ${allowed}.`,
  },
  'too-long': {
    message: ({ field, limit, length }) => `Das Feld \`${field}\` hat ${length} Zeichen, höchstens ${limit} passen.`,
    fix: ({ limit, length }) =>
      `Kürzen Sie um mindestens ${length - limit} Zeichen. Einzelheiten gehören in den Text unter den Feldern.`,
  },
  'too-short': {
    message: ({ field, limit, length }) =>
      length === 0
        ? `Das Feld \`${field}\` ist leer.`
        : `Das Feld \`${field}\` hat nur ${length} Zeichen, nötig sind mindestens ${limit}.`,
    fix: (_, field) => example(field) || 'Schreiben Sie es ausführlicher.',
  },
  'too-many': {
    message: ({ field, limit, count }) => `\`${field}\` hat ${count} Einträge, höchstens ${limit} sind möglich.`,
    fix: ({ limit }) => `Behalten Sie die ${limit} wichtigsten.`,
  },
  'too-few': {
    message: ({ field, limit, count }) =>
      count === 0
        ? `Die Liste \`${field}\` ist leer.`
        : `\`${field}\` hat nur ${count} Einträge, nötig sind mindestens ${limit}.`,
    fix: (_, field) => example(field) || 'Ergänzen Sie einen Eintrag oder löschen Sie das Feld.',
  },
  'out-of-range': {
    message: ({ field, value, bound }) => `${value} ist zu ${bound === 'min' ? 'klein' : 'groß'} für \`${field}\`.`,
    fix: ({ bound, limit }) => `Schreiben Sie ${bound === 'min' ? `${limit} oder mehr` : `${limit} oder weniger`}.`,
  },
  'repeated-value': {
    message: ({ field, value }) => `„${value}“ steht in \`${field}\` mehr als einmal.`,
    fix: () => 'Löschen Sie die Wiederholung.',
  },
  'bad-pattern': {
    message: ({ field, value }) => `„${value}“ hat nicht die richtige Form für \`${field}\`.`,
    fix: ({ pattern }, field) => patterns[pattern] ?? example(field),
  },
  'bad-date': {
    message: ({ field, value }) => `„${value}“ in \`${field}\` ist kein Datum, das es gibt.`,
    fix: () => 'Schreiben Sie Jahr-Monat-Tag in Ziffern: `2026-02-28`.',
  },
  'bad-time': {
    message: ({ field, value }) => `„${value}“ in \`${field}\` ist keine Uhrzeit.`,
    fix: ({ suggestion }) =>
      `Schreiben Sie Stunden und Minuten mit je zwei Ziffern, von 00:00 bis 23:59: \`'${suggestion || '09:00'}'\`.`,
  },
  'bad-language': {
    message: ({ field, value }) => `„${value}“ in \`${field}\` ist kein Kürzel einer Sprache.`,
    fix: ({ suggestion }) =>
      `${meant(suggestion)}Gemeint sind die Kürzel nach BCP 47, zum Beispiel \`de\`, \`ar\`, \`uk\`, \`ti\`.`,
  },
  'bad-phone': {
    message: ({ field, value }) => `„${value}“ in \`${field}\` ist keine Telefonnummer, die man wählen kann.`,
    fix: () =>
      'Schreiben Sie die Nummer mit Landes- und Ortsvorwahl: `+49 221 4710100`. Nur eine Nummer je Kontakt; Worte gehören in `hours`.',
  },
  'bad-email': {
    message: ({ field, value }) => `„${value}“ in \`${field}\` ist keine E-Mail-Adresse.`,
    fix: () => 'Schreiben Sie eine Adresse ohne Leerzeichen: `sprachcafe@example.org`.',
  },
  'bad-link': {
    message: ({ field, value }) =>
      `„${value}“ in \`${field}\` ist keine Internetadresse, auf die verwiesen werden darf.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Schreiben Sie die ganze Adresse mit https://, zum Beispiel `https://www.example.org`.'
        : meant(suggestion).trim(),
  },

  'time-order': {
    message: ({ field, from, to }) => `In \`${field}\` liegt das Ende (${to}) nicht nach dem Beginn (${from}).`,
    fix: () =>
      'Tauschen Sie beide oder berichtigen Sie eines. Was über Mitternacht dauert, wird als zwei Einträge geschrieben.',
  },
  'period-order': {
    message: ({ field, from, until }) => `In \`${field}\` liegt das Ende (${until}) vor dem Beginn (${from}).`,
    fix: () => 'Tauschen Sie beide oder berichtigen Sie eines.',
  },
  'age-order': {
    message: ({ min, max }) => `Das höchste Alter (${max}) liegt unter dem niedrigsten (${min}).`,
    fix: () => 'Tauschen Sie beide oder berichtigen Sie eines.',
  },
  'german-level-order': {
    message: ({ min, target }) => `Der Kurs führt zu ${target}, obwohl man schon ${min} mitbringen muss.`,
    fix: () => '`min` ist, was man schon können muss, `target`, was man erreicht: `{ min: A1, target: A2 }`.',
  },
  'two-weeks-needs-start': {
    message: ({ field }) => `\`${field}\` findet alle zwei Wochen statt, aber niemand weiß, in welchen Wochen.`,
    fix: () => 'Ergänzen Sie den ersten Tag, an dem es stattfindet: `valid: { from: 2026-01-07 }`.',
  },
  'paid-without-amount': {
    message: () => 'Das Angebot kostet etwas, aber es steht nicht da, wie viel.',
    fix: () =>
      'Ergänzen Sie den Preis: `cost: { kind: paid, amount: 2.50, unit: session }`. Ist er verschieden, erklären Sie es in `note`.',
  },
  'paused-without-status': {
    message: ({ status }) => `Das Feld \`paused\` bewirkt nichts, denn der Stand ist \`${status}\`.`,
    fix: () => 'Schreiben Sie `status: paused` oder löschen Sie das Feld.',
  },
  'pause-over': {
    message: ({ until }) => `Die Pause ist seit ${until} vorbei, aber das Angebot gilt noch als pausiert.`,
    fix: () => 'Schreiben Sie `status: active` und löschen Sie `paused`, oder geben Sie ein neues Ende an.',
  },
  'volunteering-without-type': {
    message: ({ type }) => `\`volunteering\` beschreibt ein Ehrenamt, aber die Art des Angebots ist \`${type}\`.`,
    fix: () =>
      'Schreiben Sie `type: volunteering`, oder legen Sie für das Ehrenamt ein eigenes Angebot an und löschen Sie `volunteering` hier.',
  },
  'same-dimension': {
    message: ({ dimension }) => `Eine Tabelle vergleicht „${dimension}“ mit sich selbst.`,
    fix: () => 'Geben Sie bei `rows` und `columns` zwei verschiedene Merkmale an.',
  },

  'date-order': {
    message: ({ field, date, other }) => `\`${field}\`: ${date} müsste nach ${other} liegen.`,
    fix: () => 'Ordnen Sie die Einträge nach dem Datum, der älteste zuerst, jedes Datum nur einmal.',
  },
  'date-in-future': {
    message: ({ field, date }) => `Bei \`${field}\` steht ${date}; das kommt erst noch.`,
    fix: () => 'Tragen Sie den Tag ein, seit dem es wirklich so ist, spätestens heute.',
  },
  'event-status': {
    message: ({ status, date }) =>
      status === 'held'
        ? `Der Termin gilt als gehalten, ist aber erst am ${date}.`
        : `Der Termin gilt noch als geplant, war aber am ${date}.`,
    fix: ({ status }) =>
      status === 'held'
        ? 'Schreiben Sie `status: planned` oder berichtigen Sie das Datum.'
        : 'Schreiben Sie `status: held`, am besten mit Ergebnissen, oder `status: cancelled`, wenn er ausgefallen ist.',
  },
  'agenda-order': {
    message: ({ time, before }) => `Der Punkt um ${time} steht in der Tagesordnung nach dem um ${before}.`,
    fix: () => 'Ordnen Sie die Punkte nach der Uhrzeit.',
  },
  'step-order': {
    message: ({ when, before }) => `Der Schritt für „${when}“ steht nach einem für „${before}“.`,
    fix: () => 'Ordnen Sie die Schritte so, wie man sie geht: first-days, first-weeks, first-months, later.',
  },
  'step-offer-gone': {
    message: ({ id, status }) =>
      status === 'draft'
        ? `Das Angebot „${id}“ ist noch ein Entwurf und steht nicht im Wegweiser.`
        : `Das Angebot „${id}“ gibt es nicht mehr. Der Wegweiser zeigt es nicht.`,
    fix: () => 'Nennen Sie ein anderes Angebot oder nehmen Sie die Zeile heraus.',
  },
  'step-without-offer': {
    message: ({ step }) => `Zum Schritt „${step}“ passt zurzeit kein Angebot.`,
    fix: () =>
      'Wählen Sie unter `find` mehr Themen oder nennen Sie Angebote. Wer hier liest, braucht einen Weg weiter.',
  },
  'edition-order': {
    message: ({ from, previous, since }) =>
      `Die Ausgabe gilt ab ${from}, ihre vorige Ausgabe „${previous}“ aber erst ab ${since}.`,
    fix: () => '`previous` nennt die ältere Ausgabe. Berichtigen Sie es oder eines der Daten.',
  },
  'field-outside-edition': {
    message: ({ id, edition }) => `Das Handlungsfeld „${id}“ ist kein Kapitel der Ausgabe „${edition}“.`,
    fix: ({ fields }) =>
      `Nehmen Sie eines ihrer Handlungsfelder (${fields}) oder ergänzen Sie es dort bei \`fields_of_action\`.`,
  },
  'continues-edition': {
    message: ({ id, edition, expected }) =>
      expected === ''
        ? `„${id}“ gehört zur Ausgabe „${edition}“, aber eine vorige Ausgabe ist nicht bekannt.`
        : `„${id}“ gehört zur Ausgabe „${edition}“; fortgeführt werden kann nur aus der vorigen, „${expected}“.`,
    fix: ({ expected }) =>
      expected === ''
        ? 'Nennen Sie bei der Ausgabe unter `previous` die vorige, oder löschen Sie `continues`.'
        : `Nennen Sie bei \`continues\` einen Eintrag aus „${expected}“.`,
  },
  'measure-late': {
    message: ({ until }) => `Die Maßnahme sollte bis ${until} fertig sein, ist es aber nicht, und ein Grund fehlt.`,
    fix: () =>
      'Schreiben Sie unter `reason` in ein bis zwei Sätzen, warum es länger dauert, oder bringen Sie `status` auf den neuen Stand.',
  },
  'target-before-start': {
    message: ({ by, start }) => `Der Zielwert soll bis ${by} erreicht sein, die Werte beginnen aber erst am ${start}.`,
    fix: () => 'Berichtigen Sie das Datum bei `target` oder das des ersten Wertes.',
  },
  'target-unmet': {
    message: ({ label, unmet, of, shown, more }) =>
      `„${label}“ ist in ${unmet} von ${of} Fällen nicht erfüllt: ${shown}${more > 0 ? ` und ${more} weitere` : ''}.`,
    fix: () =>
      'Das ist kein Fehler in den Inhalten, sondern eine Lücke im Angebot. Die Seite „Wo Angebote fehlen“ nennt die Angebote, die am nächsten kommen.',
  },
  'not-geojson': {
    message: () => 'Die Datei ist kein GeoJSON.',
    fix: () =>
      'Speichern Sie sie in QGIS oder auf geojson.io noch einmal als GeoJSON, Koordinaten in WGS 84 (EPSG:4326).',
  },
  'outline-missing': {
    message: () => 'In der Datei steht keine Fläche. Auf der Karte fehlt der Umriss.',
    fix: () =>
      'Ein Umriss ist ein Polygon oder MultiPolygon. Linien gehören in `water.geojson`, `railways.geojson` oder `roads.geojson`.',
  },
  'outline-elsewhere': {
    message: ({ place }) => `Der Umriss liegt weit weg von der Lage, die bei „${place}“ steht.`,
    fix: () =>
      'Oft sind Länge und Breite vertauscht: In GeoJSON kommt die Länge zuerst. Sonst stimmt `geo` beim Ort nicht.',
  },

  'snapshot-name': {
    message: ({ name, date }) => `Die Momentaufnahme vom ${date} heißt „${name}“.`,
    fix: ({ date }) =>
      `Benennen Sie sie in \`${date}.yml\` um. Von Hand ändern sollte man sie nicht: \`npm run snapshot\`.`,
  },

  'unknown-reference': {
    message: ({ id, collection }) =>
      collections[collection]
        ? `Es gibt ${collections[collection]} „${id}“.`
        : `Die Liste „${collection}“ hat keinen Begriff „${id}“.`,
    fix: ({ id, collection, suggestion }) => {
      if (suggestion !== '') return meant(suggestion).trim();
      if (collection === 'vocabularies')
        return 'Nennen Sie eine der Listen: fields-of-action, topics, target-groups, residence-status.';
      return collections[collection]
        ? `Legen Sie die Datei \`${folderOf(collection)}/${id}.md\` an oder nehmen Sie den Namen einer Datei, die es gibt.`
        : `Nehmen Sie einen Begriff, den es gibt, oder ergänzen Sie ihn in \`vocabularies/${collection}.yml\`.`;
    },
  },
  'wrong-place-kind': {
    message: ({ id, kind, field }) => `„${id}“ in \`${field}\` ist ${placeKinds[kind] ?? kind}; das passt hier nicht.`,
    fix: ({ allowed }) => `Nennen Sie einen Ort dieser Art: ${allowed}.`,
  },
  'place-without-town': {
    message: ({ id }) => `Niemand weiß, in welcher Stadt oder Gemeinde „${id}“ liegt.`,
    fix: () => 'Nennen Sie eine Stadt oder Gemeinde oder einen Ort, dessen `part_of` zu einer führt.',
  },
  'part-of-loop': {
    message: ({ chain }) => `Diese Orte liegen im Kreis ineinander: ${chain}.`,
    fix: () => '`part_of` nennt den größeren Ort. Berichtigen Sie es bei einem von ihnen.',
  },
  'reference-loop': {
    message: ({ field, chain }) => `\`${field}\` führt im Kreis: ${chain}.`,
    fix: ({ field }) => `Berichtigen oder löschen Sie \`${field}\` bei einem von ihnen.`,
  },
  'duplicate-ags': {
    message: ({ ags, other }) => `Den Gemeindeschlüssel ${ags} hat auch \`${other}\`.`,
    fix: () => 'Schlagen Sie den richtigen Schlüssel nach. Jede Stadt oder Gemeinde hat einen eigenen.',
  },
  'duplicate-term': {
    message: ({ id }) => `Der Begriff „${id}“ steht in dieser Liste zweimal.`,
    fix: () => 'Behalten Sie einen davon und löschen Sie den anderen.',
  },

  'consent-missing': {
    message: ({ field, person }) =>
      `Das Feld \`${field}\` fehlt. Der Name einer Person (${person}) darf nur mit ihrer Einwilligung veröffentlicht werden.`,
    fix: (_, field) =>
      `Holen Sie die Einwilligung schriftlich ein und tragen Sie sie ein, oder nennen Sie statt der Person eine Stelle (\`role\`).${field ? ` Zum Beispiel:\n${field.example}` : ''}`,
  },
  'consent-incomplete': {
    message: ({ field, missing }) => `Bei der Einwilligung in \`${field}\` fehlt: ${missing}.`,
    fix: (_, field) =>
      `Ergänzen Sie es; sonst gilt die Einwilligung nicht.${field ? ` Zum Beispiel:\n${field.example}` : ''}`,
  },
  'consent-expired': {
    message: ({ until }) =>
      `Die Einwilligung ist am ${until} abgelaufen. Dieser Kontakt wird nicht mehr veröffentlicht.`,
    fix: () =>
      'Holen Sie sie neu ein und tragen Sie das neue Datum ein, oder nennen Sie statt der Person eine Stelle (`role`).',
  },
  'consent-not-yet': {
    message: ({ from }) => `Die Einwilligung gilt erst ab ${from}. Bis dahin wird dieser Kontakt nicht veröffentlicht.`,
    fix: () => 'Berichtigen Sie `given_on`, wenn es ein Versehen ist. Sonst ist nichts zu tun.',
  },
  'consent-scope': {
    message: ({ field, scope }) => `Die Einwilligung umfasst „${scope}“ nicht: \`${field}\` wird nicht veröffentlicht.`,
    fix: ({ scope }) =>
      `Löschen Sie das Feld oder ergänzen Sie \`${scope}\` bei \`scope\`, wenn die Person zugestimmt hat.`,
  },
  'protected-leak': {
    message: ({ place }) =>
      `Hier steht die Straße eines geschützten Ortes (${place}). Sie darf nicht öffentlich werden.`,
    fix: () =>
      'Löschen Sie sie. Schreiben Sie stattdessen, wie man Kontakt aufnimmt, etwa „Den Weg sagen wir Ihnen am Telefon“.',
  },
  'private-contact-suspected': {
    message: ({ value }) => `„${value}“ sieht nach einer privaten Nummer oder Adresse aus.`,
    fix: () =>
      'Nehmen Sie eine Nummer oder Adresse der Stelle. Gehört sie einer Person, kommt sie mit deren Einwilligung (`consent`) zu den `contacts`.',
  },

  'review-due': {
    message: ({ since }) =>
      `Das Angebot hätte bis ${since} geprüft werden sollen. Auf der Website steht, dass es veraltet sein kann.`,
    fix: () => 'Fragen Sie nach, ob noch alles stimmt, berichtigen Sie es und setzen Sie `reviewed` auf heute.',
  },
  'review-overdue': {
    message: ({ since }) =>
      `Das Angebot hätte schon bis ${since} geprüft werden sollen. Auf der Website steht: bitte vorher nachfragen.`,
    fix: () =>
      'Fragen Sie nach, ob es das Angebot noch gibt. Setzen Sie dann `reviewed` auf heute oder `status: ended`.',
  },
  'review-in-future': {
    message: ({ field, date }) => `Bei \`${field}\` steht ${date}; das kommt erst noch.`,
    fix: () => 'Tragen Sie den Tag ein, an dem wirklich nachgefragt wurde, spätestens heute.',
  },

  'translation-outdated': {
    message: () =>
      'Der Ausgangstext wurde seit der Übersetzung geändert. Auf der Website steht, dass die Übersetzung veraltet sein kann.',
    fix: () =>
      'Vergleichen Sie mit dem Ausgangstext und berichtigen Sie die Übersetzung. Rufen Sie dann `npm run translate -- stamp` mit dieser Datei auf.',
  },
  'translation-orphan': {
    message: ({ source }) => `Das ist eine Übersetzung von \`${source}\`; diese Datei gibt es nicht.`,
    fix: () => 'Benennen Sie sie passend zu ihrem Ausgangstext um oder löschen Sie sie.',
  },
  'translation-extra-field': {
    message: ({ field }) =>
      `\`${field}\` gehört nicht in eine Übersetzung: Es ist kein Text und kommt aus dem Ausgangstext.`,
    fix: () => 'Löschen Sie es hier. Eine Übersetzung enthält nur Texte und das Feld `translation`.',
  },
  'translation-unused-field': {
    message: ({ field }) => `\`${field}\` erscheint nie, denn im Ausgangstext steht dort nichts.`,
    fix: () => 'Löschen Sie es oder ergänzen Sie den Text zuerst im Ausgangstext.',
  },
  'translation-lost-token': {
    message: ({ field, value }) =>
      `In der Übersetzung fehlt „${value}“. Im Ausgangstext steht es${field === '' ? ' in der Beschreibung' : ` in \`${field}\``}.`,
    fix: () => 'Übernehmen Sie Telefonnummern, E-Mail-Adressen und Links genau so, wie sie im Ausgangstext stehen.',
  },
  'translation-of-source-language': {
    message: ({ language, source }) =>
      `„${language}“ ist die Sprache des Ausgangstextes selbst; der steht in \`${source}\`.`,
    fix: () => 'Schreiben Sie den Text in die Ausgangsdatei und löschen Sie diese.',
  },

  'body-empty': {
    message: () => 'Die Beschreibung fehlt: Unter den Feldern steht kein Text.',
    fix: () =>
      'Ergänzen Sie unter dem zweiten `---` zwei oder drei Sätze: was passiert, was man mitbringt, wie es dort ist.',
  },
  'unsafe-link': {
    message: ({ link }) =>
      `Der Link „${link}“ wird nicht veröffentlicht: Er führt weder zu einer Internetseite noch zu einer E-Mail-Adresse oder Telefonnummer.`,
    fix: () =>
      'Nehmen Sie eine Adresse, die mit https://, mailto: oder tel: beginnt, oder einen Pfad wie /de/angebote/.',
  },
  'raw-html': {
    message: ({ html }) => `„${html}“ erscheint so, wie es dasteht: HTML ist in Texten nicht möglich.`,
    fix: () =>
      'Nehmen Sie Markdown: `**fett**`, `- Liste`, `[Text](https://www.example.org)`. Sonst setzen Sie es zwischen Gravis-Zeichen (`).',
  },
  'remote-image': {
    message: ({ src }) => `Das Bild „${src}“ wird nicht veröffentlicht: Es würde von anderswo geladen.`,
    fix: () =>
      'Legen Sie die Datei in den Ordner `media` und nennen Sie nur ihren Namen: `![Ein runder Tisch](tisch.jpg)`.',
  },
  'image-missing': {
    message: ({ src }) => `Im Ordner \`media\` gibt es kein Bild „${src}“.`,
    fix: () => 'Legen Sie die Datei dorthin oder berichtigen Sie den Namen. Große und kleine Buchstaben zählen.',
  },
  'document-missing': {
    message: ({ name }) => `Im Ordner \`media\` gibt es keine Datei „${name}“.`,
    fix: () => 'Legen Sie die Datei dorthin oder berichtigen Sie den Namen. Große und kleine Buchstaben zählen.',
  },

  'site-source-language': {
    message: ({ language }) =>
      `Die Inhalte sind in „${language}“ geschrieben, aber das ist keine der Sprachen der Website.`,
    fix: ({ language }) => `Ergänzen Sie \`${language}\` bei \`languages\` oder berichtigen Sie \`source_language\`.`,
  },
  'label-missing': {
    message: ({ field, language }) =>
      `\`${field}\` hat keinen Text in „${language}“, der Sprache, auf die alle anderen zurückfallen.`,
    fix: ({ language }) => `Ergänzen Sie eine Zeile \`${language}: …\`.`,
  },
  'vocabulary-label-missing': {
    message: ({ id, languages }) =>
      `„${id}“ hat keinen Namen in: ${languages}. Dort erscheint er in der Ausgangssprache.`,
    fix: () => 'Ergänzen Sie unter `label` je eine Zeile für diese Sprachen.',
  },
  'explanation-missing': {
    message: ({ id, languages }) =>
      `„${id}“ ist nicht erklärt in: ${languages}. Dort steht die Erklärung in der Ausgangssprache oder das Wort wird nicht markiert.`,
    fix: () => 'Ergänzen Sie unter `description` je eine Zeile für diese Sprachen.',
  },
  'unknown-text-key': {
    message: ({ key }) => `Kein Text der Oberfläche heißt „${key}“. Die Zeile bewirkt nichts.`,
    fix: ({ suggestion }) => (suggestion === '' ? 'Löschen Sie die Zeile.' : meant(suggestion).trim()),
  },
  'content-version': {
    message: ({ version, expected }) =>
      version < expected
        ? `Die Inhalte haben noch die Form ${version}; dieses Programm erwartet ${expected}.`
        : `Die Inhalte haben die Form ${version}; dieses Programm kennt nur ${expected}.`,
    fix: ({ version, expected }) =>
      version < expected
        ? 'Bringen Sie die Inhalte in die neue Form: `npm run migrate`.'
        : 'Holen Sie die neueste Version des Programms: `npm run upgrade`.',
  },
  'source-left-out': {
    message: ({ source, reason }) =>
      ({
        missing: `Von „${source}“ gibt es hier noch keine Kopie: Seine Angebote fehlen.`,
        changed: `Die Kopie von „${source}“ wurde von Hand geändert oder ist beschädigt: Sie wird nicht benutzt.`,
        'not-json': `Die Kopie von „${source}“ ist kein lesbares JSON.`,
        'not-catalogue': `Die Kopie von „${source}“ ist kein Katalog.`,
        newer: `Die Kopie von „${source}“ hat ein neueres Format, als dieses Programm lesen kann.`,
        'too-large': `Die Kopie von „${source}“ ist zu groß.`,
      })[reason],
    fix: ({ reason }) =>
      reason === 'newer'
        ? 'Bringen Sie diese Website auf den neuesten Stand (`npm run upgrade`) und holen Sie die Kataloge neu: `npm run federate`.'
        : 'Holen Sie die Kataloge neu: `npm run federate`.',
  },
  'source-entry-refused': {
    message: ({ source, count, entry, reason }) =>
      `Aus „${source}“ ${count === 1 ? 'wurde ein Eintrag' : `wurden ${count} Einträge`} nicht übernommen, zum Beispiel ${entry} (${reason}).`,
    fix: () => 'Der Fehler liegt in der anderen Kommune. Sagen Sie dort Bescheid: `npm run check` zeigt ihn.',
  },
  'source-term-unmapped': {
    message: ({ source, vocabulary, id, count }) =>
      `Der Begriff \`${id}\` (${vocabulary}) aus „${source}“ hat hier keine Entsprechung und fehlt in ${count === 1 ? 'einem Angebot' : `${count} Angeboten`}.`,
    fix: ({ vocabulary, id }) =>
      `Ordnen Sie ihn einem eigenen Begriff zu:\n  map:\n    ${vocabulary}:\n      ${id}: eigener-begriff`,
  },
  'source-area-unknown': {
    message: ({ source, id }) =>
      `Das Angebot \`${id}\` aus „${source}“ nennt keinen bekannten Ort oder Träger und fehlt.`,
    fix: () => 'Der Fehler liegt in der anderen Kommune. Sagen Sie dort Bescheid.',
  },
  'broken-text': {
    message: ({ key, reason, values }) =>
      reason === 'syntax'
        ? `Der Text „${key}“ ist so nicht lesbar: eine geschweifte Klammer fehlt oder ist zu viel, oder ein Fall (\`other\`) fehlt.`
        : `Der Text „${key}“ verlangt Werte, die es dort nicht gibt. Möglich: ${values === '' ? 'keine' : values}.`,
    fix: () =>
      'Übernehmen Sie die Klammern aus dem mitgelieferten Text in `src/i18n/texts/` und ändern Sie nur die Wörter. Zum Beispiel:\n  count.offers: "{count, plural, one {# Angebot} other {# Angebote}}"',
  },
};
