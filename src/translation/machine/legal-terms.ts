/**
 * German names of papers, authorities and benefits. They stay German in every language: they are what people read on
 * letters and doors and have to say at a counter.
 */
const legalTerms = [
  'Abschiebungsverbot',
  'Abschlussprüfung',
  'Agentur für Arbeit',
  'Anhörung',
  'Ankunftsnachweis',
  'Asylbewerberleistungsgesetz',
  'Aufenthaltserlaubnis',
  'Aufenthaltsgestattung',
  'Aufenthaltstitel',
  'Ausbildungsduldung',
  'Ausländerbehörde',
  'BAföG',
  'BAMF',
  'Beratungshilfeschein',
  'Berufssprachkurs',
  'Beschäftigungsduldung',
  'Bescheid',
  'Bildungs- und Teilhabepaket',
  'Bildungspaket',
  'Blaue Karte EU',
  'Bundesamt für Migration und Flüchtlinge',
  'Bundesagentur für Arbeit',
  'Bundesfreiwilligendienst',
  'Bürgergeld',
  'Chancen-Aufenthaltsrecht',
  'Daueraufenthalt-EU',
  'Duldung',
  'Einbürgerungstest',
  'Elterngeld',
  'Fiktionsbescheinigung',
  'Freizügigkeitsbescheinigung',
  'Gesundheitskarte',
  'Grundsicherung',
  'Integrationskurs',
  'Jobcenter',
  'Jugendamt',
  'Kinderzuschlag',
  'Kindergeld',
  'Kita',
  'Kommunales Integrationszentrum',
  'Krankenkasse',
  'Krankenversicherung',
  'Meldebescheinigung',
  'Mutterpass',
  'Niederlassungserlaubnis',
  'Orientierungskurs',
  'Prozesskostenhilfe',
  'Rundfunkbeitrag',
  'Schufa',
  'Sozialamt',
  'Standesamt',
  'Verpflichtungserklärung',
  'Volkshochschule',
  'Wohnberechtigungsschein',
  'Wohngeld',
  'Wohnsitzauflage',
] as const;

/** Words that are the same in both languages, for a glossary. */
export const legalTermList: readonly string[] = legalTerms;

const endings = '(?:e[nsr]?|se[ns]?|n|s)?';

/** The terms in a German text, also in the plural and the genitive: `Duldungen`, `Aufenthaltserlaubnisse`. */
export const legalTermPattern = (): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d-])(?:${[...legalTerms].sort((a, b) => b.length - a.length).join('|')})${endings}(?![\\p{L}\\d])`,
    'gu',
  );
