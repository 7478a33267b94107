/** Every answer of the inbox, as a key for the form's own words and as text for everybody else. */
export const answers = {
  accepted: {
    de: 'Danke! Ihre Angaben sind angekommen. Ein Mensch schaut sie an, bevor sie erscheinen.',
    en: 'Thank you! It has arrived. A person will look at it before it is published.',
  },
  known: {
    de: 'Genau das ist schon angekommen. Sie müssen nichts weiter tun.',
    en: 'Exactly this has arrived already. You need not do anything more.',
  },
  unchanged: {
    de: 'So steht es schon da. Es gibt nichts zu ändern.',
    en: 'It says so already. There is nothing to change.',
  },
  invalid: {
    de: 'Einige Angaben stimmen noch nicht. Bitte sehen Sie sich die Hinweise an.',
    en: 'Some details are not right yet. Please look at the messages.',
  },
  missing: {
    de: 'Dieses Angebot gibt es nicht (mehr).',
    en: 'There is no such offer (any more).',
  },
  unreadable: {
    de: 'Die Datei dieses Angebots ist beschädigt. Bitte schreiben Sie der Redaktion.',
    en: 'The file of this offer is damaged. Please write to the editors.',
  },
  stale: {
    de: 'Das Angebot wurde inzwischen geändert. Bitte sehen Sie sich den neuen Stand an und senden Sie dann noch einmal.',
    en: 'The offer has been changed in the meantime. Please look at its new state, then send again.',
  },
  malformed: { de: 'Diese Anfrage ist nicht lesbar.', en: 'This request cannot be read.' },
  proof: {
    de: 'Die Prüfung gegen automatische Einträge ist abgelaufen. Bitte senden Sie noch einmal.',
    en: 'The check against automatic entries has expired. Please send again.',
  },
  origin: {
    de: 'Von dieser Website nimmt der Eingang nichts an.',
    en: 'The inbox takes nothing from this website.',
  },
  'too-many': {
    de: 'Das waren zu viele Einsendungen in kurzer Zeit. Bitte versuchen Sie es später noch einmal.',
    en: 'That was too much in a short time. Please try again later.',
  },
  'too-large': { de: 'Das ist zu groß.', en: 'This is too large.' },
  busy: {
    de: 'Der Eingang ist gerade ausgelastet. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    en: 'The inbox is busy. Please try again in a few minutes.',
  },
  'media-type': { de: 'Der Eingang versteht nur JSON.', en: 'The inbox understands JSON only.' },
  'not-found': { de: 'Hier gibt es nichts.', en: 'There is nothing here.' },
  method: { de: 'So lässt sich diese Adresse nicht aufrufen.', en: 'This address cannot be called that way.' },
  broken: {
    de: 'Das hat nicht geklappt. Bitte versuchen Sie es später noch einmal.',
    en: 'That did not work. Please try again later.',
  },
} as const;

export type AnswerKey = keyof typeof answers;
