import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { listingHash, partFile, type PartManifest, type PartState } from '../pages/part.ts';
import type { CommandLanguage } from './command.ts';

const texts = {
  de: {
    noPart: (folder: string) =>
      `In „${folder}“ liegt kein Teil einer Website (${partFile} fehlt oder ist nicht lesbar).`,
    otherCount: (folder: string, of: number, expected: number) =>
      `„${folder}“ ist einer von ${of} Teilen, die anderen sind von ${expected}.`,
    otherState: (folder: string, field: string, value: string, expected: string) =>
      `„${folder}“ kommt von einem anderen Stand: ${field} ist ${value}, bei den anderen ${expected}.`,
    doubled: (number: number, folders: string) => `Teil ${number} ist doppelt: ${folders}.`,
    missing: (numbers: string, of: number) => `Von ${of} Teilen fehlen diese: ${numbers}.`,
    lost: (folder: string, path: string, count: number) =>
      `In „${folder}“ fehlt ${path}${count > 1 ? ` und ${count - 1} weitere Dateien` : ''}. Der Teil ist nicht ganz angekommen.`,
    strange: (folder: string, path: string, count: number) =>
      `In „${folder}“ liegt ${path}${count > 1 ? ` und ${count - 1} weitere Dateien` : ''}, was nicht zu diesem Teil gehört.`,
    twice: (path: string) => `${path} ist in zwei Teilen.`,
    incomplete: 'Die Teile zusammen sind nicht die ganze Website: Es fehlen Seiten, oder es sind fremde dabei.',
    search: (languages: string) => `Diese Sprachen haben nicht genau eine Suche: ${languages}.`,
  },
  en: {
    noPart: (folder: string) => `“${folder}” is no part of a site (${partFile} is missing or cannot be read).`,
    otherCount: (folder: string, of: number, expected: number) =>
      `“${folder}” is one of ${of} parts, the others are of ${expected}.`,
    otherState: (folder: string, field: string, value: string, expected: string) =>
      `“${folder}” is from another state: ${field} is ${value}, for the others it is ${expected}.`,
    doubled: (number: number, folders: string) => `Part ${number} is there twice: ${folders}.`,
    missing: (numbers: string, of: number) => `Of ${of} parts these are missing: ${numbers}.`,
    lost: (folder: string, path: string, count: number) =>
      `“${folder}” lacks ${path}${count > 1 ? ` and ${count - 1} more files` : ''}. The part did not arrive whole.`,
    strange: (folder: string, path: string, count: number) =>
      `“${folder}” holds ${path}${count > 1 ? ` and ${count - 1} more files` : ''}, which does not belong to this part.`,
    twice: (path: string) => `${path} is in two parts.`,
    incomplete: 'The parts together are not the whole site: pages are missing, or there are strange ones.',
    search: (languages: string) => `These languages do not have exactly one search: ${languages}.`,
  },
};

interface FoundPart {
  readonly folder: string;
  readonly manifest: PartManifest;
}

/**
 * Puts the parts of one site together in `target`, an empty folder. Where they are not exactly one whole site nothing is
 * written, and the result says why.
 */
export function joinParts(folders: readonly string[], target: string, lang: CommandLanguage): string[] {
  const say = texts[lang];
  const found = folders.map((folder) => ({ folder, manifest: readManifest(folder) }));
  const unreadable = found.filter(({ manifest }) => !manifest).map(({ folder }) => say.noPart(folder));
  const parts = found.filter((part): part is FoundPart => part.manifest !== undefined);
  const [first] = parts;
  if (unreadable.length > 0 || !first) return unreadable;

  const problems = [...differences(first, parts), ...gaps(first.manifest.of, parts)];
  if (problems.length > 0) return problems;
  problems.push(...parts.flatMap(damage), ...incompleteness(first.manifest.state, parts));
  if (problems.length > 0) return problems;

  for (const { folder, manifest } of parts) {
    for (const path of manifest.paths) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      copyFileSync(join(folder, path), join(target, path));
    }
  }
  return [];

  /** Parts of another site, of another day, of another way of cutting. */
  function differences({ manifest: expected }: FoundPart, all: readonly FoundPart[]): string[] {
    return all.flatMap(({ folder, manifest }) => {
      if (manifest.of !== expected.of) return say.otherCount(folder, manifest.of, expected.of);
      return (Object.keys(expected.state) as (keyof PartState)[]).flatMap((field) => {
        const value = String(manifest.state[field]);
        const wanted = String(expected.state[field]);
        return value === wanted ? [] : say.otherState(folder, field, value, wanted);
      });
    });
  }

  function gaps(of: number, all: readonly FoundPart[]): string[] {
    const numbers = Array.from({ length: of }, (_, index) => index + 1);
    const foldersOf = (number: number): string[] =>
      all.filter(({ manifest }) => manifest.number === number).map(({ folder }) => folder);
    const missing = numbers.filter((number) => foldersOf(number).length === 0);
    return [
      ...numbers.flatMap((number) =>
        foldersOf(number).length > 1 ? say.doubled(number, foldersOf(number).join(', ')) : [],
      ),
      ...(missing.length > 0 ? [say.missing(missing.join(', '), of)] : []),
    ];
  }

  /** Files that got lost on the way, or that lay in the folder before. */
  function damage({ folder, manifest }: FoundPart): string[] {
    const there = new Set(listFiles(folder));
    const lost = manifest.paths.filter((path) => !there.has(path));
    const listed = new Set(manifest.paths);
    const strange = [...there].filter((path) => path !== partFile && !listed.has(path));
    return [
      ...(lost[0] === undefined ? [] : [say.lost(folder, lost[0], lost.length)]),
      ...(strange[0] === undefined ? [] : [say.strange(folder, strange[0], strange.length)]),
    ];
  }

  function incompleteness(state: PartState, all: readonly FoundPart[]): string[] {
    const paths = all.flatMap(({ manifest }) => manifest.paths);
    const seen = new Set<string>();
    const twice = paths.filter((path) => seen.size === seen.add(path).size);
    const searches = all.flatMap(({ manifest }) => manifest.search);
    const wrong = state.languages.filter((tag) => searches.filter((other) => other === tag).length !== 1);
    return [
      ...twice.slice(0, 10).map(say.twice),
      ...(listingHash(seen) === state.listing ? [] : [say.incomplete]),
      ...(wrong.length > 0 ? [say.search(wrong.join(', '))] : []),
    ];
  }
}

function readManifest(folder: string): PartManifest | undefined {
  const file = join(folder, partFile);
  if (!existsSync(file)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as PartManifest;
    const isWhole = manifest.version === 1 && Array.isArray(manifest.paths) && typeof manifest.state === 'object';
    return isWhole && manifest.paths.every(isInside) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** A path that leads out of the folder is in no part that this program has written. */
const isInside = (path: unknown): boolean =>
  typeof path === 'string' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
