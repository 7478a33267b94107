import type { Chromium } from '../chromium/start-chromium.ts';
import { readDestinations } from './read-destinations.ts';

export interface PrintedPages {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The words of all its headings. */
  readonly headings: readonly string[];
}

/** After the first printing the numbers are known; they have their room, so that the second seldom moves anything. */
const mostPrintings = 4;

/**
 * Prints a document whose elements with `data-page-of` want the page number of the place they name: prints, looks
 * where the places came to lie, fills in the numbers and prints again, until nothing moves any more.
 */
export async function printBooklet(chromium: Chromium, html: string): Promise<PrintedPages> {
  const open = await chromium.open(html);
  try {
    await open.evaluate(withoutDeadLinks);
    let written = '';
    for (let printing = 1; printing <= mostPrintings; printing++) {
      const pdf = await open.print();
      const { pages, places } = readDestinations(pdf);
      const numbers = JSON.stringify(Object.fromEntries(places));
      if (numbers === written) return { pdf, pages, headings: (await open.evaluate(allHeadings)) as string[] };
      written = numbers;
      const missing = await open.evaluate(fill(numbers));
      if (missing !== '') throw new Error(`No page was found for “${String(missing)}”`);
    }
    throw new Error(`The page numbers still change after ${mostPrintings} printings`);
  } finally {
    await open.close();
  }
}

/** An address without a host leads nowhere on paper: that is how links look where the site does not know its own. */
const withoutDeadLinks = `for (const link of document.querySelectorAll('a[href]'))
  if (!/^(#|tel:|mailto:|https?:)/.test(link.getAttribute('href'))) link.removeAttribute('href');`;

const allHeadings = "Array.from(document.querySelectorAll('h1, h2, h3'), (heading) => heading.textContent)";

/** Writes each number once where several entries are on one page; gives the names that have no page. */
const fill = (numbers: string): string => `(() => {
  const pageOf = ${numbers};
  const missing = [];
  for (const place of document.querySelectorAll('[data-page-of]')) {
    const page = pageOf[place.dataset.pageOf];
    if (page === undefined) missing.push(place.dataset.pageOf);
    place.textContent = page;
  }
  for (const list of document.querySelectorAll('.index-pages')) {
    const seen = new Set();
    for (const link of list.children) {
      link.hidden = seen.has(link.textContent);
      seen.add(link.textContent);
    }
  }
  return missing.join(', ');
})()`;
