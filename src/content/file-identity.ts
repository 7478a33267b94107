import { realpathSync, statSync, type Stats } from 'node:fs';

/** What is seen of a file without reading it. */
export type Look = Pick<Stats, 'size' | 'ctimeMs' | 'ino'>;

/** A file that was written so shortly before it was read may have been written again without a new time, in ms. */
const tooFresh = 1500;

/** What a file is known again by: size in bytes, time of the last change and of reading in ms since 1970, place on disk. */
export interface FileIdentity {
  readonly size: number;
  readonly changed: number;
  readonly inode: number;
  readonly readAt: number;
}

/** `stat`: taken before `readAt`, and that before reading. */
export const identityOf = ({ size, ctimeMs: changed, ino: inode }: Look, readAt = Date.now()): FileIdentity => ({
  size,
  changed,
  inode,
  readAt,
});

/** Whether a file is the one that was read. */
export const isUnchanged = ({ size, changed, inode, readAt }: FileIdentity, stat: Look): boolean =>
  size === stat.size && changed === stat.ctimeMs && inode === stat.ino && readAt - changed > tooFresh;

/** With more files than this, looking twice costs less than remembering. */
const mostLooked = 30_000;
const looked = new Map<string, Look>();
let remembers = true;

/** Looks at a file for all that ask for it in this process: only for one that reads a folder once. */
export function lookAt(path: string): void {
  if (looked.size === mostLooked) {
    remembers = false;
    looked.clear();
  }
  if (!remembers) return;
  const { size, ctimeMs, ino } = statSync(path);
  looked.set(path, { size, ctimeMs, ino });
}

/** A file as it is now or was when this process looked at it; undefined where there is none. */
export const lookOf = (path: string): Look | undefined => looked.get(path) ?? statSync(path, { throwIfNoEntry: false });

/** A folder under the name by which its files are looked at; as it is where there is none. */
export function realPathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
