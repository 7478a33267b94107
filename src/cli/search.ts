/** `npm run search -- "query"`: what the built site's search finds in one language, and why. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalogueSearch } from '../search/query.ts';
import type { Match } from '../search/rank.ts';
import { readSettings } from '../settings.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';

type Kinds = Readonly<Record<Match['kind'], string>>;

const texts = {
  de: {
    help: `Sucht in der gebauten Website, wie es Besucherinnen und Besucher tun, und sagt, warum etwas gefunden wird.

  npm run search -- "deutschkurs abends"         Suche auf den deutschen Seiten
  npm run search -- "مترجم" --lang ar            Suche auf den arabischen Seiten

  --lang KÜRZEL    Sprache der Seiten, auf denen gesucht wird (sonst: de)
  --limit ZAHL     so viele Treffer zeigen (sonst: 10)
  --help           diese Hilfe

  OUTPUT_DIR    Ordner der gebauten Website (sonst: _site)

Ergebnis: 0 gefunden, 1 nichts gefunden, 2 falscher Aufruf oder keine gebaute Website
`,
    hint: 'Hilfe: npm run search -- --help',
    unknownOption: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    noQuery: 'Wonach soll gesucht werden?',
    badLimit: (limit: string) => `„${limit}“ ist keine Zahl von Treffern.`,
    noSite: (folder: string) =>
      `In „${folder}“ ist keine gebaute Website mit Suche. Bauen Sie sie zuerst: npm run build`,
    unknownLanguage: (lang: string, known: string) =>
      `Die Website hat keine Suche in der Sprache „${lang}“. Möglich sind: ${known}.`,
    total: (total: number, query: string, lang: string) => `${total} Angebote zu „${query}“ (${lang})`,
    nothing: (query: string, lang: string) => `Nichts gefunden zu „${query}“ (${lang}).`,
    tooShort: 'Zu wenig getippt, um etwas zu suchen: Das sind alle Angebote.',
    meant: (suggestion: string) => `Meinten Sie: ${suggestion}`,
    kinds: {
      exact: 'ist das Wort',
      form: 'ist eine Form von',
      prefix: 'ist der Anfang von',
      part: 'hat den Teil',
      typo: 'klingt wie',
      beginning: 'beginnt wie',
      concept: 'nennt',
    } satisfies Kinds,
  },
  en: {
    help: `Searches the built site as visitors do, and says why something is found.

  npm run search -- "evening german course" --lang en    search on the English pages
  npm run search -- "مترجم" --lang ar                    search on the Arabic pages

  --lang TAG        language of the pages to search on (otherwise: de)
  --limit NUMBER    show so many hits (otherwise: 10)
  --help            this help

  OUTPUT_DIR    folder of the built site (otherwise: _site)

Result: 0 found, 1 nothing found, 2 wrong use or no built site
`,
    hint: 'Help: npm run search -- --help',
    unknownOption: (reason: string) => `I do not understand this call: ${reason}`,
    noQuery: 'What shall I search for?',
    badLimit: (limit: string) => `“${limit}” is not a number of hits.`,
    noSite: (folder: string) => `There is no built site with a search in “${folder}”. Build it first: npm run build`,
    unknownLanguage: (lang: string, known: string) =>
      `The site has no search in the language “${lang}”. Possible are: ${known}.`,
    total: (total: number, query: string, lang: string) => `${total} offers for “${query}” (${lang})`,
    nothing: (query: string, lang: string) => `Nothing found for “${query}” (${lang}).`,
    tooShort: 'Not enough typed to look anything up: these are all offers.',
    meant: (suggestion: string) => `Did you mean: ${suggestion}`,
    kinds: {
      exact: 'is the word',
      form: 'is a form of',
      prefix: 'is the beginning of',
      part: 'has the part',
      typo: 'is spelt like',
      beginning: 'begins like',
      concept: 'names',
    } satisfies Kinds,
  },
};

const options = {
  lang: { type: 'string', default: 'de' },
  limit: { type: 'string', default: '10' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Where the command runs and where its output goes. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command; returns its exit code. */
export async function search(args: readonly string[], terminal: Terminal): Promise<number> {
  const say = texts[chooseLanguage(undefined, terminal.env)];
  const refuse = (reason: string): number => {
    terminal.err(`${reason}\n${say.hint}\n`);
    return 2;
  };

  const parsed = parse(args);
  if (typeof parsed === 'string') return refuse(say.unknownOption(parsed));
  const { lang, limit, help } = parsed.values;
  if (help) {
    terminal.out(say.help);
    return 0;
  }
  const text = parsed.positionals.join(' ').trim();
  if (text === '') return refuse(say.noQuery);
  if (!/^[1-9]\d*$/.test(limit)) return refuse(say.badLimit(limit));
  const { outputDir } = readSettings(terminal.env);
  const folder = join(outputDir, 'search');
  if (!existsSync(folder)) return refuse(say.noSite(outputDir));
  const known = readdirSync(folder);
  if (!known.includes(lang)) return refuse(say.unknownLanguage(lang, known.join(', ')));

  const catalogue = await openCatalogueSearch({ lang, fetchShard: (name) => readFile(join(outputDir, name)) });
  const { hits, total, suggestion, isTooShort } = await catalogue.query(text, {}, { limit: Number(limit), facets: [] });
  terminal.out(`${total === 0 ? say.nothing(text, lang) : say.total(total, text, lang)}\n`);
  if (isTooShort) terminal.out(`${say.tooShort}\n`);
  if (suggestion !== undefined) terminal.out(`${say.meant(suggestion)}\n`);
  for (const [rank, { id, score, matches, card }] of hits.entries()) {
    terminal.out(`\n${rank + 1}. ${titleOf(card) ?? id}\n   ${id}  ${score.toFixed(2)}\n`);
    for (const { word, kind, term, fields } of matches)
      terminal.out(`   – ${word} ${say.kinds[kind]} ${term} (${fields.join(', ')})\n`);
  }
  return total === 0 ? 1 : 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return (error as Error).message;
  }
}

const titleOf = (card: unknown): string | undefined =>
  (card as { readonly title?: { readonly value?: string } } | undefined)?.title?.value;

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await search(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
