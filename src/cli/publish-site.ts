import * as files from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** What of the file system is used, so that a test can stop it at any step. */
export type PublishFiles = Pick<
  typeof files,
  'mkdir' | 'mkdtemp' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'writeFile'
>;

/** A folder beside the site, which takes its place once it is whole. */
export interface Staging {
  readonly folder: string;
  /** Two renames: between them the site is missing for less than a millisecond, and it is never half old, half new. */
  publish(): Promise<void>;
  /** The site that stands stays as it is. */
  discard(): Promise<void>;
}

/** Another build writes into the same place; `lock` is the file that says so. */
export interface Busy {
  readonly lock: string;
  readonly pid: number;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function isRunning(pid: number): boolean {
  // In a container the next process often has the number of the one that was killed.
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process, but there.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Opens a folder for a new site, clears away what killed builds have left, and brings back the last good site where one
 * was killed between the two renames.
 */
export async function openStaging(target: string, fs: PublishFiles = files): Promise<Staging | Busy> {
  const lock = `${target}.lock`;
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
      const old = `${target}.old-${process.pid}`;
      const had = await fs.rename(target, old).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) === 'ENOENT') return false;
          throw error;
        },
      );
      try {
        await fs.rename(folder, target);
      } catch (error) {
        if (had) await fs.rename(old, target);
        throw error;
      }
      await fs.rm(old, { recursive: true, force: true });
      await unlock();
    },
    async discard() {
      await fs.rm(folder, { recursive: true, force: true });
      await unlock();
    },
  };

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
