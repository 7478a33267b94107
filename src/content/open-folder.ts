import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import type { ContentCache } from './content-cache.ts';
import { LazyTexts } from './lazy-texts.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { Document } from './read-document.ts';
import { positionOf } from './text-position.ts';

/** Far above what people write by hand; keeps a hostile file from holding up the build. */
const fileSizeLimit = 1_000_000;
/** A hundred pages of text. Markdown that is written to keep a reader busy takes the square of its size. */
const textSizeLimit = 200_000;

export const sizeLimitOf = (file: string): number => (file.endsWith('.md') ? textSizeLimit : fileSizeLimit);

type Parsed = Result<Document | undefined, Diagnostic>;

/** Read access to one folder and nothing outside it. All paths are relative to it, with `/`. */
export interface OpenFolder {
  /** Names in a sub-folder in a stable order, without dot files; empty where the folder does not exist. */
  list(folder: string): { name: string; isFolder: boolean }[];
  exists(file: string): boolean;
  /** Text with `\n` line ends and without BOM; undefined where it cannot be read, which `problems` then says. */
  read(file: string): string | undefined;
  /** What `parse` makes of the text; undefined where it cannot be read. `isTranslation`: it may be kept as bytes. */
  readParsed(file: string, parse: (text: string) => Parsed, isTranslation?: boolean): Parsed | undefined;
  /** What was read so far, for printing diagnostics. */
  readonly sources: ReadonlyMap<string, string>;
  readonly problems: readonly Diagnostic[];
  /** Whether anything that was listed is a link: then what is read there may have changed elsewhere. */
  readonly hasLinks: () => boolean;
}

/**
 * Opens a folder of content that strangers may have written: links out of it are not followed, odd bytes are reported.
 * `packed`: where translations without mistakes are kept; their texts are read again for whoever wants to see them.
 */
export function openFolder(root: string, cache?: ContentCache, packed?: PackedTexts): OpenFolder {
  const realRoot = realpathSync(root);
  const sources = new LazyTexts();
  const problems: Diagnostic[] = [];
  const reported = new Set<string>();
  let hasLinks = false;

  const isInside = (path: string): boolean => path === realRoot || path.startsWith(realRoot + sep);

  function linkLeadsOutside(path: string): boolean {
    try {
      return !isInside(realpathSync(path));
    } catch {
      // A broken link: judge it by where it points.
      return !isInside(resolve(dirname(path), readlinkSync(path)));
    }
  }

  function report(problem: Diagnostic): void {
    if (reported.has(problem.file)) return;
    reported.add(problem.file);
    problems.push(problem);
  }

  function kindOf(entry: Dirent, parent: string, file: string): 'file' | 'folder' | undefined {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return 'folder';
    if (entry.isSymbolicLink()) {
      hasLinks = true;
      const path = join(parent, entry.name);
      if (linkLeadsOutside(path)) {
        report(diagnose('symlink-outside', file, {}));
        return undefined;
      }
      const target = statSync(path, { throwIfNoEntry: false });
      if (target?.isFile()) return 'file';
      if (target?.isDirectory()) return 'folder';
      report(diagnose('unreadable-file', file, { reason: target ? 'special' : 'ENOENT' }));
      return undefined;
    }
    // Pipes and devices would block the build or never end.
    report(diagnose('unreadable-file', file, { reason: 'special' }));
    return undefined;
  }

  function decode(file: string, bytes: Buffer): string | undefined {
    const { shown, problem } = decodeText(file, bytes);
    sources.set(file, shown);
    if (problem) report(problem);
    return problem ? undefined : shown;
  }

  return {
    sources,
    problems,
    hasLinks: () => hasLinks,
    list(folder) {
      const path = join(realRoot, folder);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isDirectory()) return [];
      if (!isInside(realpathSync(path))) {
        report(diagnose('symlink-outside', folder, {}));
        return [];
      }
      const found = new Map<string, Dirent>();
      for (const entry of readdirSync(path, { withFileTypes: true }))
        if (!entry.name.startsWith('.') && !entry.name.endsWith('~')) found.set(entry.name, entry);
      // Thousands of names: without a function they are sorted in a third of the time.
      return [...found.keys()].sort().flatMap((name) => {
        const kind = kindOf(found.get(name)!, path, folder === '' ? name : `${folder}/${name}`);
        return kind ? [{ name, isFolder: kind === 'folder' }] : [];
      });
    },
    exists(file) {
      const path = join(realRoot, file);
      return statSync(path, { throwIfNoEntry: false })?.isFile() === true && isInside(realpathSync(path));
    },
    read(file) {
      return readText(file, join(realRoot, file));
    },
    readParsed(file, parse, isTranslation = false) {
      // As `join` makes it, which takes longer than all else that is done for a file that is known.
      const path = realRoot + sep + file;
      const known = cache?.unchanged(file, path);
      if (known?.parsed) {
        sources.later(file, () => known.text);
        return known.parsed;
      }
      const text = readText(file, path);
      if (text === undefined) return undefined;
      const parsed = cache ? cache.parsed(file, text, () => parse(text)) : parse(text);
      if (!packed || !isTranslation || !parsed.value || parsed.problems.length > 0) return parsed;
      sources.later(file, readAgain(file, path));
      return { value: packed.pack(parsed.value), problems: [] };
    },
  };

  /** A function of its own, and one that does not hold the text, as one made beside it would. */
  function readAgain(file: string, path: string): () => string {
    return () => readNow(file, path) ?? '';
  }

  function readText(file: string, path: string): string | undefined {
    if (!cache) return readNow(file, path);
    const text = cache.text(file, path, () => readNow(file, path));
    if (text !== undefined) sources.set(file, text);
    return text;
  }

  function readNow(file: string, path: string): string | undefined {
    try {
      const { size } = statSync(path);
      const limit = sizeLimitOf(file);
      if (size > limit) {
        report(diagnose('file-too-large', file, { size, limit }));
        return undefined;
      }
      return decode(file, readFileSync(path));
    } catch (error) {
      report(diagnose('unreadable-file', file, { reason: (error as NodeJS.ErrnoException).code ?? String(error) }));
      return undefined;
    }
  }
}

/** The text of a file with `\n` line ends and without BOM; with a problem only `shown`, which is as near to it as possible. */
export function decodeText(file: string, bytes: Buffer): { readonly shown: string; readonly problem?: Diagnostic } {
  if (!isUtf8(bytes)) {
    // Latin-1 shows every byte as one character, so that the place can be shown.
    const shown = bytes.toString('latin1').replace(/\r\n?/g, '\n');
    const wrong = bytes.toString('utf8').indexOf('\uFFFD');
    const before = Buffer.from(bytes.toString('utf8').slice(0, wrong), 'utf8')
      .toString('latin1')
      .replace(/\r\n?/g, '\n');
    return { shown, problem: diagnose('not-utf8', file, {}, { at: positionOf(shown, before.length) }) };
  }
  let text = bytes.toString('utf8');
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  return nul === -1
    ? { shown: text }
    : { shown: text, problem: diagnose('nul-byte', file, {}, { at: positionOf(text, nul) }) };
}
