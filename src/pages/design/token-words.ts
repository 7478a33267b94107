/** What each colour is for, in groups; the page that shows them is German, like those who choose a town's colours. */
export const colourWords: ReadonlyArray<{
  readonly title: string;
  readonly colours: ReadonlyArray<readonly [string, string]>;
}> = [
  {
    title: 'Flächen und Schrift',
    colours: [
      ['paper', 'Hintergrund der Seite'],
      ['surface', 'Karten und Felder'],
      ['sand', 'Fuß der Seite, ruhige Flächen'],
      ['tint', 'zarte Betonung, Hinweise'],
      ['highlight', 'gefundene Wörter'],
      ['ink', 'Schrift'],
      ['ink-soft', 'Nebensachen, kleine Schrift'],
      ['line', 'Trennlinien'],
      ['control', 'Rand von Feldern'],
    ],
  },
  {
    title: 'Links und Knöpfe',
    colours: [
      ['link', 'Links und Zeichen'],
      ['link-strong', 'Link unter dem Zeiger'],
      ['action', 'Knopf'],
      ['action-strong', 'Knopf unter dem Zeiger'],
      ['on-action', 'Schrift auf dem Knopf'],
      ['focus', 'Rahmen um das, was die Tastatur gerade erreicht'],
      ['focus-halo', 'heller Rand um diesen Rahmen'],
    ],
  },
  {
    title: 'Kopf der Seite',
    colours: [
      ['deep', 'Kopf und Startbild'],
      ['deep-raised', 'geöffnete Menüs darin'],
      ['on-deep', 'Schrift darauf'],
      ['on-deep-soft', 'Nebensachen darauf'],
      ['amber', 'das eine Licht: Suche, Hinweis über der Seite'],
      ['on-amber', 'Schrift darauf'],
    ],
  },
  {
    title: 'Hinweise',
    colours: [
      ['wait', 'Pause, bitte nachfragen'],
      ['wait-line', 'Rand davon'],
      ['wait-ink', 'Schrift darauf'],
      ['stop', 'beendet'],
      ['stop-line', 'Rand davon'],
      ['stop-ink', 'Schrift darauf'],
    ],
  },
];

/** Every token that is a colour, in the order in which they are shown. */
export const colourTokens: readonly string[] = colourWords.flatMap(({ colours }) => colours.map(([name]) => name));

/** Everything else that has a name: steps of type, spaces, corners. */
export const sizeWords = {
  type: [
    ['text-small', 'Beiwerk'],
    ['text-1', 'Text'],
    ['text-2', 'Vorspann, Titel von Karten'],
    ['text-3', 'kleine Überschrift'],
    ['text-4', 'Überschrift'],
    ['text-5', 'Titel der Seite'],
    ['text-6', 'Frage auf der Startseite'],
  ],
  space: ['space-1', 'space-2', 'space-3', 'space-4', 'space-5', 'space-6', 'space-7', 'space-8'],
  radius: [
    ['radius-small', 'Felder, Hinweise'],
    ['radius', 'Karten'],
    ['radius-round', 'Knöpfe'],
  ],
} as const;
