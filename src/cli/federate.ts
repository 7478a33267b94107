/** `npm run federate`: fetches the catalogues of other towns and keeps the last good copy of each. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { readForeignCatalogue, sizeLimit, type ForeignProblem } from '../federation/foreign-catalogue.ts';
import {
  checksum,
  copyFile,
  notesFile,
  readNotes,
  type CopyNote,
  type SourceSettings,
} from '../federation/read-sources.ts';
import { readContent } from '../content/read-content.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { fetchLimited, type FetchFailure } from './federate/fetch-limited.ts';
import { writeAtomically } from './write-atomically.ts';

type Trouble =
  | FetchFailure
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ForeignProblem
  | { readonly kind: 'older'; readonly date: string };

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    noSources: 'In site.yml stehen keine Quellen (sources). Es gibt nichts zu holen.',
    fetched: (id: string, offers: number, date: string) => `${id}: ${offers} Angebote, Stand ${date}`,
    same: (id: string) => `${id}: unverändert`,
    refused: (id: string, count: number) =>
      `${id}: ${count} Einträge halten die Regeln nicht ein und werden nicht übernommen`,
    kept: (id: string, reason: string) => `${id}: ${reason} Die letzte gute Kopie bleibt.`,
    none: (id: string, reason: string) => `${id}: ${reason} Es gibt noch keine Kopie.`,
    why: (trouble: Trouble): string => {
      switch (trouble.kind) {
        case 'unreachable':
          return `Nicht erreichbar (${trouble.reason}).`;
        case 'status':
          return `Die Adresse antwortet mit ${trouble.status}.`;
        case 'not-https':
          return 'Nur Adressen mit https:// werden geholt.';
        case 'too-slow':
          return 'Die Antwort dauert zu lange.';
        case 'unreadable':
          return `Die Datei ist nicht lesbar (${trouble.reason}).`;
        case 'too-large':
          return `Die Datei ist größer als ${sizeLimit / 1e6} MB.`;
        case 'not-json':
          return 'Das ist kein lesbares JSON.';
        case 'not-catalogue':
          return 'Das ist kein Katalog.';
        case 'newer':
          return `Der Katalog hat ein neueres Format (${trouble.version}), als dieses Programm lesen kann.`;
        case 'older':
          return `Der Katalog ist älter (${trouble.date}) als die Kopie.`;
        default:
          return `${trouble.collection}/${trouble.id}: ${trouble.reason}`;
      }
    },
  },
  en: {
    words: 'This command takes no further words.',
    noSources: 'There are no sources in site.yml. There is nothing to fetch.',
    fetched: (id: string, offers: number, date: string) => `${id}: ${offers} offers, as of ${date}`,
    same: (id: string) => `${id}: unchanged`,
    refused: (id: string, count: number) => `${id}: ${count} entries do not keep the rules and are not taken over`,
    kept: (id: string, reason: string) => `${id}: ${reason} The last good copy stays.`,
    none: (id: string, reason: string) => `${id}: ${reason} There is no copy yet.`,
    why: (trouble: Trouble): string => {
      switch (trouble.kind) {
        case 'unreachable':
          return `Cannot be reached (${trouble.reason}).`;
        case 'status':
          return `The address answers with ${trouble.status}.`;
        case 'not-https':
          return 'Only addresses with https:// are fetched.';
        case 'too-slow':
          return 'The answer takes too long.';
        case 'unreadable':
          return `The file cannot be read (${trouble.reason}).`;
        case 'too-large':
          return `The file is larger than ${sizeLimit / 1e6} MB.`;
        case 'not-json':
          return 'This is no readable JSON.';
        case 'not-catalogue':
          return 'This is no catalogue.';
        case 'newer':
          return `The catalogue has a newer format (${trouble.version}) than this program can read.`;
        case 'older':
          return `The catalogue is older (${trouble.date}) than the copy.`;
        default:
          return `${trouble.collection}/${trouble.id}: ${trouble.reason}`;
      }
    },
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'federate',
  options: {},
  help: {
    de: `Holt die Kataloge der anderen Kommunen (sources in site.yml) und legt je Quelle die letzte gute Kopie in federation/ ab.
Der Bau der Website fragt nie das Netz: Er nimmt diese Kopien. Sie gehören ins Repository.

  npm run federate

  CONTENT_DIR     Ordner mit den Inhalten (sonst: content)

Ergebnis: 0 fertig (auch wenn eine Quelle fehlte: ihre letzte Kopie bleibt), 2 falscher Aufruf
`,
    en: `Fetches the catalogues of other towns (sources in site.yml) and keeps the last good copy of each in federation/.
The build never asks the network: it takes these copies. They belong in the repository.

  npm run federate

  CONTENT_DIR     folder with the content (otherwise: content)

Result: 0 done (also when a source failed: its last copy stays), 2 wrong use
`,
  },
} as const;

const sourcesIn = (data: Readonly<Record<string, unknown>> | undefined): SourceSettings[] =>
  (Array.isArray(data?.['sources']) ? (data['sources'] as unknown[]) : []).filter(
    (source): source is SourceSettings =>
      typeof source === 'object' &&
      source !== null &&
      typeof (source as SourceSettings).from === 'string' &&
      typeof (source as SourceSettings).id === 'string' &&
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test((source as SourceSettings).id),
  );

async function fetchSource(from: string, contentDir: string): Promise<Uint8Array | Trouble> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(from)) return fetchLimited(from, sizeLimit);
  try {
    return readFileSync(resolve(dirname(resolve(contentDir)), from));
  } catch (error) {
    return { kind: 'unreadable', reason: (error as NodeJS.ErrnoException).code ?? 'error' };
  }
}

/** Exit code 0 whatever the sources do: a town whose server is down must not stop a district's nightly run. */
export async function federate(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const say = texts[call.lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const { contentDir } = call.settings;
  const site = readContent(contentDir).value.site?.data;
  const country = typeof site?.['country'] === 'string' ? site['country'] : 'DE';
  const sources = sourcesIn(site);
  if (sources.length === 0) {
    terminal.out(`${say.noSources}\n`);
    return 0;
  }
  const notes: Record<string, CopyNote> = { ...readNotes(contentDir) };
  for (const { id, from } of sources) {
    const path = join(contentDir, copyFile(id));
    const keep = (trouble: Trouble): void => {
      const reason = say.why(trouble);
      terminal.err(`${existsSync(path) ? say.kept(id, reason) : say.none(id, reason)}\n`);
    };
    const got = await fetchSource(from, contentDir);
    if (!(got instanceof Uint8Array)) {
      keep(got);
      continue;
    }
    const sha256 = checksum(got);
    if (sha256 === notes[id]?.sha256 && existsSync(path)) {
      terminal.out(`${say.same(id)}\n`);
      continue;
    }
    const { value, problems } = readForeignCatalogue(Buffer.from(got).toString('utf8'), country);
    if (!value) {
      keep(problems[0] ?? { kind: 'not-catalogue' });
      continue;
    }
    const before = existsSync(path) ? readForeignCatalogue(readFileSync(path, 'utf8'), country).value?.date : undefined;
    if (before !== undefined && value.date < before) {
      keep({ kind: 'older', date: value.date });
      continue;
    }
    const refused = problems.filter(({ kind }) => kind === 'bad-entry').length;
    if (refused > 0) terminal.err(`${say.refused(id, refused)}\n`);
    // Broken off between the two, the copy does not fit its note: it is left out with a message until the next run.
    writeAtomically(path, got);
    notes[id] = { sha256, fetched: call.settings.today, offers: value.offers.size };
    writeAtomically(join(contentDir, notesFile), writeNotes(notes));
    terminal.out(`${say.fetched(id, value.offers.size, value.date)}\n`);
  }
  return 0;
}

const writeNotes = (notes: Readonly<Record<string, CopyNote>>): string =>
  stringify(Object.fromEntries(Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1))));

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(federate, process.argv.slice(2), processTerminal());
