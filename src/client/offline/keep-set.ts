import { isHashed, setPath, type OfflineSet, type SetFile } from '../../model/offline-set.ts';
import { entryOf, isFull, type Storage } from './storage.ts';

/** Why a town could not be kept; `changing`: the site was built anew meanwhile. */
export type KeepFailure = 'no-space' | 'changing' | 'connection';

export class KeepError extends Error {
  override readonly name = 'KeepError';
  readonly reason: KeepFailure;

  constructor(reason: KeepFailure, cause?: unknown) {
    super(`The set could not be kept: ${reason}`, { cause });
    this.reason = reason;
  }
}

const atOnce = 4;

/** What the site has of a town now. */
export async function loadSet(root: string, lang: string, town: string): Promise<OfflineSet> {
  const response = await fetchWhole(root + setPath(lang, town));
  return (await response.json()) as OfflineSet;
}

/**
 * Keeps all of a town, or nothing: every file is held against the hash of the build that the list belongs to, so that
 * files of two builds never lie together. Rejects with `KeepError`.
 */
export async function keepSet(
  storage: Storage,
  { lang, town }: { readonly lang: string; readonly town: string },
  onProgress: (done: number, total: number) => void,
): Promise<OfflineSet> {
  try {
    return await navigator.locks.request(storage.lock, async () => {
      const first = await loadSet(storage.root, lang, town);
      try {
        return await keepFiles(storage, first, onProgress);
      } catch (error) {
        if (!(error instanceof KeepError) || error.reason !== 'changing') throw error;
        return await keepFiles(storage, await loadSet(storage.root, lang, town), onProgress);
      }
    });
  } catch (error) {
    if (error instanceof KeepError) throw error;
    throw new KeepError(isFull(error) ? 'no-space' : 'connection', error);
  } finally {
    await storage.tidy();
  }
}

async function keepFiles(
  storage: Storage,
  set: OfflineSet,
  onProgress: (done: number, total: number) => void,
): Promise<OfflineSet> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < set.bytes) throw new KeepError('no-space');
  const [stage, files] = await Promise.all([storage.stage(set), storage.open('files')]);
  const waiting = [...set.files];
  let done = 0;
  let failed: { readonly error: unknown } | undefined;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const hashed = isHashed(file[0]);
      if (!hashed || !(await files.match(storage.root + file[0])))
        await storage.put(hashed ? files : stage, file[0], await load(storage.root, file));
      if (!failed) onProgress(++done, set.files.length);
    }
  };
  const stop = (error: unknown): void => {
    // The others stop after the file they are at; they are waited for, so that nothing is stored after the end.
    failed ??= { error };
    waiting.length = 0;
  };
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(stop)));
  if (failed) throw failed.error;
  await storage.finish(set);
  return set;
}

async function load(root: string, [path, hash]: SetFile): Promise<Response> {
  const response = await fetchWhole(root + path.replace(/(^|\/)index\.html$/, '$1')).catch((error: unknown) => {
    // A file with a hash in its name that is gone was there in another build.
    throw error instanceof MissingFile ? new KeepError('changing', error) : error;
  });
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 8);
  if (Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') !== hash)
    throw new KeepError('changing');
  return entryOf(bytes, response);
}

class MissingFile extends Error {}

/** Past all caches, also that of the service worker. */
async function fetchWhole(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-store' });
  if (response.status === 404) throw new MissingFile(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}
