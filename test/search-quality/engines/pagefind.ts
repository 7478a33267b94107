import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';
import type { Engine, Find } from './engine.ts';

/** What the script that Pagefind writes beside its index exports. */
interface PagefindScript {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ raw_url: string }> }[] }>;
}

/** A script is imported once only, so each index needs a folder of its own. */
let opened = 0;

/** As it comes: its own index of the pages, searched by the very script that it gives to browsers. */
export const pagefind: Engine = {
  name: 'Pagefind',
  open: async (lang, pages) => {
    const { index, errors } = await createIndex({ forceLanguage: lang });
    if (!index) throw new Error(errors.join('; '));
    for (const { id, html } of pages)
      await index.addHTMLFile({ url: `/${id}`, content: `<html lang="${lang}"><body>${html}</body></html>` });
    const folder = join(import.meta.dirname, '../../.output/pagefind', `${lang}-${++opened}`);
    await rm(folder, { recursive: true, force: true });
    await index.writeFiles({ outputPath: folder });
    await close();
    const script = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindScript;
    const find: Find = async (query) => {
      const { results } = await script.search(query);
      const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return hits.map(({ raw_url }) => raw_url.slice(1));
    };
    await withFileFetch(() => script.init());
    return (query) => withFileFetch(() => find(query));
  },
};

/** The script fetches parts of its index from beside itself, which is a folder here. */
async function withFileFetch<T>(run: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return url.protocol === 'file:' ? new Response(await readFile(fileURLToPath(url))) : fetch(input, init);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = fetch;
  }
}
