import type { LanguageTag } from '../model/diagnostic.ts';
import type { Filters } from './facets.ts';
import { readJson, type FetchShard, type SearchFiles } from './files.ts';
import { openSearch, type Answer, type Hit, type QueryOptions, type RankOptions, type Search } from './open-search.ts';
import { matchesOf, type Match } from './rank.ts';

/** An offer that was found, with the reasons why. */
export interface ExplainedHit extends Hit {
  readonly matches: readonly Match[];
}

export interface ExplainedAnswer extends Answer {
  readonly hits: readonly ExplainedHit[];
}

export interface CatalogueSearch extends Pick<Search, 'files'> {
  /** All offers found, best first, without cards; an empty text lists all that pass the filters. */
  (text: string, filters?: Filters, options?: RankOptions): Promise<ExplainedHit[]>;
  search(text: string, filters?: Filters, options?: RankOptions): Promise<ExplainedHit[]>;
  /** One page of the answer, with cards, counts and help. */
  query(text: string, filters?: Filters, options?: QueryOptions): Promise<ExplainedAnswer>;
}

/**
 * Opens the search of one language, in the browser or in Node.
 * @example const search = await openCatalogueSearch({ lang: 'ar', fetchShard: (name) => readFile(join('_site', name)) });
 */
export async function openCatalogueSearch(place: {
  readonly lang: LanguageTag;
  readonly fetchShard: FetchShard;
}): Promise<CatalogueSearch> {
  const core = await openSearch({
    ...place,
    loadHelp: async () => (await import('./search-help.ts')).searchHelp,
  });
  const search: CatalogueSearch['search'] = async (...question) => {
    const { documents, scores, senses } = await core.rank(...question);
    const ids = documents.length > 0 ? await core.files((index) => index.load('ids', 0, readJson)) : [];
    return documents.map((document) => ({
      id: (ids as string[])[document] ?? '',
      document,
      score: scores[document] ?? 0,
      matches: matchesOf(document, senses),
    }));
  };
  return Object.assign(search, {
    search,
    query: async (...question: Parameters<Search['query']>) => {
      const answer = await core.query(...question);
      return {
        ...answer,
        hits: answer.hits.map((hit) => ({ ...hit, matches: matchesOf(hit.document, answer.senses) })),
      };
    },
    files: <T>(read: (files: SearchFiles) => Promise<T>) => core.files(read),
  });
}
