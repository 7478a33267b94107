import { LazyTexts } from '../../content/lazy-texts.ts';
import { decodeText, sizeLimitOf, type OpenFolder } from '../../content/open-folder.ts';
import { diagnose } from '../../model/diagnostic-codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { readBlobs, type TreeEntry } from './git-tree.ts';

interface Listed {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * A content folder as it was in a commit, without links. What has not changed since is taken from `now`, the folder as
 * it is, and only the rest is read from git.
 */
export function openTree(
  folder: string,
  entries: readonly TreeEntry[],
  changed: Pick<ReadonlySet<string>, 'has'>,
  now: OpenFolder,
): OpenFolder {
  const files = new Map(entries.map((entry) => [entry.path, entry]));
  const old = entries.filter(({ path }) => changed.has(path));
  const bytesOf = new Map(readBlobs(folder, old).map((bytes, index) => [old[index]!.path, bytes]));
  const folders = new Map<string, Map<string, Listed>>();
  const add = (path: string, isFolder: boolean): void => {
    const cut = path.lastIndexOf('/');
    const parent = cut === -1 ? '' : path.slice(0, cut);
    let names = folders.get(parent);
    if (!names) {
      folders.set(parent, (names = new Map()));
      if (parent !== '') add(parent, true);
    }
    const name = path.slice(cut + 1);
    names.set(name, { name, isFolder });
  };
  for (const { path } of entries) add(path, false);

  const sources = new LazyTexts();
  const problems: Diagnostic[] = [];

  function readOld(file: string): string | undefined {
    const entry = files.get(file);
    if (!entry) return undefined;
    const bytes = bytesOf.get(file) ?? readBlobs(folder, [entry])[0]!;
    const limit = sizeLimitOf(file);
    if (bytes.length > limit) {
      problems.push(diagnose('file-too-large', file, { size: bytes.length, limit }));
      return undefined;
    }
    const { shown, problem } = decodeText(file, bytes);
    sources.set(file, shown);
    if (problem) problems.push(problem);
    return problem ? undefined : shown;
  }

  const isAsNow = (file: string): boolean => files.has(file) && !changed.has(file);

  return {
    sources,
    problems,
    hasLinks: () => false,
    list: (path) =>
      [...(folders.get(path)?.keys() ?? [])]
        .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
        .sort()
        .map((name) => folders.get(path)!.get(name)!),
    exists: (file) => files.has(file),
    read(file) {
      const same = isAsNow(file) ? now.read(file) : undefined;
      if (same === undefined) return readOld(file);
      sources.set(file, same);
      return same;
    },
    readParsed(file, parse) {
      const same = isAsNow(file) ? now.readParsed(file, parse) : undefined;
      if (same) {
        sources.later(file, () => now.sources.get(file)!);
        return same;
      }
      const text = readOld(file);
      return text === undefined ? undefined : parse(text);
    },
  };
}
