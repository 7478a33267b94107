/** Our search on a bare page: engine and result cards, on the main thread, so that the processor brake reaches all of it. */
import { h, render } from 'preact';
import { highlight } from '../../../src/search/highlight.ts';
import { openCatalogueSearch, type CatalogueSearch } from '../../../src/search/query.ts';
import type { OfferCardData } from '../../../src/views/components/offer-card/offer-card.tsx';
import { ResultList } from '../../../src/views/components/result-list/result-list.tsx';

/** The page loads the manifest while this script is loading, as the real one does. */
declare const manifest: Promise<ArrayBuffer>;

let search: CatalogueSearch | undefined;

/** Milliseconds to the answer; the results are on the page when it resolves. */
export async function run(query: string): Promise<number> {
  const begun = performance.now();
  search ??= await openCatalogueSearch({
    lang: 'de',
    fetchShard: (name) => (name.endsWith('manifest.json') ? manifest : fetch(`/${name}`)),
  });
  const { hits, terms } = await search.query(query, {}, { limit: 10, facets: [] });
  if (hits.length === 0) throw new Error(`Nothing found for ${query}`);
  const answered = performance.now() - begun;
  const marks = (text: string) => highlight(text, terms).map(({ start, end }) => [start, end - start] as const);
  const results = hits.map(({ card }) => {
    const data = card as OfferCardData;
    return {
      card: data,
      titleMarks: marks(data.title.value),
      summaryMarks: data.summary ? marks(data.summary.value) : [],
    };
  });
  render(h(ResultList, { results, level: 3 }), document.getElementById('results')!);
  return answered;
}
