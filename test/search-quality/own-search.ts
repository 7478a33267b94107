import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchInputFor } from '../../src/search/documents.ts';
import { SearchCache } from '../../src/search/search-cache.ts';
import { openCatalogueSearch, type CatalogueSearch } from '../../src/search/query.ts';

/** Opens our search of one language. */
export type OpenSearch = (lang: string) => Promise<CatalogueSearch>;

/** As a browser does it, from the files of a built site. */
export const searchOfSite =
  (site: string): OpenSearch =>
  (lang) =>
    openCatalogueSearch({ lang, fetchShard: (name) => readFile(join(site, name)) });

/** From an index made in memory, in seconds, where no page is needed; throws where the content has errors. */
export async function searchOfContent(contentDir: string, today: string): Promise<OpenSearch> {
  const catalogue = await readCatalogue(contentDir, today);
  const cache = new SearchCache();
  return (lang) => {
    const files = buildIndex(
      searchInputFor(catalogue, lang, ({ id }) => ({ id }), { cache }),
      undefined,
      cache,
    );
    return openCatalogueSearch({
      lang,
      fetchShard: (name) => {
        const file = files.get(name);
        return file ? Promise.resolve(file) : Promise.reject(new Error(`There is no ${name}.`));
      },
    });
  };
}

/** All names and synonyms, in all languages, of what an offer is about: what our index knows besides the page's text. */
export async function namesOfContent(
  contentDir: string,
  today: string,
): Promise<(lang: string) => ReadonlyMap<string, string>> {
  const catalogue = await readCatalogue(contentDir, today);
  const cache = new SearchCache();
  return (lang) => {
    const { documents, concepts } = searchInputFor(catalogue, lang, ({ id }) => ({ id }), { cache });
    const names = new Map(concepts.map(({ id, names: list }) => [id, list.map(({ value }) => value).join('. ')]));
    return new Map(
      documents.map(({ id, topics, attributes }) => [
        id,
        [...new Set([...topics, ...attributes])].map((concept) => names.get(concept) ?? '').join('. '),
      ]),
    );
  };
}

async function readCatalogue(contentDir: string, today: string): Promise<Catalogue> {
  const { value, problems } = await loadCatalogue({ contentDir, today });
  if (!value) throw new Error(`${contentDir} has ${problems.length} problems: npm run check`);
  return value;
}
