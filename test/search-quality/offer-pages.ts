import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The text that a visitor sees of one offer, as any search engine of the site would index it. */
export interface OfferPage {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** All the rest: facts with their labels, contacts, description. */
  readonly text: string;
  /** The article's HTML, without menu, footer and other offers. */
  readonly html: string;
}

/** Reads built pages of offers; throws where a page has no article of an offer. */
export function readOfferPages(site: string, lang: string, ids: readonly string[]): Promise<OfferPage[]> {
  return Promise.all(ids.map((id) => readOfferPage(join(site, lang, 'angebote', id, 'index.html'), id)));
}

async function readOfferPage(path: string, id: string): Promise<OfferPage> {
  const html = /<article class="offer">(.*?)<\/article>/s
    .exec(await readFile(path, 'utf8'))?.[1]
    ?.replace(/<svg.*?<\/svg>/gs, '');
  const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(html ?? '');
  if (html === undefined || !title) throw new Error(`${path} shows no offer.`);
  const summary = /<p class="lead"[^>]*>(.*?)<\/p>/s.exec(html);
  return {
    id,
    title: textOf(title[0]),
    summary: textOf(summary?.[0] ?? ''),
    text: textOf(html.replace(title[0], '').replace(summary?.[0] ?? '', '')),
    html,
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&([^;\s]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
