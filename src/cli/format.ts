/** `npm run format`: brings the keys of all data sheets into one order; comments and values stay as they are. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { collectionFolder, collections, type Collection } from '../content/schemas.ts';
import { openFolder, sizeLimitOf } from '../content/open-folder.ts';
import { formatEntry } from '../datasheet/format-entry.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand } from './command.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    unordered: (file: string) => `${file}: Die Felder stehen nicht in der üblichen Reihenfolge.`,
    unreadable: (file: string) =>
      `${file}: Der Kopf der Datei ist nicht lesbar; sie bleibt, wie sie ist. Was falsch ist, sagt: npm run check`,
    noPath: (path: string) =>
      `Die Datei oder den Ordner „${path}“ gibt es nicht. Pfade gelten ab hier oder ab dem Ordner mit den Inhalten.`,
    formatted: (file: string) => `${file}: geordnet`,
    done: (changed: number, total: number) => `${changed} von ${total} Dateien geordnet.`,
    wouldChange: (count: number) => `${count} Datei(en) würden geordnet. Das macht: npm run format`,
    allFine: (total: number) => `Alle ${total} Dateien sind in Ordnung.`,
  },
  en: {
    unordered: (file: string) => `${file}: the fields are not in the usual order.`,
    unreadable: (file: string) =>
      `${file}: the head of the file cannot be read; it stays as it is. What is wrong says: npm run check`,
    noPath: (path: string) =>
      `There is no file or folder “${path}”. Paths start here or in the folder with the content.`,
    formatted: (file: string) => `${file}: put in order`,
    done: (changed: number, total: number) => `${changed} of ${total} files put in order.`,
    wouldChange: (count: number) => `${count} file(s) would be put in order. That does: npm run format`,
    allFine: (total: number) => `All ${total} files are in order.`,
  },
};

const shape = {
  name: 'format',
  options: { check: { type: 'boolean' } },
  help: {
    de: `Ordnet die Felder aller Datenblätter. Werte und Kommentare bleiben, wie sie sind.

  npm run format                              alle ordnen
  npm run format -- content/offers/cafe.md    nur diese Dateien oder Ordner
  npm run format -- --check                   nur sagen, welche nicht geordnet sind

  --lang de|en    Sprache der Ausgabe (sonst: wie die Umgebung)
  CONTENT_DIR     Ordner mit den Inhalten (sonst: content)

Ergebnis: 0 in Ordnung, 1 nicht geordnet (--check) oder nicht lesbar, 2 falscher Aufruf
`,
    en: `Puts the fields of all data sheets in order. Values and comments stay as they are.

  npm run format                              put all in order
  npm run format -- content/offers/cafe.md    only these files or folders
  npm run format -- --check                   only say which are not in order

  --lang de|en    language of the output (otherwise: as the environment)
  CONTENT_DIR     folder with the content (otherwise: content)

Result: 0 in order, 1 not in order (--check) or not readable, 2 wrong use
`,
  },
} as const;

/** All Markdown files that have a schema, by path relative to the content folder. */
function sheetsIn(contentDir: string): { file: string; collection: Collection }[] {
  const folder = openFolder(contentDir);
  const markdown = (name: string): { file: string; isFolder: boolean }[] =>
    folder.list(name).map((entry) => ({ file: `${name}/${entry.name}`, isFolder: entry.isFolder }));
  return collections.flatMap((collection) =>
    markdown(collectionFolder[collection])
      .flatMap(({ file, isFolder }) => (isFolder ? markdown(file).filter((inner) => !inner.isFolder) : [{ file }]))
      .filter(({ file }) => file.endsWith('.md'))
      .map(({ file }) => ({ file, collection })),
  );
}

/** Runs the command; returns its exit code. */
export function format(args: readonly string[], terminal: Terminal): number {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { contentDir } = call.settings;
  const say = texts[call.lang];
  const wanted: string[] = [];
  for (const path of call.words) {
    const found = [path, resolve(contentDir, path)].find((candidate) => existsSync(candidate));
    if (found === undefined) return call.refuse(say.noPath(path));
    wanted.push(relative(contentDir, found).split(sep).join('/'));
  }
  const isWanted = (file: string): boolean =>
    wanted.length === 0 || wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));

  let total = 0;
  let changed = 0;
  let failed = 0;
  for (const { file, collection } of sheetsIn(contentDir).filter((sheet) => isWanted(sheet.file))) {
    total += 1;
    const path = join(contentDir, file);
    const bytes = statSync(path).size > sizeLimitOf(path) ? undefined : readFileSync(path);
    const before = bytes?.toString('utf8');
    const isText = bytes !== undefined && before !== undefined && Buffer.from(before, 'utf8').equals(bytes);
    const after = isText ? formatEntry(collection, before, /\.[^./]+\.md$/.test(file)) : undefined;
    if (after === undefined) {
      failed += 1;
      terminal.err(`${say.unreadable(path)}\n`);
    } else if (after !== before) {
      changed += 1;
      if (call.values['check'] === true) terminal.out(`${say.unordered(path)}\n`);
      else {
        writeAtomically(path, after);
        terminal.out(`${say.formatted(path)}\n`);
      }
    }
  }
  if (call.values['check'] === true) {
    terminal.out(`${changed === 0 ? say.allFine(total) : say.wouldChange(changed)}\n`);
    return changed + failed > 0 ? 1 : 0;
  }
  terminal.out(`${say.done(changed, total)}\n`);
  return failed > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(format, process.argv.slice(2), processTerminal());
