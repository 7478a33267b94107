import { fallbackPath, filesOfPage, filesOfStyle, isHashed, offlinePath } from '../../model/offline-set.ts';
import { entryOf, filesHeader, storedHeader, usedHeader, type Storage } from './storage.ts';

/** Longer than this nobody waits for the network where there is a copy. */
const patience = 3000;
const mostVisited = 200;
/** Pictures above this are not kept in passing. */
const largestPicture = 1_500_000;

/** What kind of file the service worker has to do with; all others it never touches: forms, `/admin/`, the inbox, other sites. */
export function kindOf(path: string): 'hashed' | 'page' | 'manifest' | 'picture' | undefined {
  if (isHashed(path)) return 'hashed';
  if (
    /^search\/[^/]+\/(manifest|near)\.json$|^[^/]+\/(woche\/(.*\/)?woche\.json|angebote\/[^/]+\/termine\.ics)$/.test(
      path,
    )
  )
    return 'manifest';
  if (/^media\/.+\.(png|jpe?g|webp|avif|svg|gif)$/.test(path)) return 'picture';
  return path === '' || /^[a-z]{2}(-[a-z]+)?\/([^.]*\/)?$/.test(path) ? 'page' : undefined;
}

const languageOf = (path: string): string | undefined => /^(?:search\/)?([a-z]{2}(?:-[a-z]+)?)\//.exec(path)?.[1];

interface Answer {
  readonly response: Response;
  /** What is still to be done after the answer; never rejects. Gives whether a newer copy has come in the meantime. */
  readonly after: Promise<boolean>;
}

/** Answers requests from network and device. */
export class Answerer {
  readonly #storage: Storage;
  readonly #loading = new Map<string, Promise<Response>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** A file named by its content: from the device, else from the network and then kept. */
  async hashed(path: string): Promise<Response> {
    const files = await this.#storage.open('files');
    const kept = await files.match(this.#storage.root + path);
    if (kept) return kept;
    let loading = this.#loading.get(path);
    if (!loading) {
      loading = this.#load(path, files);
      this.#loading.set(path, loading);
      void loading.catch(() => {}).finally(() => this.#loading.delete(path));
    }
    return (await loading).clone();
  }

  async #load(path: string, files: Cache): Promise<Response> {
    const response = await fetch(this.#storage.root + path);
    if (!response.ok) return response;
    const entry = entryOf(await response.arrayBuffer(), response);
    // A full device must not keep the page from being shown.
    await this.#storage.put(files, path, entry).catch(() => {});
    return entry;
  }

  /** Network first; after a while, or without a connection, the copy. */
  async named(request: Request, path: string): Promise<Answer> {
    const key = path.endsWith('/') || path === '' ? `${path}index.html` : path;
    const kept = await this.#find(key);
    const arriving = fetch(request).then((response) => ({ response, copy: response.clone() }));
    const waited = new Promise<undefined>((resolve) => {
      if (kept) setTimeout(resolve, patience);
    });
    const first = await Promise.race([arriving.catch((error: Error) => error), waited]);
    if (first === undefined || first instanceof Error || first.response.status >= 500) {
      if (kept) {
        const before = kept.clone();
        return { response: kept, after: first ? this.#touch(key) : this.#replace(key, arriving, before) };
      }
      if (first instanceof Error && request.mode !== 'navigate') throw first;
      const fallback = first instanceof Error ? await this.#fallback(path) : undefined;
      if (fallback) return { response: fallback, after: Promise.resolve(false) };
      if (first instanceof Error) throw first;
    }
    const { response, copy } = first ?? (await arriving);
    return {
      response,
      after: this.#keep(key, copy)
        .then(() => false)
        .catch(() => false),
    };
  }

  /** Keeps a page that was opened before this function was switched on, and what this function itself shows. */
  async keepPage(path: string): Promise<void> {
    const lang = languageOf(path);
    if (lang !== undefined) await this.#keepHelp(lang);
    const response = await fetch(this.#storage.root + path);
    await this.#keep(`${path}index.html`, response);
  }

  async #replace(key: string, arriving: Promise<{ copy: Response }>, before: Response): Promise<boolean> {
    try {
      const { copy } = await arriving;
      if (!copy.ok) return false;
      const [now, then] = await Promise.all([copy.clone().text(), before.text()]);
      if (now === then) return false;
      await this.#keep(key, copy);
      return true;
    } catch {
      return false;
    }
  }

  /** The copy to show: of a visited and a kept one the later. The search belongs to its index, so there the kept one wins. */
  async #find(key: string): Promise<Response | undefined> {
    const address = this.#storage.root + key;
    const lang = languageOf(key);
    const [pages, help, sets] = await Promise.all([
      this.#storage.open('pages'),
      this.#storage.open('help'),
      // A calendar may be in another language than the page that leads to it.
      this.#storage.sets(key.endsWith('.ics') ? undefined : lang),
    ]);
    const visited = await pages.match(address);
    for (const { cache } of sets) {
      const kept = await cache.match(address);
      if (kept) {
        const isSearch = key.startsWith('search/') || key === `${lang}/angebote/index.html`;
        return visited && !isSearch && storedAt(visited) > storedAt(kept) ? visited : kept;
      }
    }
    return visited ?? (await help.match(address));
  }

  async #fallback(path: string): Promise<Response | undefined> {
    const help = await this.#storage.open('help');
    const own = await help.match(`${this.#storage.root}${languageOf(path)}/${fallbackPath}index.html`);
    if (own) return own;
    const other = (await help.keys()).find(({ url }) => url.endsWith(`${fallbackPath}index.html`));
    return other && help.match(other);
  }

  /** Stores what was visited: only when all of it has arrived, and only with all that it needs. */
  async #keep(key: string, response: Response): Promise<void> {
    const pages = await this.#storage.open('pages');
    const address = this.#storage.root + key;
    if (response.status === 404 || response.status === 410) await pages.delete(address);
    if (!response.ok || response.type !== 'basic' || !(await this.#storage.isOn())) return;
    if (!key.endsWith('.html')) {
      const bytes = await response.arrayBuffer();
      if (bytes.byteLength > largestPicture && key.startsWith('media/')) return;
      await this.#storage.put(pages, key, entryOf(bytes, response));
      return;
    }
    if (response.redirected || !response.headers.get('content-type')?.startsWith('text/html')) return;
    const lang = languageOf(key);
    await this.#storePage(pages, key, response);
    await this.#storage.limitVisited(mostVisited);
    if (lang !== undefined) await this.#keepHelp(lang);
  }

  async #storePage(cache: Cache, key: string, response: Response): Promise<void> {
    const html = await response.text();
    if (!html.trimEnd().endsWith('</html>')) return;
    const files = filesOfPage(html, this.#storage.root).filter(isHashed);
    // Those for printing or for a click may be missing without harm, but then the page is not whole.
    const loaded = await Promise.all(files.map((file) => this.hashed(file)));
    if (loaded.some(({ ok }) => !ok)) return;
    const before = await cache.match(this.#storage.root + key);
    await this.#storage.put(cache, key, entryOf(html, response, files));
    if (before && before.headers.get(filesHeader) !== files.join(' ')) void this.#storage.tidy();
  }

  /** The pages that explain and manage all this, renewed once a day. */
  async #keepHelp(lang: string): Promise<void> {
    const help = await this.#storage.open('help');
    for (const path of [fallbackPath, offlinePath]) {
      const key = `${lang}/${path}index.html`;
      const known = await help.match(this.#storage.root + key);
      if (known && storedAt(known) > Date.now() - 24 * 3_600_000) continue;
      const response = await fetch(`${this.#storage.root}${lang}/${path}`);
      if (response.ok) await this.#storePage(help, key, response);
      // The fonts of the language, which its style sheet names.
      for (const style of filesOfPage(
        (await (await help.match(this.#storage.root + key))?.text()) ?? '',
        this.#storage.root,
      ))
        if (style.endsWith('.css'))
          await Promise.all(filesOfStyle(await (await this.hashed(style)).text()).map((font) => this.hashed(font)));
    }
  }

  async #touch(key: string): Promise<boolean> {
    const pages = await this.#storage.open('pages');
    const page = await pages.match(this.#storage.root + key);
    if (page) {
      const headers = new Headers(page.headers);
      headers.set(usedHeader, String(Date.now()));
      await pages.put(this.#storage.root + key, new Response(await page.arrayBuffer(), { headers })).catch(() => {});
    }
    return false;
  }
}

const storedAt = ({ headers }: Response): number => Number(headers.get(storedHeader));
