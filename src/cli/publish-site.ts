import * as files from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { spareFolder, takeUpdate, type SiteUpdate } from '../memory/site-update.ts';
import { isRunning } from './is-running.ts';

/** What of the file system is used, so that a test can stop it at any step. */
export type PublishFiles = Pick<
  typeof files,
  'link' | 'mkdir' | 'mkdtemp' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'rmdir' | 'writeFile'
>;

/** A folder beside the site, which takes its place once it is whole. */
export interface Staging {
  readonly folder: string;
  /**
   * Two renames: between them the site is missing for less than a millisecond, and it is never half old, half new. Gives
   * the name that the build has for what stands there now, if it has one.
   */
  publish(): Promise<string | undefined>;
  /** The site that stands stays as it is. */
  discard(): Promise<void>;
}

/** Another build writes into the same place; `lock` is the file that says so. */
export interface Busy {
  readonly lock: string;
  readonly pid: number;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Opens a folder for a new site, clears away what killed builds have left, and brings back the last good site where one
 * was killed between the two renames.
 */
export async function openStaging(target: string, fs: PublishFiles = files): Promise<Staging | Busy> {
  const lock = `${target}.lock`;
  const filled = `${target}.new-${process.pid}`;
  await fs.mkdir(dirname(target), { recursive: true });
  const busy = await takeLock();
  if (busy) return busy;
  const unlock = (): Promise<void> => fs.rm(lock, { force: true });
  let folder: string;
  try {
    await removeLeftovers();
    folder = await fs.mkdtemp(`${target}.new-`);
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    folder,
    async publish() {
      const update = takeUpdate(folder);
      const old = `${target}.old-${process.pid}`;
      const whole = update?.spare === undefined ? folder : await completeSpare(update, update.spare);
      const had = await fs.rename(target, old).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) === 'ENOENT') return false;
          throw error;
        },
      );
      try {
        await fs.rename(whole, target);
      } catch (error) {
        if (had) await fs.rename(old, target);
        throw error;
      }
      await removeSpares();
      if (had && update?.made) await keepAsSpare(old, update, update.made);
      else await fs.rm(old, { recursive: true, force: true });
      await unlock();
      return update?.state;
    },
    async discard() {
      await fs.rm(folder, { recursive: true, force: true });
      await fs.rm(filled, { recursive: true, force: true });
      await unlock();
    },
  };

  /** Puts what was made into the spare copy, under a name by which it is cleared away if this is where it ends. */
  async function completeSpare(update: SiteUpdate, state: string): Promise<string> {
    await fs.rename(spareFolder(target, state), filled);
    await removeFiles(filled, update.gone);
    const made = await fs.readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of made) {
      if (entry.isDirectory()) continue;
      const from = resolve(entry.parentPath, entry.name);
      const to = resolve(filled, relative(folder, from));
      await fs.mkdir(dirname(to), { recursive: true });
      await fs.rename(from, to);
    }
    await fs.rm(folder, { recursive: true, force: true });
    return filled;
  }

  /** Makes of the old site another copy of the new one. Where that is not possible there is none, and the next build links all files. */
  async function keepAsSpare(old: string, update: SiteUpdate, made: readonly string[]): Promise<void> {
    try {
      await removeFiles(old, [...update.gone, ...made]);
      for (const path of made) {
        const to = resolve(old, path);
        await fs.mkdir(dirname(to), { recursive: true });
        await fs.link(resolve(target, path), to);
      }
      await fs.rename(old, spareFolder(target, update.state));
    } catch {
      await fs.rm(old, { recursive: true, force: true });
    }
  }

  /** Removes files, and folders that are empty without them. */
  async function removeFiles(root: string, paths: readonly string[]): Promise<void> {
    for (const path of paths) await fs.rm(resolve(root, path), { force: true });
    const folders = new Set(paths.map((path) => dirname(path)));
    for (const start of folders) {
      for (let path = start; path !== '.'; path = dirname(path)) {
        const isRemoved = await fs.rmdir(resolve(root, path)).then(
          () => true,
          (error: unknown) => codeOf(error) === 'ENOENT',
        );
        if (!isRemoved) break;
      }
    }
  }

  async function removeSpares(): Promise<void> {
    const name = basename(target);
    for (const sibling of await fs.readdir(dirname(target)))
      if (sibling.startsWith(`${name}.spare-`))
        await fs.rm(resolve(dirname(target), sibling), { recursive: true, force: true });
  }

  async function takeLock(): Promise<Busy | undefined> {
    for (;;) {
      try {
        await fs.writeFile(lock, String(process.pid), { flag: 'wx' });
        return undefined;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const pid = Number(await fs.readFile(lock, 'utf8').catch(() => ''));
      if (isRunning(pid)) return { lock, pid };
      await fs.rm(lock, { force: true });
    }
  }

  async function removeLeftovers(): Promise<void> {
    const name = basename(target);
    const siblings = await fs.readdir(dirname(target));
    let standing = siblings.includes(name);
    for (const sibling of siblings) {
      const path = resolve(dirname(target), sibling);
      if (sibling.startsWith(`${name}.old-`) && !standing) {
        await fs.rename(path, target);
        standing = true;
      } else if (sibling.startsWith(`${name}.old-`) || sibling.startsWith(`${name}.new-`))
        await fs.rm(path, { recursive: true, force: true });
    }
  }
}

/** Why the site could not be written, where it is for the system to say; undefined for every other error. */
export function writingProblem(error: unknown): 'full' | 'forbidden' | 'read-only' | 'no-folder' | undefined {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
      return 'forbidden';
    case 'EROFS':
      return 'read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'no-folder';
    default:
      return undefined;
  }
}
