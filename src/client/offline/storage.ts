import { filesOfStyle, isHashed, type OfflineSet } from '../../model/offline-set.ts';
import { manifestName, type Manifest } from '../../search/manifest.ts';
import { nearFile, type NearManifest } from '../../search/near/near-manifest.ts';

/**
 * What lies on the device, all in the browser's caches, whose names begin with the site's root:
 * `files` has all that is named by its content, for whichever page needs it; `pages` has what was visited;
 * `help` has the pages of this function itself; each kept town has a cache of its own.
 */
export class Storage {
  /** The site's base path. */
  readonly root: string;
  readonly #prefix: string;

  constructor(root: string) {
    this.root = root;
    this.#prefix = `angebotslotse ${root} `;
  }

  open(name: 'files' | 'pages' | 'help'): Promise<Cache> {
    return caches.open(`${this.#prefix}1 ${name}`);
  }

  /** The reader has asked for it; without that nothing is stored. */
  isOn(): Promise<boolean> {
    return caches.has(`${this.#prefix}1 help`);
  }

  /** A cache for a set that is being kept; it counts only when `finish` has been called. */
  async stage(set: OfflineSet): Promise<Cache> {
    const cache = await caches.open(this.#setName(set.lang, set.town, set.id));
    await cache.put(plan, asResponse(set));
    return cache;
  }

  /** The last step: from now on the set is kept, and an older one of the same town is not. */
  async finish(set: OfflineSet): Promise<void> {
    const name = this.#setName(set.lang, set.town, set.id);
    await (await caches.open(name)).put(marker, asResponse(set));
    for (const other of await this.#setNames(`${set.lang} ${set.town} `))
      if (other !== name) await caches.delete(other);
  }

  /** All sets that are kept whole, the newest first. */
  async sets(lang?: string): Promise<KeptSet[]> {
    const names = await this.#setNames(lang === undefined ? '' : `${lang} `);
    const sets = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        const found = await cache.match(marker);
        return found ? [{ cache, name, set: (await found.json()) as OfflineSet }] : [];
      }),
    );
    return sets.flat().sort((a, b) => (a.set.date < b.set.date ? 1 : -1));
  }

  async remove(lang: string, town: string): Promise<void> {
    for (const name of await this.#setNames(`${lang} ${town} `)) await caches.delete(name);
    await this.tidy(0);
  }

  /** Everything of this site, also of other versions of this program. */
  async removeAll(): Promise<void> {
    for (const name of await caches.keys()) if (name.startsWith(this.#prefix)) await caches.delete(name);
  }

  /**
   * Stores a file; when the device is full, the visited pages that were not read for longest go first.
   * Throws `QuotaExceededError` where even that makes no room.
   */
  async put(cache: Cache, path: string, response: Response): Promise<void> {
    for (;;) {
      try {
        await cache.put(this.root + path, response.clone());
        return;
      } catch (error) {
        if (!isFull(error) || !(await this.#forgetOldest(path))) throw error;
      }
    }
  }

  /** No more visited pages than anybody finds again. */
  async limitVisited(most: number): Promise<void> {
    const cache = await this.open('pages');
    if ((await cache.keys()).length > most) await this.#forgetOldest('');
  }

  async #forgetOldest(except: string): Promise<boolean> {
    const cache = await this.open('pages');
    const dated = await Promise.all(
      (await cache.keys()).map(async (request) => ({
        request,
        used: Number((await cache.match(request))?.headers.get(usedHeader)),
      })),
    );
    const oldest = dated
      .filter(({ request }) => new URL(request.url).pathname !== this.root + except)
      .sort((a, b) => a.used - b.used)
      .slice(0, Math.ceil(dated.length / 4));
    for (const { request } of oldest) await cache.delete(request);
    await this.#dropUnused(shortly);
    return oldest.length > 0;
  }

  /** Removes what nothing on the device refers to any more. Waits until nothing is being kept: what is not whole then never will be. */
  async tidy(grace = shortly): Promise<void> {
    await navigator.locks.request(this.lock, async () => {
      const whole = new Set((await this.sets()).map(({ name }) => name));
      for (const name of await this.#setNames('')) if (!whole.has(name)) await caches.delete(name);
      await this.#dropUnused(grace);
    });
  }

  /** Name of the lock that whoever keeps a set holds. */
  get lock(): string {
    return `${this.#prefix}keep`;
  }

  /** Files that were stored a moment ago may belong to a page that is still on its way. */
  async #dropUnused(grace: number): Promise<void> {
    const files = await this.open('files');
    const needed = await this.#needed();
    const settled = Date.now() - grace;
    for (const request of await files.keys()) {
      const path = new URL(request.url).pathname.slice(this.root.length);
      if (needed.has(path)) continue;
      const stored = Number((await files.match(request))?.headers.get(usedHeader));
      if (stored <= settled) await files.delete(request);
    }
  }

  async #needed(): Promise<Set<string>> {
    const [files, pages, help] = await Promise.all([this.open('files'), this.open('pages'), this.open('help')]);
    const needed = new Set<string>();
    for (const name of await this.#setNames('')) {
      const planned = await (await caches.open(name)).match(plan);
      for (const [path] of planned ? ((await planned.json()) as OfflineSet).files : []) needed.add(path);
    }
    for (const response of [...(await pages.matchAll()), ...(await help.matchAll())])
      for (const path of response.headers.get(filesHeader)?.split(' ') ?? []) needed.add(path);
    for (const path of [...needed].filter((name) => name.endsWith('.css'))) {
      const style = await files.match(this.root + path);
      for (const font of style ? filesOfStyle(await style.text()) : []) needed.add(font);
    }
    for (const request of await pages.keys()) {
      const [, lang] = /\/search\/([^/]+)\/near\.json$/.exec(request.url) ?? [];
      const visited = lang === undefined ? undefined : await pages.match(request);
      if (lang === undefined || !visited) continue;
      const { hashes } = (await visited.json()) as NearManifest;
      for (const [name, hash] of Object.entries(hashes)) needed.add(nearFile(lang, name, hash));
    }
    const visitedManifests = (await pages.keys()).filter(({ url }) => /\/search\/[^/]+\/manifest\.json$/.test(url));
    const manifests = await Promise.all(
      visitedManifests.map(async (request) => (await (await pages.match(request))?.json()) as Manifest | undefined),
    );
    for (const request of await files.keys()) {
      const path = new URL(request.url).pathname.slice(this.root.length);
      if (path.startsWith('search/') && manifests.some((manifest) => manifest && belongsTo(manifest, path)))
        needed.add(path);
    }
    return needed;
  }

  #setName(lang: string, town: string, id: string): string {
    return `${this.#prefix}1 set ${lang} ${town} ${id}`;
  }

  async #setNames(of: string): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(`${this.#prefix}1 set ${of}`));
  }
}

export interface KeptSet {
  readonly cache: Cache;
  readonly name: string;
  readonly set: OfflineSet;
}

/** Entries of a set's cache that are no files: what belongs to it, and that it is complete. */
const plan = '/plan';
const marker = '/whole';
const asResponse = (set: OfflineSet): Response => new Response(JSON.stringify(set));

const shortly = 10 * 60_000;

/** When an entry was stored, and last read, in milliseconds. */
export const storedHeader = 'x-stored';
export const usedHeader = 'x-used';
/** What a page loads and is named by its content. */
export const filesHeader = 'x-files';

/** A copy that says when it was made and what it needs. */
export function entryOf(body: BodyInit, { headers }: Response, files: readonly string[] = []): Response {
  return new Response(body, {
    headers: {
      'content-type': headers.get('content-type') ?? 'application/octet-stream',
      [storedHeader]: String(Date.now()),
      [usedHeader]: String(Date.now()),
      ...(files.length > 0 ? { [filesHeader]: files.filter(isHashed).join(' ') } : {}),
    },
  });
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Whether a file of the search is one that this manifest speaks of. */
export function belongsTo({ language, hashes }: Manifest, path: string): boolean {
  const [, kind = '', hash = ''] = /\/([a-z]+)-([^/-]+)-[^/-]+\.bin$/.exec(path) ?? [];
  return (
    path.startsWith(manifestName(language).replace('manifest.json', '')) &&
    Object.entries(hashes).some(([of, all]) => of === kind && all.includes(hash))
  );
}
