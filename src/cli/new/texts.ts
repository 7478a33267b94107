/** Everything that `new` says. */
export const newTexts = {
  de: {
    intro: `Wir legen ein neues Angebot an. Enter überspringt, was nicht sein muss.
  ?  Hilfe und Beispiel     <  eine Frage zurück     Strg+C  abbrechen, nichts wird geschrieben
`,
    required: 'nötig',
    enter: (value: string) => `Enter: ${value}`,
    choose: 'Nummer oder Wort',
    several: 'Nummern oder Wörter, durch Komma getrennt',
    list: 'mehrere durch Strichpunkt trennen',
    languages: 'zum Beispiel: Deutsch; Arabisch; Tigrinya (Jemand übersetzt)',
    example: (text: string) => `Beispiel: ${text}`,
    noHelp: 'Dazu gibt es keine weitere Hilfe.',
    mustAnswer: 'Diese Angabe ist nötig.',
    placeOrAddress: 'Ein bekannter Ort, oder Enter für eine eigene Adresse',
    more: (title: string, count: number) => `${title}: Das war Nummer ${count}. Noch eine? (j/N)`,
    further: 'Möchten Sie noch mehr angeben? Nummern, durch Komma getrennt; Enter: nein',
    body: 'Beschreibung: der lange Text. Eine leere Zeile beendet ihn.',
    unknown: (value: string, suggestion: string) =>
      `„${value}“ gibt es hier nicht.${suggestion ? ` Meinten Sie „${suggestion}“?` : ''}`,
    again: 'Damit das Angebot stimmt, fehlt noch etwas. Bitte noch einmal:',
    aborted: 'Abgebrochen. Es wurde nichts geschrieben.',
    name: (id: string) => `Name der Datei (klein, ohne Umlaute und Leerzeichen; Enter: ${id})`,
    badName: (id: string) => `„${id}“ geht nicht als Name. Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche.`,
    taken: (file: string) => `${file} gibt es schon und wird nicht überschrieben. Nehmen Sie einen anderen Namen.`,
    written: (file: string) => `Geschrieben: ${file}`,
    hints: (count: number) => `${count} Hinweis(e) dazu zeigt: npm run check -- `,
    next: (file: string) => `Wie es weitergeht:
  npm start                        ansehen
  npm run check -- ${file}
  git switch -c neues-angebot && git add ${file} && git commit && git push
                                   dann auf der Website Ihres Git-Servers einen Pull Request öffnen
  Ohne Git: Schicken Sie die Datei per Mail an Ihre Kommune.
`,
    badAnswers: (path: string) =>
      `Die Antworten in „${path}“ sind nicht lesbar. Es sind dieselben Zeilen wie im Kopf eines Angebots, dazu id und body.`,
    noFile: (path: string) => `Die Datei „${path}“ gibt es nicht.`,
    words: 'Dieser Befehl fragt alles ab und braucht keine weiteren Wörter.',
    invalid: (count: number) => `${count} Fehler in den Antworten. Es wurde nichts geschrieben.`,
    yes: /^(j|ja|y|yes)$/i,
  },
  en: {
    intro: `We make a new offer. Enter skips what need not be said.
  ?  help and example     <  one question back     Ctrl+C  stop, nothing is written
`,
    required: 'needed',
    enter: (value: string) => `Enter: ${value}`,
    choose: 'number or word',
    several: 'numbers or words, separated by commas',
    list: 'separate several by semicolons',
    languages: 'for example: German; Arabic; Tigrinya (interpreter)',
    example: (text: string) => `Example: ${text}`,
    noHelp: 'There is no further help on this.',
    mustAnswer: 'This must be answered.',
    placeOrAddress: 'A known place, or Enter for an address of its own',
    more: (title: string, count: number) => `${title}: that was number ${count}. Another one? (y/N)`,
    further: 'Would you like to say more? Numbers, separated by commas; Enter: no',
    body: 'Description: the long text. An empty line ends it.',
    unknown: (value: string, suggestion: string) =>
      `There is no “${value}” here.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
    again: 'Something is still missing before the offer is right. Please once more:',
    aborted: 'Stopped. Nothing was written.',
    name: (id: string) => `Name of the file (small letters, no spaces; Enter: ${id})`,
    badName: (id: string) => `“${id}” cannot be a name. Small letters, digits and hyphens are allowed.`,
    taken: (file: string) => `${file} exists already and is not overwritten. Take another name.`,
    written: (file: string) => `Written: ${file}`,
    hints: (count: number) => `${count} hint(s) on it are shown by: npm run check -- `,
    next: (file: string) => `How to go on:
  npm start                        look at it
  npm run check -- ${file}
  git switch -c new-offer && git add ${file} && git commit && git push
                                   then open a pull request on the website of your Git server
  Without Git: send the file to your municipality by mail.
`,
    badAnswers: (path: string) =>
      `The answers in “${path}” cannot be read. They are the same lines as in the head of an offer, and id and body besides.`,
    noFile: (path: string) => `There is no file “${path}”.`,
    words: 'This command asks for everything and takes no further words.',
    invalid: (count: number) => `${count} error(s) in the answers. Nothing was written.`,
    yes: /^(j|ja|y|yes)$/i,
  },
};
