/** Our search on a bare page: engine and result cards, on the main thread, so that the processor brake reaches all of it. */
import type * as Cards from './cards.ts';
import { highlight } from '../../../src/search/highlight.ts';
import type * as Help from '../../../src/client/search-help.entry.ts';
import { openSearch, type FirstAnswer, type Search } from '../../../src/search/open-search.ts';
import type { OfferCardData } from '../../../src/views/components/offer-card/offer-card.tsx';

/** The page loads the manifest while this script is loading, as the real one does. */
declare const manifest: Promise<ArrayBuffer>;

let search: Promise<Search> | undefined;
/** On the real page these have been there since it was loaded; here they are fetched behind the first file of the index. */
let cards: Promise<typeof Cards> | undefined;

/** On the real page the engine is told by messages what to do, and answers by one. */
const nextMessage = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Milliseconds to the answer; the results are on the page when it resolves. */
export async function run(query: string): Promise<number> {
  const begun = performance.now();
  if (!search) await nextMessage();
  search ??= openSearch({
    lang: 'de',
    loadHelp: async () => {
      const address = '/search-help.js';
      return ((await import(address)) as typeof Help).searchHelp;
    },
    fetchShard: (name) => {
      if (name.endsWith('manifest.json')) return manifest;
      const file = fetch(`/${name}`);
      cards ??= import('./cards.ts');
      return file;
    },
  });
  const opened = await search;
  await nextMessage();
  const draw = async ({ hits, terms }: FirstAnswer, awaited = 0): Promise<void> => {
    const marks = (text: string) => highlight(text, terms).map(({ start, end }) => [start, end - start] as const);
    const results = hits.map((hit) => {
      const card = hit.card as OfferCardData;
      return { card, titleMarks: marks(card.title.value), summaryMarks: card.summary ? marks(card.summary.value) : [] };
    });
    await (await cards)?.show({ results, awaited });
  };
  const limit = 10;
  const answer = await opened.query(
    query,
    {},
    {
      limit,
      facets: [],
      onFirst: (first) => void draw(first, Math.min(limit, first.total) - first.hits.length),
    },
  );
  if (answer.hits.length === 0) throw new Error(`Nothing found for ${query}`);
  const answered = performance.now() - begun;
  await nextMessage();
  await draw(answer);
  return answered;
}
