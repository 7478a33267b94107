import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';

export interface FeedText {
  readonly value: string;
  /** Where it is not the feed's. */
  readonly lang?: LanguageTag;
}

export interface FeedEntry {
  /** An address that never changes: `urn:uuid:…`. */
  readonly id: string;
  readonly title: FeedText;
  /** The day of the last change that a reader should hear of. */
  readonly updated: IsoDate;
  readonly href: string;
  readonly summary?: FeedText;
}

/** An entry as it stands in every feed of its language: see `writeFeedEntry`. */
export interface WrittenFeedEntry extends Pick<FeedEntry, 'updated'> {
  readonly xml: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly language: LanguageTag;
  readonly author: string;
  /** Address of the feed itself, and of the page with the same content. */
  readonly self: string;
  readonly page: string;
  /** Counts where there is no entry. */
  readonly updated: IsoDate;
  /** Newest first. */
  readonly entries: readonly WrittenFeedEntry[];
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- XML 1.0 cannot hold them, not even escaped
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark);

const midnight = (date: IsoDate): string => `${date}T00:00:00Z`;

const textElement = (name: string, { value, lang }: FeedText): string =>
  `<${name}${lang === undefined ? '' : ` xml:lang="${escape(lang)}"`}>${escape(value)}</${name}>`;

/** An Atom feed (RFC 4287). */
export function writeFeed({ id, title, language, author, self, page, updated, entries }: Feed): string {
  const latest = entries.reduce((newest, entry) => (entry.updated > newest ? entry.updated : newest), '');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(language)}">`,
    `<id>${escape(id)}</id>`,
    textElement('title', { value: title }),
    `<updated>${midnight(latest || updated)}</updated>`,
    `<author>${textElement('name', { value: author })}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(page)}"/>`,
    ...entries.map(({ xml }) => xml),
    '</feed>',
    '',
  ].join('\n');
}

export const writeFeedEntry = ({ id, title, updated, href, summary }: FeedEntry): WrittenFeedEntry => ({
  updated,
  xml: [
    '<entry>',
    `<id>${escape(id)}</id>`,
    textElement('title', title),
    `<updated>${midnight(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escape(href)}"/>`,
    ...(summary ? [textElement('summary', summary)] : []),
    '</entry>',
  ].join('\n'),
});
