import { OfferCard, type OfferCardProps } from '../../views/components/offer-card/offer-card.tsx';
import { makeElements } from '../../views/make-elements.ts';

export interface ResultsProps {
  readonly results: ReadonlyArray<Omit<OfferCardProps, 'level'>>;
  /** How many more results there are whose cards are still being loaded; default none. */
  readonly awaited?: number;
  readonly level: OfferCardProps['level'];
}

/**
 * To make, lay out and paint more cards at once would hold up typing on a cheap phone: the first frame of a list is the
 * dearest, and cards behind those in sight are laid out when they come near (result-list.css).
 */
const cardsAtOnce = (place: number): number => (place === 0 ? 1 : place < 4 ? 2 : 6);

/** What an item shows, so that one that stays is neither made again nor loses the focus. */
const contents = new WeakMap<Element, string>();

/**
 * Fills a list with cards, the first of them at once. The others have their places, which are as high as most cards, and
 * come behind the next paintings: few of them are in sight. Till then the list says that it is busy.
 */
export async function drawResults(
  { results, awaited = 0, level }: ResultsProps,
  list: Element,
  signal?: AbortSignal,
): Promise<void> {
  const items = [...list.children];
  const shown = new Map(items.map((item) => [contents.get(item), item]));
  const empty = items.filter((item) => !contents.has(item));
  const missing: { place: number; item: Element; content: string; result: ResultsProps['results'][number] }[] = [];
  for (let place = 0; place < results.length + awaited; place++) {
    const result = results[place];
    const content = JSON.stringify(result);
    const known = result && shown.get(content);
    const item = known ?? empty.shift() ?? document.createElement('li');
    if (result && !known) missing.push({ place, item, content, result });
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  }
  while (list.children.length > results.length + awaited) list.lastElementChild?.remove();

  list.setAttribute('aria-busy', 'true');
  while (missing.length > 0) {
    for (const { item, content, result } of missing.splice(0, cardsAtOnce(missing[0]!.place))) {
      makeElements(OfferCard({ ...result, level }), item);
      contents.set(item, content);
    }
    if (missing.length > 0) await nextFrame();
    if (signal?.aborted) return;
  }
  if (awaited === 0) list.removeAttribute('aria-busy');
}

/** Behind the painting of what has changed, not before it. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
