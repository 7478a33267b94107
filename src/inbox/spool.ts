import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsoDate } from '../model/diagnostic.ts';
import { handInKinds, isId, type HandIn } from './hand-in.ts';

/** A hand-in on its way to the forge. */
export interface SpoolEntry {
  readonly version: 1;
  readonly key: string;
  /** The offer or need that it is about; for a new one the id that it shall get. */
  readonly id: string;
  /** The day on which it was handed in. */
  readonly date: IsoDate;
  readonly handIn: HandIn;
  /** Codes of warnings that the check gave, for the reviewer. */
  readonly warnings: readonly string[];
  /** Whether the offer had changed since the form was opened. */
  readonly stale: boolean;
  /** SHA-256 of the file as it was when the hand-in was checked; absent for a new one. */
  readonly base?: string;
}

/** What is remembered of a hand-in that was sent: enough to recognise it, nothing of what it said. */
export interface Receipt {
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly outcome: string;
}

/**
 * A folder with one file for each hand-in: `waiting/`, `done/` (receipts) and `failed/` (with the reason). Every file is
 * written under another name, flushed and then renamed, so that it is there whole or not at all, whatever happens.
 */
export interface Spool {
  put(entry: SpoolEntry): Promise<void>;
  /** Keys of all that waits. */
  list(): Promise<string[]>;
  /** Undefined where the file is gone; `unreadable` where it is no entry. */
  read(key: string): Promise<SpoolEntry | 'unreadable' | undefined>;
  find(key: string): Promise<'waiting' | 'done' | undefined>;
  isDone(key: string): Promise<boolean>;
  done(receipt: Receipt): Promise<void>;
  fail(key: string, reason: string): Promise<void>;
  counts(): Promise<{ waiting: number; failed: number }>;
  /** Removes receipts that are older than this many days. */
  forget(days: number): Promise<void>;
}

const keyPattern = /^[0-9a-f]{32}$/;

async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${name}.${process.pid}.${(counter += 1)}.tmp`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
  await syncFolder(folder);
}
let counter = 0;

/** A rename is only sure to survive a power cut when its folder was flushed, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

function asEntry(key: string, text: string): SpoolEntry | 'unreadable' {
  try {
    const entry = JSON.parse(text) as SpoolEntry;
    const sound =
      entry.version === 1 &&
      entry.key === key &&
      isId(entry.id) &&
      /^\d{4}-\d\d-\d\d$/.test(entry.date) &&
      (handInKinds as readonly unknown[]).includes(entry.handIn?.kind) &&
      (entry.handIn.organisation === undefined || isId(entry.handIn.organisation.id));
    return sound ? entry : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

export async function openSpool(root: string): Promise<Spool> {
  const folders = { waiting: join(root, 'waiting'), done: join(root, 'done'), failed: join(root, 'failed') };
  for (const folder of Object.values(folders)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) if (name.endsWith('.tmp')) await rm(join(folder, name), { force: true });
  }
  const path = (folder: keyof typeof folders, key: string): string => {
    if (!keyPattern.test(key)) throw new Error('Not a key of the spool');
    return join(folders[folder], `${key}.json`);
  };
  const keysIn = async (folder: keyof typeof folders): Promise<string[]> =>
    (await readdir(folders[folder])).flatMap((name) => {
      const key = name.replace(/\.json$/, '');
      return name.endsWith('.json') && keyPattern.test(key) ? [key] : [];
    });

  return {
    put: (entry) => writeWhole(folders.waiting, `${entry.key}.json`, `${JSON.stringify(entry)}\n`),
    list: async () => (await keysIn('waiting')).sort(),
    async read(key) {
      const text = await readFile(path('waiting', key), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return text === undefined ? undefined : asEntry(key, text);
    },
    async find(key) {
      // In this order: while an entry is moved it stands in both.
      if (await exists(path('waiting', key))) return 'waiting';
      return (await exists(path('done', key))) ? 'done' : undefined;
    },
    isDone: (key) => exists(path('done', key)),
    async done(receipt) {
      const { key } = receipt;
      await writeWhole(folders.done, `${key}.json`, `${JSON.stringify(receipt)}\n`);
      await rm(path('waiting', key), { force: true });
    },
    async fail(key, reason) {
      const entry = await readFile(path('waiting', key), 'utf8');
      await writeWhole(folders.failed, `${key}.json`, `${JSON.stringify({ reason, entry }, null, 2)}\n`);
      await rm(path('waiting', key), { force: true });
    },
    counts: async () => ({ waiting: (await keysIn('waiting')).length, failed: (await keysIn('failed')).length }),
    async forget(days) {
      const limit = Date.now() - days * 86_400_000;
      for (const key of await keysIn('done')) {
        const file = path('done', key);
        const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
        if (mtimeMs < limit) await rm(file, { force: true });
      }
    },
  };
}
