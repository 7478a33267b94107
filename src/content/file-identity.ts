import type { Stats } from 'node:fs';

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
export const identityOf = ({ size, ctimeMs: changed, ino: inode }: Stats, readAt = Date.now()): FileIdentity => ({
  size,
  changed,
  inode,
  readAt,
});

/** Whether a file is the one that was read. */
export const isUnchanged = ({ size, changed, inode, readAt }: FileIdentity, stat: Stats): boolean =>
  size === stat.size && changed === stat.ctimeMs && inode === stat.ino && readAt - changed > tooFresh;
