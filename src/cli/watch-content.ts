import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';

/** An editor writes a file in several steps, in ms. */
const settled = 15;

/**
 * Calls `saved` with the paths of files that have been saved, created or deleted in a folder of content, with `/`. One
 * watcher a folder, as many as there are: a watcher a file, with a look through its folder after each change, takes
 * longer than to make the page. Gives what ends it.
 */
export function watchContent(root: string, saved: (files: readonly string[]) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    const files = [...waiting];
    waiting = new Set();
    saved(files);
  };
  const changed = (path: string): void => {
    const name = path.slice(path.lastIndexOf(sep) + 1);
    if (name.startsWith('.') || name.endsWith('~')) return;
    waiting.add(path.split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(tell, settled);
  };
  // Elsewhere the system itself watches a folder with all that is in it.
  const isDeep = process.platform === 'darwin' || process.platform === 'win32';

  function watchFolder(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    const watcher = watch(join(root, folder), { recursive: isDeep }, (_, name) => {
      if (name === null) return;
      const path = join(folder, name);
      if (!isDeep && !name.startsWith('.') && isFolder(join(root, path))) watchUnlessGone(path);
      changed(path);
    });
    // A folder that is gone is watched no longer.
    watcher.on('error', () => watcher.close());
    watchers.set(folder, watcher);
    if (isDeep) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isDirectory() && !entry.name.startsWith('.')) watchUnlessGone(join(folder, entry.name));
  }

  /** A folder can be renamed or deleted before it is watched: the watcher of its parent tells of that. */
  function watchUnlessGone(folder: string): void {
    try {
      watchFolder(folder);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  watchFolder('');
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
