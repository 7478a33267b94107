/** `npm run report`: how fresh and how complete the data sheets are, and what would help most. */
import { completenessOf, completenessRules, type Completeness, type RuleId } from '../insight/completeness.ts';
import type { Catalogue, CatalogueOffer, Freshness } from '../model/catalogue.ts';
import { addMonths } from '../model/calendar.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, type CommandLanguage } from './command.ts';
import { writeCsv } from '../exports/spreadsheet/write-csv.ts';
import { loadOffers } from './load-offers.ts';

const formats = ['text', 'json', 'csv'] as const;

/** What to do so that a rule is met. */
const advice: Readonly<Record<CommandLanguage, Readonly<Record<RuleId, string>>>> = {
  de: {
    fresh: 'nachfragen, ob alles stimmt, und „reviewed“ erneuern',
    times: 'Tage und Uhrzeiten eintragen',
    contact: 'Telefonnummer und E-Mail oder Webseite angeben',
    description: 'mehr erklären: etwa 300 Zeichen Beschreibung',
    'step-free': 'sagen, ob man ohne Stufen hineinkommt',
    accessibility: 'Rollstuhl-WC, Gebärdensprache und einfache Sprache mit ja oder nein beantworten',
    childcare: 'sagen, ob Kinder betreut werden',
    german: 'sagen, wie viel Deutsch man braucht',
    languages: 'weitere Sprachen angeben, wenn es welche gibt',
    cost: 'sagen, wie viel es kostet und wer weniger zahlt',
    registration: 'erklären, wie man sich anmeldet',
    map: 'die Lage auf der Karte angeben (geo)',
    directions: 'den Weg beschreiben: Haltestelle, Eingang, Stockwerk',
    holidays: 'sagen, ob es in den Schulferien stattfindet',
    documents: 'sagen, was man mitbringen muss',
    'next-steps': 'die nächsten Schritte aufzählen',
    translations: 'in weitere Sprachen übersetzen',
    tags: 'Stichwörter ergänzen, unter denen man suchen würde',
  },
  en: {
    fresh: 'ask whether everything is true, and renew “reviewed”',
    times: 'give days and times',
    contact: 'give a telephone number and an e-mail address or web page',
    description: 'explain more: about 300 characters of description',
    'step-free': 'say whether one gets in without steps',
    accessibility: 'answer accessible toilet, sign language and plain language with yes or no',
    childcare: 'say whether children are looked after',
    german: 'say how much German is needed',
    languages: 'name further languages, if there are any',
    cost: 'say how much it costs and who pays less',
    registration: 'explain how to register',
    map: 'give the position on the map (geo)',
    directions: 'describe the way: stop, entrance, floor',
    holidays: 'say whether it takes place in the school holidays',
    documents: 'say what one must bring along',
    'next-steps': 'list the next steps',
    translations: 'translate into further languages',
    tags: 'add key words that people would search for',
  },
};

const texts = {
  de: {
    format: (name: string) => `Die Form „${name}“ gibt es nicht. Möglich sind: ${formats.join(', ')}.`,
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    freshness: { fresh: 'aktuell', due: 'Prüfung fällig', 'ask-first': 'lange überfällig' },
    title: (count: number, day: string) => `${count} Angebote am ${day}`,
    average: (score: number) => `Vollständigkeit im Mittel: ${score} von 100`,
    most: 'Was am meisten fehlt:',
    gain: (text: string, gain: number) => `+${gain} ${text}`,
    head: [
      'Kennung',
      'Titel',
      'Träger',
      'Vollständigkeit',
      'Stand',
      'geprüft',
      'fällig',
      'hilft am meisten',
      'hilft als Zweites',
      'hilft als Drittes',
    ],
  },
  en: {
    format: (name: string) => `There is no format “${name}”. Possible are: ${formats.join(', ')}.`,
    words: 'This command takes no further words.',
    freshness: { fresh: 'up to date', due: 'review due', 'ask-first': 'long overdue' },
    title: (count: number, day: string) => `${count} offers on ${day}`,
    average: (score: number) => `Completeness on average: ${score} of 100`,
    most: 'What is missing most:',
    gain: (text: string, gain: number) => `+${gain} ${text}`,
    head: [
      'Id',
      'Title',
      'Organisation',
      'Completeness',
      'State',
      'reviewed',
      'due',
      'helps most',
      'helps second',
      'helps third',
    ],
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'report',
  options: { format: { type: 'string' } },
  help: {
    de: `Zeigt, wie aktuell und wie vollständig die Angebote sind und was am meisten helfen würde.

  npm run report                    für Menschen; die unvollständigsten zuerst
  npm run report -- --format csv    als Tabelle (auch json)

  --lang de|en    Sprache der Ausgabe (sonst: wie die Umgebung)

Wie gezählt wird, steht in docs/en/completeness.md.
Ergebnis: 0 fertig, 1 die Inhalte haben Fehler, 2 falscher Aufruf
`,
    en: `Shows how up to date and how complete the offers are, and what would help most.

  npm run report                    for people; the least complete first
  npm run report -- --format csv    as a table (json as well)

  --lang de|en    language of the output (otherwise: as the environment)

How it is counted is said in docs/en/completeness.md.
Result: 0 done, 1 the content has errors, 2 wrong use
`,
  },
} as const;

interface Line extends Completeness {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly freshness: Freshness;
  readonly reviewed: string;
  readonly due: string;
}

function measure(catalogue: Catalogue, offer: CatalogueOffer): Line {
  const { data } = offer;
  return {
    id: offer.id,
    title: data.title,
    organisation: catalogue.organisations.get(data.organisation)?.data.name ?? data.organisation,
    freshness: offer.freshness,
    reviewed: data.reviewed,
    due: addMonths(data.reviewed, data.review_every),
    ...completenessOf(offer, catalogue),
  };
}

function printReport(lines: readonly Line[], today: string, lang: CommandLanguage): string {
  const say = texts[lang];
  const average = Math.round(lines.reduce((sum, { score }) => sum + score, 0) / Math.max(1, lines.length));
  const states = (['fresh', 'due', 'ask-first'] as const).map(
    (state) => `${say.freshness[state]} ${lines.filter(({ freshness }) => freshness === state).length}`,
  );
  const gains = completenessRules
    .map(({ id }) => ({
      id,
      count: lines.filter(({ improvements }) => improvements.some(({ rule }) => rule === id)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 5);
  const entries = lines.map(({ id, score, freshness, improvements }) =>
    [
      `${String(score).padStart(3)}  ${id}${freshness === 'fresh' ? '' : `  (${say.freshness[freshness]})`}`,
      ...improvements.map(({ rule, gain }) => `       ${say.gain(advice[lang][rule], gain)}`),
    ].join('\n'),
  );
  return [
    say.title(lines.length, today),
    states.join(', '),
    say.average(average),
    '',
    ...(gains.length > 0
      ? [say.most, ...gains.map(({ id, count }) => `  ${String(count).padStart(3)}× ${advice[lang][id]}`), '']
      : []),
    ...entries,
    '',
  ].join('\n');
}

/** Runs the command; returns its exit code. */
export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang, settings } = call;
  const say = texts[lang];
  const format = (call.values['format'] as string | undefined) ?? 'text';
  if (!(formats as readonly string[]).includes(format)) return call.refuse(say.format(format));
  if (call.words.length > 0) return call.refuse(say.words);

  const catalogue = await loadOffers(settings, lang, terminal);
  if (!catalogue) return 1;
  const lines = [...catalogue.offers.values()]
    .filter(({ standing }) => standing !== 'ended')
    .map((offer) => measure(catalogue, offer))
    .sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));

  if (format === 'json') {
    const described = lines.map(({ improvements, ...line }) => ({
      ...line,
      improvements: improvements.map(({ rule, gain }) => ({ rule, gain, advice: advice[lang][rule] })),
    }));
    terminal.out(`${JSON.stringify({ date: settings.today, offers: described }, null, 2)}\n`);
  } else if (format === 'csv') {
    const rows = lines.map(({ id, title, organisation, score, freshness, reviewed, due, improvements }) => [
      id,
      title,
      organisation,
      score,
      say.freshness[freshness],
      reviewed,
      due,
      ...[0, 1, 2].map((index) => (improvements[index] ? advice[lang][improvements[index].rule] : '')),
    ]);
    terminal.out(writeCsv([say.head, ...rows]));
  } else terminal.out(printReport(lines, settings.today, lang));
  return 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await report(process.argv.slice(2), processTerminal());
