import { OfferCard, type OfferCardProps } from '../../views/components/offer-card/offer-card.tsx';
import { makeElements } from '../../views/make-elements.ts';

export interface ResultsProps {
  readonly results: ReadonlyArray<Omit<OfferCardProps, 'level'>>;
  readonly level: OfferCardProps['level'];
}

/** So many cards fill a phone: to make, lay out and paint more of them at once would hold up typing on a cheap one. */
const cardsAtFirst = 3;

/** What an item shows, so that one that stays is neither made again nor loses the focus. */
const contents = new WeakMap<Element, string>();

/**
 * Fills a list with cards, the first of them at once. The others have their places, which are as high as most cards, and
 * come behind the next painting: few of them are in sight. Till then the list says that it is busy.
 */
export async function drawResults(
  { results, level }: ResultsProps,
  list: Element,
  signal?: AbortSignal,
): Promise<void> {
  const shown = new Map([...list.children].map((item) => [contents.get(item), item]));
  const missing: { item: Element; content: string; result: ResultsProps['results'][number] }[] = [];
  results.forEach((result, place) => {
    const content = JSON.stringify(result);
    const known = shown.get(content);
    const item = known ?? document.createElement('li');
    if (!known) missing.push({ item, content, result });
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
  while (list.children.length > results.length) list.lastElementChild?.remove();

  const draw = (items: typeof missing): void => {
    for (const { item, content, result } of items) {
      makeElements(OfferCard({ ...result, level }), item);
      contents.set(item, content);
    }
  };
  draw(missing.slice(0, cardsAtFirst));
  if (missing.length > cardsAtFirst) {
    list.setAttribute('aria-busy', 'true');
    await nextFrame();
    if (signal?.aborted) return;
    draw(missing.slice(cardsAtFirst));
  }
  list.removeAttribute('aria-busy');
}

/** Behind the painting of what has changed, not before it. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
