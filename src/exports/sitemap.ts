import type { LanguageTag } from '../model/diagnostic.ts';
import { inPieces, type ExportFile } from './export-file.ts';

/** What one sitemap may hold (https://www.sitemaps.org/protocol.html). */
const mostAddresses = 50_000;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[char]!);

/** A page that exists under the same path in several languages. */
export interface SitemapPage {
  /** Below the language: `angebote/sprachcafe/`. */
  readonly path: string;
  readonly languages: readonly LanguageTag[];
}

/**
 * The sitemap with the languages of each page beside each other; in several files with an index where one would be
 * too long. `address` must give absolute addresses: without them there is no sitemap.
 */
export function sitemaps(pages: readonly SitemapPage[], address: (path: string) => string): ExportFile[] {
  const perFile = Math.max(
    1,
    Math.floor(mostAddresses / Math.max(1, ...pages.map(({ languages }) => languages.length))),
  );
  const files = Array.from({ length: Math.max(1, Math.ceil(pages.length / perFile)) }, (_, index) =>
    pages.slice(index * perFile, (index + 1) * perFile),
  );
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  function* urlset(some: readonly SitemapPage[]): Generator<string, void> {
    yield `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
    for (const { path, languages } of some) {
      const alternates = languages
        .map(
          (tag) =>
            `<xhtml:link rel="alternate" hreflang="${escapeXml(tag)}" href="${escapeXml(address(`${tag}/${path}`))}"/>`,
        )
        .join('');
      for (const tag of languages) yield `<url><loc>${escapeXml(address(`${tag}/${path}`))}</loc>${alternates}</url>\n`;
    }
    yield '</urlset>\n';
  }
  const [first = []] = files;
  if (files.length === 1) return [inPieces('sitemap.xml', () => urlset(first))];
  const nameOf = (index: number): string => `sitemap-${index + 1}.xml`;
  return [
    {
      path: 'sitemap.xml',
      make: () =>
        `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files
          .map((_, index) => `<sitemap><loc>${escapeXml(address(nameOf(index)))}</loc></sitemap>\n`)
          .join('')}</sitemapindex>\n`,
    },
    ...files.map((some, index) => inPieces(nameOf(index), () => urlset(some))),
  ];
}
