import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { valuesAt } from '../content/marked-fields.ts';
import { readContent, type Content, type SourceEntry } from '../content/read-content.ts';
import type { Document } from '../content/read-document.ts';
import { collections, textFields, type Collection } from '../content/schemas.ts';
import { stampTranslation, type Translator } from '../content/stamp-translation.ts';
import { textHash } from '../content/text-hash.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { chooseLanguage } from './choose-language.ts';

const texts = {
  de: {
    help: `Übersetzungen: Stand anzeigen und als aktuell kennzeichnen

  npm run translate -- status                 zeigt je Sprache, was übersetzt, veraltet oder noch nicht übersetzt ist
  npm run translate -- stamp <Dateien…>       trägt in Übersetzungen ein, dass sie zum heutigen Ausgangstext passen
  npm run translate -- stamp --all            dasselbe für alle Übersetzungen

  --by human|machine    wer übersetzt hat, falls es in der Datei noch nicht steht (sonst: human)
  --lang de|en          Sprache dieser Ausgaben
  CONTENT_DIR           Ordner mit den Inhalten (sonst: content)
`,
    wrongUse: 'Diesen Aufruf verstehe ich nicht. Hilfe: npm run translate -- --help',
    noFolder: (folder: string) => `Den Ordner ${folder} gibt es nicht.`,
    notATranslation: (file: string) => `${file}: keine Übersetzung zu einem lesbaren Ausgangstext`,
    unreadable: (file: string) => `${file}: der Kopf der Datei (zwischen den Zeilen ---) ist nicht lesbar`,
    stamped: (count: number) => `${count} Übersetzung(en) gekennzeichnet`,
    head: ['Sprache', 'aktuell', 'maschinell', 'veraltet', 'fehlt'],
    outdated: 'Veraltet:',
  },
  en: {
    help: `Translations: show their state and mark them as up to date

  npm run translate -- status                 shows what is translated, outdated or missing in each language
  npm run translate -- stamp <files…>         notes in translations that they match today's source text
  npm run translate -- stamp --all            the same for all translations

  --by human|machine    who translated, where the file does not yet say it (otherwise: human)
  --lang de|en          language of this output
  CONTENT_DIR           folder with the content (otherwise: content)
`,
    wrongUse: 'I do not understand this call. Help: npm run translate -- --help',
    noFolder: (folder: string) => `There is no folder ${folder}.`,
    notATranslation: (file: string) => `${file}: not a translation of a readable source text`,
    unreadable: (file: string) => `${file}: the head of the file (between the lines ---) cannot be read`,
    stamped: (count: number) => `${count} translation(s) marked`,
    head: ['Language', 'up to date', 'machine', 'outdated', 'missing'],
    outdated: 'Outdated:',
  },
};

interface FoundTranslation {
  readonly file: string;
  readonly language: LanguageTag;
  readonly document: Document;
  readonly hash: string;
}

function translationsIn(content: Content): FoundTranslation[] {
  return collections.flatMap((collection: Collection) =>
    [...content.entries[collection].values()].flatMap(({ source, translations }) => {
      if (!source) return [];
      const hash = textHash(source, textFields[collection]);
      return [...translations].map(([language, document]) => ({ file: document.file, language, document, hash }));
    }),
  );
}

/** A venue that has only a name and an address needs no translation. */
function hasText({ source }: SourceEntry, collection: Collection): boolean {
  if (!source) return false;
  return (
    source.body.trim() !== '' || textFields[collection].some((pattern) => valuesAt(source.data, pattern).length > 0)
  );
}

type State = 'current' | 'machine' | 'outdated';

function stateOf({ document, hash }: FoundTranslation): State {
  const state = (document.data['translation'] ?? {}) as { of?: unknown; by?: unknown; reviewed_on?: unknown };
  if (state.of !== undefined && state.of !== hash) return 'outdated';
  return state.by === 'machine' && state.reviewed_on === undefined ? 'machine' : 'current';
}

/** A table of translations by language and state, followed by the files that are outdated. */
export function describeStatus(content: Content, lang: 'de' | 'en'): string {
  const { head, outdated } = texts[lang];
  const found = translationsIn(content);
  const total = collections.reduce(
    (sum, collection) =>
      sum + [...content.entries[collection].values()].filter((entry) => hasText(entry, collection)).length,
    0,
  );
  const chosen = Array.isArray(content.site?.data['languages']) ? content.site.data['languages'].map(String) : [];
  const languages = [...new Set([...chosen, ...found.map(({ language }) => language)])].filter(
    (tag) => tag !== content.sourceLanguage,
  );
  const rows = languages.map((language) => {
    const own = found.filter((translation) => translation.language === language);
    const count = (state: State): number => own.filter((translation) => stateOf(translation) === state).length;
    return [language, count('current'), count('machine'), count('outdated'), total - own.length].map(String);
  });
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  const old = found.filter((translation) => stateOf(translation) === 'outdated').map(({ file }) => `  ${file}`);
  return [...lines, ...(old.length > 0 ? ['', outdated, ...old] : []), ''].join('\n');
}

/** Exit code: 0 done · 1 some files could not be stamped · 2 wrong use. */
export function translate(args: readonly string[], env: NodeJS.ProcessEnv, write: (text: string) => void): number {
  const parsed = parse(args);
  const lang = chooseLanguage(parsed?.values.lang, env);
  const say = texts[lang];
  if (parsed?.values.help) {
    write(say.help);
    return 0;
  }
  const [command, ...files] = parsed?.positionals ?? [];
  const by = parsed?.values.by ?? 'human';
  const all = parsed?.values.all === true;
  const wellFormed =
    command === 'status' ? files.length === 0 && !all : command === 'stamp' && files.length > 0 !== all;
  if (!wellFormed || (by !== 'human' && by !== 'machine')) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const contentDir = env['CONTENT_DIR'] ?? 'content';
  if (!existsSync(contentDir)) {
    write(`${say.noFolder(contentDir)}\n`);
    return 2;
  }
  const content = readContent(contentDir).value;
  if (command === 'status') {
    write(describeStatus(content, lang));
    return 0;
  }
  return stamp(content, contentDir, all ? undefined : files, by, say, write);
}

function stamp(
  content: Content,
  contentDir: string,
  files: readonly string[] | undefined,
  by: Translator,
  say: (typeof texts)['de'],
  write: (text: string) => void,
): number {
  const found = new Map(translationsIn(content).map((translation) => [translation.file, translation]));
  const wanted = files ?? [...found.keys()];
  let stamped = 0;
  let failed = 0;
  for (const name of wanted) {
    const translation = found.get(name) ?? found.get(relative(contentDir, name).split(sep).join('/'));
    if (!translation) {
      write(`${say.notATranslation(name)}\n`);
      failed += 1;
      continue;
    }
    const path = resolve(contentDir, translation.file);
    const before = readFileSync(path, 'utf8');
    const after = stampTranslation(before, translation.hash, by);
    if (after === undefined) {
      write(`${say.unreadable(name)}\n`);
      failed += 1;
    } else if (after !== before) {
      writeFileSync(path, after);
      stamped += 1;
    }
  }
  write(`${say.stamped(stamped)}\n`);
  return failed > 0 ? 1 : 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        by: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = translate(process.argv.slice(2), process.env, (text) => process.stdout.write(text));
}
